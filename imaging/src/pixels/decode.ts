import { type Result, ok, refuse, tooLarge } from '../result.ts';
import type { Codecs } from './codecs.ts';
import { interleave, paletteToRgb, ybr422ToRgb, ybrFullToRgb } from './colour.ts';
import { decodeCompressed, reduced } from './compressed.ts';
import { FRAME_LIMITS, type Frame, type FrameFormat } from './format.ts';
import { decodeRle } from './rle.ts';
import { type Stored, fitStored, samplesFromBytes, unswapBytes } from './stored.ts';
import { isBigEndian, packingOf } from './transfer-syntax.ts';

/**
 * Decodes one frame. Monochrome frames keep their stored values (signed ones as Int16Array, MONOCHROME1 not inverted);
 * palette and colour frames come out as interleaved RGB of 8 bits. Refuses unknown syntaxes, sizes beyond
 * `FRAME_LIMITS` or unlike the codestream's own, and broken streams; nothing is allocated before the sizes are checked.
 * With a `level` of 1 to 3, `bytes` may be the prefix of an HTJ2K frame that ends at its cut point; the picture is halved so often.
 */
export async function decodeFrame(input: FrameFormat & { readonly bytes: Uint8Array; readonly level?: number }, codecs: Codecs): Promise<Result<Frame>> {
  const problem = checkFormat(input, input.bytes.length);
  if (problem) return problem;
  const { photometric, samples, palette, bytes, level = 0 } = input;
  const packing = packingOf(input.transferSyntax);
  // Half of a palette's indices would be colours between two others.
  const divisible = packing === 'htj2k' && photometric !== 'PALETTE COLOR';
  if (!packing || (level > 0 && !divisible)) return refuse('dicom-transfer-syntax-unsupported', { transferSyntax: input.transferSyntax });
  const stored =
    packing === 'native' || packing === 'rle' ? unpackPlain(bytes, input, packing) : await decodeCompressed(bytes, input, packing, codecs, level);
  if (!stored.ok) return stored;
  const size = { rows: reduced(input.rows, level), columns: reduced(input.columns, level) };
  if (samples === 3) {
    const rgb = stored.value as Uint8Array<ArrayBuffer>;
    if (photometric === 'YBR_FULL' && packing !== 'jpeg8') ybrFullToRgb(rgb);
    return ok({ ...size, data: rgb, channels: 3 });
  }
  const data = fitStored(stored.value, input);
  if (photometric !== 'PALETTE COLOR') return ok({ ...size, data, channels: 1 });
  if (!palette) return refuse('dicom-image-description-bad');
  return ok({ ...size, data: paletteToRgb(data, palette), channels: 3 });
}

/** What is wrong with the claimed format, or null. */
export function checkFormat(format: FrameFormat, encodedBytes: number): Exclude<Result<never>, { ok: true }> | null {
  const { rows, columns, samples, bitsAllocated, bitsStored } = format;
  if (rows > FRAME_LIMITS.rows || columns > FRAME_LIMITS.columns) return tooLarge('dicom-too-large', { rows, columns });
  if (encodedBytes > FRAME_LIMITS.encodedBytes) return tooLarge('dicom-too-large', { rows, columns });
  const whole = [rows, columns, bitsAllocated, bitsStored].every((value) => Number.isInteger(value) && value > 0);
  const depth = bitsAllocated === 8 || bitsAllocated === 16;
  const colour = samples === 1 || (samples === 3 && bitsAllocated === 8);
  if (whole && depth && colour && bitsStored <= bitsAllocated) return null;
  return refuse('dicom-image-description-bad', { samples, bitsAllocated, bitsStored });
}

/** Native and RLE pixels to interleaved stored values; three samples that are not YBR_FULL are RGB afterwards. */
export function unpackPlain(bytes: Uint8Array, format: FrameFormat, packing: 'native' | 'rle'): Result<Stored> {
  const { rows, columns, samples, bitsAllocated, transferSyntax } = format;
  const pixels = rows * columns;
  const count = pixels * samples;
  const halved = samples === 3 && format.photometric === 'YBR_FULL_422' && packing === 'native';
  const plain = packing === 'rle' ? decodeRle(bytes, { pixels, samples, bytesPerSample: bitsAllocated / 8 }) : nativeBytes(bytes, format);
  const needed = halved ? pixels * 2 : (count * bitsAllocated) / 8;
  if (!plain || plain.length < needed || (halved && pixels % 2 === 1)) return refuse('frame-broken', { packing });
  if (halved) return ok(ybr422ToRgb(plain, pixels));
  const planar = samples === 3 && (packing === 'rle' || format.planar === 1);
  if (planar) return ok(interleave(plain, pixels));
  return ok(samplesFromBytes(plain, count, bitsAllocated, packing === 'native' && isBigEndian(transferSyntax)));
}

function nativeBytes(bytes: Uint8Array, format: FrameFormat): Uint8Array {
  const swapped = format.bitsAllocated === 8 && format.valueRepresentation === 'OW' && isBigEndian(format.transferSyntax);
  return swapped ? unswapBytes(bytes) : bytes;
}
