import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, postgresBinaries } from './binaries.ts';
import { ensureCluster, postgresEnv } from './cluster.ts';
import { claim, type Claim, ownerUrl } from './claim.ts';
import { databaseUser, socketFolder } from './places.ts';
import { dropEmptyLocks, endPostmaster, pardonZombie, pause, runningPostmaster } from './processes.ts';

/** Longest wait for a database to answer: replaying a log after a crash counts in. */
const READY_MS = 60_000;
const LOG_BYTES = 5_000_000;

export type Postgres = {
  /** URL of the superuser hamdel_owner over the socket. */
  url: string;
  /** False when another live process holds this data folder; then `stop` leaves the database alone. */
  owner: boolean;
  /** The process of the database, for those who must see it (`doctor`, the fault tests). */
  pid(): number | null;
  stop(): Promise<void>;
};

export type LaunchOptions = {
  /** The node's data folder; the cluster is its `postgres` folder. */
  dataDir: string;
  /** More `-c` settings. Tests switch durability off; a node never does. */
  settings?: Readonly<Record<string, string>>;
  /** Told in a sentence when the database went away and was started again. */
  log?: (sentence: string) => void;
};

// Clinical text must not reach a log: terse leaves out DETAIL ("Failing row contains …"), panic the statement.
const always: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  shared_buffers: '64MB',
  max_connections: '60',
  jit: 'off',
  // One call in place of an fsync a file at recovery: 60–75 ms against 112–135 ms after a kill here.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
};

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that already runs there. While this process owns it, it is started again when it dies.
 * @throws Error with a sentence when it cannot be started.
 */
export async function startPostgres({ dataDir, settings = {}, log = () => {} }: LaunchOptions): Promise<Postgres> {
  const binaries = postgresBinaries();
  const sync = settings.fsync !== 'off';
  const cluster = await ensureCluster(dataDir, binaries, { sync });
  const folder = socketFolder(dataDir);
  const run = { cluster, folder, binaries, settings: { ...always, ...settings }, logFile: join(dataDir, 'postgres.log') };
  rotate(run.logFile);
  let held = await reach(run);
  const url = ownerUrl(runningPostmaster(cluster)?.socketFolder || folder);
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const again = async (): Promise<void> => {
    if (stopping) return;
    log('The database went away; starting it again.');
    for (let wait = 50; !stopping; wait = Math.min(wait * 2, 5000)) {
      try {
        held = await reach(run, () => stopping);
        log('The database is back.');
        return watch();
      } catch (error) {
        if (!stopping) log((error as Error).message);
        await pause(wait);
      }
    }
  };
  const watch = (): void => {
    held.lost.then(() => {
      restarting = again();
    });
  };
  if (held.owner) watch();
  return {
    url,
    owner: held.owner,
    pid: () => runningPostmaster(cluster)?.pid ?? null,
    stop: async () => {
      stopping = true;
      await restarting; // else a database that is just being started would outlive us
      const pid = runningPostmaster(cluster)?.pid;
      held.release();
      if (held.owner && pid !== undefined) await endPostmaster(pid);
    },
  };
}

type Run = { cluster: string; folder: string; binaries: Binaries; settings: Readonly<Record<string, string>>; logFile: string };

// Whatever postmaster.pid says, only an answer on the socket counts: a killed server's file and zombie outlive it.
async function reach(run: Run, givenUp: () => boolean = () => false): Promise<Claim> {
  const until = Date.now() + READY_MS;
  let child: ChildProcess | null = null;
  let from = 0;
  // Each try makes the server fork, so a server in recovery is asked less and less often.
  for (let wait = 8; ; wait = Math.min(wait * 1.3, 80)) {
    const there = runningPostmaster(run.cluster);
    const claimed = await claim(ownerUrl(there?.socketFolder || run.folder));
    if (claimed !== null) return claimed;
    if (givenUp()) {
      child?.kill('SIGQUIT');
      throw new Error('The start of the database was given up.');
    }
    if (Date.now() > until) throw new Error(`The database did not answer within ${READY_MS / 1000} seconds. Its log: ${run.logFile}`);
    if (child === null) {
      from = existsSync(run.logFile) ? statSync(run.logFile).size : 0;
      pardonZombie(run.cluster, there?.socketFolder || run.folder);
      dropEmptyLocks(run.cluster, run.folder);
      child = spawnPostgres(run);
    } else if (child.exitCode !== null || child.signalCode !== null) {
      const said = readFileSync(run.logFile, 'utf8').slice(from);
      // Either another server is coming up there, or a dead one's process has not been reaped yet.
      if (!/postmaster\.pid" already exists|pre-existing shared memory|could not create lock file|lock file "[^"]*" is empty/.test(said))
        throw new Error(`The database could not start. ${said.trim().split('\n').slice(-3).join(' ')}`);
      child = null;
      await pause(150);
      continue;
    }
    await pause(wait);
  }
}

function spawnPostgres({ cluster, folder, binaries, settings, logFile }: Run): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a', 0o600);
  // Its own process group: Ctrl-C must reach the server first, which then ends the database in order.
  const child = spawn(join(binaries.bin, 'postgres'), ['-D', cluster, '-k', folder, ...flags], {
    cwd: '/',
    env: postgresEnv(binaries),
    stdio: ['ignore', log, log],
    detached: true,
    ...databaseUser(),
  });
  closeSync(log);
  child.on('error', () => {});
  child.unref();
  return child;
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}
