import { joinBytes, latin1Bytes } from '../bytes.ts';
import { type Element, el, type Item } from '../dicom/element.ts';
import { TAG } from '../dicom/tags.ts';
import { JPEG_2000_LOSSLESS, JPEG_BASELINE, RLE_LOSSLESS, transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { type PixelInput, writePart10 } from '../dicom/write.ts';
import { textedJpeg, textedJpeg2000, textedRle } from './codestreams.ts';
import { type Sower, sowerFrom } from './needles.ts';
import type { Needle } from './scan.ts';

export type PlantOptions = {
  readonly seed: number;
  readonly transferSyntax: string;
  readonly modality: 'XA' | 'US' | 'SC';
  readonly undefinedLengths?: boolean;
};
export type Planted = { readonly bytes: Uint8Array<ArrayBuffer>; readonly needles: readonly Needle[] };

export const PLANT_SIDE = 24;
const FRAMES = 3;

const SOP_CLASS = { XA: '12.1', US: '3.1', SC: '7.2' } as const;

const latinText: readonly [number, string][] = [
  [0x00080050, 'SH'], [0x00080080, 'LO'], [0x00080081, 'ST'], [0x00080090, 'PN'], [0x00081010, 'SH'], [0x00081030, 'LO'],
  [0x0008103e, 'LO'], [0x00081040, 'LO'], [0x00081048, 'PN'], [0x00081050, 'PN'], [0x00081070, 'PN'], [0x00081080, 'LO'],
  [0x00081090, 'LO'], [0x00082111, 'ST'], [0x00100021, 'LO'], [0x00101001, 'PN'], [0x00101040, 'LO'], [0x00102154, 'SH'],
  [0x00102160, 'SH'], [0x00104000, 'LT'], [0x00180010, 'LO'], [0x00181000, 'LO'], [0x00181030, 'LO'], [0x00181400, 'LO'],
  [0x00184000, 'LT'], [0x00200010, 'SH'], [0x00204000, 'LT'], [0x00281055, 'LO'], [0x00321032, 'PN'], [0x00321060, 'LO'],
  [0x00324000, 'LT'], [0x00380010, 'LO'], [0x00400006, 'PN'], [0x00400254, 'LO'], [0x40084000, 'ST'], [0x21100030, 'LO'],
];

/** Attributes that stay, holding what must not: text, numbers out of range, a name among terms. */
const abused = (sow: Sower): Element[] => [
  el(0x00180060, 'LO', sow.name('kVp as text')),
  el(0x00181063, 'UN', latin1Bytes(sow.digits('frame time as unknown'))),
  el(0x00080008, 'CS', ['ORIGINAL', 'PRIMARY', sow.name('image type')]),
  el(0x00200011, 'IS', sow.digits('series number')),
  el(0x00181155, 'CS', sow.name('radiation setting')),
  el(0x00281054, 'LO', sow.name('rescale type')),
  el(0x00181065, 'DS', ['0', sow.digits('frame time vector')]),
  el(0x00200052, 'UI', `1.2.826.${sow.digits('frame of reference')}`),
  el(0x00280051, 'CS', ['DECY', sow.name('corrected image')]),
];

const nested = (sow: Sower, depth: number): Item => [
  el(0x00401001, 'SH', sow.name(`nested ${depth}`)),
  el(0x00091001 + depth, 'UN', latin1Bytes(sow.name(`private nested ${depth}`))),
  ...(depth > 0 ? [el(0x00400275, 'SQ', [nested(sow, depth - 1)])] : []),
];

const sequences = (sow: Sower): Element[] => [
  el(0x00400275, 'SQ', [nested(sow, 7)]),
  el(0x00081110, 'SQ', [[el(0x00081155, 'UI', `1.2.840.${sow.digits('referenced study')}`)]]),
  el(0x00081140, 'SQ', [[el(0x00081150, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(0x00081155, 'UI', `1.2.840.${sow.digits('referenced image')}`), el(0x00204000, 'LT', sow.name('inside a kept sequence'))]]),
  el(0x00286100, 'SQ', [[el(0x00286101, 'CS', 'AVG_SUB'), el(0x00286190, 'ST', sow.name('mask explanation')), el(0x00286110, 'US', [1])]]),
  el(0x00186011, 'SQ', [[el(0x00186012, 'US', 1), el(0x00186018, 'UL', 0), el(0x00104000, 'LT', sow.name('inside a region'))]]),
  el(0x00283010, 'SQ', [[el(0x00283002, 'US', [16, 0, 16]), el(0x00283003, 'LO', sow.name('table explanation')), el(0x00283006, 'OW', joinBytes([new Uint8Array(32), latin1Bytes(sow.digits('beyond the table'))]))]]),
  el(0x00880200, 'SQ', [[el(TAG.rows, 'US', 4), el(TAG.pixelData, 'OW', latin1Bytes(sow.digits('icon')))]]),
];

const groups = (sow: Sower): Element[] => [
  el(0x00090010, 'LO', sow.name('private creator')),
  el(0x00091002, 'UN', latin1Bytes(sow.name('private value'))),
  el(0x00191003, 'SQ', [[el(0x00100010, 'PN', sow.name('private sequence'))]]),
  el(0x50000022, 'LO', sow.name('curve label')),
  el(0x50003000, 'OW', latin1Bytes(sow.digits('curve data'))),
  el(0x60000022, 'LO', sow.name('overlay description')),
  el(0x60001500, 'LO', sow.name('overlay label')),
  el(0x60003000, 'OW', latin1Bytes(sow.digits('overlay data'))),
  el(0x60024000, 'LT', sow.name('overlay comment')),
];

const after = (sow: Sower): Element[] => [
  el(0xfffafffa, 'SQ', [[el(0x04000115, 'OB', latin1Bytes(sow.digits('signature')))]]),
  el(0xfffcfffc, 'OB', latin1Bytes(sow.digits('padding'))),
];

const identity = (sow: Sower, modality: PlantOptions['modality']): Element[] => [
  el(0x00080005, 'CS', 'ISO_IR 192'),
  el(TAG.sopClass, 'UI', `1.2.840.10008.5.1.4.1.1.${SOP_CLASS[modality]}`),
  el(TAG.sopInstance, 'UI', `1.2.840.113619.${sow.digits('instance')}`),
  el(TAG.studyUid, 'UI', `1.2.840.113619.${sow.digits('study')}`),
  el(TAG.seriesUid, 'UI', `1.2.840.113619.${sow.digits('series')}`),
  el(TAG.modality, 'CS', modality === 'SC' ? 'OT' : modality),
  el(TAG.studyDate, 'DA', '20240317'),
  el(0x00080030, 'TM', '101530'),
  el(TAG.patientName, 'PN', sow.persian('name')),
  el(TAG.patientId, 'LO', sow.digits('patient id')),
  el(TAG.patientBirthDate, 'DA', '19610423'),
  el(0x00101000, 'UN', latin1Bytes(sow.digits('other id'))),
  el(TAG.patientSex, 'CS', 'F'),
];

const picture: readonly Element[] = [
  el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.frames, 'IS', String(FRAMES)),
  el(TAG.rows, 'US', PLANT_SIDE), el(TAG.columns, 'US', PLANT_SIDE), el(TAG.bitsAllocated, 'US', 8),
  el(TAG.bitsStored, 'US', 8), el(TAG.highBit, 'US', 7), el(TAG.signed, 'US', 0),
];

const pixelsFor = (transferSyntax: string, sow: Sower): PixelInput => {
  const each = (make: (i: number) => Uint8Array) => Array.from({ length: FRAMES }, (_, i) => make(i));
  const texts = (i: number, count: number) => Array.from({ length: count }, (_, part) => sow.name(`frame ${i}, place ${part}`));
  if (transferSyntax === JPEG_BASELINE) return { kind: 'encapsulated', frames: each((i) => textedJpeg(PLANT_SIDE, PLANT_SIDE, texts(i, 5))), fragmentsPerFrame: 2 };
  if (transferSyntax === JPEG_2000_LOSSLESS) return { kind: 'encapsulated', frames: each((i) => textedJpeg2000(PLANT_SIDE, PLANT_SIDE, texts(i, 3))) };
  if (transferSyntax === RLE_LOSSLESS) return { kind: 'encapsulated', frames: each((i) => textedRle(PLANT_SIDE, PLANT_SIDE, 40 + i, sow.name(`frame ${i} end`))) };
  const run = new Uint8Array(PLANT_SIDE * PLANT_SIDE * FRAMES).map((_, i) => (i * 7) & 0xff);
  return { kind: 'native', vr: 'OB', bytes: joinBytes([run, latin1Bytes(sow.digits('beyond the last frame'))]) };
};

/**
 * A DICOM file with invented identifiers in every place where a file can hold one: preamble, file meta, elements of many kinds
 * and depths, private groups, overlays, curves, tables, codestreams, padding, behind the end. Deterministic by seed.
 */
export const plantedDicom = (options: PlantOptions): Planted => {
  const sow = sowerFrom(options.seed);
  const preamble = new Uint8Array(128);
  preamble.set(latin1Bytes(sow.name('preamble')));
  // What a deflated stream holds is not looked for in its packed form, so the packed file has no trailing text.
  const packed = transferSyntaxOf(options.transferSyntax)?.deflated ?? false;
  const pixel = pixelsFor(options.transferSyntax, sow);
  const elements = [
    ...identity(sow, options.modality), ...latinText.map(([tag, vr]) => el(tag, vr, sow.name(`element ${tag.toString(16)}`))),
    ...abused(sow), ...sequences(sow), ...groups(sow), ...picture,
  ];
  const bytes = writePart10({
    transferSyntax: options.transferSyntax,
    preamble,
    meta: [el(0x00020013, 'SH', sow.digits('implementation')), el(0x00020016, 'AE', sow.name('application')), el(0x00020102, 'OB', latin1Bytes(sow.digits('private meta')))],
    elements: [...elements, ...after(sow)],
    pixel,
    undefinedLengths: options.undefinedLengths ?? false,
    ...(packed ? {} : { trailing: latin1Bytes(`${sow.name('behind the end')}\0`) }),
  });
  return { bytes, needles: sow.sown };
};
