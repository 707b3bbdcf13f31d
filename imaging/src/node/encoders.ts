import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { encodeRle } from '../codestream/rle-encode.ts';
import { encodeLossless } from '../pixels/jpeg/encode.ts';

// Encoders for writing test files in every syntax; the product itself writes native, RLE and lossless JPEG only.

type Encoder = {
  getDecodedBuffer(info: { width: number; height: number; bitsPerSample: number; componentCount: number; isSigned: boolean; isUsingColorTransform?: boolean }): Uint8Array;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
  delete(): void;
  setNearLossless?(near: number): void;
  setQuality?(quality: number): void;
  setProgressive?(progressive: boolean): void;
  setDecompositions?(count: number): void;
  setProgressionOrder?(order: number): void;
};
/** Resolution first, as .202 wants it. */
const RPCL = 2;

type Started = Record<string, new () => Encoder>;
type Factory = (options: { wasmBinary: Uint8Array; print: () => void; printErr: () => void }) => Promise<Started>;

export type GreyFrame = { readonly data: Uint8Array | Uint16Array; readonly rows: number; readonly columns: number; readonly bits: number };
export type FrameEncoder = (frame: GreyFrame) => Uint8Array;

const require = createRequire(import.meta.url);

async function wasm(codec: string, encoder: string, bytesOf: (frame: GreyFrame) => Uint8Array, set: (one: Encoder) => void = () => {}): Promise<FrameEncoder> {
  const factory = require(`@cornerstonejs/codec-${codec}/wasmjs`) as Factory;
  const silent = (): void => {};
  const module = await factory({ wasmBinary: await readFile(require.resolve(`@cornerstonejs/codec-${codec}/wasm`)), print: silent, printErr: silent });
  const Kind = module[encoder];
  if (!Kind) throw new Error(`codec-${codec} has no ${encoder}`);
  return (frame) => {
    const one = new Kind();
    try {
      const bytes = bytesOf(frame);
      one.getDecodedBuffer({ width: frame.columns, height: frame.rows, bitsPerSample: frame.bits, componentCount: 1, isSigned: false, isUsingColorTransform: false }).set(bytes);
      set(one);
      one.encode();
      return one.getEncodedBuffer().slice();
    } finally {
      one.delete();
    }
  };
}

const samples = ({ data }: GreyFrame): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** JPEG lossless has one process for 8 to 16 bits; predictor 1 is allowed under .57 as well as .70. */
const lossless: FrameEncoder = ({ data, rows, columns, bits }) => encodeLossless({ data, rows, columns, components: 1, precision: bits });

const UID = '1.2.840.10008.1.2.';
/** By transfer syntax; what is not here is native, or has no encoder among our packages. */
const ENCODERS: Readonly<Record<string, () => Promise<FrameEncoder>>> = {
  [`${UID}4.50`]: () => wasm('libjpeg-turbo-8bit', 'JPEGEncoder', samples, (one) => { one.setQuality?.(92); one.setProgressive?.(false); }),
  [`${UID}4.57`]: async () => lossless,
  [`${UID}4.70`]: async () => lossless,
  [`${UID}4.80`]: () => wasm('charls', 'JpegLSEncoder', samples, (one) => one.setNearLossless?.(0)),
  [`${UID}4.81`]: () => wasm('charls', 'JpegLSEncoder', samples, (one) => one.setNearLossless?.(2)),
  [`${UID}4.90`]: () => wasm('openjpeg', 'J2KEncoder', samples, (one) => one.setDecompositions?.(5)),
  // A reversible stream is allowed under .91 too.
  [`${UID}4.91`]: () => wasm('openjpeg', 'J2KEncoder', samples, (one) => one.setDecompositions?.(5)),
  [`${UID}4.201`]: () => wasm('openjph', 'HTJ2KEncoder', samples),
  [`${UID}4.202`]: () => wasm('openjph', 'HTJ2KEncoder', samples, (one) => one.setProgressionOrder?.(RPCL)),
  [`${UID}5`]: async () => ({ data, columns }) => encodeRle(data, columns),
};

export const ENCODED_SYNTAXES: readonly string[] = Object.keys(ENCODERS);

/** Undefined for native syntaxes. */
export const encoderOf = (transferSyntax: string): Promise<FrameEncoder> | undefined => ENCODERS[transferSyntax]?.();
