import type { DataElement, DataSet } from '../dicom/data-set.ts';
import type { DicomFile } from '../dicom/read.ts';
import { isCurve, isOverlay, isPrivate, type Tag, tagName } from '../dicom/tags.ts';
import type { Mask } from '../pixels/box.ts';
import type { Allowed } from './rule.ts';
import { SOFTWARE } from './constants.ts';

/** What went, by kind; counts of elements except where the name says otherwise. */
export type RemovedCount = {
  readonly person: number;
  readonly private: number;
  readonly overlay: number;
  readonly curve: number;
  readonly text: number;
  readonly dateTime: number;
  readonly identifier: number;
  readonly other: number;
  /** On the list, but their value was not sane. */
  readonly unsound: number;
  /** Segments and boxes inside compressed frames, or words whose unused bits held something. */
  readonly insideFrames: number;
  readonly preambleBytes: number;
  readonly trailingBytes: number;
};

/** The receipt for one object: what was kept, what went, and the hashes that tie it to both files. No value of the source is in it. */
export type Certificate = {
  readonly version: 1;
  readonly software: string;
  readonly sha256Before: string;
  readonly sha256After: string;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  /** Eight hexadecimal digits each, sequences' inner tags included, sorted. */
  readonly kept: readonly string[];
  readonly unsound: readonly string[];
  readonly removed: RemovedCount;
  readonly transferSyntax: { readonly from: string; readonly to: string };
  readonly frames: number;
  /** Pixels were masked or encoded anew. */
  readonly framesReplaced: boolean;
  /** A compressed sample has more bits than the picture uses, so unused bits were not looked at. */
  readonly unusedBitsUnseen: boolean;
  readonly masks: readonly Mask[];
  readonly reviewed: boolean;
  /** Filled in by who shows the strip to a person. */
  readonly confirmedBy?: string;
};

type Counts = { -readonly [K in keyof RemovedCount]: number };

const TEXT_VRS = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UR', 'UT', 'AE']);
const TIME_VRS = new Set(['DA', 'DT', 'TM']);

const kindOf = (element: DataElement): keyof RemovedCount => {
  const { tag, vr } = element;
  if (isPrivate(tag)) return 'private';
  if (isOverlay(tag)) return 'overlay';
  if (isCurve(tag)) return 'curve';
  if (tag >>> 16 === 0x0010) return 'person';
  if (TIME_VRS.has(vr)) return 'dateTime';
  if (vr === 'UI') return 'identifier';
  return TEXT_VRS.has(vr) ? 'text' : 'other';
};

const countRemoved = (set: DataSet, allowed: Allowed, counts: Counts, kept: Set<Tag>): void => {
  for (const [tag, element] of set) {
    const rule = allowed.get(tag);
    if (element.value.length === 0 && element.items === undefined) continue;
    if (rule === undefined) counts[kindOf(element)]++;
    else kept.add(tag);
    const inside = rule?.kind === 'items' ? rule.inside : NOTHING;
    for (const item of element.items ?? []) countRemoved(item, inside, counts, kept);
  }
};

const NOTHING: Allowed = new Map();

export type Receipt = {
  readonly file: DicomFile;
  readonly allowed: Allowed;
  readonly unsound: readonly Tag[];
  readonly insideFrames: number;
  readonly preambleBytes: number;
};

export const tallyOf = (receipt: Receipt): Pick<Certificate, 'software' | 'kept' | 'unsound' | 'removed'> => {
  const counts: Counts = {
    person: 0, private: 0, overlay: 0, curve: 0, text: 0, dateTime: 0, identifier: 0, other: 0,
    unsound: receipt.unsound.length, insideFrames: receipt.insideFrames,
    preambleBytes: receipt.preambleBytes, trailingBytes: receipt.file.trailing,
  };
  const kept = new Set<Tag>();
  const withoutPixels = new Map([...receipt.file.set].filter(([tag]) => tag >>> 16 !== 0x7fe0));
  countRemoved(withoutPixels, receipt.allowed, counts, kept);
  const unsound = [...new Set(receipt.unsound)].sort((a, b) => a - b);
  for (const tag of unsound) kept.delete(tag);
  return {
    software: SOFTWARE,
    kept: [...kept].sort((a, b) => a - b).map(tagName),
    unsound: unsound.map(tagName),
    removed: counts,
  };
};
