import { zlibSync } from 'fflate';
import { hexOf, joinBytes, latin1Bytes } from '../bytes.ts';
import { type Element, el, type Item } from '../dicom/element.ts';
import { TAG, type Tag } from '../dicom/tags.ts';
import { JPEG_2000_LOSSLESS, JPEG_BASELINE, RLE_LOSSLESS, transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { type PixelInput, writePart10 } from '../dicom/write.ts';
import { iso8859Arabic, windows1256 } from './arabic-bytes.ts';
import { textedJpeg, textedJpeg2000, textedRle } from './codestreams.ts';
import { type Sower, sowerFrom } from './needles.ts';
import { type Needle, base64Of, utf16 as utf16Bytes } from './scan.ts';
import { persianDigits } from './spellings.ts';

export type PlantOptions = {
  readonly seed: number;
  readonly transferSyntax: string;
  readonly modality: 'XA' | 'US' | 'SC';
  readonly undefinedLengths?: boolean;
  /** Only what a strict reader takes: no wrong values in kept places, no sequences as UN, nothing behind the end. */
  readonly orderly?: boolean;
};
export type Planted = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly needles: readonly Needle[];
  /** Tags of numbers that viewing and measuring need; cleaning keeps them exactly. */
  readonly kept: readonly Tag[];
};

export const PLANT_SIDE = 24;
const FRAMES = 3;

const SOP_CLASS = { XA: '12.1', US: '3.1', SC: '7.2' } as const;

const latinText: readonly [number, string][] = [
  [0x00080050, 'SH'], [0x00080080, 'LO'], [0x00080081, 'ST'], [0x00080090, 'PN'], [0x00081010, 'SH'], [0x00081030, 'LO'],
  [0x0008103e, 'LO'], [0x00081040, 'LO'], [0x00081048, 'PN'], [0x00081050, 'PN'], [0x00081070, 'PN'], [0x00081080, 'LO'],
  [0x00081090, 'LO'], [0x00082111, 'ST'], [0x00100021, 'LO'], [0x00101001, 'PN'], [0x00101040, 'LO'], [0x00102154, 'SH'],
  [0x00102160, 'SH'], [0x00180010, 'LO'], [0x00181000, 'LO'], [0x00181030, 'LO'], [0x00181400, 'LO'],
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

/** The same kinds of text as other hands write them: other character sets, words of two bytes, packed, coded, turned about. */
const otherHands = (sow: Sower, seed: number): Element[] => {
  const arabic = sow.arabic('name in ISO 8859-6');
  const windows = sow.persian('name in Windows-1256');
  const utf8 = (text: string) => new TextEncoder().encode(text);
  return [
    el(0x00101005, 'PN', joinBytes([utf8('X='), Uint8Array.of(0x1b, 0x2d, 0x47), iso8859Arabic(arabic) ?? utf8(arabic)])),
    el(0x00101060, 'PN', windows1256(windows) ?? utf8(windows)),
    el(0x00091010, 'UN', utf16Bytes(sow.name('UTF-16, little'), true)),
    el(0x00091011, 'OB', utf16Bytes(sow.name('UTF-16, big'), false)),
    el(0x00091012, 'UN', zlibSync(utf8(`<patient>${sow.name('packed')}</patient>`))),
    el(0x00091013, 'UN', latin1Bytes(base64Of(utf8(sow.name('base64'))))),
    el(0x00091014, 'UN', latin1Bytes(hexOf(utf8(sow.digits('hex'))))),
    el(0x00091015, 'LO', sow.name('turned about').split(' ').reverse().join('^')),
    el(0x00104000, 'LT', persianDigits(sow.digits('Persian digits'))),
    el(0x00380500, 'LO', sow.date('a date in a comment').replace(/(....)(..)(..)/, seed % 2 === 0 ? '$3.$2.$1' : '$1/$2/$3')),
    el(0x00081120, 'UN', encodedItem(0x00100010, sow.name('a sequence as unknown'))),
    el(0x00400555, 'SQ', [[el(0x0040a160, 'UT', sow.name('a content item')), el(0x0040a123, 'PN', sow.persian('a person in a content item'))]]),
  ];
};

/** An item of one implicit element: what stands in a sequence that somebody wrote as UN. */
const encodedItem = (tag: number, text: string): Uint8Array => {
  const value = latin1Bytes(text.length % 2 === 0 ? text : `${text} `);
  const out = new Uint8Array(16 + value.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0xe000fffe, true);
  view.setUint32(4, 8 + value.length, true);
  view.setUint16(8, tag >>> 16, true);
  view.setUint16(10, tag & 0xffff, true);
  view.setUint32(12, value.length, true);
  out.set(value, 16);
  return out;
};

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
  el(TAG.patientBirthDate, 'DA', sow.date('birth date')),
  el(0x00101000, 'UN', latin1Bytes(sow.digits('other id'))),
  el(TAG.patientSex, 'CS', 'F'),
];

const picture = (deep: boolean): readonly Element[] => [
  el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.frames, 'IS', String(FRAMES)),
  el(TAG.rows, 'US', PLANT_SIDE), el(TAG.columns, 'US', PLANT_SIDE), el(TAG.bitsAllocated, 'US', deep ? 16 : 8),
  el(TAG.bitsStored, 'US', deep ? 12 : 8), el(TAG.highBit, 'US', deep ? 11 : 7), el(TAG.signed, 'US', 0), ...(deep ? highOverlay : []),
];

const xrayValues = (n: number): Element[] => [
  el(0x00181110, 'DS', String(900 + n)), el(0x00181111, 'DS', String(700 + n)), el(0x00181114, 'DS', (1.2 + n / 1000).toFixed(3)), el(0x00181150, 'IS', String(5 + (n % 9))),
  el(0x00181151, 'IS', String(300 + n)), el(0x00181154, 'DS', (4 + n / 10).toFixed(1)), el(0x0018115e, 'DS', (10 + n / 7).toFixed(2)), el(0x00181164, 'DS', ['0.308', '0.308']),
  el(0x00181510, 'DS', (n / 3 - 40).toFixed(1)), el(0x00181511, 'DS', (20 - n / 5).toFixed(1)), el(0x00181602, 'IS', String(n)), el(0x00286040, 'US', [1, 2]),
];

/** What must stay: cine rate and times, window, rescale, and for angiograms geometry, dose and R waves. */
const keptValues = ({ seed, modality }: PlantOptions): Element[] => {
  const n = seed % 100;
  return [
    el(0x00180040, 'IS', String(10 + (n % 20))), el(0x00181066, 'DS', String(n)), el(0x00281050, 'DS', String(100 + n)), el(0x00281051, 'DS', String(200 + n)),
    el(0x00281052, 'DS', String(-n)), el(0x00281053, 'DS', '1'), el(0x00181088, 'IS', String(50 + n)), ...(modality === 'XA' ? xrayValues(n) : []),
  ];
};

/** An overlay that says it lies in bit 12 of the pixels (PS3.3 section C.9.2, retired). */
const highOverlay: readonly Element[] = [el(0x60040010, 'US', PLANT_SIDE), el(0x60040011, 'US', PLANT_SIDE), el(0x60040100, 'US', 16), el(0x60040102, 'US', 12)];

/** 12 of 16 bits are picture; the four above hold text, two words a letter, as overlays of old did. */
const highBitRun = (sow: Sower): Uint8Array => {
  const out = new Uint8Array(2 * PLANT_SIDE * PLANT_SIDE * FRAMES);
  for (let word = 0; word < out.length / 2; word++) {
    out[2 * word] = (word * 7) & 0xff;
    out[2 * word + 1] = word & 0x0f;
  }
  for (const [i, byte] of latin1Bytes(sow.name('high bits')).entries()) {
    out[4 * i + 1] = ((out[4 * i + 1] as number) & 0x0f) | (byte & 0xf0);
    out[4 * i + 3] = ((out[4 * i + 3] as number) & 0x0f) | ((byte & 0x0f) << 4);
  }
  return out;
};

/** Every other seed of an uncompressed syntax has deep pixels. */
const isDeep = ({ seed, transferSyntax }: PlantOptions): boolean => transferSyntaxOf(transferSyntax)?.coding === 'native' && seed % 2 === 1;

const pixelsFor = (transferSyntax: string, sow: Sower, deep: boolean): PixelInput => {
  const each = (make: (i: number) => Uint8Array) => Array.from({ length: FRAMES }, (_, i) => make(i));
  const texts = (i: number, count: number) => Array.from({ length: count }, (_, part) => sow.name(`frame ${i}, place ${part}`));
  if (transferSyntax === JPEG_BASELINE) return { kind: 'encapsulated', frames: each((i) => textedJpeg(PLANT_SIDE, PLANT_SIDE, texts(i, 5))), fragmentsPerFrame: 2 };
  if (transferSyntax === JPEG_2000_LOSSLESS) return { kind: 'encapsulated', frames: each((i) => textedJpeg2000(PLANT_SIDE, PLANT_SIDE, texts(i, 3))) };
  if (transferSyntax === RLE_LOSSLESS) return { kind: 'encapsulated', frames: each((i) => textedRle(PLANT_SIDE, PLANT_SIDE, 40 + i, sow.name(`frame ${i} end`))) };
  if (deep) return { kind: 'native', bytes: joinBytes([highBitRun(sow), latin1Bytes(sow.digits('beyond the last frame'))]) };
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
  const orderly = options.orderly ?? false;
  const pixel = pixelsFor(options.transferSyntax, sow, isDeep(options));
  const kept = keptValues(options);
  const elements = [
    ...kept,
    ...identity(sow, options.modality), ...latinText.map(([tag, vr]) => el(tag, vr, sow.name(`element ${tag.toString(16)}`))),
    ...otherHands(sow, options.seed).filter((one) => !orderly || one.tag !== 0x00081120), ...(orderly ? [] : abused(sow)), ...sequences(sow), ...groups(sow), ...picture(isDeep(options)),
  ];
  const bytes = writePart10({
    transferSyntax: options.transferSyntax,
    preamble,
    meta: orderly ? [el(0x00020013, 'SH', sow.digits('implementation'))] : [el(0x00020013, 'SH', sow.digits('implementation')), el(0x00020016, 'AE', sow.name('application')), el(0x00020102, 'OB', latin1Bytes(sow.digits('private meta')))],
    elements: [...elements, ...(orderly ? [] : after(sow))],
    pixel,
    undefinedLengths: options.undefinedLengths ?? false,
    ...(packed || orderly ? {} : { trailing: latin1Bytes(`${sow.name('behind the end')}\0`) }),
  });
  return { bytes, needles: sow.sown, kept: [...kept.map((one) => one.tag), ...picture(isDeep(options)).map((one) => one.tag).filter((tag) => tag >>> 16 === 0x28 && tag !== TAG.photometric)] };
};
