// Taking in a study of twelve runs and about 200 MB: reading and sorting the drop, then cleaning run after run, each in a process of its own
// whose peak of memory is compared with the study's size.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { el } from '../../imaging/src/dicom/element.ts';
import { JPEG_LOSSLESS } from '../../imaging/src/dicom/transfer-syntaxes.ts';
import { TAG } from '../../imaging/src/dicom/tags.ts';
import { writePart10 } from '../../imaging/src/dicom/write.ts';
import { random } from '../../imaging/src/phantom/random.ts';
import { encodeLossless } from '../../imaging/src/pixels/jpeg/encode.ts';
import { type Figure, round } from '../figure.ts';

const RUNS = 12;
const SIDE = 1024;
const RUN_BYTES = 16.7e6;

const frame = (seed: number): Uint8Array => {
  const noise = random(seed, 'noise');
  const data = Uint16Array.from({ length: SIDE * SIDE }, (_, at) => Math.min(4095, Math.max(0, Math.round(600 + 2200 * (at / (SIDE * SIDE)) + 14 * noise.gauss()))));
  return encodeLossless({ data, rows: SIDE, columns: SIDE, components: 1, precision: 12 });
};

const study = (folder: string): number => {
  const frames = [1, 2, 3, 4].map(frame);
  const each = Math.round(RUN_BYTES / ((frames[0] as Uint8Array).length + 8));
  for (let run = 1; run <= RUNS; run++) {
    const elements = [
      el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(TAG.sopInstance, 'UI', `1.2.3.${run}`), el(TAG.studyUid, 'UI', '1.2.3'), el(TAG.seriesUid, 'UI', '1.2.3.0'),
      el(TAG.modality, 'CS', 'XA'), el(TAG.patientName, 'PN', 'DOE^JANE'), el(TAG.instanceNumber, 'IS', run), el(TAG.frameTime, 'DS', '66.7'), el(TAG.frames, 'IS', each),
      el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.rows, 'US', SIDE), el(TAG.columns, 'US', SIDE),
      el(TAG.bitsAllocated, 'US', 16), el(TAG.bitsStored, 'US', 12), el(TAG.highBit, 'US', 11), el(TAG.signed, 'US', 0),
    ];
    const pixel = { kind: 'encapsulated', frames: Array.from({ length: each }, (_, i) => frames[(i + run) % frames.length] as Uint8Array) } as const;
    writeFileSync(join(folder, `RUN${run}.DCM`), writePart10({ transferSyntax: JPEG_LOSSLESS, elements, pixel }));
  }
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
};

type Peak = { readonly seconds: number; readonly bytes: number };
// The bar of cleaning: two studies' worth, which a tab on a phone (about half a gigabyte) still holds.
const worker = join(import.meta.dirname, 'intake-process.ts');
const peak = (folder: string, what: 'idle' | 'read' | 'clean' | 'whole'): Peak => {
  const ran = spawnSync(process.execPath, [worker, folder, what], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`the process that takes in ended with ${ran.status}: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as Peak;
};

export const intake = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-intake-'));
  try {
    const bytes = study(folder);
    const size = `12 runs, ${Math.round(bytes / 1e6)} MB`;
    const idle = peak(folder, 'idle').bytes;
    const whole = peak(folder, 'whole').bytes - idle;
    return ([['reading and sorting a drop', 'read', 0.5], ['cleaning it run after run', 'clean', 2]] as const).flatMap(([name, what, at]) => {
      const one = peak(folder, what);
      const memory = one.bytes - idle;
      return [
        { name: `${name} (${size}): peak memory beside its size`, unit: 'MB', value: Math.round(memory / 1e6), beside: { name: 'the study', value: Math.round(bytes / 1e6) }, ratio: round(memory / bytes), bar: { at, is: 'at most', of: 'ratio' }, note: `holding the whole drop at once: ${Math.round(whole / 1e6)} MB` },
        { name: `${name} (${size})`, unit: 's', value: round(one.seconds) },
      ] satisfies Figure[];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
