import { viewOf } from '../bytes.ts';
import type { DataElement, DataSet } from '../dicom/data-set.ts';
import { type Element, el } from '../dicom/element.ts';
import type { Tag } from '../dicom/tags.ts';
import { numbersOf } from '../dicom/values.ts';

/** Descriptor, table and segments of red, green and blue. */
const CHANNELS: readonly (readonly [Tag, Tag, Tag])[] = [
  [0x00281101, 0x00281201, 0x00281221],
  [0x00281102, 0x00281202, 0x00281222],
  [0x00281103, 0x00281203, 0x00281223],
];

const DISCRETE = 0;
const LINEAR = 1;
const INDIRECT = 2;
/** One segment of one entry each, for 65,536 entries, is the longest way to say a table. */
const MOST_WORDS = 3 * 65_536;

type Reading = { readonly words: readonly number[]; readonly entries: number; readonly out: number[] };

/** One discrete or linear segment at word `at`; the word behind it, or undefined when it is neither or runs over. */
const segment = ({ words, entries, out }: Reading, at: number): number | undefined => {
  const [kind, count] = [words[at], words[at + 1]];
  if (count === undefined || out.length + count > entries) return undefined;
  if (kind === DISCRETE) {
    if (at + 2 + count > words.length) return undefined;
    out.push(...words.slice(at + 2, at + 2 + count));
    return at + 2 + count;
  }
  const [from, to] = [out.at(-1), words[at + 2]];
  if (kind !== LINEAR || from === undefined || to === undefined) return undefined;
  for (let step = 1; step <= count; step++) out.push(Math.round(from + ((to - from) * step) / count));
  return at + 3;
};

/** Segments told again from a byte offset of the same data; those may not point on. */
const again = (reading: Reading, at: number): number | undefined => {
  const [count = 0, low = 0, high = 0] = reading.words.slice(at + 1, at + 4);
  let from: number | undefined = (low + high * 65_536) / 2;
  for (let i = 0; i < count && from !== undefined; i++) from = segment(reading, from);
  return from === undefined ? undefined : at + 4;
};

const table = (segments: DataElement, entries: number): number[] | undefined => {
  const view = viewOf(segments.value);
  const words = Array.from({ length: Math.min(segments.value.length >> 1, MOST_WORDS) }, (_, i) => view.getUint16(2 * i, !segments.bigEndian));
  const reading: Reading = { words, entries, out: [] };
  let at: number | undefined = 0;
  while (at !== undefined && at < words.length && reading.out.length < entries)
    at = words[at] === INDIRECT ? again(reading, at) : segment(reading, at);
  return reading.out.length === entries ? reading.out : undefined;
};

/**
 * The tables of a palette that a file tells in segments (PS3.3 section C.7.9.2), written out in full so that every viewer shows them.
 * Empty when there are none, or when they do not give as many entries as the descriptor says. Entries of 16 bits only.
 */
export const unfoldedPalette = (set: DataSet): Element[] => {
  const out: Element[] = [];
  for (const [descriptor, tableTag, segmentsTag] of CHANNELS) {
    const [said, , bits] = numbersOf(set, descriptor) ?? [];
    const segments = set.get(segmentsTag);
    if (said === undefined || bits !== 16 || segments === undefined || set.has(tableTag)) return [];
    const values = table(segments, said === 0 ? 65_536 : said & 0xffff);
    if (values === undefined) return [];
    out.push(el(tableTag, 'OW', wordBytes(values)));
  }
  return out;
};

const wordBytes = (values: readonly number[]): Uint8Array => {
  const out = new Uint8Array(values.length * 2);
  const view = new DataView(out.buffer);
  for (const [i, value] of values.entries()) view.setUint16(2 * i, value, true);
  return out;
};
