import { bytesEqual, joinBytes } from '../../bytes.ts';
import { cleanJpeg2000 } from '../../codestream/jpeg-2000.ts';
import { type Htj2kModule, runCodec } from '../codecs.ts';
import type { Samples } from '../format.ts';

/** Frame to be written: interleaved samples, two's complement when signed. */
export type Htj2kSource = {
  readonly data: Samples;
  readonly rows: number;
  readonly columns: number;
  readonly components: 1 | 3;
  /** 2–16 bits; samples of up to 8 take one byte on the way in. */
  readonly precision: number;
  readonly signed: boolean;
  /** Red, green and blue are turned into luma and two differences without loss (T.800 G.2); `YBR_RCT` says so in the data set. */
  readonly transform: boolean;
};

const DECOMPOSITIONS = 5;
const RPCL = 2;

/**
 * Encodes one frame without loss as HTJ2K (ITU-T T.814) laid out by resolution: a prefix is a half, a quarter or an eighth of the
 * picture (`resolutionCuts`). Without the encoder's comment. Null when
 * the codec throws, or when what it wrote does not give back every sample.
 */
export function encodeHtj2k(module: Htj2kModule, source: Htj2kSource): Uint8Array<ArrayBuffer> | null {
  const { rows, columns, components, precision, signed, transform } = source;
  const encoder = module.newEncoder();
  try {
    const info = { width: columns, height: rows, bitsPerSample: precision, componentCount: components, isSigned: signed, isUsingColorTransform: transform };
    const samples = bytesOf(source);
    encoder.getDecodedBuffer(info).set(samples);
    encoder.setQuality(true, 0);
    encoder.setProgressionOrder(RPCL);
    encoder.setDecompositions(DECOMPOSITIONS);
    encoder.setTLMMarker(true);
    encoder.setTilePartDivisionsAtResolutions(true);
    encoder.encode();
    const clean = cleanJpeg2000(encoder.getEncodedBuffer());
    if (!clean.ok) return null;
    const bytes = joinBytes(clean.value.pieces);
    const back = runCodec(module, bytes);
    return back && bytesEqual(back.bytes, samples) ? bytes : null;
  } catch {
    return null;
  } finally {
    encoder.delete();
  }
}

function bytesOf({ data, precision }: Htj2kSource): Uint8Array {
  if (precision <= 8) return data instanceof Uint8Array ? data : Uint8Array.from(data, (value) => value & 255);
  const deep = data instanceof Uint8Array ? Uint16Array.from(data) : data;
  return new Uint8Array(deep.buffer, deep.byteOffset, deep.byteLength);
}
