import { type Result, ok, refuse } from '../result.ts';
import { claimedSize } from './codestream.ts';
import { type Codecs, type CodecOutput, runCodec, runHtj2kPart } from './codecs.ts';
import { interleave } from './colour.ts';
import type { FrameFormat } from './format.ts';
import { type Kernel, startKernel } from './jpeg/kernel/start.ts';
import { decodeLossless } from './jpeg/lossless.ts';
import { namesColourSpace } from './jpeg/markers.ts';
import { type Stored, samplesFromBytes } from './stored.ts';
import type { Packing } from './transfer-syntax.ts';

type Compressed = Exclude<Packing, 'native' | 'rle'>;

/** APP14 "Adobe" with transform 0: three components are RGB, whatever a decoder would guess. */
const ADOBE_RGB = Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0);

const LOADERS = { jpeg8: 'jpeg8', 'jpeg-ls': 'charls', jpeg2000: 'openjpeg', htj2k: 'openjph' } as const;

let started: Kernel | null | undefined;

/** One kernel a thread, started by the first frame that may need it; where WASM is refused, the reference decodes all. */
function kernel(): Kernel | null {
  if (started === undefined) started = startKernel();
  return started;
}

/** Size of a frame that was halved `level` times (ITU-T T.800 B.5). */
export const reduced = (size: number, level: number): number => Math.ceil(size / 2 ** level);

/**
 * Decodes one JPEG-family frame to interleaved stored values; three components of `jpeg8` come out as RGB. `level` above 0 is for
 * HTJ2K alone, of which a prefix is enough: the frame halved so many times.
 */
export async function decodeCompressed(bytes: Uint8Array, format: FrameFormat, packing: Compressed, codecs: Codecs, level = 0): Promise<Result<Stored>> {
  const { rows, columns, samples, bitsAllocated } = format;
  if (packing === 'lossless') return decodeLossless(bytes, { rows, columns, components: samples, bitsAllocated }, kernel());
  const claim = claimedSize(bytes, packing);
  if (!claim) return refuse('frame-broken', { packing });
  if (claim.rows !== rows || claim.columns !== columns || claim.components !== samples || claim.precision > bitsAllocated) {
    return refuse('frame-size-mismatch', { packing, rows: claim.rows, columns: claim.columns });
  }
  if (packing === 'jpeg8' && claim.precision !== 8) return refuse('dicom-transfer-syntax-unsupported', { transferSyntax: format.transferSyntax });
  const source = packing === 'jpeg8' && format.photometric === 'RGB' && !namesColourSpace(bytes) ? markRgb(bytes) : bytes;
  const output = level > 0 ? runHtj2kPart(await codecs.openjph(), source, level) : runCodec(await codecs[LOADERS[packing]](), source);
  return output ? storedFrom(output, { ...format, rows: reduced(rows, level), columns: reduced(columns, level) }, packing) : refuse('frame-broken', { packing });
}

/** DICOM frames that say RGB often carry no Adobe marker; without it a decoder takes three components for YCbCr. */
function markRgb(bytes: Uint8Array): Uint8Array {
  const marked = new Uint8Array(bytes.length + ADOBE_RGB.length);
  marked.set(bytes.subarray(0, 2));
  marked.set(ADOBE_RGB, 2);
  marked.set(bytes.subarray(2), 2 + ADOBE_RGB.length);
  return marked;
}

function storedFrom(output: CodecOutput, format: FrameFormat, packing: Compressed): Result<Stored> {
  const { rows, columns, samples, bitsAllocated } = format;
  const count = rows * columns * samples;
  const depth = output.bitsPerSample > 8 ? 16 : 8;
  const fits = output.width === columns && output.height === rows && output.componentCount === samples;
  if (!fits || output.bytes.length < (count * depth) / 8) return refuse('frame-broken', { packing });
  const samplesOut = samplesFromBytes(output.bytes, count, depth, false);
  const ordered = output.byPlane && samplesOut instanceof Uint8Array ? interleave(samplesOut, rows * columns) : samplesOut;
  if (depth === bitsAllocated) return ok(ordered);
  return ok(bitsAllocated === 16 ? widen(ordered, output, depth) : new Uint8Array(ordered));
}

/** 8-bit output in a 16-bit frame; signed samples keep their sign. */
function widen(stored: Stored, output: CodecOutput, depth: number): Stored {
  if (depth === 16) return stored;
  const out = new Uint16Array(stored.length);
  for (let at = 0; at < out.length; at++) {
    const value = stored[at] as number;
    out[at] = output.isSigned ? (value << 24) >> 24 : value;
  }
  return out;
}
