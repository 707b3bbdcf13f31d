import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeLossless } from './encode.ts';
import { decodeLossless } from './lossless.ts';

function image(rows: number, columns: number, components: 1 | 3, precision: number, seed: number): Uint16Array<ArrayBuffer> {
  let state = seed >>> 0;
  const data = new Uint16Array(rows * columns * components);
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noisy = state >>> (32 - precision);
    const smooth = ((at % columns) * 2 ** precision) / columns;
    data[at] = seed % 3 === 0 ? noisy : Math.min(2 ** precision - 1, Math.floor(smooth + noisy / 32));
  }
  return data;
}

describe('lossless JPEG', () => {
  test('what is encoded comes back equal, for every precision, size and count of components', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 23 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom<1 | 3>(1, 3),
        fc.integer({ min: 2, max: 16 }),
        fc.nat(1e6),
        (rows, columns, components, precision, seed) => {
          const data = image(rows, columns, components, precision, seed);
          const bytes = encodeLossless({ data, rows, columns, components, precision });
          expect(bytes.length % 2).toBe(0);
          const back = decodeLossless(bytes, { rows, columns, components, bitsAllocated: 16 });
          expect(back.ok && Array.from(back.value)).toEqual(Array.from(data));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a difference of 32768 survives, and so does a flat frame', () => {
    for (const data of [Uint16Array.of(0, 32768, 0, 65535, 32767, 32768), new Uint16Array(6).fill(7)]) {
      const bytes = encodeLossless({ data, rows: 2, columns: 3, components: 1, precision: 16 });
      const back = decodeLossless(bytes, { rows: 2, columns: 3, components: 1, bitsAllocated: 16 });
      expect(back.ok && Array.from(back.value)).toEqual(Array.from(data));
    }
  });

  test('a stream whose size differs from the data set is refused before pixels are allocated', () => {
    const bytes = encodeLossless({ data: new Uint16Array(64), rows: 8, columns: 8, components: 1, precision: 12 });
    const other = decodeLossless(bytes, { rows: 4000, columns: 4000, components: 1, bitsAllocated: 16 });
    expect(other).toMatchObject({ ok: false, code: 'frame-broken', params: { part: 'frame' } });
    expect(decodeLossless(bytes, { rows: 8, columns: 8, components: 3, bitsAllocated: 16 }).ok).toBe(false);
  });

  test('cut and mutated streams give pixels or a refusal, never a fault', () => {
    const rows = 16;
    const columns = 16;
    const whole = encodeLossless({ data: image(rows, columns, 1, 12, 3), rows, columns, components: 1, precision: 12 });
    for (let length = 0; length < whole.length - 3; length += 1) {
      expect(decodeLossless(whole.subarray(0, length), { rows, columns, components: 1, bitsAllocated: 16 }).ok).toBe(false);
    }
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(whole.length - 1), (a, value, b) => {
        const bytes = whole.slice();
        bytes[a] = value;
        bytes[b] = 0xff;
        const result = decodeLossless(bytes, { rows, columns, components: 1, bitsAllocated: 16 });
        if (!result.ok) refused++;
        else expect(result.value.length).toBe(rows * columns);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});
