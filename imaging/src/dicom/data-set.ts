import { viewOf } from '../bytes.ts';
import { type Refusal, refuse, tooLarge } from '../result.ts';
import { vrOf } from './dictionary.ts';
import { LONG_VRS, SHORT_VRS } from './element.ts';
import { LIMITS } from './limits.ts';
import { ITEM, ITEM_END, SEQUENCE_END, type Tag, tag, UNDEFINED_LENGTH } from './tags.ts';

export type DataElement = {
  readonly tag: Tag;
  readonly vr: string;
  /** The raw value where it lies in the file; empty for a sequence that could be read. */
  readonly value: Uint8Array;
  readonly bigEndian: boolean;
  readonly items?: readonly DataSet[];
  /** Encapsulated bytes; the first fragment is the basic offset table. */
  readonly fragments?: readonly Fragment[];
};
export type Fragment = { readonly offset: number; readonly bytes: Uint8Array };
export type DataSet = ReadonlyMap<Tag, DataElement>;

/** How the bytes at hand are encoded. */
export type Encoding = { readonly explicit: boolean; readonly bigEndian: boolean };

export const IMPLICIT: Encoding = { explicit: false, bigEndian: false };
export const EXPLICIT: Encoding = { explicit: true, bigEndian: false };

/** Carries a refusal up through the recursion; caught at the reader's door and nowhere shown. */
export class Stop extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export type Source = {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  elements: number;
  fragments: number;
  /** Elements out of order or met twice (the first one counts): a clean file has none. */
  disorder: number;
};

export const sourceOf = (bytes: Uint8Array): Source => ({
  bytes, view: viewOf(bytes), elements: 0, fragments: 0, disorder: 0,
});

const stopBroken = (at: number): Stop => new Stop(refuse('dicom-broken', { at }));

const need = (source: Source, at: number, count: number, end: number): void => {
  if (at + count > end || at + count > source.bytes.length) throw new Stop(refuse('dicom-truncated', { at }));
};

const readTag = (source: Source, at: number, bigEndian: boolean): Tag =>
  tag(source.view.getUint16(at, !bigEndian), source.view.getUint16(at + 2, !bigEndian));

type Header = { tag: Tag; vr: string; length: number; body: number };

/** Tag, VR, length. A VR that is none means a device that slipped into implicit encoding: read it so. */
const readHeader = (source: Source, at: number, end: number, encoding: Encoding): Header => {
  need(source, at, 8, end);
  const found = readTag(source, at, encoding.bigEndian);
  const { view } = source;
  const little = !encoding.bigEndian;
  if (encoding.explicit && found >>> 16 !== 0xfffe) {
    const vr = String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5));
    if (SHORT_VRS.has(vr)) return { tag: found, vr, length: view.getUint16(at + 6, little), body: at + 8 };
    if (LONG_VRS.has(vr)) {
      need(source, at, 12, end);
      return { tag: found, vr, length: view.getUint32(at + 8, little), body: at + 12 };
    }
  }
  return { tag: found, vr: vrOf(found) ?? 'UN', length: view.getUint32(at + 4, little), body: at + 8 };
};

type Walk = { element: DataElement; next: number };

const readFragments = (source: Source, from: number, end: number, head: Header): Walk => {
  const fragments: Fragment[] = [];
  let at = from;
  // Some devices leave the closing delimiter out at the end of the file.
  while (at < end) {
    need(source, at, 8, end);
    const found = readTag(source, at, false);
    const length = source.view.getUint32(at + 4, true);
    at += 8;
    if (found === SEQUENCE_END) break;
    if (found !== ITEM) throw stopBroken(at - 8);
    need(source, at, length, end);
    if (++source.fragments > LIMITS.fragments) throw new Stop(tooLarge('dicom-too-many-fragments', { limit: LIMITS.fragments }));
    fragments.push({ offset: at, bytes: source.bytes.subarray(at, at + length) });
    at += length;
  }
  const element = { tag: head.tag, vr: head.vr, value: source.bytes.subarray(0, 0), bigEndian: false, fragments };
  return { element, next: at };
};

const readItems = (source: Source, from: number, end: number, open: boolean, encoding: Encoding, depth: number): { items: DataSet[]; next: number } => {
  if (depth > LIMITS.depth) throw new Stop(tooLarge('dicom-too-deep', { limit: LIMITS.depth }));
  const items: DataSet[] = [];
  let at = from;
  while (at < end) {
    need(source, at, 8, end);
    const found = readTag(source, at, encoding.bigEndian);
    const length = source.view.getUint32(at + 4, !encoding.bigEndian);
    at += 8;
    if (found === SEQUENCE_END && open) return { items, next: at };
    if (found !== ITEM) throw stopBroken(at - 8);
    if (++source.elements > LIMITS.elements) throw new Stop(tooLarge('dicom-too-many-elements', { limit: LIMITS.elements }));
    const openItem = length === UNDEFINED_LENGTH;
    if (!openItem) need(source, at, length, end);
    const read = readDataSet(source, at, openItem ? end : at + length, { encoding, depth, open: openItem });
    items.push(read.set);
    at = read.next;
  }
  if (open) throw new Stop(refuse('dicom-truncated', { at }));
  return { items, next: at };
};

const EMPTY = new Uint8Array(0);

/** A sequence whose own length is known may be broken inside: it is then opaque, never kept, and the walk goes on. */
const readClosedSequence = (source: Source, head: Header, encoding: Encoding, depth: number): DataElement => {
  const value = source.bytes.subarray(head.body, head.body + head.length);
  const element = { tag: head.tag, vr: 'SQ', bigEndian: encoding.bigEndian };
  try {
    const { items } = readItems(source, head.body, head.body + head.length, false, encoding, depth + 1);
    return { ...element, value: EMPTY, items };
  } catch (error) {
    if (!(error instanceof Stop) || error.refusal.family === 'too-many') throw error;
    source.disorder++;
    return { ...element, value };
  }
};

const readElement = (source: Source, at: number, end: number, encoding: Encoding, depth: number): Walk => {
  const head = readHeader(source, at, end, encoding);
  if (head.length === UNDEFINED_LENGTH) {
    if (head.vr === 'OB' || head.vr === 'OW') return readFragments(source, head.body, end, head);
    // UN of undefined length is a sequence in implicit little endian (PS3.5 section 6.2.2, note on CP-246).
    const inside = head.vr === 'UN' && encoding.explicit ? IMPLICIT : encoding;
    const { items, next } = readItems(source, head.body, end, true, inside, depth + 1);
    return { element: { tag: head.tag, vr: 'SQ', value: EMPTY, bigEndian: inside.bigEndian, items }, next };
  }
  need(source, head.body, head.length, end);
  const next = head.body + head.length;
  const known = vrOf(head.tag);
  if (head.vr === 'SQ') return { element: readClosedSequence(source, head, encoding, depth), next };
  if (head.vr === 'UN' && known === 'SQ') return { element: readClosedSequence(source, head, IMPLICIT, depth), next };
  const bigEndian = encoding.bigEndian && head.vr !== 'UN';
  return { element: { tag: head.tag, vr: head.vr, value: source.bytes.subarray(head.body, next), bigEndian }, next };
};

export type SetWalk = {
  readonly encoding: Encoding;
  readonly depth: number;
  /** Ends at an item delimiter. */
  readonly open: boolean;
  /** Called before each element; true ends the set there (file meta). */
  readonly until?: (found: Tag) => boolean;
  /** True when what follows and cannot be read is left alone as trailing bytes. */
  readonly lenientAfter?: Tag;
};

/** Elements from `from` up to `end`, with where they stopped. Throws Stop. */
export const readDataSet = (source: Source, from: number, end: number, walk: SetWalk): { set: Map<Tag, DataElement>; next: number } => {
  const set = new Map<Tag, DataElement>();
  let at = from;
  let last = -1;
  while (at < end) {
    try {
      need(source, at, 8, end);
      const found = readTag(source, at, walk.encoding.bigEndian);
      if (walk.open && found === ITEM_END) return { set, next: at + 8 };
      if (walk.until?.(found)) return { set, next: at };
      if (++source.elements > LIMITS.elements) throw new Stop(tooLarge('dicom-too-many-elements', { limit: LIMITS.elements }));
      if (found >>> 16 === 0xfffe) throw stopBroken(at);
      const read = readElement(source, at, end, walk.encoding, walk.depth);
      if (found <= last) source.disorder++;
      last = found;
      if (!set.has(found)) set.set(found, read.element);
      at = read.next;
    } catch (error) {
      if (error instanceof Stop && walk.lenientAfter !== undefined && set.has(walk.lenientAfter)) return { set, next: at };
      throw error;
    }
  }
  if (walk.open) throw new Stop(refuse('dicom-truncated', { at }));
  return { set, next: at };
};
