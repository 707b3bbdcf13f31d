// Identifiers planted in headers and beside pictures, cleaned, and looked for in every byte that comes out: ours beside other anonymisers on
// the same files. HAMDEL_PLANTED_SEEDS=200 is the full run.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rebuild } from '../../imaging/src/clean/rebuild.ts';
import { verify } from '../../imaging/src/clean/verify.ts';
import { framesOf } from '../../imaging/src/dicom/frames.ts';
import { imageShapeOf } from '../../imaging/src/dicom/image.ts';
import { type DicomFile, readDicom } from '../../imaging/src/dicom/read.ts';
import { DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE, JPEG_2000_LOSSLESS, JPEG_BASELINE, RLE_LOSSLESS } from '../../imaging/src/dicom/transfer-syntaxes.ts';
import { numbersOf } from '../../imaging/src/dicom/values.ts';
import { AVC, JPEG, PNG } from '../../imaging/src/photo/chromium-fixtures.ts';
import { verifyMp4 } from '../../imaging/src/photo/mp4.ts';
import { stripPhoto } from '../../imaging/src/photo/photo.ts';
import { deepScannerFor } from '../../imaging/src/planting/deep-scan.ts';
import { sowerFrom } from '../../imaging/src/planting/needles.ts';
import { type Planted, plantedDicom } from '../../imaging/src/planting/planter.ts';
import { plantedJpeg, plantedMp4, plantedPng } from '../../imaging/src/planting/side-files.ts';
import { type Figure, round } from '../figure.ts';
import { PEERS, type Peer } from './anonymisers/peers.ts';

const SEEDS = Number(process.env.HAMDEL_PLANTED_SEEDS ?? 20);
/** Peers see the first of the seeds: their leaks are many from the first file on. */
const PEER_SEEDS = Math.min(2, SEEDS);
const SYNTAXES = [IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE, DEFLATED_LE, JPEG_BASELINE, JPEG_2000_LOSSLESS, RLE_LOSSLESS];
const MODALITIES = ['XA', 'US', 'SC'] as const;
const KEY = new Uint8Array(32).fill(9);

type Tally = { files: number; needles: number; leaks: number; refused: number; kept: number; keptOf: number; pixels: number; pixelsOf: number };

const opened = (bytes: Uint8Array): DicomFile => {
  const read = readDicom(bytes);
  if (!read.ok) throw new Error(read.code);
  return read.value;
};

const equal = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean => a !== undefined && b !== undefined && a.length === b.length && a.every((value, i) => value === b[i]);

/** Bytes of the frames that are picture: stored bits of plain ones, the scan of a JPEG; packings of other kinds are compared from their first mark on. */
const pictureOf = (file: DicomFile): Uint8Array[] => {
  const shape = imageShapeOf(file.set);
  const frames = shape.ok ? framesOf(file, shape.value) : shape;
  if (!shape.ok || !frames.ok) return [];
  const { coding } = file.transferSyntax;
  return frames.value.map(({ bytes }) => {
    if (coding === 'native') return shape.value.bitsAllocated === 16 ? bytes.map((byte, at) => (at % 2 === 1 ? byte & 0x0f : byte)) : bytes;
    const from = Buffer.from(bytes).indexOf(coding === 'jpeg' ? 'ffda' : 'ff93', 'hex');
    if (coding === 'rle') return bytes.subarray(64, 64 + 48);
    const to = Buffer.from(bytes).indexOf('ffd9', from, 'hex');
    return bytes.subarray(from, to);
  });
};

function measureOne(planted: Planted, salt: number, tally: Tally): void {
  tally.files++;
  tally.needles += planted.needles.length;
  const made = rebuild(planted.bytes, { key: KEY, caseSalt: Uint8Array.of(salt & 255, salt >> 8) });
  if (!made.ok || !verify(made.value.bytes).ok) {
    tally.refused++;
    return;
  }
  const scan = deepScannerFor(planted.needles);
  const told = new TextEncoder().encode(JSON.stringify([made.value.certificate, made.value.sidecar]));
  tally.leaks += new Set([...scan(made.value.bytes), ...scan(told)].map((one) => one.needle.place)).size;
  const [before, after] = [opened(planted.bytes), opened(made.value.bytes)];
  for (const tag of planted.kept) {
    tally.keptOf++;
    if (equal(numbersOf(before.set, tag), numbersOf(after.set, tag))) tally.kept++;
  }
  const pictures = pictureOf(after);
  for (const [i, picture] of pictureOf(before).entries()) {
    tally.pixelsOf++;
    if (Buffer.compare(picture, pictures[i] ?? new Uint8Array(0)) === 0 && picture.length > 0) tally.pixels++;
  }
}

const plantedFor = (seed: number, transferSyntax: string, modality: (typeof MODALITIES)[number], orderly = false): Planted =>
  plantedDicom({ seed, transferSyntax, modality, undefinedLengths: seed % 4 > 1, orderly });

function besidePictures(): { leaks: number; needles: number } {
  let [leaks, needles] = [0, 0];
  for (let seed = 0; seed < SEEDS; seed++) {
    const sow = sowerFrom(10_000 + seed);
    const bare = [plantedJpeg(Buffer.from(JPEG, 'base64'), sow), plantedPng(Buffer.from(PNG, 'base64'), sow)].map(stripPhoto);
    const video = verifyMp4(plantedMp4(Buffer.from(AVC, 'base64'), sow));
    const scan = deepScannerFor(sow.sown);
    needles += sow.sown.length;
    for (const one of bare) leaks += one.ok ? new Set(scan(one.value.bytes).map((found) => found.needle.place)).size : 0;
    if (video.ok) leaks++;
  }
  return { leaks, needles };
}

/** Identifiers that ours leaves of a file, in number. */
const leaksOf = (planted: Planted, seed: number): number => {
  const tally: Tally = { files: 0, needles: 0, leaks: 0, refused: 0, kept: 0, keptOf: 0, pixels: 0, pixelsOf: 0 };
  measureOne(planted, seed, tally);
  return tally.leaks;
};

/** What a peer leaves of the same files, which hold only what a strict reader takes. A file that it did not write leaks nothing, and is counted. */
function peerFigure(peer: Peer): Figure {
  const name = `identifiers left by ${peer.name}, of those planted`;
  if (peer.run === null) return { name, unit: '%', value: 0, note: peer.absent };
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-planted-'));
  const scans = new Map<string, Planted>();
  let ours = 0;
  for (let seed = 0; seed < PEER_SEEDS; seed++)
    for (const [s, syntax] of SYNTAXES.entries())
      for (const modality of MODALITIES) {
        const planted = plantedFor(seed, syntax, modality, true);
        ours += leaksOf(planted, seed);
        scans.set(`${seed}-${s}-${modality}.dcm`, planted);
        writeFileSync(join(folder, `${seed}-${s}-${modality}.dcm`), planted.bytes);
      }
  const { out } = peer.run(folder);
  let [left, of, written] = [0, 0, 0];
  for (const file of readdirSync(out)) {
    const planted = scans.get(file);
    if (planted === undefined) continue;
    written++;
    of += planted.needles.length;
    left += new Set(deepScannerFor(planted.needles)(readFileSync(join(out, file))).map((one) => one.needle.place)).size;
  }
  for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
  return { name, unit: '%', value: of === 0 ? 0 : round((100 * left) / of), beside: { name: 'ours, same files', value: of === 0 ? 0 : round((100 * ours) / of) }, note: `${left} of ${of} in ${written} files written of ${scans.size}` };
}

export const planted = async (): Promise<Figure[]> => {
  const tally: Tally = { files: 0, needles: 0, leaks: 0, refused: 0, kept: 0, keptOf: 0, pixels: 0, pixelsOf: 0 };
  for (let seed = 0; seed < SEEDS; seed++) for (const syntax of SYNTAXES) for (const modality of MODALITIES) measureOne(plantedFor(seed, syntax, modality), seed, tally);
  const side = besidePictures();
  const share = (part: number, of: number): number => Number(((100 * part) / of).toFixed(4));
  const note = `${SEEDS} seeds × ${SYNTAXES.length} syntaxes × ${MODALITIES.join(', ')}: ${tally.needles} identifiers in ${tally.files} files${SEEDS < 200 ? '; HAMDEL_PLANTED_SEEDS=200 is the full run' : ''}`;
  return [
    { name: 'identifiers left of those planted in DICOM files', unit: 'leaks', value: tally.leaks, bar: { at: 0, is: 'at most', of: 'value' }, note },
    { name: 'planted files that were refused', unit: 'files', value: tally.refused, bar: { at: 0, is: 'at most', of: 'value' } },
    { name: 'identifiers left of those planted in photos and videos', unit: 'leaks', value: side.leaks, bar: { at: 0, is: 'at most', of: 'value' }, note: `${side.needles} identifiers` },
    { name: 'values of the keep-list that stay exactly', unit: '%', value: share(tally.kept, tally.keptOf), bar: { at: 99.95, is: 'at least', of: 'value' }, note: `${tally.keptOf} values` },
    { name: 'frames that stay bit for bit', unit: '%', value: share(tally.pixels, tally.pixelsOf), bar: { at: 100, is: 'at least', of: 'value' }, note: `${tally.pixelsOf} frames` },
    ...PEERS.map((peer) => peerFigure(peer)),
  ];
};
