import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { latin1Bytes } from '../bytes.ts';
import { el } from '../dicom/element.ts';
import { TAG } from '../dicom/tags.ts';
import { EXPLICIT_LE, IMPLICIT_LE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { JPEG } from '../photo/chromium-fixtures.ts';
import { expand as expandDrop, type Intake } from './expand.ts';

type Given = { instance: string; series?: string; seriesNumber?: number; number?: number; frames?: number; patient?: string; bare?: boolean };

const dicom = (given: Given): Uint8Array<ArrayBuffer> =>
  writePart10({
    transferSyntax: given.bare ? IMPLICIT_LE : EXPLICIT_LE,
    bare: given.bare ?? false,
    elements: [
      el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(TAG.sopInstance, 'UI', given.instance), el(TAG.modality, 'CS', 'XA'),
      el(TAG.seriesUid, 'UI', given.series ?? '1.9'), el(TAG.seriesNumber, 'IS', given.seriesNumber ?? 1), el(TAG.instanceNumber, 'IS', given.number ?? 1),
      el(TAG.patientId, 'LO', given.patient ?? 'one'), el(TAG.frames, 'IS', given.frames ?? 1), el(TAG.rows, 'US', 2), el(TAG.columns, 'US', 2),
      el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.bitsAllocated, 'US', 8), el(TAG.bitsStored, 'US', 8), el(TAG.highBit, 'US', 7),
    ],
    pixel: { kind: 'native', vr: 'OB', bytes: new Uint8Array(4 * (given.frames ?? 1)) },
  });

const photo = Uint8Array.from(atob(JPEG), (letter) => letter.charCodeAt(0));
/** Bytes as a browser drops them. */
const expand = (files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]): Promise<Intake> => expandDrop(files.map(({ name, bytes }) => ({ name, bytes: new Blob([bytes]) })));
const codes = (intake: Intake) => intake.rejected.map((one) => one.refusal.code);

test('runs come in the order of series and instance, whatever the order of the files', async () => {
  const files = [
    dicom({ instance: '1.3', seriesNumber: 2, number: 1, frames: 3 }),
    dicom({ instance: '1.2', seriesNumber: 1, number: 2, frames: 4 }),
    dicom({ instance: '1.1', seriesNumber: 1, number: 1, frames: 5 }),
  ];
  const { runs } = await expand(files.map((bytes, i) => ({ name: `${i}`, bytes })));
  expect(runs.map((run) => run.frames)).toEqual([5, 4, 3]);
});

test('single pictures of one series become one run, of another series another', async () => {
  const files = [
    dicom({ instance: '1.2', number: 2 }), dicom({ instance: '1.1', number: 1 }), dicom({ instance: '1.4', series: '1.8', seriesNumber: 2 }),
  ];
  const { runs } = await expand(files.map((bytes) => ({ name: 'x', bytes })));
  expect(runs.map((run) => run.files.map((file) => file.place.entry))).toEqual([[1, 0], [2]]);
});

test('an archive of a CD is opened; its index, viewer and system files are left with a reason each', async () => {
  const directory = writePart10({ transferSyntax: EXPLICIT_LE, elements: [el(TAG.directorySequence, 'SQ', [])] });
  const archive = zipSync({
    'KARIMZADEH/IMAGES/I1': dicom({ instance: '1.1', frames: 2 }),
    'KARIMZADEH/IMAGES/I2': dicom({ instance: '1.2', frames: 3, number: 2, bare: true }),
    DICOMDIR: directory,
    'VIEWER.EXE': latin1Bytes('MZ and so on'),
    '__MACOSX/._I1': latin1Bytes('junk'),
    'report.pdf': latin1Bytes('%PDF-1.7 report'),
    'photo.jpg': photo,
    'inner.zip': zipSync({ a: latin1Bytes('x') }),
  });
  const intake = await expand([{ name: 'cd.zip', bytes: archive }]);
  expect(intake.runs.map((run) => run.frames)).toEqual([2, 3]);
  expect(intake.photos).toHaveLength(1);
  expect(intake.papers.map(({ place }) => place.inner)).toEqual([5]);
  expect(codes(intake).sort()).toEqual(['dicom-directory', 'intake-system-file', 'intake-system-file', 'intake-zip-nested'].sort());
  expect(JSON.stringify([intake.rejected, intake.runs.map((run) => run.files.map((file) => file.place))])).not.toContain('KARIMZADEH');
});

test('what cannot be used is told apart', async () => {
  const named = async (bytes: Uint8Array<ArrayBuffer>) => codes(await expand([{ name: 'x', bytes }]))[0];
  expect(await named(new Uint8Array(0))).toBe('intake-empty-file');
  expect(await named(latin1Bytes('just some text, nothing more'))).toBe('intake-not-an-image');
  expect(await named(latin1Bytes('RIFF0000AVI LIST'))).toBe('intake-video');
  const painted = await expand(['ftypmp42', 'ftypqt  ', 'ftypheic'].map((brand) => ({ name: 'x', bytes: latin1Bytes(`\0\0\0\x18${brand}\0\0\0\0`) })));
  expect([painted.papers.length, painted.rejected]).toEqual([3, []]);
  expect(await named(dicom({ instance: '1', frames: 2 }).slice(0, 300))).toBe('dicom-truncated');
});

test('the same picture twice counts once, and two people in one drop are noticed', async () => {
  const one = dicom({ instance: '1.1' });
  const intake = await expand([{ name: 'a', bytes: one }, { name: 'b', bytes: one.slice() }, { name: 'c', bytes: dicom({ instance: '1.2', patient: 'two', series: '1.7' }) }]);
  expect(codes(intake)).toEqual(['intake-duplicate']);
  expect(intake.patients).toBe(2);
});

test('a bomb is refused before it is unpacked, and a lying one while it is', async () => {
  const bomb = zipSync({ big: new Uint8Array(40_000_000) }, { level: 9 });
  expect(codes(await expand([{ name: 'x', bytes: bomb }]))).toEqual(['intake-zip-ratio']);
  const lying = bomb.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  expect(codes(await expand([{ name: 'x', bytes: lying }]))).toEqual(['intake-zip-ratio']);
});

test('broken, encrypted and overlapping archives are refused', async () => {
  const archive = zipSync({ a: dicom({ instance: '1.1' }) }, { level: 0 });
  const change = (edit: (view: DataView, central: number) => void): Uint8Array<ArrayBuffer> => {
    const copy = archive.slice();
    const view = new DataView(copy.buffer);
    for (let at = 0; at < copy.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) edit(view, at);
    return copy;
  };
  expect(codes(await expand([{ name: 'x', bytes: archive.slice(0, -10) }]))).toEqual(['intake-zip-broken']);
  expect(codes(await expand([{ name: 'x', bytes: change((view, at) => view.setUint16(at + 8, 1, true)) }]))).toEqual(['intake-zip-encrypted']);
  expect(codes(await expand([{ name: 'x', bytes: change((view, at) => view.setUint32(at + 20, 0x7fffffff, true)) }]))).toEqual(['intake-zip-ratio']);
  expect(codes(await expand([{ name: 'x', bytes: change((view, at) => view.setUint32(at + 16, 7, true)) }]))).toEqual(['intake-zip-broken']);
});
