import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { isFree } from '../../src/entry/cli/ports.ts';
import { runningPostmaster } from '../../src/server/postgres/processes.ts';

const cli = join(import.meta.dirname, '../../src/entry/cli.ts');

export async function somePort(): Promise<number> {
  for (;;) {
    // Below the range from which systems give ports to outgoing connections (32768 on Linux).
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
}

export type Spawned = { process: ChildProcess; said(): string };
export type Running = Spawned & { url: string };

/** `./hamdel <command>` on a data folder, as a process that a test may kill. */
export function spawnNode(command: 'up' | 'demo', dataDir: string, port: number, env: Record<string, string> = {}): Spawned {
  const child = spawn(process.execPath, [cli, command, '--port', String(port), '--data', dataDir, '--json'], {
    env: { ...process.env, DATABASE_URL: '', HAMDEL_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += String(text)));
  return { process: child, said: () => said };
}

/** The match, as soon as the process has said it. */
export async function untilSaid(spawned: Spawned, what: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const match = what.exec(spawned.said());
    if (match !== null) return match;
    if (spawned.process.exitCode !== null || spawned.process.signalCode !== null) throw new Error(`ended with ${spawned.process.exitCode}: ${spawned.said()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** The same, once it has said that it is ready. */
export async function startNode(command: 'up' | 'demo', dataDir: string, port: number, env: Record<string, string> = {}): Promise<Running> {
  const spawned = spawnNode(command, dataDir, port, env);
  const [, url = ''] = await untilSaid(spawned, /"url":"([^"]+)"/);
  return { ...spawned, url };
}

export const databasePid = (dataDir: string): number => runningPostmaster(join(dataDir, 'postgres'))?.pid ?? 0;

/** Milliseconds until the node says that it is ready. */
export async function untilReady(url: string, patienceMs: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < patienceMs) {
    const ready = await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false);
    if (ready) return performance.now() - began;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`not ready within ${patienceMs} ms`);
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('close', done));

/** Milliseconds that a bare start of Node takes now: an idle machine of ours needs 40–60, and every start of a node is a multiple of it. */
export function bareStart(): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  return new Promise((done) => child.once('close', () => done(performance.now() - began)));
}
