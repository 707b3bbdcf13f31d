import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import encode, { init } from '@jsquash/webp/encode.js';

const require = createRequire(import.meta.url);
let started: Promise<unknown> | undefined;
const start = async (): Promise<unknown> => init({ wasmBinary: await readFile(require.resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm')) });

/** Lossy WebP of opaque RGBA, `quality` 0–100, without metadata; libwebp in WebAssembly. */
export async function encodeWebp(rgba: Uint8ClampedArray<ArrayBuffer>, width: number, height: number, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  started ??= start();
  await started;
  return new Uint8Array(await encode({ data: rgba, width, height, colorSpace: 'srgb' }, { quality }));
}
