import { deflateSync } from 'fflate';
import { joinBytes, latin1Bytes } from '../bytes.ts';
import { type Element, encodeValue, type Item, LONG_VRS, swapWords, WORD_SIZE } from './element.ts';
import { elementOf, groupOf, ITEM, ITEM_END, SEQUENCE_END, TAG, type Tag, UNDEFINED_LENGTH } from './tags.ts';
import { EXPLICIT_LE, type TransferSyntax, transferSyntaxOf } from './transfer-syntaxes.ts';

/**
 * Pixel data, last in the file. Native: all frames in one run of little-endian bytes (the writer swaps OW for big endian).
 * Encapsulated: one codestream a frame; by default one fragment a frame and a filled basic offset table.
 */
export type PixelInput =
  | { readonly kind: 'native'; readonly bytes: Uint8Array; readonly vr?: 'OB' | 'OW' }
  | {
      readonly kind: 'encapsulated';
      readonly frames: readonly Uint8Array[];
      /** Split every frame in this many fragments (tests of readers). */
      readonly fragmentsPerFrame?: number;
      readonly offsetTable?: 'filled' | 'empty';
    };

export type Part10Input = {
  readonly transferSyntax: string;
  /** The data set without group 0002 and without pixel data. */
  readonly elements: readonly Element[];
  readonly pixel?: PixelInput;
  /** More or other group 0002 elements; those that are missing are filled in from the data set. */
  readonly meta?: readonly Element[];
  /** 128 bytes; zeros when absent. */
  readonly preamble?: Uint8Array;
  /** Written after the data set, as some devices do. */
  readonly trailing?: Uint8Array;
  /** Sequences and items with undefined length and delimiters. */
  readonly undefinedLengths?: boolean;
  /** Data set alone, without preamble and file meta. */
  readonly bare?: boolean;
};

export type ByteRange = { readonly offset: number; readonly length: number };

type Style = { readonly syntax: TransferSyntax; readonly undefinedLengths: boolean };

const EXPLICIT: TransferSyntax = {
  uid: EXPLICIT_LE, coding: 'native', explicit: true, bigEndian: false, deflated: false,
};

const tagBytes = (tag: Tag, bigEndian: boolean): Uint8Array => {
  const out = new Uint8Array(4);
  const view = new DataView(out.buffer);
  view.setUint16(0, groupOf(tag), !bigEndian);
  view.setUint16(2, elementOf(tag), !bigEndian);
  return out;
};

const uint32 = (value: number, bigEndian: boolean): Uint8Array => {
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, value, !bigEndian);
  return out;
};

const header = (tag: Tag, vr: string, length: number, syntax: TransferSyntax): Uint8Array => {
  const big = syntax.bigEndian;
  if (!syntax.explicit) return joinBytes([tagBytes(tag, big), uint32(length, big)]);
  if (LONG_VRS.has(vr))
    return joinBytes([tagBytes(tag, big), latin1Bytes(vr), new Uint8Array(2), uint32(length, big)]);
  if (length > 0xffff) throw new RangeError(`value of ${vr} is longer than its length field`);
  const short = new Uint8Array(2);
  new DataView(short.buffer).setUint16(0, length, !big);
  return joinBytes([tagBytes(tag, big), latin1Bytes(vr), short]);
};

const marker = (tag: Tag, length: number, style: Style): Uint8Array =>
  joinBytes([tagBytes(tag, style.syntax.bigEndian), uint32(length, style.syntax.bigEndian)]);

const isItems = (value: Element['value']): value is readonly Item[] =>
  Array.isArray(value) && value.every((one) => Array.isArray(one));

const sequenceBytes = (items: readonly Item[], style: Style): Uint8Array => {
  const parts: Uint8Array[] = [];
  for (const item of items) {
    const body = dataSetBytes(item, style);
    if (style.undefinedLengths) parts.push(marker(ITEM, UNDEFINED_LENGTH, style), body, marker(ITEM_END, 0, style));
    else parts.push(marker(ITEM, body.length, style), body);
  }
  if (style.undefinedLengths) parts.push(marker(SEQUENCE_END, 0, style));
  return joinBytes(parts);
};

const elementBytes = (one: Element, style: Style): Uint8Array => {
  if (one.vr === 'SQ' && isItems(one.value)) {
    const body = sequenceBytes(one.value, style);
    return joinBytes([header(one.tag, 'SQ', style.undefinedLengths ? UNDEFINED_LENGTH : body.length, style.syntax), body]);
  }
  const little = encodeValue(one.vr, one.value as Exclude<Element['value'], readonly Item[]>);
  const size = WORD_SIZE[one.vr];
  const body = style.syntax.bigEndian && size !== undefined ? swapWords(little, size) : little;
  return joinBytes([header(one.tag, one.vr, body.length, style.syntax), body]);
};

const dataSetBytes = (elements: readonly Element[], style: Style): Uint8Array =>
  joinBytes([...elements].sort((a, b) => a.tag - b.tag).map((one) => elementBytes(one, style)));

const evenBytes = (bytes: Uint8Array): Uint8Array => (bytes.length & 1 ? joinBytes([bytes, new Uint8Array(1)]) : bytes);

const fragmentsOf = (frame: Uint8Array, count: number): Uint8Array[] => {
  const step = Math.max(2, Math.ceil(frame.length / count / 2) * 2);
  const out: Uint8Array[] = [];
  for (let at = 0; at < frame.length; at += step) out.push(evenBytes(frame.subarray(at, at + step)));
  return out;
};

type PixelParts = { readonly parts: Uint8Array[]; readonly ranges: ByteRange[] };

const nativePixel = (pixel: PixelInput & { kind: 'native' }, syntax: TransferSyntax): PixelParts => {
  const vr = pixel.vr ?? 'OW';
  const even = evenBytes(pixel.bytes);
  const body = syntax.bigEndian && vr === 'OW' ? swapWords(even, 2) : even;
  const head = header(TAG.pixelData, vr, body.length, syntax);
  return { parts: [head, body], ranges: [{ offset: head.length, length: pixel.bytes.length }] };
};

const encapsulatedPixel = (pixel: PixelInput & { kind: 'encapsulated' }): PixelParts => {
  const split = pixel.frames.map((frame) => fragmentsOf(frame, pixel.fragmentsPerFrame ?? 1));
  const filled = (pixel.offsetTable ?? 'filled') === 'filled';
  const table = new Uint8Array(filled ? 4 * split.length : 0);
  const style: Style = { syntax: EXPLICIT, undefinedLengths: false };
  const head = [header(TAG.pixelData, 'OB', UNDEFINED_LENGTH, EXPLICIT), marker(ITEM, table.length, style), table];
  const start = 12 + 8 + table.length;
  const parts: Uint8Array[] = [];
  const ranges: ByteRange[] = [];
  let at = 0;
  split.forEach((fragments, index) => {
    if (filled) new DataView(table.buffer).setUint32(4 * index, at, true);
    ranges.push({ offset: start + at + 8, length: fragments[0]?.length ?? 0 });
    for (const fragment of fragments) {
      parts.push(marker(ITEM, fragment.length, style), fragment);
      at += 8 + fragment.length;
    }
  });
  return { parts: [...head, ...parts, marker(SEQUENCE_END, 0, style)], ranges };
};

const textOf = (elements: readonly Element[], tag: Tag): string => {
  const value = elements.find((one) => one.tag === tag)?.value;
  return typeof value === 'string' ? value : '';
};

const metaBytes = (input: Part10Input): Uint8Array => {
  const given = input.meta ?? [];
  const filled: Element[] = [
    { tag: TAG.metaVersion, vr: 'OB', value: Uint8Array.of(0, 1) },
    { tag: TAG.mediaSopClass, vr: 'UI', value: textOf(input.elements, TAG.sopClass) },
    { tag: TAG.mediaSopInstance, vr: 'UI', value: textOf(input.elements, TAG.sopInstance) },
    { tag: TAG.transferSyntax, vr: 'UI', value: input.transferSyntax },
    { tag: TAG.implementationClass, vr: 'UI', value: '2.25.1' },
  ];
  const all = [...filled.filter((one) => !given.some((other) => other.tag === one.tag)), ...given];
  const style: Style = { syntax: EXPLICIT, undefinedLengths: false };
  const body = dataSetBytes(all, style);
  return joinBytes([elementBytes({ tag: TAG.metaLength, vr: 'UL', value: body.length }, style), body]);
};

/** As `writePart10`, in parts, with the place of every frame in the whole; a native run is one range. */
export const composePart10 = (input: Part10Input): { readonly parts: Uint8Array[]; readonly ranges: ByteRange[] } => {
  const syntax = transferSyntaxOf(input.transferSyntax) ?? { ...EXPLICIT, uid: input.transferSyntax };
  const style: Style = { syntax, undefinedLengths: input.undefinedLengths ?? false };
  const head = input.bare
    ? new Uint8Array(0)
    : joinBytes([input.preamble ?? new Uint8Array(128), latin1Bytes('DICM'), metaBytes(input)]);
  const body = dataSetBytes(input.elements.filter((one) => one.tag < TAG.pixelData), style);
  const after = dataSetBytes(input.elements.filter((one) => one.tag > TAG.pixelData), style);
  const none: PixelParts = { parts: [], ranges: [] };
  const pixel = input.pixel === undefined ? none
    : input.pixel.kind === 'native' ? nativePixel(input.pixel, syntax) : encapsulatedPixel(input.pixel);
  const start = head.length + body.length;
  const ranges = pixel.ranges.map((one) => ({ offset: one.offset + start, length: one.length }));
  const set = [body, ...pixel.parts, after];
  const tail = input.trailing === undefined ? [] : [input.trailing];
  if (syntax.deflated) return { parts: [head, evenBytes(deflateSync(joinBytes(set))), ...tail], ranges: [] };
  return { parts: [head, ...set, ...tail], ranges };
};

/**
 * Writes a DICOM Part-10 file in any supported syntax (implicit, explicit, big endian, deflated, encapsulated).
 * Elements are sorted by tag; group 0002 is made from the data set. Throws RangeError for a short-VR value over 65,535 bytes.
 */
export const writePart10 = (input: Part10Input): Uint8Array<ArrayBuffer> => joinBytes(composePart10(input).parts);
