import { latin1Bytes } from '../bytes.ts';
import type { Tag } from './tags.ts';

/** A data set to be written: elements in any order; the writer sorts by tag. */
export type Item = readonly Element[];

/**
 * What an element may hold. Text and numbers become the VR's own encoding (numbers under IS and DS become text);
 * bytes go out as they are; items make a sequence.
 */
export type ElementValue = string | readonly string[] | number | readonly number[] | Uint8Array | readonly Item[];

export type Element = { readonly tag: Tag; readonly vr: string; readonly value: ElementValue };

export const el = (tag: Tag, vr: string, value: ElementValue): Element => ({ tag, vr, value });

/** VRs with two reserved bytes and a 32-bit length in explicit syntaxes (PS3.5 table 7.1-1). */
export const LONG_VRS: ReadonlySet<string> = new Set([
  'OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV',
]);

export const SHORT_VRS: ReadonlySet<string> = new Set([
  'AE', 'AS', 'AT', 'CS', 'DA', 'DS', 'DT', 'FD', 'FL', 'IS', 'LO', 'LT', 'PN', 'SH', 'SL', 'SS', 'ST', 'TM', 'UI',
  'UL', 'US',
]);

/** Bytes of one value of a binary numeric VR. */
export const NUMBER_SIZE: Readonly<Record<string, number>> = {
  US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, AT: 4,
};

/** Word size to swap for a big-endian syntax. */
export const WORD_SIZE: Readonly<Record<string, number>> = { ...NUMBER_SIZE, AT: 2, OW: 2, OF: 4, OL: 4, OD: 8, SV: 8, UV: 8, OV: 8 };

const PAD: Readonly<Record<string, number>> = { UI: 0, OB: 0, UN: 0, OW: 0 };

const writeNumber = (view: DataView, at: number, vr: string, value: number): void => {
  if (vr === 'US') view.setUint16(at, value, true);
  else if (vr === 'SS') view.setInt16(at, value, true);
  else if (vr === 'UL') view.setUint32(at, value, true);
  else if (vr === 'SL') view.setInt32(at, value, true);
  else if (vr === 'FL') view.setFloat32(at, value, true);
  else if (vr === 'FD') view.setFloat64(at, value, true);
  else {
    view.setUint16(at, value >>> 16, true);
    view.setUint16(at + 2, value & 0xffff, true);
  }
};

const encodeNumbers = (vr: string, values: readonly number[]): Uint8Array => {
  const size = NUMBER_SIZE[vr] ?? 2;
  const out = new Uint8Array(values.length * size);
  const view = new DataView(out.buffer);
  for (let i = 0; i < values.length; i++) writeNumber(view, i * size, vr, values[i] ?? 0);
  return out;
};

// Text beyond Latin-1 goes out as UTF-8: the caller then writes ISO_IR 192 into (0008,0005).
const encodeText = (text: string): Uint8Array =>
  /^[\u0000-\u00ff]*$/.test(text) ? latin1Bytes(text) : new TextEncoder().encode(text);

/** Little-endian value bytes, padded to even length by the VR's own pad byte (PS3.5 section 6.2). */
export const encodeValue = (vr: string, value: Exclude<ElementValue, readonly Item[]>): Uint8Array => {
  const bytes = encodePlain(vr, value);
  if ((bytes.length & 1) === 0) return bytes;
  const out = new Uint8Array(bytes.length + 1);
  out.set(bytes);
  out[bytes.length] = PAD[vr] ?? 0x20;
  return out;
};

const encodePlain = (vr: string, value: Exclude<ElementValue, readonly Item[]>): Uint8Array => {
  if (value instanceof Uint8Array) return value;
  const list: readonly (string | number)[] = Array.isArray(value) ? value : [value as string | number];
  if (NUMBER_SIZE[vr] !== undefined) return encodeNumbers(vr, list.map(Number));
  return encodeText(list.map(String).join('\\'));
};

/** A copy with every word of the VR reversed. */
export const swapWords = (bytes: Uint8Array, size: number): Uint8Array => {
  const out = new Uint8Array(bytes.length);
  const whole = bytes.length - (bytes.length % size);
  for (let at = 0; at < whole; at += size)
    for (let i = 0; i < size; i++) out[at + i] = bytes[at + size - 1 - i] ?? 0;
  out.set(bytes.subarray(whole), whole);
  return out;
};
