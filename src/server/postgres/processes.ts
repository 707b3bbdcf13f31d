import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a process is there and is not a zombie: a killed PostgreSQL stays one until its parent looks (1.6–2.5 s were seen in containers). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** What a running PostgreSQL wrote about itself (postmaster.pid: line 1 the process, line 5 the socket folder), or null. */
export function runningPostmaster(cluster: string): { pid: number; socketFolder: string } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 1 ? { pid, socketFolder: lines[4]?.trim() ?? '' } : null;
  } catch {
    return null;
  }
}

/**
 * Lets a new server start although the killed one is still a zombie. PostgreSQL asks only whether the process in its lock files exists, and a zombie does
 * (1.6–2.5 s until a slow PID 1 reaps it). A lock file that names the starter's parent is taken for stale (CreateLockFile in miscinit.c), so our own id is written
 * into line 1. The rest stays: its shared-memory key still keeps a new server out while a process of the old one lives.
 */
export function pardonZombie(cluster: string, socketFolder: string): void {
  const pid = runningPostmaster(cluster)?.pid;
  if (pid === undefined || isAlive(pid)) return;
  for (const file of [join(cluster, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    if (text.startsWith(`${pid}\n`)) writeFileSync(file, text.replace(`${pid}\n`, `${process.pid}\n`));
  }
}

/** A starting server fills its lock file within microseconds; one that has been empty for this long is what a server left that was killed in between. */
const EMPTY_LOCK_MS = 1000;

/** Takes away lock files that a killed server left empty: PostgreSQL itself refuses to start beside one. */
export function dropEmptyLocks(cluster: string, socketFolder: string): void {
  for (const file of [join(cluster, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const known = statSync(file, { throwIfNoEntry: false });
    if (known?.size === 0 && Date.now() - known.mtimeMs > EMPTY_LOCK_MS) rmSync(file, { force: true });
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Ends a PostgreSQL: first politely (fast shutdown), after `patienceMs` at once. Its log replays what was acknowledged either way. */
export async function endPostmaster(pid: number, patienceMs = 10_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + patienceMs;
    while (isAlive(pid) && Date.now() < until) await pause(15);
  }
}
