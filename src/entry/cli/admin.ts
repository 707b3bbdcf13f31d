import { join } from 'node:path';
import * as words from '#words/entry.ts';
import { ownerUrl } from '../../server/postgres/claim.ts';
import { databaseUrl } from '../../server/postgres/database.ts';
import { runningPostmaster } from '../../server/postgres/processes.ts';
import { grantWebLogin, webUrl } from '../../server/postgres/roles.ts';
import { type Command, exitUnavailable, exitUsage, Plain } from './command.ts';
import { appDatabase } from './database.ts';
import { runningNode } from './folder.ts';
import { readNodeOptions } from './options.ts';

/** `./hamdel admin steward-link`: tasks of whoever owns the terminal, on a running node. */
export const command: Command = {
  help: words.helpAdmin,
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const { l, say } = terminal;
    if (given.positionals[0] !== 'steward-link') throw new Plain(words.adminUnknown(l), exitUsage);
    const { dataDir, json } = readNodeOptions(given, 'node', terminal);
    const node = await runningNode(dataDir, process.env.DATABASE_URL);
    if (node === null || node.url === null) throw new Plain(words.adminNeedsRunning(l, { folder: dataDir }), exitUnavailable);
    const { stewardLink } = await import('./steward.ts');
    const url = await stewardLink({ databaseUrl: await urlOfRunning(dataDir), dataDir, origin: process.env.HAMDEL_ORIGIN ?? node.url });
    say(json ? JSON.stringify({ url }) : words.stewardLinkAgain(l, { url }));
    return 0;
  },
};

async function urlOfRunning(dataDir: string): Promise<string> {
  const given = process.env.DATABASE_URL ?? '';
  if (given !== '') return grantWebLogin(given, dataDir);
  return webUrl(databaseUrl(ownerUrl(runningPostmaster(join(dataDir, 'postgres'))?.socketFolder ?? ''), appDatabase));
}
