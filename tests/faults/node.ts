import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { isFree } from '../../src/entry/cli/ports.ts';
import { runningPostmaster } from '../../src/server/postgres/processes.ts';

const cli = join(import.meta.dirname, '../../src/entry/cli.ts');

export async function somePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) return port;
  }
}

export type Running = { process: ChildProcess; url: string; said(): string };

/** `./hamdel <command>` on a data folder, as a process that a test may kill; answers when it says that it is ready. */
export function startNode(command: 'up' | 'demo', dataDir: string, port: number, env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [cli, command, '--port', String(port), '--data', dataDir, '--json'], {
    env: { ...process.env, DATABASE_URL: '', HAMDEL_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((done, fail) => {
    const hear = (text: Buffer): void => {
      said += String(text);
      const url = /"url":"([^"]+)"/.exec(said)?.[1];
      if (url !== undefined) done({ process: child, url, said: () => said });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
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
