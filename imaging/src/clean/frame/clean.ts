import { joinBytes } from '../../bytes.ts';
import { cleanJpegParts, layOutJpeg } from '../../codestream/jpeg.ts';
import { cleanJpeg2000 } from '../../codestream/jpeg-2000.ts';
import { cleanRle } from '../../codestream/rle.ts';
import type { ImageShape } from '../../dicom/image.ts';
import type { FrameCoding } from '../../dicom/transfer-syntaxes.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { clearUnusedBits, highByteMask } from './native.ts';

export type CleanFrame = {
  readonly bytes: Uint8Array;
  /** Segments, boxes or words that were taken out or cleared. */
  readonly removed: number;
  /** Bits a sample as the codestream says it; larger than the stored bits leaves room where an overlay may hide. */
  readonly precision: number;
};

type Size = { readonly rows: number; readonly columns: number; readonly components: number; readonly precision: number };

// A decoder believes the codestream, a viewer the data set: they must say the same, or one of them overruns.
const sizeMismatch = (size: Size, shape: ImageShape) =>
  size.rows !== shape.rows || size.columns !== shape.columns || size.components !== shape.samplesPerPixel ||
  size.precision > shape.bitsAllocated || size.precision < 2
    ? refuse('frame-size-mismatch', { rows: size.rows, columns: size.columns })
    : undefined;

const jpeg = (bytes: Uint8Array, shape: ImageShape): Result<CleanFrame> => {
  const layout = layOutJpeg(bytes);
  if (!layout.ok) return layout;
  const mismatch = sizeMismatch(layout.value.size, shape);
  if (mismatch !== undefined) return mismatch;
  const { end, size } = layout.value;
  const { pieces, removed } = cleanJpegParts(bytes, layout.value);
  // One zero byte of padding to even length is the file's, not the stream's.
  const after = bytes.length - end > 1 || (bytes.length > end && bytes[end] !== 0) ? 1 : 0;
  const untouched = pieces.length === layout.value.parts.length + 2 && pieces.every((piece) => piece.buffer === bytes.buffer || piece.length === 2);
  const whole = untouched && pieces.reduce((sum, piece) => sum + piece.length, 0) === end;
  return ok({ bytes: whole ? bytes.subarray(0, end) : joinBytes(pieces), removed: removed + after, precision: size.precision });
};

const jpeg2000 = (bytes: Uint8Array, shape: ImageShape): Result<CleanFrame> => {
  const clean = cleanJpeg2000(bytes);
  if (!clean.ok) return clean;
  const { size, pieces, removed } = clean.value;
  return sizeMismatch(size, shape) ?? ok({ bytes: joinBytes(pieces), removed, precision: size.precision });
};

const rle = (bytes: Uint8Array, shape: ImageShape): Result<CleanFrame> => {
  const clean = cleanRle(bytes, shape, highByteMask(shape));
  return clean.ok ? ok({ ...clean.value, precision: shape.signed ? shape.bitsAllocated : shape.bitsStored }) : clean;
};

const native = (bytes: Uint8Array, shape: ImageShape): Result<CleanFrame> => {
  const clean = clearUnusedBits(bytes, shape);
  return ok({ bytes: clean.bytes, removed: clean.changed, precision: shape.bitsStored });
};

const BY_CODING: Readonly<Record<FrameCoding, (bytes: Uint8Array, shape: ImageShape) => Result<CleanFrame>>> = {
  native, jpeg, 'jpeg-ls': jpeg, 'jpeg-2000': jpeg2000, rle,
};

/**
 * One frame that carries nothing but its picture. Cleaning twice gives the same bytes, which is how a verifier checks.
 * Refuses with `frame-…` codes what it cannot look into.
 */
export const cleanFrame = (bytes: Uint8Array, shape: ImageShape, coding: FrameCoding): Result<CleanFrame> =>
  BY_CODING[coding](bytes, shape);
