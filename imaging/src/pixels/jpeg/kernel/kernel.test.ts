import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeLossless } from '../encode.ts';
import { decodeLossless, type Expected } from '../lossless.ts';
import { type Kernel, startKernel } from './start.ts';

const kernel = startKernel() as Kernel;

/** Smooth, noisy or flat: pairs of short codes, long codes, and one code alone. */
function samples(count: number, precision: number, kind: number, seed: number): Uint16Array<ArrayBuffer> {
  let state = seed >>> 0;
  const most = 2 ** precision - 1;
  return Uint16Array.from({ length: count }, (_, at) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = state >>> (32 - precision);
    return kind === 0 ? noise : kind === 1 ? Math.min(most, (at % 97) + (noise >> Math.max(0, precision - 3))) : kind === 2 ? most : at % 31 === 0 ? noise : 1;
  });
}

/** The same answer by kernel and reference: all samples, or the same refusal. */
function bothSay(bytes: Uint8Array, expected: Expected): boolean {
  const [ours, theirs] = [decodeLossless(bytes, expected, kernel), decodeLossless(bytes, expected)];
  if (!theirs.ok) expect(ours).toEqual(theirs);
  else expect(ours.ok && Buffer.compare(Buffer.from(ours.value.buffer), Buffer.from(theirs.value.buffer))).toBe(0);
  return theirs.ok;
}

describe('the kernel of lossless JPEG', () => {
  test('gives back what was encoded, at every depth and width, as the reference does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 21 }), fc.integer({ min: 1, max: 70 }), fc.integer({ min: 2, max: 16 }), fc.nat(3), fc.nat(1e6), (rows, columns, precision, kind, seed) => {
        const data = samples(rows * columns, precision, kind, seed);
        const bytes = encodeLossless({ data, rows, columns, components: 1, precision });
        for (const bitsAllocated of precision <= 8 ? [8, 16] : [16]) {
          const back = decodeLossless(bytes, { rows, columns, components: 1, bitsAllocated }, kernel);
          expect(back.ok && Array.from(back.value)).toEqual(Array.from(data));
          bothSay(bytes, { rows, columns, components: 1, bitsAllocated });
        }
      }),
      { numRuns: 600 },
    );
  });

  test('a large frame after small ones makes the memory grow and comes out whole', () => {
    for (const side of [8, 700, 9, 1100]) {
      const data = samples(side * side, 12, 0, side);
      const back = decodeLossless(encodeLossless({ data, rows: side, columns: side, components: 1, precision: 12 }), { rows: side, columns: side, components: 1, bitsAllocated: 16 }, kernel);
      expect(back.ok && Buffer.compare(Buffer.from(back.value.buffer), Buffer.from(data.buffer))).toBe(0);
    }
  });

  test('what it does not suit is decoded by the reference: three components', () => {
    const data = samples(3 * 64, 8, 0, 5);
    const never: Kernel = () => { throw new Error('not for the kernel'); };
    const bytes = encodeLossless({ data, rows: 8, columns: 8, components: 3, precision: 8 });
    const back = decodeLossless(bytes, { rows: 8, columns: 8, components: 3, bitsAllocated: 8 }, never);
    expect(back.ok && Array.from(back.value)).toEqual(Array.from(data));
  });

  test('cut and mutated streams get the answer of the reference, samples or refusal', () => {
    const expected = { rows: 24, columns: 40, components: 1, bitsAllocated: 16 };
    const whole = [0, 1, 3].map((kind) => encodeLossless({ data: samples(24 * 40, 12, kind, 3), rows: 24, columns: 40, components: 1, precision: 12 }));
    let [accepted, refused] = [0, 0];
    const seen = (ok: boolean): void => { if (ok) accepted++; else refused++; };
    for (const bytes of whole) for (let length = 0; length < bytes.length; length += 7) seen(bothSay(bytes.subarray(0, length), expected));
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(0, 1, 0x7f, 0xd3, 0xd9, 0xff), fc.nat(255)), { minLength: 1, maxLength: 4 }), (bytes, changes) => {
        const mutated = bytes.slice();
        for (const [place, special, value] of changes) mutated[Math.floor(place * mutated.length)] = value < 128 ? special : value;
        seen(bothSay(mutated, expected));
      }),
      { numRuns: 4000 },
    );
    expect(accepted).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(300);
  });
});
