import * as words from '#words/entry.ts';
import type { Command } from './command.ts';
import { runScript } from './spawned.ts';

export const command: Command = {
  help: words.helpTest,
  options: { checks: { type: 'boolean' } },
  run: ({ values, positionals }) => runScript('scripts/test.ts', [...(values.checks === true ? ['--checks'] : []), ...positionals]),
};
