import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { barredFolder, databaseUser } from './places.ts';
import { isAlive } from './processes.ts';

/** A clean environment: a stray PGDATA or LC_ALL of the person's shell must not reach the database. */
export const postgresEnv = ({ lib }: Binaries): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  LD_LIBRARY_PATH: lib,
  DYLD_LIBRARY_PATH: lib,
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
});

// Sorting Persian is TypeScript's work (Intl.Collator), so the database compares code points and never depends on the system's libc.
const flags =
  '-U hamdel_owner --auth=trust -E UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8 --data-checksums'.split(' ');

/**
 * Makes sure that `<dataFolder>/postgres` is an initialised cluster and returns its path.
 * Two first starts at once are harmless: each makes its own beside and the slower one throws its away.
 */
export async function ensureCluster(dataFolder: string, binaries: Binaries, options: { sync: boolean }): Promise<string> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const barred = barredFolder(dataFolder);
  if (barred !== null)
    throw new Error(`The folder ${barred} is closed to the user who runs the database. Choose another with --data, or allow entry with: chmod o+x ${barred}`);
  const cluster = join(dataFolder, 'postgres');
  clearLeftovers(dataFolder);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(cluster, binaries, options);
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') throw new Error(`The data in ${cluster} was made by PostgreSQL ${version}; this node brings version 18.`);
  return cluster;
}

let made = 0;

async function initialise(cluster: string, binaries: Binaries, options: { sync: boolean }): Promise<void> {
  const beside = `${cluster}.new-${process.pid}-${++made}`;
  const { uid, gid } = databaseUser();
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(beside, uid, gid);
  await promisify(execFile)(join(binaries.bin, 'initdb'), ['-D', beside, ...flags, ...(options.sync ? [] : ['--no-sync'])], {
    cwd: '/',
    env: postgresEnv(binaries),
    ...databaseUser(),
  });
  try {
    renameSync(beside, cluster);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

// A first start that was killed leaves its half-made cluster; nobody else can be using it once that process is gone.
function clearLeftovers(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}
