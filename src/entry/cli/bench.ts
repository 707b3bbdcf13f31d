import * as words from '#words/entry.ts';
import type { Command } from './command.ts';
import { runScript } from './spawned.ts';

export const command: Command = {
  help: words.helpBench,
  options: {},
  run: ({ positionals }) => runScript('bench/run.ts', positionals),
};
