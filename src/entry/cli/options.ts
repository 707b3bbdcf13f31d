import { resolve } from 'node:path';
import * as words from '#words/entry.ts';
import { defaultDataFolder } from '../../server/postgres/places.ts';
import { type Command, exitUsage, type Given, Plain } from './command.ts';
import type { Terminal } from './terminal.ts';

export const nodeOptions: Command['options'] = { port: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } };

export type NodeOptions = {
  dataDir: string;
  /** Null: the usual port, or the next free one. */
  port: number | null;
  json: boolean;
};

/** Reads `--port`, `--data` and `--json`; `name` is the usual data folder's. */
export function readNodeOptions({ values }: Given, name: string, { l }: Terminal): NodeOptions {
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) throw new Plain(words.badPort(l, { port: String(values.port) }), exitUsage);
  return { dataDir: values.data === undefined ? defaultDataFolder(name) : resolve(String(values.data)), port, json: values.json === true };
}
