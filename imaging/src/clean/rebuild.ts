import { joinBytes } from '../bytes.ts';
import type { DataSet } from '../dicom/data-set.ts';
import { type Element, el } from '../dicom/element.ts';
import { type Frame, framesOf } from '../dicom/frames.ts';
import { type ImageShape, imageShapeOf, nativeFrameBytes } from '../dicom/image.ts';
import { type DicomFile, readDicom } from '../dicom/read.ts';
import { isOverlay, TAG } from '../dicom/tags.ts';
import { EXPLICIT_LE, transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { codeOf, numberOf } from '../dicom/values.ts';
import { sha256Hex } from '../hash.ts';
import type { Mask } from '../pixels/box.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type CleanContent, composeClean } from './assemble.ts';
import { allowListFor, modalityOf } from './allow/list.ts';
import { MODALITIES, type Modality } from './allow/kinds.ts';
import { type Certificate, tallyOf } from './certificate.ts';
import type { BurnedIn } from './constants.ts';
import { cleanFrame } from './frame/clean.ts';
import { projectSet } from './project.ts';
import { bandBetween, type Pseudonym, pseudonymFor } from './pseudonym.ts';
import { unfoldedPalette } from './segmented-palette.ts';
import { type Sidecar, sidecarOf } from './sidecar.ts';

/** Frames that take the place of the file's own (masked, or encoded anew), in order, as many as before. */
export type Replacement = {
  /** Explicit little endian for uncompressed frames, or the syntax of the codestreams. */
  readonly transferSyntax: string;
  readonly frames: readonly Uint8Array[];
  /** What changed in the description of the pixels; size and number of frames cannot. */
  readonly shape?: Partial<Omit<ImageShape, 'rows' | 'columns' | 'frames'>>;
  /** Said in the file when the new frames lost something: ratio and the standard's name of the method. */
  readonly lossy?: { readonly ratio: number; readonly method: 'ISO_10918_1' | 'ISO_14495_1' | 'ISO_15444_1' | 'ISO_15444_15' };
};

export type RebuildOptions = {
  /** Secret of the person's device for this patient, 16 bytes or more; never leaves it. */
  readonly key: Uint8Array;
  /** Makes identifiers of one case unlike those of another, e.g. the case's id. */
  readonly caseSalt: Uint8Array;
  /** All that the instrument knows when absent. */
  readonly modalityAllowed?: readonly Modality[];
  /** A person has looked at the strip of frames and confirmed it. */
  readonly reviewed?: boolean;
  /** What was masked in the replaced frames; goes into the certificate. */
  readonly masks?: readonly Mask[];
  readonly replaceFrames?: Replacement;
  /** Sha-256 in hexadecimal digits of some bytes: a faster one than the built-in when the place has it. */
  readonly sha256?: (bytes: Uint8Array) => string;
  /** Put the hash of each frame into the sidecar. */
  readonly frameHashes?: boolean;
};

export type Rebuilt = { readonly bytes: Uint8Array<ArrayBuffer>; readonly certificate: Certificate; readonly sidecar: Sidecar };

const LEAST_KEY_BYTES = 16;

type Picture = {
  readonly shape: ImageShape;
  readonly transferSyntax: string;
  readonly frames: readonly Uint8Array[];
  readonly insideFrames: number;
  readonly unusedBitsUnseen: boolean;
};

/** An overlay without data of its own lies in unused bits of the pixels (PS3.3 section C.9.2, retired form). */
const hasEmbeddedOverlay = (set: DataSet): boolean =>
  [...set.keys()].some((tag) => isOverlay(tag) && (tag & 0xffff) === 0x0102 && (numberOf(set, tag) ?? 0) > 0 && !set.has(((tag & 0xffff0000) | 0x3000) >>> 0));

const cleanAll = (frames: readonly Uint8Array[], shape: ImageShape, transferSyntax: string): Result<Picture> => {
  const coding = transferSyntaxOf(transferSyntax)?.coding;
  if (coding === undefined) return refuse('dicom-transfer-syntax-unsupported', { syntax: transferSyntax });
  const cleaned: Uint8Array[] = [];
  let insideFrames = 0;
  let precision = 0;
  for (const [index, frame] of frames.entries()) {
    const clean = cleanFrame(frame, shape, coding);
    if (!clean.ok) return { ...clean, params: { ...clean.params, frame: index } };
    cleaned.push(clean.value.bytes);
    insideFrames += clean.value.removed;
    precision = Math.max(precision, clean.value.precision);
  }
  return ok({ shape, transferSyntax: coding === 'native' ? EXPLICIT_LE : transferSyntax, frames: cleaned, insideFrames, unusedBitsUnseen: precision > shape.bitsStored });
};

const ownPicture = (file: DicomFile, shape: ImageShape): Result<Picture> => {
  const frames: Result<Frame[]> = framesOf(file, shape);
  if (!frames.ok) return frames;
  const picture = cleanAll(frames.value.map((one) => one.bytes), shape, file.transferSyntax.uid);
  if (picture.ok && picture.value.unusedBitsUnseen && hasEmbeddedOverlay(file.set)) return refuse('frame-overlay-in-pixels');
  return picture;
};

const replacedPicture = (replacement: Replacement, before: ImageShape): Result<Picture> => {
  const shape: ImageShape = { ...before, ...replacement.shape };
  if (replacement.frames.length !== shape.frames) return refuse('rebuild-bad-replacement', { said: shape.frames, found: replacement.frames.length });
  const native = transferSyntaxOf(replacement.transferSyntax)?.coding === 'native';
  if (native && replacement.frames.some((frame) => frame.length !== nativeFrameBytes(shape))) return refuse('rebuild-bad-replacement', { said: nativeFrameBytes(shape) });
  return cleanAll(replacement.frames, shape, replacement.transferSyntax);
};

const lossyElements = (lossy: Replacement['lossy']): Element[] =>
  lossy === undefined ? [] : [el(TAG.lossy, 'CS', '01'), el(TAG.lossyRatio, 'DS', lossy.ratio.toFixed(2)), el(TAG.lossyMethod, 'CS', lossy.method)];

/** Identifiers a file must have, made from what it has; and the age band when only a birth date is given. */
const completed = (file: DicomFile, kept: Element[], pseudonym: Pseudonym, sha256Before: string): Element[] => {
  const has = (tag: number) => kept.some((one) => one.tag === tag);
  const out = [...kept];
  const fill = (tag: number, from: string) => {
    if (!has(tag)) out.push(el(tag, 'UI', pseudonym.uid(from) as string));
  };
  fill(TAG.sopInstance, `instance ${sha256Before}`);
  // The class was found among the known ones even where its element held more than it should.
  if (!has(TAG.sopClass)) out.push(el(TAG.sopClass, 'UI', codeOf(file.set, TAG.sopClass)));
  fill(TAG.studyUid, 'study');
  fill(TAG.seriesUid, 'series');
  if (!has(TAG.studyDate)) out.push(el(TAG.studyDate, 'DA', ''));
  const band = bandBetween(codeOf(file.set, TAG.patientBirthDate), codeOf(file.set, TAG.studyDate));
  if (!has(TAG.patientAge) && band !== undefined) out.push(el(TAG.patientAge, 'AS', band));
  return out;
};

/** Without all three tables nobody can show the picture. */
const PALETTE = [0x00281201, 0x00281202, 0x00281203];

const burnedInOf = (file: DicomFile, reviewed: boolean): BurnedIn =>
  reviewed ? 'NO' : codeOf(file.set, TAG.burnedIn) === 'YES' ? 'YES' : 'unknown';

const textOf = (elements: readonly Element[], tag: number): string => String(elements.find((one) => one.tag === tag)?.value ?? '');

/**
 * Reads one DICOM file and writes a new one that holds only what its modality's allow-list names, with identifiers replaced,
 * dates shifted, age in a band, and frames without comments. Nothing is ever copied and then deleted.
 * Compressed frames stay bit for bit (but for their comments); uncompressed ones come out in explicit little endian.
 * Refuses with codes `dicom-…`, `frame-…`, `rebuild-…`; never throws on any file.
 */
export const rebuild = (bytes: Uint8Array, options: RebuildOptions): Result<Rebuilt> => {
  if (options.key.length < LEAST_KEY_BYTES) return refuse('rebuild-bad-key', { least: LEAST_KEY_BYTES });
  const read = readDicom(bytes);
  if (!read.ok) return read;
  const file = read.value;
  if (file.set.has(TAG.directorySequence)) return refuse('dicom-directory');
  const modality = modalityOf(file.set, options.modalityAllowed ?? MODALITIES);
  if (!modality.ok) return modality;
  if (file.pixel === undefined) return refuse('dicom-no-pixels');
  const shape = imageShapeOf(file.set);
  if (!shape.ok) return shape;
  const picture = options.replaceFrames === undefined ? ownPicture(file, shape.value) : replacedPicture(options.replaceFrames, shape.value);
  if (!picture.ok) return picture;
  return write(bytes, file, modality.value, picture.value, options);
};

const write = (bytes: Uint8Array, file: DicomFile, modality: Modality, picture: Picture, options: RebuildOptions): Result<Rebuilt> => {
  const hash = options.sha256 ?? sha256Hex;
  const sha256Before = hash(bytes);
  const pseudonym = pseudonymFor(options.key, options.caseSalt);
  const allowed = allowListFor(modality);
  const unsound: number[] = [];
  const projected = projectSet(file.set, allowed, { pseudonym, signed: picture.shape.signed, dropped: unsound });
  const named = projected.some((one) => one.tag === TAG.modality) ? projected : [...projected, el(TAG.modality, 'CS', modality)];
  const elements = [...completed(file, named, pseudonym, sha256Before), ...unfoldedPalette(file.set), ...lossyElements(options.replaceFrames?.lossy)];
  const coloured = PALETTE.every((tag) => elements.some((one) => one.tag === tag));
  if (picture.shape.photometric === 'PALETTE COLOR' && !coloured) return refuse('dicom-image-description-bad', { what: 'palette' });
  const reviewed = options.reviewed ?? false;
  const content: CleanContent = {
    elements, burnedIn: burnedInOf(file, reviewed), shape: picture.shape, frames: picture.frames,
    sopClass: textOf(elements, TAG.sopClass), instanceUid: textOf(elements, TAG.sopInstance), transferSyntax: picture.transferSyntax,
  };
  const composed = composeClean(content);
  const out = joinBytes(composed.parts);
  const written = readDicom(out);
  if (!written.ok) return written;
  const sidecar = sidecarOf(
    { set: written.value.set, shape: picture.shape, modality, transferSyntax: picture.transferSyntax, bytes: out, offsets: composed.ranges },
    options.frameHashes,
  );
  const preambleBytes = file.preamble === 'filled' ? 128 : 0;
  const certificate: Certificate = {
    version: 1, ...tallyOf({ file, allowed, unsound, insideFrames: picture.insideFrames, preambleBytes }),
    sha256Before, sha256After: hash(out), bytesBefore: bytes.length, bytesAfter: out.length,
    transferSyntax: { from: file.transferSyntax.uid, to: picture.transferSyntax },
    frames: picture.shape.frames, framesReplaced: options.replaceFrames !== undefined,
    unusedBitsUnseen: picture.unusedBitsUnseen, masks: options.masks ?? [], reviewed,
  };
  return ok({ bytes: out, certificate, sidecar });
};
