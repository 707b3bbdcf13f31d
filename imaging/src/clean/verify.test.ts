import { expect, test } from 'vitest';
import { joinBytes, latin1Bytes } from '../bytes.ts';
import { type Element, el } from '../dicom/element.ts';
import { readDicom } from '../dicom/read.ts';
import { TAG } from '../dicom/tags.ts';
import { EXPLICIT_LE, JPEG_BASELINE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { plantedDicom } from '../planting/planter.ts';
import { textedJpeg } from '../planting/codestreams.ts';
import { metaElements, constantElements } from './constants.ts';
import { rebuild } from './rebuild.ts';
import { indexOf, verify } from './verify.ts';

const KEY = new Uint8Array(32).fill(3);

const cleanFile = (transferSyntax = EXPLICIT_LE): Uint8Array => {
  const rebuilt = rebuild(plantedDicom({ seed: 5, transferSyntax, modality: 'XA' }).bytes, { key: KEY, caseSalt: Uint8Array.of(1), reviewed: true });
  if (!rebuilt.ok) throw new Error(rebuilt.code);
  return rebuilt.value.bytes;
};

/** A clean file by hand, so that a test can put in what `rebuild` never would. */
const handMade = (extra: readonly Element[], over: Partial<Parameters<typeof writePart10>[0]> = {}): Uint8Array => {
  const read = readDicom(cleanFile());
  if (!read.ok) throw new Error(read.code);
  const { set } = read.value;
  const uid = (tag: number) => String.fromCharCode(...(set.get(tag)?.value ?? [])).replace(/\0$/, '');
  const sopClass = uid(TAG.sopClass);
  const given: Element[] = [
    el(TAG.sopClass, 'UI', sopClass), el(TAG.sopInstance, 'UI', uid(TAG.sopInstance)), el(TAG.studyUid, 'UI', uid(TAG.studyUid)),
    el(TAG.seriesUid, 'UI', uid(TAG.seriesUid)), el(TAG.modality, 'CS', 'XA'), el(TAG.studyDate, 'DA', ''), ...constantElements('NO'),
    el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.rows, 'US', 4), el(TAG.columns, 'US', 4),
    el(TAG.bitsAllocated, 'US', 16), el(TAG.bitsStored, 'US', 12), el(TAG.highBit, 'US', 11), el(TAG.signed, 'US', 0),
  ];
  const kept = given.filter((one) => !extra.some((other) => other.tag === one.tag));
  return writePart10({
    transferSyntax: EXPLICIT_LE, meta: metaElements(sopClass, uid(TAG.sopInstance), EXPLICIT_LE), elements: [...kept, ...extra],
    pixel: { kind: 'native', vr: 'OW', bytes: new Uint8Array(32) }, ...over,
  });
};

const refusal = (bytes: Uint8Array, options = {}): string => {
  const result = verify(bytes, options);
  return result.ok ? 'accepted' : `${result.code} ${result.params['tag'] ?? result.params['frame'] ?? ''}`.trim();
};

test('a file written by hand in the clean form is accepted, so the refusals below are about what they plant', () => {
  expect(refusal(handMade([]))).toBe('accepted');
});

test.each<[string, readonly Element[], string]>([
  ['a patient name', [el(TAG.patientName, 'PN', 'KARIMZADEH^S')], 'verify-constant-changed 00100010'],
  ['an institution', [el(0x00080080, 'LO', 'GOLESTAN')], 'verify-element-not-allowed 00080080'],
  ['a private element', [el(0x00091001, 'LO', 'x')], 'verify-private-element 00091001'],
  ['an overlay', [el(0x60003000, 'OW', new Uint8Array(4))], 'verify-element-not-allowed 60003000'],
  ['a real date', [el(TAG.studyDate, 'DA', '20240317')], 'verify-date-not-shifted 00080020'],
  ['a real identifier', [el(TAG.studyUid, 'UI', '1.2.840.113619.2.1')], 'verify-uid-not-replaced 0020000D'],
  ['an exact age', [el(TAG.patientAge, 'AS', '061Y')], 'verify-value-not-allowed 00101010'],
  ['free text under a number', [el(0x00180060, 'LO', 'KARIMZADEH')], 'verify-value-not-allowed 00180060'],
  ['an element inside a kept sequence', [el(0x00186011, 'SQ', [[el(0x00186012, 'US', 1), el(0x00104000, 'LT', 'x')]])], 'verify-element-not-allowed 00186011'],
  ['an element inside a mask sequence', [el(0x00286100, 'SQ', [[el(0x00286101, 'CS', 'TID'), el(0x00286190, 'ST', 'x')]])], 'verify-element-not-allowed 00286190'],
  ['a term that is none', [el(0x00181155, 'CS', 'BIJAN')], 'verify-value-not-allowed 00181155'],
  ['signatures', [el(0xfffafffa, 'SQ', [[el(0x04000115, 'OB', new Uint8Array(4))]])], 'verify-element-not-allowed FFFAFFFA'],
])('a file with %s is refused with its place', (_name, extra, expected) => {
  expect(refusal(handMade(extra))).toBe(expected);
});

test('what hides around the data set is refused', () => {
  const clean = cleanFile();
  const preamble = clean.slice();
  preamble[5] = 65;
  expect(refusal(preamble)).toBe('verify-preamble-not-empty');
  expect(refusal(joinBytes([clean, latin1Bytes('BIJAN NOWROUZI')]))).toMatch(/^verify-/);
  expect(refusal(handMade([], { meta: [el(0x00020016, 'AE', 'CATHLAB2')] }))).toBe('verify-file-meta-foreign 00020016');
  expect(refusal(handMade([], { pixel: { kind: 'native', vr: 'OW', bytes: new Uint8Array(40) } }))).toMatch(/^verify-not-canonical/);
  expect(refusal(handMade([], { undefinedLengths: true }))).toMatch(/^verify-not-canonical/);
});

test('bits above the stored ones may hold no overlay', () => {
  const bytes = new Uint8Array(32);
  bytes[9] = 0x10;
  expect(refusal(handMade([], { pixel: { kind: 'native', vr: 'OW', bytes } }))).toBe('verify-frame-not-clean 0');
});

test('frames with comments, or in several fragments, are refused', () => {
  const clean = cleanFile(JPEG_BASELINE);
  expect(refusal(clean)).toBe('accepted');
  const read = readDicom(clean);
  if (!read.ok) throw new Error(read.code);
  const shape = [el(TAG.rows, 'US', 24), el(TAG.columns, 'US', 24), el(TAG.bitsAllocated, 'US', 8), el(TAG.bitsStored, 'US', 8), el(TAG.highBit, 'US', 7)];
  const meta = metaElements('1.2.840.10008.5.1.4.1.1.12.1', '2.25.1', JPEG_BASELINE).filter((one) => one.tag !== TAG.mediaSopInstance);
  const frame = textedJpeg(24, 24, ['BIJAN']);
  const pixel = { kind: 'encapsulated' as const, frames: [frame] };
  expect(refusal(handMade(shape, { transferSyntax: JPEG_BASELINE, meta, pixel }))).toBe('verify-frame-not-clean 0');
  expect(refusal(handMade(shape, { transferSyntax: JPEG_BASELINE, meta, pixel: { ...pixel, fragmentsPerFrame: 3 } }))).toBe('verify-frame-layout 0');
});

test('a file that nobody looked at is refused where that is asked', () => {
  const rebuilt = rebuild(plantedDicom({ seed: 2, transferSyntax: EXPLICIT_LE, modality: 'US' }).bytes, { key: KEY, caseSalt: new Uint8Array(1) });
  if (!rebuilt.ok) throw new Error(rebuilt.code);
  expect(refusal(rebuilt.value.bytes)).toBe('accepted');
  expect(refusal(rebuilt.value.bytes, { mustBeReviewed: true })).toBe('verify-not-reviewed');
  expect(refusal(cleanFile(), { mustBeReviewed: true })).toBe('accepted');
});

test('the index of a written file is the sidecar that was made with it', () => {
  const rebuilt = rebuild(plantedDicom({ seed: 8, transferSyntax: JPEG_BASELINE, modality: 'XA' }).bytes, { key: KEY, caseSalt: new Uint8Array(1), frameHashes: true });
  if (!rebuilt.ok) throw new Error(rebuilt.code);
  const index = indexOf(rebuilt.value.bytes, { frameHashes: true });
  const checked = verify(rebuilt.value.bytes, { frameHashes: true });
  expect(index.ok && index.value).toEqual(rebuilt.value.sidecar);
  expect(checked.ok && checked.value).toEqual(rebuilt.value.sidecar);
  for (const { offset } of rebuilt.value.sidecar.offsets) expect([...rebuilt.value.bytes.subarray(offset, offset + 2)]).toEqual([0xff, 0xd8]);
});
