// Writes db/schema.sql from the migrations: npx node scripts/dump-schema.ts
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/server/migrate.ts';
import { ensureDatabase } from '../src/server/postgres/database.ts';
import { startPostgres } from '../src/server/postgres/launch.ts';
import { dumpSchema } from './schema/dump.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'hamdel-schema-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
try {
  const url = await ensureDatabase(postgres.url, 'hamdel', { fresh: false });
  await migrate(url);
  writeFileSync(join(import.meta.dirname, '../db/schema.sql'), await dumpSchema(url));
  console.log('db/schema.sql is written.');
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
