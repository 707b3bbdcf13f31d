// What may be said of a run beside its pictures. Numbers, terms of closed lists and identifiers that cleaning made: a free text here
// would reach every reader without anybody having looked at it.

import { MODALITIES, SOP_CLASSES } from 'imaging/clean/allow/kinds';
import { everyAllowed } from 'imaging/clean/allow/list';
import { isMadeUid } from 'imaging/clean/pseudonym';
import { tagName } from 'imaging/dicom/tags';
import { STRIP_KINDS } from 'imaging/pixels/strip';
import { z } from 'zod';

const FRAMES = 10_000;
const number = z.number().min(-1e9).max(1e9);
const whole = z.number().int().min(0).max(1e10);
const small = z.number().int().min(0).max(65_535);
const maybe = number.nullable();
const perFrame = z.array(number).max(FRAMES);
const pair = z.tuple([number, number]).nullable();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const madeUid = z.string().max(64).refine(isMadeUid);
const sopClass = z.string().refine((text) => SOP_CLASSES.has(text));
const transferSyntax = z.string().regex(/^1\.2\.840\.10008\.1\.2(\.\d{1,3}){0,2}$/);
/** "00181510": an attribute that cleaning may keep. */
const keepable = new Set([...everyAllowed().keys()].map(tagName));
const tag = z.string().refine((text) => keepable.has(text));

const region = z.strictObject({
  minX: number, minY: number, maxX: number, maxY: number, spatialFormat: number, deltaX: maybe, deltaY: maybe, unitsX: maybe, unitsY: maybe,
});

/** The sidecar of imaging/src/clean/sidecar.ts, and the few facts of a photo. */
export const sidecar: z.ZodType<Record<string, unknown>> = z.strictObject({
  version: z.literal(1),
  photo: z.boolean(), capture: z.boolean(), signed: z.boolean(), invert: z.boolean(), lossy: z.boolean(),
  rows: small, columns: small, frames: small.max(FRAMES), stillFrame: small,
  samplesPerPixel: small, planarConfiguration: small, bitsAllocated: small, bitsStored: small, highBit: small, bytes: whole,
  photometric: z.enum(['MONOCHROME1', 'MONOCHROME2', 'PALETTE COLOR', 'RGB', 'YBR_FULL', 'YBR_FULL_422', 'YBR_PARTIAL_422', 'YBR_PARTIAL_420', 'YBR_ICT', 'YBR_RCT']),
  modality: z.enum(MODALITIES),
  sopClass, transferSyntax,
  studyUid: madeUid, seriesUid: madeUid, instanceUid: madeUid, refersTo: z.array(madeUid).max(8), pullbackMmPerS: maybe,
  seriesNumber: maybe, acquisitionNumber: maybe, instanceNumber: maybe,
  burnedIn: z.enum(['NO', 'YES', 'unknown']),
  offsets: z.array(z.strictObject({ offset: whole, length: whole })).max(FRAMES),
  cuts: z.array(z.tuple([whole, whole, whole])).max(FRAMES),
  frameTimesMs: perFrame, rWaveTimesMs: perFrame, frameMs: maybe, cineRate: maybe,
  timing: z.enum(['vector', 'frame-time', 'cine-rate', 'assumed', 'still']),
  primaryAngle: maybe, secondaryAngle: maybe, sourceToDetectorMm: maybe, sourceToPatientMm: maybe,
  window: z.strictObject({ center: number, width: number, shape: z.enum(['LINEAR', 'LINEAR_EXACT', 'SIGMOID']) }).nullable(),
  rescale: z.strictObject({ slope: number, intercept: number }).nullable(),
  pixelSpacing: pair, imagerPixelSpacing: pair, pixelSpacingType: z.enum(['GEOMETRY', 'FIDUCIAL']).nullable(),
  sex: z.enum(['', 'M', 'F', 'O']), ageBand: z.number().int().min(0).max(90).multipleOf(5).nullable(),
  regions: z.array(region).max(64), maskFrames: z.array(number).max(512),
  /** How the preview was coded; nothing of what it shows. */
  preview: z.strictObject({ codec: z.enum(['h264', 'vp9', 'av1', 'webp']), filtered: z.boolean() }),
  sha256: z.array(sha256).max(FRAMES),
}).partial();

const box = z.strictObject({ left: small, top: small, width: small, height: small });
const mask = z.strictObject({ box, frames: z.union([z.literal('all'), z.strictObject({ from: small, to: small })]) });

/** The receipt of imaging/src/clean/certificate.ts; who confirmed is said by role, and there is one. */
export const certificate: z.ZodType<Record<string, unknown>> = z.strictObject({
  version: z.literal(1),
  software: z.string().regex(/^hamdel-imaging \d{1,4}$/),
  photo: z.boolean(), framesReplaced: z.boolean(), unusedBitsUnseen: z.boolean(), reviewed: z.boolean(),
  sha256Before: sha256, sha256After: z.union([sha256, z.literal('')]), bytesBefore: whole, bytesAfter: whole, frames: small.max(FRAMES),
  kept: z.array(tag).max(2000), unsound: z.array(tag).max(2000),
  removed: z.partialRecord(z.enum(['person', 'private', 'overlay', 'curve', 'text', 'dateTime', 'identifier', 'other', 'unsound', 'insideFrames', 'preambleBytes', 'trailingBytes']), whole),
  transferSyntax: z.strictObject({ from: transferSyntax, to: transferSyntax }),
  masks: z.array(mask).max(500),
  pictures: z.array(z.strictObject({ kind: z.enum(STRIP_KINDS), frame: small.nullable() })).max(500),
  confirmedBy: z.literal('asker'),
}).partial();
