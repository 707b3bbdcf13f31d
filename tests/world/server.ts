// One embedded PostgreSQL for a whole test run, started by the first test file that asks: runs without a database stay as quick as they are.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureWords } from '../../scripts/words/fresh.ts';
import { migrate } from '../../src/server/migrate.ts';
import { ensureDatabase } from '../../src/server/postgres/database.ts';
import { type Postgres, startPostgres } from '../../src/server/postgres/launch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseDoor: string;
  }
}

export const template = 'hamdel_template';

// Tests prove behaviour, not durability; the fault tests start a durable server of their own.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200', autovacuum: 'off' };

/** Vitest's global setup: opens a door (a local socket) whose answer is the server's URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // A bare `vitest run` in a fresh checkout finds the words compiled.
  for (const problem of await ensureWords(join(import.meta.dirname, '../..'))) console.error(problem);
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-test-'));
  chmodSync(folder, 0o755);
  let started: Promise<Postgres> | null = null;
  const door = createServer((socket) => {
    started ??= serverWithTemplate(folder);
    started.then(
      ({ url }) => socket.end(JSON.stringify({ url })),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    );
    socket.on('error', () => {});
  });
  const path = join(folder, 'door');
  await new Promise<void>((done) => door.listen(path, done));
  project.provide('databaseDoor', path);
  return async () => {
    await close(door);
    await (await started?.catch(() => null))?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

const close = (door: Server): Promise<void> => new Promise((done) => door.close(() => done()));

async function serverWithTemplate(dataDir: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, settings });
  watchOver(postgres.pid() ?? 0, dataDir);
  try {
    await migrate(await ensureDatabase(postgres.url, template, { fresh: false }));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return postgres;
}

/** A killed test run cannot clean up; this waits for its end and does it. After an orderly end it finds nothing left to do. */
function watchOver(database: number, folder: string): void {
  const script = 'while kill -0 "$1" 2>/dev/null; do sleep 2; done; grep -qs "$3" "/proc/$2/cmdline" && kill -QUIT "$2"; sleep 1; rm -rf "$3"';
  spawn('sh', ['-c', script, 'watch', String(process.pid), String(database), folder], { detached: true, stdio: 'ignore', cwd: '/' }).unref();
}
