import { expect, test } from 'vitest';
import { DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE, JPEG_2000_LOSSLESS, JPEG_BASELINE, RLE_LOSSLESS } from '../dicom/transfer-syntaxes.ts';
import { readDicom } from '../dicom/read.ts';
import { plantedDicom } from '../planting/planter.ts';
import { randomFrom } from '../planting/needles.ts';
import { rebuild } from './rebuild.ts';
import { indexOf, verify } from './verify.ts';

const KEY = new Uint8Array(32).fill(5);
const OPTIONS = { key: KEY, caseSalt: new Uint8Array(1) };
const SYNTAXES = [IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE, DEFLATED_LE, JPEG_BASELINE, JPEG_2000_LOSSLESS, RLE_LOSSLESS];
const ROUNDS = 500;
const SLOWEST_MS = 200;

const TEMPTING = [0x00, 0xff, 0x7f, 0x80, 0xfe, 0xe0, 0xd9, 0x01];

/** Some bytes changed to tempting values, a piece cut out, doubled, or the end cut off. */
const mutate = (bytes: Uint8Array, random: () => number): Uint8Array => {
  const kind = random();
  const at = Math.floor(random() * bytes.length);
  const piece = Math.floor(random() * 40);
  if (kind < 0.1) return bytes.slice(0, at);
  if (kind < 0.2) return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(Math.min(bytes.length, at + piece))]);
  if (kind < 0.3) return new Uint8Array([...bytes.subarray(0, at + piece), ...bytes.subarray(at)]);
  const out = bytes.slice();
  for (let i = 0; i < 1 + piece / 4; i++) {
    const where = Math.floor(random() * bytes.length);
    out[where] = random() < 0.5 ? (TEMPTING[Math.floor(random() * TEMPTING.length)] as number) : Math.floor(random() * 256);
  }
  return out;
};

const timed = <T>(work: () => T): { value: T; ms: number } => {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
};

/** One slow run may be the machine's; the same bytes slow three times are ours. */
const isSlow = (work: () => unknown): boolean => [1, 2, 3].every(() => timed(work).ms > SLOWEST_MS);

test.each(SYNTAXES)('a damaged file from %s gives a value or a refusal, soon, and never throws', (transferSyntax) => {
  const { bytes } = plantedDicom({ seed: 3, transferSyntax, modality: 'US', undefinedLengths: true });
  const random = randomFrom(11);
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const damaged = mutate(bytes, random);
    const work = () => rebuild(damaged, OPTIONS);
    const { value, ms } = timed(work);
    if (ms > SLOWEST_MS) expect(isSlow(work)).toBe(false);
    if (!value.ok) {
      refused++;
      expect(value.code).toMatch(/^(dicom|frame)-/);
      continue;
    }
    const checked = verify(value.value.bytes);
    expect(checked.ok ? '' : `${round} ${checked.code} ${JSON.stringify(checked.params)}`).toBe('');
  }
  expect(refused).toBeGreaterThan(ROUNDS / 20);
});

test.each([EXPLICIT_LE, JPEG_BASELINE, JPEG_2000_LOSSLESS, RLE_LOSSLESS])('a clean file of %s that was tampered with is refused or means nothing else', (transferSyntax) => {
  const made = rebuild(plantedDicom({ seed: 6, transferSyntax, modality: 'XA' }).bytes, OPTIONS);
  if (!made.ok) throw new Error(made.code);
  const random = randomFrom(23);
  for (let round = 0; round < ROUNDS; round++) {
    const damaged = mutate(made.value.bytes, random);
    const checked = verify(damaged);
    indexOf(damaged);
    readDicom(damaged);
    if (!checked.ok) continue;
    // What passes is itself a clean file: rebuilding it changes no more than its identifiers, so it has the same length.
    const again = rebuild(damaged, OPTIONS);
    expect(again.ok).toBe(true);
  }
});
