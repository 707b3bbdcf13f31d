import { join } from 'node:path';
import * as words from '#words/entry.ts';
import { answers, ownerUrl } from '../../server/postgres/claim.ts';
import { endPostmaster, isAlive, pause, runningPostmaster } from '../../server/postgres/processes.ts';
import type { Command } from './command.ts';
import { runningNode } from './folder.ts';
import { readNodeOptions } from './options.ts';

/** Longest wait for a node to end by itself. */
const PATIENCE_MS = 15_000;

/** Ends the node of a data folder, and a database that outlived a killed one. */
export const command: Command = {
  help: words.helpDown,
  options: { data: { type: 'string' }, demo: { type: 'boolean' } },
  async run(given, terminal) {
    const { l, say, step } = terminal;
    const { dataDir } = readNodeOptions(given, given.values.demo === true ? 'demo' : 'node', terminal);
    const node = await runningNode(dataDir, process.env.DATABASE_URL);
    const postmaster = runningPostmaster(join(dataDir, 'postgres'));
    if (node !== null) {
      process.kill(node.pid, 'SIGTERM');
      await step(words.stopping(l), gone(node.pid));
    }
    // The number in an old file may by now be another program's: only a database that answers is ended.
    const left = postmaster !== null && (await answers(ownerUrl(postmaster.socketFolder))) ? postmaster.pid : null;
    if (left !== null) await endPostmaster(left);
    say(node === null && left === null ? words.downNothing(l, { folder: dataDir }) : words.downDone(l));
    return 0;
  },
};

async function gone(pid: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (isAlive(pid) && Date.now() < until) await pause(50);
}
