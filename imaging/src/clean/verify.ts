import { ACCEPT_MADE } from './pseudonym.ts';
import { bytesEqual, differsAt } from '../bytes.ts';
import type { DataSet } from '../dicom/data-set.ts';
import { encodeValue, type Element } from '../dicom/element.ts';
import { type Frame, framesOf } from '../dicom/frames.ts';
import { type ImageShape, imageShapeOf } from '../dicom/image.ts';
import { type DicomFile, readDicom } from '../dicom/read.ts';
import { isPrivate, TAG, type Tag, tagName } from '../dicom/tags.ts';
import { EXPLICIT_LE } from '../dicom/transfer-syntaxes.ts';
import { codeOf } from '../dicom/values.ts';
import { ok, type Result, refuse } from '../result.ts';
import { allowListFor, modalityOf } from './allow/list.ts';
import { MODALITIES, type Modality } from './allow/kinds.ts';
import { composeClean } from './assemble.ts';
import { type BurnedIn, CONSTANT_TAGS, constantElements, metaElements } from './constants.ts';
import { cleanFrame } from './frame/clean.ts';
import { projectSet } from './project.ts';
import type { Allowed } from './rule.ts';
import { type Sidecar, sidecarOf } from './sidecar.ts';

export type VerifyOptions = {
  readonly modalityAllowed?: readonly Modality[];
  /** Refuse a file that no person has looked at. */
  readonly mustBeReviewed?: boolean;
  readonly frameHashes?: boolean;
};

type Refused = Extract<Result<never>, { ok: false }>;

const PIXEL_GROUP = 0x7fe0;

/** The first tag that the list does not name, at any depth. */
const foreignTag = (set: DataSet, allowed: Allowed, top: boolean): Refused | undefined => {
  for (const [tag, element] of set) {
    if (top && (CONSTANT_TAGS.has(tag) || tag === TAG.pixelData)) continue;
    if (isPrivate(tag)) return refuse('verify-private-element', { tag: tagName(tag) });
    const rule = allowed.get(tag);
    if (rule === undefined) return refuse('verify-element-not-allowed', { tag: tagName(tag) });
    if (rule.kind !== 'items') continue;
    for (const item of element.items ?? []) {
      const inside = foreignTag(item, rule.inside, false);
      if (inside !== undefined) return inside;
    }
  }
  return undefined;
};

const UID_TAGS: ReadonlySet<Tag> = new Set([TAG.sopInstance, TAG.studyUid, TAG.seriesUid, 0x00200052, 0x00081155]);
const DATE_TAGS: ReadonlySet<Tag> = new Set([0x00080020, 0x00080021, 0x00080022, 0x00080023]);

const unsoundRefusal = (tag: Tag): Refused => {
  const params = { tag: tagName(tag) };
  if (UID_TAGS.has(tag)) return refuse('verify-uid-not-replaced', params);
  return refuse(DATE_TAGS.has(tag) ? 'verify-date-not-shifted' : 'verify-value-not-allowed', params);
};

const burnedInOf = (set: DataSet): BurnedIn => {
  const value = codeOf(set, TAG.burnedIn);
  return value === 'NO' || value === 'YES' ? value : 'unknown';
};

/** Only elements with plain values: the sequence of methods is compared as a part of the whole. */
const changedConstant = (set: DataSet, expected: readonly Element[]): Refused | undefined => {
  for (const one of expected) {
    const found = set.get(one.tag);
    const same = one.vr === 'SQ' || (found !== undefined && bytesEqual(found.value, encodeValue(one.vr, one.value as string)));
    if (!same) return refuse('verify-constant-changed', { tag: tagName(one.tag) });
  }
  return undefined;
};

const framing = (file: DicomFile): Refused | undefined => {
  if (file.preamble !== 'zero') return refuse('verify-preamble-not-empty');
  if (file.trailing > 0) return refuse('verify-trailing-bytes', { bytes: file.trailing });
  if (file.transferSyntax.coding === 'native' && file.transferSyntax.uid !== EXPLICIT_LE) return refuse('dicom-transfer-syntax-unsupported', { syntax: file.transferSyntax.uid });
  if (file.disorder > 0) return refuse('verify-not-canonical', { at: 0 });
  const last = [...file.set.keys()].at(-1);
  if (last !== undefined && last >>> 16 === PIXEL_GROUP && last !== TAG.pixelData) return refuse('verify-element-not-allowed', { tag: tagName(last) });
  return undefined;
};

const uncleanFrame = (frames: readonly Frame[], shape: ImageShape, file: DicomFile): Result<Uint8Array[]> => {
  const clean: Uint8Array[] = [];
  for (const [index, frame] of frames.entries()) {
    if (frame.offset === undefined) return refuse('verify-frame-layout', { frame: index });
    const once = cleanFrame(frame.bytes, shape, file.transferSyntax.coding);
    if (!once.ok) return { ...once, params: { ...once.params, frame: index } };
    const padded = frame.bytes.length - once.value.bytes.length;
    const same = bytesEqual(once.value.bytes, frame.bytes.subarray(0, once.value.bytes.length));
    if (once.value.removed > 0 || padded > 1 || padded < 0 || !same) return refuse('verify-frame-not-clean', { frame: index });
    clean.push(once.value.bytes);
  }
  return ok(clean);
};

/** Position of the first byte in which the parts, one after the other, differ from the file; -1 when they are the file. */
const firstDifference = (bytes: Uint8Array, parts: readonly Uint8Array[]): number => {
  let at = 0;
  for (const part of parts) {
    const differs = differsAt(bytes, at, part);
    if (differs >= 0) return at + differs;
    at += part.length;
  }
  return at === bytes.length ? -1 : at;
};

const refusedMeta = (file: DicomFile): Refused | undefined => {
  const expected = metaElements(codeOf(file.set, TAG.sopClass), codeOf(file.set, TAG.sopInstance), file.transferSyntax.uid);
  const known = new Set<Tag>([TAG.metaLength, ...expected.map((one) => one.tag)]);
  const foreign = [...file.meta.keys()].find((tag) => !known.has(tag));
  const changed = changedConstant(file.meta, expected);
  const tag = foreign === undefined ? changed?.params['tag'] : tagName(foreign);
  return tag === undefined ? undefined : refuse('verify-file-meta-foreign', { tag });
};

type Checked = { readonly file: DicomFile; readonly shape: ImageShape; readonly modality: Modality };

const checkHeader = (file: DicomFile, options: VerifyOptions): Result<Checked & { elements: Element[] }> => {
  const modality = modalityOf(file.set, options.modalityAllowed ?? MODALITIES);
  if (!modality.ok) return modality;
  const allowed = allowListFor(modality.value);
  const refused = framing(file) ?? refusedMeta(file) ?? foreignTag(file.set, allowed, true) ?? changedConstant(file.set, constantElements(burnedInOf(file.set)));
  if (refused !== undefined) return refused;
  if (options.mustBeReviewed && burnedInOf(file.set) !== 'NO') return refuse('verify-not-reviewed');
  const shape = imageShapeOf(file.set);
  if (!shape.ok) return shape;
  const unsound: Tag[] = [];
  const elements = projectSet(file.set, allowed, { pseudonym: ACCEPT_MADE, signed: shape.value.signed, dropped: unsound });
  const [first] = unsound;
  if (first !== undefined) return unsoundRefusal(first);
  for (const tag of [TAG.sopInstance, TAG.studyUid, TAG.seriesUid])
    if (!elements.some((one) => one.tag === tag)) return refuse('verify-uid-not-replaced', { tag: tagName(tag) });
  return ok({ file, shape: shape.value, modality: modality.value, elements });
};

/**
 * The receiving side's check, by the same rules as `rebuild`: the file is taken apart, every value judged, put together again,
 * and must come out byte for byte the same. So nothing can ride along in a gap, a pad or an unknown place.
 * Gives the sidecar, or a refusal with the reason and, where there is one, the tag or frame.
 */
export const verify = (bytes: Uint8Array, options: VerifyOptions = {}): Result<Sidecar> => {
  const read = readDicom(bytes);
  if (!read.ok) return read;
  const file = read.value;
  const header = checkHeader(file, options);
  if (!header.ok) return header;
  const { shape, modality, elements } = header.value;
  const frames = framesOf(file, shape);
  if (!frames.ok) return frames;
  const clean = uncleanFrame(frames.value, shape, file);
  if (!clean.ok) return clean;
  const studyDate: Element[] = file.set.get(TAG.studyDate)?.value.length === 0 ? [{ tag: TAG.studyDate, vr: 'DA', value: '' }] : [];
  const expected = composeClean({
    elements: [...elements, ...studyDate], burnedIn: burnedInOf(file.set), shape, frames: clean.value,
    sopClass: codeOf(file.set, TAG.sopClass), instanceUid: codeOf(file.set, TAG.sopInstance), transferSyntax: file.transferSyntax.uid,
  });
  const at = firstDifference(bytes, expected.parts);
  if (at >= 0) return refuse('verify-not-canonical', { at });
  return ok(sidecarOf({ set: file.set, shape, modality, transferSyntax: file.transferSyntax.uid, bytes, offsets: expected.ranges }, options.frameHashes));
};

/** The sidecar of a file that was verified before, read again from its bytes; refuses what cannot be indexed. */
export const indexOf = (bytes: Uint8Array, options: { readonly frameHashes?: boolean } = {}): Result<Sidecar> => {
  const read = readDicom(bytes);
  if (!read.ok) return read;
  const file = read.value;
  const modality = modalityOf(file.set, MODALITIES);
  if (!modality.ok) return modality;
  const shape = imageShapeOf(file.set);
  if (!shape.ok) return shape;
  const frames = framesOf(file, shape.value);
  if (!frames.ok) return frames;
  const offsets = frames.value.map((frame) => ({ offset: frame.offset ?? -1, length: frame.bytes.length }));
  if (offsets.some((one) => one.offset < 0)) return refuse('verify-frame-layout');
  return ok(sidecarOf({ set: file.set, shape: shape.value, modality: modality.value, transferSyntax: file.transferSyntax.uid, bytes, offsets }, options.frameHashes));
};
