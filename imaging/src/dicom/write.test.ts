import { expect, test } from 'vitest';
import { el } from './element.ts';
import { TAG } from './tags.ts';
import { EXPLICIT_LE, JPEG_BASELINE } from './transfer-syntaxes.ts';
import { composePart10, writePart10 } from './write.ts';

test('a file has an empty preamble, the magic word, and file meta first', () => {
  const bytes = writePart10({
    transferSyntax: EXPLICIT_LE,
    elements: [el(TAG.sopInstance, 'UI', '1.2.3'), el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1')],
  });
  expect(bytes.subarray(0, 128).every((byte) => byte === 0)).toBe(true);
  expect(String.fromCharCode(...bytes.subarray(128, 132))).toBe('DICM');
  expect([...bytes.subarray(132, 140)]).toEqual([2, 0, 0, 0, 0x55, 0x4c, 4, 0]);
});

test('every encapsulated frame is one even fragment whose place is known', () => {
  const frames = [Uint8Array.of(0xff, 0xd8, 1, 0xff, 0xd9), Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)];
  const composed = composePart10({
    transferSyntax: JPEG_BASELINE,
    elements: [],
    pixel: { kind: 'encapsulated', frames },
  });
  const bytes = writePart10({ transferSyntax: JPEG_BASELINE, elements: [], pixel: { kind: 'encapsulated', frames } });
  expect(composed.ranges.map((one) => one.length)).toEqual([6, 4]);
  for (const range of composed.ranges) expect(bytes[range.offset + 1]).toBe(0xd8);
});
