// Memory of an idle node with its database: proportional set size (PSS) of the process tree, ten seconds after it is ready.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

const SETTLE_MS = 10_000;

const parentOf = (pid: string): string => /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '0';
const pssOf = (pid: string): number => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);

/** PSS in MB of a process and all below it. */
const treeOf = (root: number): { mb: number; processes: number } => {
  const wanted = new Set([String(root)]);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(a) - Number(b));
  for (let grew = true; grew; ) {
    grew = false;
    for (const pid of all) {
      try {
        if (!wanted.has(pid) && wanted.has(parentOf(pid))) { wanted.add(pid); grew = true; }
      } catch { /* ended meanwhile */ }
    }
  }
  let kb = 0;
  for (const pid of wanted) try { kb += pssOf(pid); } catch { /* ended meanwhile */ }
  return { mb: kb / 1024, processes: wanted.size };
};

const ready = (child: ChildProcess): Promise<void> => new Promise((resolve, reject) => {
  child.stdout?.on('data', (chunk: Buffer) => { if (chunk.toString().includes('http://')) resolve(); });
  child.on('exit', (code) => reject(new Error(`the node ended with ${code}`)));
});

export const memory = async (): Promise<Figure[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hamdel-memory-'));
  chmodSync(dataDir, 0o755);
  const figures: Figure[] = [];
  for (const [mode, most] of [['up', 250], ['demo', 400]] as const) {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/entry/cli.ts'), mode, '--port', '0', '--data', join(dataDir, mode)], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LANG: 'C' } });
    try {
      await ready(child);
      await new Promise((r) => setTimeout(r, SETTLE_MS));
      const { mb, processes } = treeOf(child.pid as number);
      figures.push({ name: `memory of an idle node with its database (${mode})`, unit: 'MB PSS', value: Math.round(mb), bar: { at: most, is: 'at most', of: 'value' }, note: `${processes} processes` });
    } finally {
      const gone = new Promise((r) => child.once('exit', r));
      child.kill('SIGTERM');
      await gone;
    }
  }
  rmSync(dataDir, { recursive: true, force: true });
  return figures;
};
