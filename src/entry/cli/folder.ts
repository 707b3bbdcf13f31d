import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as words from '#words/entry.ts';
import { keeperOf, ownerUrl } from '../../server/postgres/claim.ts';
import { runningPostmaster } from '../../server/postgres/processes.ts';
import { Plain } from './command.ts';
import type { Terminal } from './terminal.ts';

export type Kind = 'demo' | 'up';

/** Marks a data folder as the demo's or a real node's; one is never opened, or emptied, as the other. */
export function markFolder(dataDir: string, kind: Kind, { l }: Terminal): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const file = join(dataDir, 'kind');
  if (!existsSync(file) && existsSync(join(dataDir, 'postgres'))) throw new Plain(words.folderUnknown(l, { folder: dataDir }));
  if (!existsSync(file)) writeFileSync(file, `${kind}\n`);
  const found = readFileSync(file, 'utf8').trim();
  if (found !== kind) throw new Plain(kind === 'demo' ? words.folderIsReal(l, { folder: dataDir }) : words.folderIsDemo(l, { folder: dataDir }));
}

const keeps = /^(kind|postgres.*|running\.json.*|web-password)$/;

/** Removes what the demo's world left beside its database. Only under the database's lock, and only after `markFolder` has refused every other folder. */
export function emptyDemoFolder(dataDir: string): void {
  for (const name of readdirSync(dataDir)) if (!keeps.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
}

/** The live node of a data folder with its address (null while it is still starting), or null. */
export async function runningNode(dataDir: string, databaseUrl?: string): Promise<{ pid: number; url: string | null } | null> {
  const postmaster = runningPostmaster(join(dataDir, 'postgres'));
  const url = databaseUrl ?? (postmaster === null ? null : ownerUrl(postmaster.socketFolder));
  const pid = url === null ? null : await keeperOf(url);
  if (pid === null) return null;
  const noted = readNote(dataDir);
  return { pid, url: noted?.pid === pid ? noted.url : null };
}

type Note = { pid: number; url: string };
const noteFile = (dataDir: string): string => join(dataDir, 'running.json');

/** Notes the address for a second start and for `down`. It is believed only when the process also holds the database's lock. */
export function noteRunning(dataDir: string, url: string): void {
  const beside = `${noteFile(dataDir)}.new`;
  writeFileSync(beside, JSON.stringify({ pid: process.pid, url }));
  renameSync(beside, noteFile(dataDir));
}

export const forgetRunning = (dataDir: string): void => rmSync(noteFile(dataDir), { force: true });

function readNote(dataDir: string): Note | null {
  try {
    return JSON.parse(readFileSync(noteFile(dataDir), 'utf8')) as Note;
  } catch {
    return null;
  }
}
