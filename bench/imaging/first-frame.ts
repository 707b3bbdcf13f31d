// From opening a study to its first picture, and the bytes of code before it: our film page beside OHIF on Orthanc, in the same Chromium,
// unlimited and at 1 Mbit/s, with an empty cache. Ours counts twice:
// when the still of the film stands, and when a second, other picture of it was drawn by the player; OHIF when any picture stands. Code is what passed by the later.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from '../../scripts/build/build.ts';
import { type Figure, median, round } from '../figure.ts';
import { OHIF, ohifFolder } from './first-frame/ohif.ts';
import { haveOrthanc } from './first-frame/orthanc.ts';
import type { Opened, Told } from './first-frame/process.ts';

const LEAST_BYTES = 1 / 50;
const LEAST_TIME = 1 / 5;
/** Measured earlier on another machine: OHIF 3.13 had 5.29 MB (gzip) before its first frame and took 7–10 s for it, unlimited. */
const PUBLISHED = { bytes: 5_290_000, ms: 7000 };

const absent = (why: string): Figure[] => [
  { name: 'code before the first frame', unit: 'B', value: 0, beside: { name: `${OHIF}, published`, value: PUBLISHED.bytes }, note: `not measured in this run: ${why}` },
  { name: 'first frame', unit: 'ms', value: 0, beside: { name: `${OHIF}, published`, value: PUBLISHED.ms }, note: `not measured in this run: ${why}` },
];

const figureOf = (name: string, unit: string, pick: (one: Opened) => number, { ours, ohif }: Told['thin'], at: number | null, note: string): Figure => {
  const ratios = ours.map((one, i) => pick(one) / pick(ohif[i] as Opened));
  return {
    name, unit, value: Math.round(median(ours.map(pick))), beside: { name: `${OHIF} on Orthanc`, value: Math.round(median(ohif.map(pick))) }, ratio: round(median(ratios)),
    spread: { min: round(Math.min(...ratios)), max: round(Math.max(...ratios)) }, ...(at === null ? {} : { bar: { at, is: 'at most', of: 'ratio' } as const }), note,
  };
};

export const firstFrame = async (): Promise<Figure[]> => {
  if (process.getuid?.() !== 0) return absent('Orthanc listens on all addresses, so it is started in a network of its own, which only root may make');
  if (!haveOrthanc()) return absent('Orthanc with its DICOMweb plug-in is not installed');
  const dist = ohifFolder();
  if (dist === null) return absent(`${OHIF} could not be fetched`);
  await buildWeb(join(import.meta.dirname, '../..'));
  const child = join(import.meta.dirname, 'first-frame/process.ts');
  const ran = spawnSync('unshare', ['-n', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"', process.execPath, child, dist], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(`the process that opens both ended with ${ran.status}`);
  const told = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '') as Told;
  return ([['unlimited', 'unlimited'], ['1 Mbit/s', 'thin']] as const).flatMap(([link, key]) => {
    const { ours, ohif } = told[key];
    const rest = `pictures and their data before it: ours ${ours.at(-1)?.rest} B, OHIF ${ohif.at(-1)?.rest} B; a study of seven runs`;
    return [
      figureOf(`code before the first frame, ${link}`, 'B', ({ code }) => code, told[key], LEAST_BYTES, rest),
      figureOf(`first frame, ${link}`, 'ms', ({ ms }) => ms, told[key], LEAST_TIME, 'cold cache; ours is the still (T0)'),
      figureOf(`first moving picture, ${link}`, 'ms', ({ movingMs }) => movingMs, told[key], null, 'cold cache; ours the second picture of the running preview (T1), OHIF the first, which stands'),
    ];
  });
};
