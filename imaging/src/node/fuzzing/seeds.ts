import { zipSync } from 'fflate';
import { latin1Bytes, latin1Text, viewOf } from '../../bytes.ts';
import { rebuild } from '../../clean/rebuild.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { el } from '../../dicom/element.ts';
import { readDicom } from '../../dicom/read.ts';
import { TAG } from '../../dicom/tags.ts';
import {
  DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE, JPEG_2000_LOSSLESS, JPEG_BASELINE, JPEG_LOSSLESS, RLE_LOSSLESS,
} from '../../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../../dicom/write.ts';
import { AV1, AVC, JPEG, PNG, WEBP } from '../../photo/chromium-fixtures.ts';
import { encodeLossless } from '../../pixels/jpeg/encode.ts';
import { plantedDicom } from '../../planting/planter.ts';

/** What a fuzzed file is given to. */
export type Target = 'dicom' | 'clean' | 'zip' | 'photo' | 'mp4' | 'lossless';

export type Seed = {
  readonly name: string;
  readonly target: Target;
  readonly bytes: Uint8Array;
  /** Where lengths, tags, markers and sizes stand: changing one of these changes how all behind it is read. */
  readonly joints: readonly number[];
};

/** Fixed: a finding is told by its seed's name and its round, and must come out again. */
const OPTIONS = { key: new Uint8Array(32).fill(5), caseSalt: new Uint8Array(1) };

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Headers of elements, at every depth: eight bytes before each value, or twelve. */
const dicomJoints = (bytes: Uint8Array): number[] => {
  const read = readDicom(bytes);
  const joints = [128, 132];
  const walk = (set: DataSet): void => {
    for (const element of set.values()) {
      // A deflated body lies in another buffer, where no place of the file answers to it.
      if (element.value.buffer === bytes.buffer && element.value.length > 0) joints.push(element.value.byteOffset - bytes.byteOffset - 8);
      for (const item of element.items ?? []) walk(item);
      for (const fragment of element.fragments ?? []) joints.push(fragment.offset - 8);
    }
  };
  if (read.ok) {
    walk(read.value.meta);
    walk(read.value.set);
  }
  return joints;
};

/** Where a four-letter name or a marker stands, whatever the format. */
const textJoints = (bytes: Uint8Array, expression: RegExp): number[] => [...latin1Text(bytes).matchAll(expression)].map((found) => found.index);

const jpegJoints = (bytes: Uint8Array): number[] => {
  const joints: number[] = [];
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; at += 2 + viewOf(bytes).getUint16(at + 2)) joints.push(at);
  return joints;
};

const dicom = (name: string, bytes: Uint8Array): Seed => ({ name, target: 'dicom', bytes, joints: dicomJoints(bytes) });

const SYNTAXES = { implicit: IMPLICIT_LE, explicit: EXPLICIT_LE, 'big endian': EXPLICIT_BE, deflated: DEFLATED_LE, jpeg: JPEG_BASELINE, 'jpeg 2000': JPEG_2000_LOSSLESS, rle: RLE_LOSSLESS };

const plantedSeeds = (): Seed[] =>
  Object.entries(SYNTAXES).flatMap(([name, transferSyntax], seed) => [
    dicom(`planted ${name}`, plantedDicom({ seed, transferSyntax, modality: 'XA' }).bytes),
    dicom(`planted ${name}, open`, plantedDicom({ seed, transferSyntax, modality: 'US', undefinedLengths: true }).bytes),
  ]);

const cleanSeeds = (): Seed[] =>
  [EXPLICIT_LE, JPEG_BASELINE, JPEG_2000_LOSSLESS, RLE_LOSSLESS].flatMap((transferSyntax, seed) => {
    const made = rebuild(plantedDicom({ seed, transferSyntax, modality: 'XA' }).bytes, OPTIONS);
    return made.ok ? [{ name: `clean ${transferSyntax}`, target: 'clean' as const, bytes: made.value.bytes, joints: dicomJoints(made.value.bytes) }] : [];
  });

/** An index of a disc: records that hold names and paths. */
const directory = (): Uint8Array =>
  writePart10({
    transferSyntax: EXPLICIT_LE,
    elements: [
      el(0x00041130, 'CS', 'DISC'),
      el(TAG.directorySequence, 'SQ', [
        [el(0x00041430, 'CS', 'PATIENT'), el(TAG.patientName, 'PN', 'KARIMZADEH^SORAYA'), el(TAG.patientId, 'LO', '4711')],
        [el(0x00041430, 'CS', 'IMAGE'), el(0x00041500, 'CS', ['IMAGES', 'I1']), el(0x00041511, 'UI', '1.2.3')],
      ]),
    ],
  });

/** Few elements and few pixels: most rounds go here, because they are fast and every byte matters. */
const small = (transferSyntax: string): Uint8Array =>
  writePart10({
    transferSyntax,
    elements: [
      el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(TAG.sopInstance, 'UI', '1.2.3'), el(TAG.modality, 'CS', 'XA'), el(TAG.patientName, 'PN', 'A^B'),
      el(0x00286100, 'SQ', [[el(0x00286101, 'CS', 'AVG_SUB'), el(0x00286110, 'US', [1])]]),
      el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.rows, 'US', 4), el(TAG.columns, 'US', 4), el(TAG.bitsAllocated, 'US', 16),
      el(TAG.bitsStored, 'US', 12), el(TAG.highBit, 'US', 11), el(TAG.signed, 'US', 0),
    ],
    pixel: transferSyntax === JPEG_LOSSLESS ? { kind: 'encapsulated', frames: [lossless(4)] } : { kind: 'native', bytes: new Uint8Array(32).fill(9) },
  });

const lossless = (side: number): Uint8Array =>
  encodeLossless({ data: Uint16Array.from({ length: side * side }, (_, at) => (at * 37) & 0xfff), rows: side, columns: side, components: 1, precision: 12 });

/** Every kind of file that is parsed or rewritten, made alike each time. */
export const fuzzSeeds = (): Seed[] => {
  const zip = zipSync({ DICOMDIR: directory(), 'IMAGES/I1': small(EXPLICIT_LE), 'notes.txt': latin1Bytes('KARIMZADEH') }, { mtime: new Date(2001, 1, 1) });
  const file = (name: string, target: Target, bytes: Uint8Array, joints: readonly number[]): Seed => ({ name, target, bytes, joints });
  const [jpeg, png, webp] = [fromBase64(JPEG), fromBase64(PNG), fromBase64(WEBP)];
  const mp4 = (name: string, text: string): Seed => file(name, 'mp4', fromBase64(text), textJoints(fromBase64(text), /(ftyp|moov|mvhd|trak|tkhd|mdia|mdhd|hdlr|minf|stbl|stsd|stts|stsz|stco|stsc|mdat|avcC|av1C)/g).map((at) => at - 4));
  return [
    ...[IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE, JPEG_LOSSLESS].map((syntax) => dicom(`small ${syntax}`, small(syntax))),
    dicom('directory', directory()), ...plantedSeeds(), ...cleanSeeds(),
    file('zip', 'zip', zip, textJoints(zip, /PK../g)),
    file('jpeg', 'photo', jpeg, jpegJoints(jpeg)),
    file('png', 'photo', png, textJoints(png, /(IHDR|IDAT|IEND|PLTE)/g).map((at) => at - 4)),
    file('webp', 'photo', webp, textJoints(webp, /(RIFF|VP8.|ICCP|EXIF)/g)),
    mp4('h264', AVC), mp4('av1', AV1),
    file('lossless jpeg', 'lossless', lossless(8), jpegJoints(lossless(8))),
  ];
};
