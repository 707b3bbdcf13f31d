// One frame at random out of an uncompressed run, over a kept connection: a range of the one stored file, beside Orthanc's WADO-RS and its own
// interface for raw frames, on the same runs of 25 and 100 MB.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Figure, median, round } from '../figure.ts';
import { haveOrthanc } from './first-frame/orthanc.ts';
import type { Told } from './frame-fetch/process.ts';

const PEER = 'Orthanc 1.10, WADO-RS';
const FASTER = 10;
/** How much longer a frame of a file of four times the size may take, for "flat": what is left is chance. */
const FLAT = 1.5;

/** Rounds of 20 fetches: their medians are compared pair by pair. */
const rounds = (ms: readonly number[]): number[] => Array.from({ length: ms.length / 20 }, (_, i) => median(ms.slice(20 * i, 20 * (i + 1))));

const beside = (name: string, own: readonly number[], peer: readonly number[], of: string, bar?: Figure['bar'], turned = false): Figure => {
  const ratios = rounds(own).map((ms, i) => (turned ? ms / (rounds(peer)[i] as number) : (rounds(peer)[i] as number) / ms));
  return {
    name, unit: 'ms', value: round(median(own)), beside: { name: of, value: round(median(peer)) }, ratio: round(median(ratios)),
    spread: { min: round(Math.min(...ratios)), max: round(Math.max(...ratios)) }, ...(bar ? { bar } : {}),
  };
};

export const frameFetch = async (): Promise<Figure[]> => {
  const root = process.getuid?.() === 0;
  const peer = root && haveOrthanc();
  const child = join(import.meta.dirname, 'frame-fetch/process.ts');
  const command = root ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"', process.execPath, child] : [process.execPath, child];
  const ran = spawnSync(command[0] as string, [...command.slice(1), ...(peer ? ['orthanc'] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(`the process that fetches ended with ${ran.status}`);
  const { small, large } = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '') as Told;
  const flat = beside('a frame of the 100 MB run', large.hamdel, small.hamdel, 'the same of the 25 MB run', { at: FLAT, is: 'at most', of: 'ratio' }, true);
  if (!peer) {
    const note = root ? 'Orthanc with its DICOMweb plug-in is not installed' : 'Orthanc listens on all addresses, so it is started in a network of its own, which only root may make';
    return [{ name: 'a frame of the 25 MB run', unit: 'ms', value: round(median(small.hamdel)), note }, flat];
  }
  const bar = { at: FASTER, is: 'at least', of: 'ratio' } as const;
  return [
    beside('a frame of the 25 MB run', small.hamdel, small.wado, PEER, bar),
    beside('a frame of the 100 MB run', large.hamdel, large.wado, PEER, bar),
    flat,
    { ...beside('a frame of the 25 MB run', small.hamdel, small.rest, 'Orthanc 1.10, its own raw frames'), note: 'not DICOMweb; without signing in, which ours asks' },
  ];
};
