import { expect, test } from 'vitest';
import { type Element, el } from '../dicom/element.ts';
import { readDicom } from '../dicom/read.ts';
import { TAG } from '../dicom/tags.ts';
import { EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE, JPEG_2000_LOSSLESS, JPEG_LOSSLESS } from '../dicom/transfer-syntaxes.ts';
import { codeOf, numbersOf } from '../dicom/values.ts';
import { writePart10 } from '../dicom/write.ts';
import { textedJpeg2000 } from '../planting/codestreams.ts';
import { type RebuildOptions, rebuild } from './rebuild.ts';

const OPTIONS: RebuildOptions = { key: new Uint8Array(32).fill(1), caseSalt: Uint8Array.of(1) };
const SIDE = 4;

const angiogram = (extra: readonly Element[] = []): Element[] => {
  const all = [
    el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(TAG.sopInstance, 'UI', '1.2.3.4'), el(TAG.studyUid, 'UI', '1.2.3'),
    el(TAG.seriesUid, 'UI', '1.2.3.1'), el(TAG.modality, 'CS', 'XA'), el(TAG.studyDate, 'DA', '20240317'), el(TAG.patientBirthDate, 'DA', '19300101'),
    el(0x00180060, 'DS', '82.5'), el(TAG.frameTimeVector, 'DS', ['0', '66.7', '33.3']), el(TAG.primaryAngle, 'DS', '-30.5'),
    el(TAG.secondaryAngle, 'DS', '20'), el(TAG.imagerPixelSpacing, 'DS', ['0.154', '0.154']), el(TAG.windowCenter, 'DS', ['512', '400']),
    el(TAG.windowWidth, 'DS', ['1024', '800']), el(TAG.frameIncrementPointer, 'AT', TAG.frameTimeVector), el(TAG.rWaveTimes, 'FL', [12.5, 700]),
    el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.frames, 'IS', '3'), el(TAG.rows, 'US', SIDE), el(TAG.columns, 'US', SIDE),
    el(TAG.bitsAllocated, 'US', 16), el(TAG.bitsStored, 'US', 10), el(TAG.highBit, 'US', 9), el(TAG.signed, 'US', 0),
  ];
  return [...all.filter((one) => !extra.some((other) => other.tag === one.tag)), ...extra];
};

const words = Uint16Array.from({ length: SIDE * SIDE * 3 }, (_, i) => (i * 21) & 0x3ff);
const run = new Uint8Array(words.buffer);

const rebuilt = (file: Uint8Array, options: RebuildOptions = OPTIONS) => {
  const result = rebuild(file, options);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  const read = readDicom(result.value.bytes);
  if (!read.ok) throw new Error(read.code);
  return { ...result.value, set: read.value.set };
};

const native = (transferSyntax: string, elements = angiogram()) => writePart10({ transferSyntax, elements, pixel: { kind: 'native', bytes: run } });

test('what reading an angiogram needs comes out exactly as it went in', () => {
  const { set, sidecar } = rebuilt(native(EXPLICIT_LE));
  expect(codeOf(set, 0x00180060)).toBe('82.5');
  expect(numbersOf(set, TAG.windowCenter)).toEqual([512, 400]);
  expect(numbersOf(set, TAG.frameIncrementPointer)).toEqual([TAG.frameTimeVector]);
  expect(sidecar).toMatchObject({
    primaryAngle: -30.5, secondaryAngle: 20, imagerPixelSpacing: [0.154, 0.154], timing: 'vector', rWaveTimesMs: [12.5, 700],
    window: { center: 512, width: 1024, shape: 'LINEAR' }, bitsStored: 10,
  });
  expect(sidecar.frameTimesMs.map((time) => Math.round(time * 10) / 10)).toEqual([0, 66.7, 100]);
});

test('a spacing in the patient says how it was calibrated, or nothing', () => {
  const spacing = el(TAG.pixelSpacing, 'DS', ['0.21', '0.21']);
  expect(rebuilt(native(EXPLICIT_LE, angiogram([spacing, el(0x00280a02, 'CS', 'FIDUCIAL')]))).sidecar).toMatchObject({ pixelSpacing: [0.21, 0.21], pixelSpacingType: 'FIDUCIAL' });
  expect(rebuilt(native(EXPLICIT_LE, angiogram([spacing]))).sidecar.pixelSpacingType).toBeNull();
});

test.each([IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE])('uncompressed pixels from %s are the same words in little endian', (transferSyntax) => {
  const { bytes, sidecar } = rebuilt(native(transferSyntax));
  expect(sidecar.transferSyntax).toBe(EXPLICIT_LE);
  sidecar.offsets.forEach(({ offset, length }, i) => {
    expect(bytes.subarray(offset, offset + length)).toEqual(run.subarray(i * length, (i + 1) * length));
  });
});

test('identifiers agree within a case and say nothing across cases', () => {
  const first = rebuilt(native(EXPLICIT_LE));
  const second = rebuilt(native(EXPLICIT_LE, angiogram([el(TAG.sopInstance, 'UI', '1.2.3.5')])));
  const elsewhere = rebuilt(native(EXPLICIT_LE), { ...OPTIONS, caseSalt: Uint8Array.of(2) });
  expect(second.sidecar.studyUid).toBe(first.sidecar.studyUid);
  expect(second.sidecar.instanceUid).not.toBe(first.sidecar.instanceUid);
  expect(elsewhere.sidecar.studyUid).not.toBe(first.sidecar.studyUid);
});

test('days between two studies stay, the dates do not', () => {
  const day = (text: string) => {
    const shifted = codeOf(rebuilt(native(EXPLICIT_LE, angiogram([el(TAG.studyDate, 'DA', text)]))).set, TAG.studyDate);
    return Date.UTC(Number(shifted.slice(0, 4)), Number(shifted.slice(4, 6)) - 1, Number(shifted.slice(6))) / 86_400_000;
  };
  expect(day('20240331') - day('20240317')).toBe(14);
  expect(day('20240317')).toBeLessThan(Date.UTC(1975, 0, 1) / 86_400_000);
});

test('ages go into bands of five years, ninety and above into one, from a birth date when there is no age', () => {
  const age = (...extra: Element[]) => codeOf(rebuilt(native(EXPLICIT_LE, angiogram(extra))).set, TAG.patientAge);
  expect(age()).toBe('090Y');
  expect(age(el(TAG.patientAge, 'AS', '063Y'))).toBe('060Y');
  expect(age(el(TAG.patientAge, 'AS', '101Y'))).toBe('090Y');
  expect(age(el(TAG.patientBirthDate, 'DA', '19800501'))).toBe('040Y');
});

test('bits above the stored ones are cleared, stored ones are not touched', () => {
  const dirty = Uint8Array.from(run);
  for (let i = 1; i < dirty.length; i += 2) dirty[i] = (dirty[i] as number) | 0xa8;
  const { bytes, sidecar, certificate } = rebuilt(writePart10({ transferSyntax: EXPLICIT_LE, elements: angiogram(), pixel: { kind: 'native', bytes: dirty } }));
  const start = sidecar.offsets[0]?.offset ?? 0;
  expect(bytes.subarray(start, start + run.length)).toEqual(run);
  expect(certificate.removed.insideFrames).toBeGreaterThan(0);
});

test('burned-in text is declared absent only after a person looked', () => {
  const said = (value: string, reviewed: boolean) => codeOf(rebuilt(native(EXPLICIT_LE, angiogram([el(TAG.burnedIn, 'CS', value)])), { ...OPTIONS, reviewed }).set, TAG.burnedIn);
  expect(said('NO', false)).toBe('');
  expect(said('YES', false)).toBe('YES');
  expect(said('YES', true)).toBe('NO');
});

test('masked frames take the place of the file’s own', () => {
  const masked = [0, 1, 2].map((i) => run.slice(i * 32, (i + 1) * 32).fill(0, 0, 8));
  const masks = [{ box: { left: 0, top: 0, width: 4, height: 1 }, frames: 'all' as const }];
  const { bytes, sidecar, certificate } = rebuilt(native(IMPLICIT_LE), { ...OPTIONS, reviewed: true, masks, replaceFrames: { transferSyntax: EXPLICIT_LE, frames: masked } });
  expect(certificate).toMatchObject({ framesReplaced: true, masks, reviewed: true, transferSyntax: { from: IMPLICIT_LE, to: EXPLICIT_LE } });
  expect(bytes.subarray(sidecar.offsets[1]?.offset, (sidecar.offsets[1]?.offset ?? 0) + 32)).toEqual(masked[1]);
  const fewer = rebuild(native(IMPLICIT_LE), { ...OPTIONS, replaceFrames: { transferSyntax: EXPLICIT_LE, frames: masked.slice(1) } });
  expect(fewer).toMatchObject({ ok: false, code: 'rebuild-bad-replacement' });
});

test('an overlay that hides in bits a codestream does not show is refused, not passed on', () => {
  const frames = [1, 2, 3].map(() => {
    const stream = textedJpeg2000(SIDE, SIDE, ['x']);
    stream[42] = 15;
    return stream;
  });
  const overlay = [el(0x60000102, 'US', 12), el(0x60000100, 'US', 16)];
  const file = (extra: Element[]) => writePart10({ transferSyntax: JPEG_2000_LOSSLESS, elements: angiogram(extra), pixel: { kind: 'encapsulated', frames } });
  expect(rebuild(file(overlay), OPTIONS)).toMatchObject({ ok: false, code: 'frame-overlay-in-pixels' });
  expect(rebuilt(file([])).certificate.unusedBitsUnseen).toBe(true);
});

test.each<[string, Uint8Array, string]>([
  ['nothing at all', new Uint8Array(0), 'dicom-not-dicom'],
  ['a text', new TextEncoder().encode('this is a letter about a patient, not an image'.repeat(9)), 'dicom-not-dicom'],
  ['a file cut short', native(EXPLICIT_LE).slice(0, -20), 'dicom-truncated'],
  ['an ECG', native(EXPLICIT_LE, angiogram([el(TAG.modality, 'CS', 'ECG')])), 'dicom-modality-not-allowed'],
  ['an embedded PDF', native(EXPLICIT_LE, angiogram([el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.104.1')])), 'dicom-kind-not-allowed'],
  ['no pixels', writePart10({ transferSyntax: EXPLICIT_LE, elements: angiogram() }), 'dicom-no-pixels'],
  ['video', native('1.2.840.10008.1.2.4.102'), 'dicom-transfer-syntax-unsupported'],
  ['more frames than it has', native(EXPLICIT_LE, angiogram([el(TAG.frames, 'IS', '400')])), 'frame-count-mismatch'],
  ['an impossible size', native(EXPLICIT_LE, angiogram([el(TAG.rows, 'US', 60_000)])), 'dicom-image-description-bad'],
  ['compressed data where the syntax says there is none', writePart10({ transferSyntax: JPEG_LOSSLESS, elements: angiogram(), pixel: { kind: 'native', bytes: run } }), 'frame-broken'],
])('%s is refused with a reason', (_name, bytes, code) => {
  expect(rebuild(bytes, OPTIONS)).toMatchObject({ ok: false, code });
});

test('a short secret is refused, since identifiers could be guessed back', () => {
  expect(rebuild(native(EXPLICIT_LE), { ...OPTIONS, key: new Uint8Array(8) })).toMatchObject({ ok: false, code: 'rebuild-bad-key' });
});
