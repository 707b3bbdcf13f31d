// Cleaning twenty files from the command line, beside other anonymisers on the same files. Ours also searches every frame for writing and
// checks what it wrote; the others leave pixels unseen. So the header work alone stands beside them too, in one running process each.

import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeIdentity, makeStudy, renderRun, writeRun } from '../../imaging/src/phantom.ts';
import { rebuild } from '../../imaging/src/clean/rebuild.ts';
import { type Figure, median, round } from '../figure.ts';
import { PEERS, type Peer } from './anonymisers/peers.ts';

const FILES = 20;
const FRAMES = 24;
const SIDE = 512;
const ROUNDS = 3;

/** 6 MB each, uncompressed: drifting grey with grain, and a header with all that names a person. */
function writeFiles(folder: string): void {
  const [spec] = makeStudy({ id: 'speed', seed: 3, patient: { sex: 'female' }, dominance: 'right', lesions: [] }, { frames: FRAMES, size: 64 });
  if (spec === undefined) throw new Error('a study without runs');
  const run = renderRun(spec);
  for (let file = 0; file < FILES; file++) {
    let state = file + 1;
    const frames = run.frames.map((_, k) => Uint8Array.from({ length: SIDE * SIDE }, (__, at) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return 90 + 40 * Math.sin((at % SIDE) / 60 + k / 3) + ((state >>> 24) % 11);
    }));
    writeFileSync(join(folder, `${file}.dcm`), writeRun({ ...run, spec: { ...spec, size: SIDE, run: file + 1 }, frames }, fakeIdentity(file, 'female', 60), { pixels: 'native' }));
  }
}

const cli = join(import.meta.dirname, '../../src/entry/cli.ts');

function ownRun(from: string): number {
  const out = mkdtempSync(join(tmpdir(), 'hamdel-own-'));
  const began = performance.now();
  const ran = spawnSync(process.execPath, [cli, 'deidentify', from, '--out', out, '--json'], { encoding: 'utf8', maxBuffer: 1e8 });
  const ms = performance.now() - began;
  const clean = readdirSync(out).length;
  rmSync(out, { recursive: true });
  if (ran.status !== 0 || clean !== FILES) throw new Error(`ours cleaned ${clean} of ${FILES} files`);
  return ms;
}

/** Read, rebuild, hash and write, as the peers' work is. */
function headersOnly(from: string): number {
  const out = mkdtempSync(join(tmpdir(), 'hamdel-own-'));
  const began = performance.now();
  for (const name of readdirSync(from)) {
    const made = rebuild(readFileSync(join(from, name)), { key: new Uint8Array(32).fill(3), caseSalt: new Uint8Array(1), sha256: (bytes) => hash('sha256', bytes, 'hex') });
    if (!made.ok) throw new Error(made.code);
    writeFileSync(join(out, name), made.value.bytes);
  }
  const ms = performance.now() - began;
  rmSync(out, { recursive: true });
  return ms;
}

const BARS: Readonly<Record<string, number>> = { gdcmanon: 2, dcmjs: 10, 'Orthanc /anonymize': 1 };

type Times = { readonly own: number[]; readonly ownWork: number[]; readonly peer: number[]; readonly peerWork: number[] };

function figuresOf(peer: Peer, { own, ownWork, peer: whole, peerWork }: Times): Figure[] {
  const figure = (name: string, mine: readonly number[], theirs: readonly number[], bar: boolean): Figure => {
    const ratios = mine.map((ms, i) => (theirs[i] as number) / ms);
    return {
      name, unit: 'ms', value: round(median(mine)), beside: { name: peer.name, value: round(median(theirs)) }, ratio: round(median(ratios)),
      spread: { min: round(Math.min(...ratios)), max: round(Math.max(...ratios)) }, ...(bar ? { bar: { at: BARS[peer.name] ?? 1, is: 'at least', of: 'ratio' } } : {}),
    };
  };
  // Orthanc is a server that runs already; its start is nobody's cleaning.
  const server = peer.name.startsWith('Orthanc');
  return [
    figure(`${FILES} files from the command line, pixels searched`, own, server ? peerWork : whole, true),
    figure(`${FILES} files, headers only, in a running process`, ownWork, peerWork, false),
  ];
}

export const cleaningSpeed = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-speed-'));
  try {
    writeFiles(folder);
    const figures: Figure[] = [];
    for (const peer of PEERS) {
      const { run } = peer;
      if (run === null) {
        figures.push({ name: `${FILES} files from the command line, pixels searched`, unit: 'ms', value: round(ownRun(folder)), note: peer.absent });
        continue;
      }
      const times: Times = { own: [], ownWork: [], peer: [], peerWork: [] };
      for (let i = 0; i < ROUNDS; i++) {
        times.own.push(ownRun(folder));
        times.ownWork.push(headersOnly(folder));
        const { out, wholeMs, workMs, written } = run(folder);
        if (written !== FILES) throw new Error(`${peer.name} wrote ${written} of ${FILES} files`);
        rmSync(out, { recursive: true, force: true });
        times.peer.push(wholeMs);
        times.peerWork.push(workMs);
      }
      figures.push(...figuresOf(peer, times));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
