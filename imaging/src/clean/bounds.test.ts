import { expect, test } from 'vitest';
import { joinBytes, latin1Bytes } from '../bytes.ts';
import { type Element, el, type Item } from '../dicom/element.ts';
import { LIMITS } from '../dicom/limits.ts';
import { TAG } from '../dicom/tags.ts';
import { DEFLATED_LE, EXPLICIT_LE, JPEG_BASELINE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { INTAKE_LIMITS } from '../intake/limits.ts';
import { expand } from '../intake/expand.ts';
import { rebuild } from './rebuild.ts';

const OPTIONS = { key: new Uint8Array(32).fill(3), caseSalt: Uint8Array.of(9) };

const picture = (change: readonly Element[] = []): Element[] => {
  const all = [
    el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(TAG.sopInstance, 'UI', '1.2.3'), el(TAG.modality, 'CS', 'XA'), el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'),
    el(TAG.rows, 'US', 2), el(TAG.columns, 'US', 2), el(TAG.bitsAllocated, 'US', 16), el(TAG.bitsStored, 'US', 16), el(TAG.highBit, 'US', 15), el(TAG.signed, 'US', 0),
  ];
  return [...all.filter((one) => !change.some((other) => other.tag === one.tag)), ...change];
};
const claiming = (change: readonly Element[]): Uint8Array => writePart10({ transferSyntax: EXPLICIT_LE, elements: picture(change), pixel: { kind: 'native', bytes: new Uint8Array(8) } });
const size = (rows: number, columns: number, frames: number): Element[] => [el(TAG.rows, 'US', rows), el(TAG.columns, 'US', columns), el(TAG.frames, 'IS', frames)];

const deep = (depth: number): Item => [el(0x00400275, 'SQ', depth === 0 ? [] : [deep(depth - 1)])];
const fragments = (count: number): Uint8Array => {
  const items = new Uint8Array(8 * count);
  for (let at = 0; at < items.length; at += 8) items.set([0xfe, 0xff, 0x00, 0xe0], at);
  const head = writePart10({ transferSyntax: JPEG_BASELINE, elements: picture() });
  return joinBytes([head, Uint8Array.of(0xe0, 0x7f, 0x10, 0x00), latin1Bytes('OB'), Uint8Array.of(0, 0, 0xff, 0xff, 0xff, 0xff), items]);
};
const longValue = (): Uint8Array => {
  const bytes = claiming([]);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(bytes.length - 12, 0xfffffffe, true);
  return bytes;
};

test.each<[string, string, () => Uint8Array]>([
  ['bytes of a file', 'dicom-too-large', () => Object.defineProperty(new Uint8Array(0), 'length', { value: LIMITS.fileBytes + 1 })],
  ['depth', 'dicom-too-deep', () => writePart10({ transferSyntax: EXPLICIT_LE, elements: [...picture(), ...deep(LIMITS.depth + 1)] , undefinedLengths: true })],
  ['elements', 'dicom-too-many-elements', () => writePart10({ transferSyntax: EXPLICIT_LE, elements: [...picture(), el(0x00081140, 'SQ', Array.from({ length: LIMITS.elements + 1 }, () => []))] })],
  ['fragments', 'dicom-too-many-fragments', () => fragments(LIMITS.fragments + 2)],
  ['frames', 'dicom-image-description-bad', () => claiming(size(2, 2, LIMITS.frames + 1))],
  ['a side', 'dicom-image-description-bad', () => claiming(size(LIMITS.side + 1, 2, 1))],
  ['pixels of a frame', 'dicom-too-large', () => claiming(size(8192, 8192, 1))],
  ['frames × rows × columns', 'dicom-too-large', () => claiming(size(4096, 4096, 200))],
  ['less than that, and still not there', 'frame-count-mismatch', () => claiming(size(4096, 4096, 100))],
  ['a value longer than the file', 'dicom-truncated', longValue],
  ['unpacked bytes', 'dicom-too-large', () => writePart10({ transferSyntax: DEFLATED_LE, elements: picture(), pixel: { kind: 'native', bytes: new Uint8Array(100_000_000) } })],
])('the bound on %s holds, and what is claimed is not allocated', (what, code, make) => {
  const bytes = make();
  const before = process.memoryUsage().arrayBuffers;
  expect(rebuild(bytes, OPTIONS)).toMatchObject({ ok: false, code });
  // A deflated bomb of 100 MB stops at its bound of 4 MB; what the unpacker threw away on the way is counted too. Nothing else takes memory by what it claims.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(what === 'unpacked bytes' ? 50e6 : 2e6);
});

test('more files than a drop may have are left with a reason', async () => {
  const empty = new Blob([]);
  const { rejected } = await expand(Array.from({ length: INTAKE_LIMITS.entries + 1 }, () => ({ name: 'x', bytes: empty })));
  expect(rejected.at(-1)?.refusal).toMatchObject({ family: 'too-many', code: 'intake-zip-too-many-entries' });
}, 60_000);

test('a file beyond the bound is left by its size alone, never read', async () => {
  const head = joinBytes([new Uint8Array(128), latin1Bytes('DICM'), new Uint8Array(16)]);
  const huge = { size: INTAKE_LIMITS.fileBytes + 1, slice: (from: number, to: number) => new Blob([head.slice(from, Math.min(to, head.length))]), arrayBuffer: () => Promise.reject(new Error('read whole')) };
  const { rejected } = await expand([{ name: 'x', bytes: huge }]);
  expect(rejected.map(({ refusal }) => refusal.code)).toEqual(['intake-too-large']);
});

test('a disc that was taken out says so, and the others go on', async () => {
  const gone = { size: 500, slice: () => gone, arrayBuffer: () => Promise.reject(new Error('gone')) };
  const there = new Blob([claiming([]) as Uint8Array<ArrayBuffer>]);
  const { rejected, runs } = await expand([{ name: 'a', bytes: gone }, { name: 'b', bytes: there }]);
  expect([rejected.map(({ refusal }) => refusal.code), runs.length]).toEqual([['intake-unreadable'], 1]);
});
