import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Rgb } from './png-pixels.ts';

type Encoder = {
  getDecodedBuffer(info: { width: number; height: number; bitsPerSample: number; componentCount: number; isSigned: boolean }): Uint8Array;
  setQuality(quality: number): void;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
  delete(): void;
};
type Factory = (options: { wasmBinary: Uint8Array; print: () => void; printErr: () => void }) => Promise<{ JPEGEncoder: new () => Encoder }>;

const QUALITY = 88;
const require = createRequire(import.meta.url);
let started: ReturnType<Factory> | undefined;

const start = async (): ReturnType<Factory> => {
  const factory = require('@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs') as Factory;
  const wasmBinary = await readFile(require.resolve('@cornerstonejs/codec-libjpeg-turbo-8bit/wasm'));
  const silent = (): void => {};
  return factory({ wasmBinary, print: silent, printErr: silent });
};

/** A baseline JPEG of a picture, by libjpeg-turbo. */
export async function encodeJpeg({ data, width, height }: Rgb): Promise<Uint8Array> {
  started ??= start();
  const { JPEGEncoder } = await started;
  const encoder = new JPEGEncoder();
  try {
    encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 3, isSigned: false }).set(data);
    encoder.setQuality(QUALITY);
    encoder.encode();
    return encoder.getEncodedBuffer().slice();
  } finally {
    encoder.delete();
  }
}
