import { readFileSync } from 'node:fs';
import * as words from '#words/entry.ts';
import type { Command } from './command.ts';
import { root } from './root.ts';

export const command: Command = {
  help: words.helpOverview,
  options: { version: { type: 'boolean' } },
  async run({ values }, { say, l }) {
    say(values.version === true ? version() : words.helpOverview(l));
    return 0;
  },
};

const version = (): string => (JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string }).version;
