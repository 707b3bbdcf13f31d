import { latin1Text, viewOf } from '../bytes.ts';
import type { DataElement, DataSet } from './data-set.ts';
import { vrOf } from './dictionary.ts';
import { NUMBER_SIZE } from './element.ts';
import type { Tag } from './tags.ts';

/** No attribute that is kept has more values than this (frame times of a long run). */
const MOST_VALUES = 20_000;

const readNumber = (view: DataView, at: number, vr: string, little: boolean): number => {
  if (vr === 'US') return view.getUint16(at, little);
  if (vr === 'SS') return view.getInt16(at, little);
  if (vr === 'UL') return view.getUint32(at, little);
  if (vr === 'SL') return view.getInt32(at, little);
  if (vr === 'FL') return view.getFloat32(at, little);
  if (vr === 'FD') return view.getFloat64(at, little);
  return view.getUint16(at, little) * 65536 + view.getUint16(at + 2, little);
};

/** Values of a binary numeric VR; bytes that do not fill a value are left out. */
export const binaryNumbers = (element: DataElement, vr: string): number[] => {
  const size = NUMBER_SIZE[vr] ?? 2;
  const view = viewOf(element.value);
  const out: number[] = [];
  for (let at = 0; at + size <= element.value.length && out.length < MOST_VALUES; at += size)
    out.push(readNumber(view, at, vr, !element.bigEndian));
  return out;
};

/** The backslash-separated parts of a text value, trimmed of padding, bytes taken as Latin-1: for codes and numbers. */
export const codeTexts = (element: DataElement): string[] => {
  const text = latin1Text(element.value.subarray(0, MOST_VALUES * 17)).replace(/[\0 ]+$/, '');
  return text === '' ? [] : text.split('\\').map((part) => part.trim());
};

/** PS3.5 section 6.2, DS: a fixed or floating decimal. Some devices write more than 16 characters. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;
export const decimal = (text: string): number | undefined =>
  text.length <= 32 && DECIMAL.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;

const TEXT_NUMBERS = new Set(['DS', 'IS']);

const isNumeric = (vr: string): boolean => TEXT_NUMBERS.has(vr) || NUMBER_SIZE[vr] !== undefined;

/** The VR by which numbers are read: the file's own, or the dictionary's where the file's holds no numbers (UN, or a wrong one). */
const numericVr = (element: DataElement): string => (isNumeric(element.vr) ? element.vr : (vrOf(element.tag) ?? 'UN'));

/** Numbers under any VR that the tag can mean; undefined when absent, empty, or when any part is not a number. */
export const numbersOf = (set: DataSet, tag: Tag): number[] | undefined => {
  const element = set.get(tag);
  if (element === undefined || element.value.length === 0) return undefined;
  const vr = numericVr(element);
  if (!TEXT_NUMBERS.has(vr)) return NUMBER_SIZE[vr] === undefined ? undefined : binaryNumbers(element, vr);
  const parts = codeTexts(element).map(decimal);
  return parts.every((part) => part !== undefined) ? parts : undefined;
};

export const numberOf = (set: DataSet, tag: Tag): number | undefined => numbersOf(set, tag)?.[0];

export const codeOf = (set: DataSet, tag: Tag): string => {
  const element = set.get(tag);
  return element === undefined ? '' : (codeTexts(element)[0] ?? '');
};
