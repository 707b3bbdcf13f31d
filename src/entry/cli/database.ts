import * as words from '#words/entry.ts';
import { migrate } from '../../server/migrate.ts';
import { claim } from '../../server/postgres/claim.ts';
import { startPostgres } from '../../server/postgres/launch.ts';
import { ensureDatabase } from '../../server/postgres/database.ts';
import { grantWebLogin, webUrl } from '../../server/postgres/roles.ts';
import { exitUnavailable, Plain } from './command.ts';
import { emptyDemoFolder, runningNode } from './folder.ts';
import type { Stops } from './stops.ts';
import type { Terminal } from './terminal.ts';

/** The database of the embedded server that holds the node; `postgres` holds the lock. */
export const appDatabase = 'hamdel';

export type Database = { ownerUrl: string; databaseUrl: string };
export type Elsewhere = { elsewhere: { pid: number | null; url: string | null } };

/**
 * The migrated database of a data folder: the embedded one, or the operator's by DATABASE_URL. `elsewhere`: another process keeps it already.
 * `fresh` empties the demo's world first, once the lock is held.
 */
export async function openDatabase(dataDir: string, fresh: boolean, stops: Stops, terminal: Terminal): Promise<Database | Elsewhere> {
  const given = process.env.DATABASE_URL;
  if (given === undefined || given === '') return embedded(dataDir, fresh, stops, terminal);
  const held = await claim(given);
  if (held === null) throw new Plain(words.databaseSilent(terminal.l), exitUnavailable);
  stops.add(async () => held.release());
  if (!held.owner) return { elsewhere: (await runningNode(dataDir, given)) ?? { pid: null, url: null } };
  await stops.unlessAsked(migrate(given));
  return { ownerUrl: given, databaseUrl: await grantWebLogin(given, dataDir) };
}

async function embedded(dataDir: string, fresh: boolean, stops: Stops, terminal: Terminal): Promise<Database | Elsewhere> {
  // Not `unlessAsked`: what has been spawned must be known before it can be ended.
  const postgres = await startPostgres({ dataDir, log: () => terminal.note(words.databaseRestarts(terminal.l)) });
  stops.add(() => postgres.stop());
  if (!postgres.owner) return { elsewhere: (await runningNode(dataDir)) ?? { pid: null, url: null } };
  if (fresh) emptyDemoFolder(dataDir);
  const ownerUrl = await ensureDatabase(postgres.url, appDatabase, { fresh });
  await stops.unlessAsked(migrate(ownerUrl));
  return { ownerUrl, databaseUrl: webUrl(ownerUrl) };
}
