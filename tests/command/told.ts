import { spawn } from 'node:child_process';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../src/entry/cli.ts');

export type Told = { code: number | null; out: string; err: string };

/** What one run of `./hamdel …` says, to the end. */
export function tell(args: readonly string[], env: Record<string, string> = {}): Promise<Told> {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, HAMDEL_LANG: 'en', DATABASE_URL: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += String(text)));
  child.stderr.on('data', (text: Buffer) => (err += String(text)));
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })));
}
