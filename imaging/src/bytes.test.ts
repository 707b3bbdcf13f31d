import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesEqual, differsAt } from './bytes.ts';

test('the first difference is found at any place and alignment, and where the bytes end too soon', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 41 }), fc.nat(9), fc.nat(40), fc.nat(60), (part, from, changed, cut) => {
    const bytes = new Uint8Array(from + part.length + 5);
    bytes.set(part, from);
    expect(differsAt(bytes, from, part)).toBe(-1);
    const place = changed % part.length;
    bytes[from + place] = (bytes[from + place] as number) ^ 16;
    expect(differsAt(bytes, from, part)).toBe(place);
    const short = bytes.subarray(0, Math.min(cut, from + place));
    if (short.length >= from) expect(differsAt(short, from, part)).toBe(short.length - from);
    expect(bytesEqual(part, bytes.subarray(from, from + part.length))).toBe(false);
  }));
});
