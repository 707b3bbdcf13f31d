import { ok, type Result, refuse, tooLarge } from '../result.ts';
import type { DataSet } from './data-set.ts';
import { LIMITS } from './limits.ts';
import { TAG } from './tags.ts';
import { codeOf, numberOf } from './values.ts';

/** Image Pixel description (PS3.3 section C.7.6.3): all that is needed to know how many bytes a frame has. */
export type ImageShape = {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly samplesPerPixel: number;
  readonly photometric: string;
  /** 0 = colour by pixel, 1 = colour by plane. */
  readonly planarConfiguration: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
};

const PHOTOMETRIC = new Set([
  'MONOCHROME1', 'MONOCHROME2', 'PALETTE COLOR', 'RGB', 'YBR_FULL', 'YBR_FULL_422', 'YBR_PARTIAL_422', 'YBR_PARTIAL_420',
  'YBR_ICT', 'YBR_RCT',
]);

const isWhole = (value: number, low: number, high: number): boolean => Number.isInteger(value) && value >= low && value <= high;

const bad = (what: string) => refuse('dicom-image-description-bad', { what });

const checked = (shape: ImageShape): Result<ImageShape> => {
  if (!isWhole(shape.rows, 1, LIMITS.side) || !isWhole(shape.columns, 1, LIMITS.side)) return bad('size');
  if (shape.rows * shape.columns > LIMITS.framePixels) return tooLarge('dicom-too-large', { limit: LIMITS.framePixels });
  if (!isWhole(shape.frames, 1, LIMITS.frames)) return bad('frames');
  if (shape.samplesPerPixel !== 1 && shape.samplesPerPixel !== 3) return bad('samples');
  if (shape.bitsAllocated !== 8 && shape.bitsAllocated !== 16) return bad('bits');
  if (!isWhole(shape.bitsStored, 1, shape.bitsAllocated)) return bad('bits');
  if (!isWhole(shape.highBit, shape.bitsStored - 1, shape.bitsAllocated - 1)) return bad('bits');
  const grey = !/^(RGB|YBR)/.test(shape.photometric);
  if (!PHOTOMETRIC.has(shape.photometric) || grey !== (shape.samplesPerPixel === 1)) return bad('photometric');
  const runBytes = shape.rows * shape.columns * shape.samplesPerPixel * (shape.bitsAllocated / 8) * shape.frames;
  if (runBytes > LIMITS.runBytes) return tooLarge('dicom-too-large', { limit: LIMITS.runBytes });
  return ok(shape);
};

/** What a data set says of its pixels, with the standard's defaults where a file is silent; refused when it cannot be. */
export const imageShapeOf = (set: DataSet): Result<ImageShape> => {
  const samplesPerPixel = numberOf(set, TAG.samples) ?? 1;
  const bitsAllocated = numberOf(set, TAG.bitsAllocated) ?? 0;
  const bitsStored = numberOf(set, TAG.bitsStored) ?? bitsAllocated;
  return checked({
    rows: numberOf(set, TAG.rows) ?? 0,
    columns: numberOf(set, TAG.columns) ?? 0,
    frames: numberOf(set, TAG.frames) ?? 1,
    samplesPerPixel,
    photometric: codeOf(set, TAG.photometric) || (samplesPerPixel === 1 ? 'MONOCHROME2' : ''),
    planarConfiguration: samplesPerPixel === 3 && numberOf(set, TAG.planar) === 1 ? 1 : 0,
    bitsAllocated,
    bitsStored,
    highBit: numberOf(set, TAG.highBit) ?? bitsStored - 1,
    signed: numberOf(set, TAG.signed) === 1,
  });
};

/** Bytes of one uncompressed frame; subsampled colour has fewer (PS3.3 section C.7.6.3.1.2). */
export const nativeFrameBytes = (shape: ImageShape): number => {
  const pixels = shape.rows * shape.columns;
  const bytes = shape.bitsAllocated / 8;
  if (shape.photometric === 'YBR_FULL_422' || shape.photometric === 'YBR_PARTIAL_422') return pixels * 2 * bytes;
  if (shape.photometric === 'YBR_PARTIAL_420') return (pixels * 3 * bytes) / 2;
  return pixels * shape.samplesPerPixel * bytes;
};
