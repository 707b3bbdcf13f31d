import { expect, test } from 'vitest';
import { bytesOfRound, fuzzRound } from './rounds.ts';
import { fuzzSeeds } from './seeds.ts';
import { el } from '../../dicom/element.ts';
import { TAG } from '../../dicom/tags.ts';
import { EXPLICIT_LE, JPEG_BASELINE } from '../../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../../dicom/write.ts';
import { rebuild } from '../../clean/rebuild.ts';
import { verify } from '../../clean/verify.ts';
import { textedJpeg } from '../../planting/codestreams.ts';

const OPTIONS = { key: new Uint8Array(32).fill(5), caseSalt: new Uint8Array(1) };

/** What the long runs brought to light, as files of their own: the rounds change whenever a seed does. */
test('a number of frames under a VR that holds no numbers is read by the dictionary, for the frames as for the header', () => {
  const bytes = writePart10({
    transferSyntax: JPEG_BASELINE,
    elements: [
      el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(TAG.sopInstance, 'UI', '1.2.3'), el(TAG.modality, 'CS', 'XA'), el(TAG.frames, 'PN', '3'),
      el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.rows, 'US', 8), el(TAG.columns, 'US', 8), el(TAG.bitsAllocated, 'US', 8),
      el(TAG.bitsStored, 'US', 8), el(TAG.highBit, 'US', 7), el(TAG.signed, 'US', 0),
    ],
    pixel: { kind: 'encapsulated', frames: [1, 2, 3].map(() => textedJpeg(8, 8, ['x'])) },
  });
  const made = rebuild(bytes, OPTIONS);
  if (!made.ok) throw new Error(made.code);
  expect(made.value.sidecar.frames).toBe(3);
  expect(verify(made.value.bytes)).toMatchObject({ ok: true });
});

test('a class that is followed by a second value is the class of the clean file too', () => {
  const bytes = writePart10({
    transferSyntax: EXPLICIT_LE,
    elements: [
      el(TAG.sopClass, 'UI', ['1.2.840.10008.5.1.4.1.1.12.1', '1.2.3']), el(TAG.sopInstance, 'UI', '1.2.3'), el(TAG.modality, 'CS', 'XA'), el(TAG.samples, 'US', 1),
      el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.rows, 'US', 8), el(TAG.columns, 'US', 8), el(TAG.bitsAllocated, 'US', 8), el(TAG.bitsStored, 'US', 8),
      el(TAG.highBit, 'US', 7), el(TAG.signed, 'US', 0),
    ],
    pixel: { kind: 'native', bytes: new Uint8Array(64) },
  });
  const made = rebuild(bytes, OPTIONS);
  if (!made.ok) throw new Error(made.code);
  expect(verify(made.value.bytes)).toMatchObject({ ok: true, value: { sopClass: '1.2.840.10008.5.1.4.1.1.12.1' } });
});

/** The rounds go on for a minute where every change is tested, and a moment on a desk. */
const MS = process.env.CI === undefined ? 5_000 : 60_000;

test(`damaged files of every kind are read or refused, soon, and what is cleaned passes the check (${MS / 1000} s)`, async () => {
  const seeds = fuzzSeeds();
  const until = performance.now() + MS;
  let round = 0;
  for (; performance.now() < until; round++) expect((await fuzzRound(seeds, round, () => performance.now())).finding).toBeNull();
  expect(round).toBeGreaterThan(100);
}, MS + 60_000);

test('the same round makes the same bytes, and every kind of file has its turn', () => {
  const [one, two] = [fuzzSeeds(), fuzzSeeds()];
  for (let round = 0; round < 200; round++) expect(bytesOfRound(one, round).bytes).toEqual(bytesOfRound(two, round).bytes);
  expect(new Set(Array.from({ length: 400 }, (_, round) => bytesOfRound(one, round).seed.name)).size).toBe(one.length);
});
