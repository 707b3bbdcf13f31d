import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CodecDecoder, CodecModule, Codecs } from '../pixels/codecs.ts';

type Started = Record<string, new () => CodecDecoder>;
type Factory = (options: { wasmBinary: Uint8Array; print: () => void; printErr: () => void }) => Promise<Started>;

const require = createRequire(import.meta.url);

/** Starts one codec from the installed package; its chatter on the terminal is dropped. */
async function start(name: string, script: string, wasm: string, decoder: string): Promise<CodecModule> {
  const factory = require(`@cornerstonejs/codec-${name}/${script}`) as Factory;
  const wasmBinary = await readFile(require.resolve(`@cornerstonejs/codec-${name}/${wasm}`));
  const silent = (): void => {};
  const module = await factory({ wasmBinary, print: silent, printErr: silent });
  const Decoder = module[decoder];
  if (!Decoder) throw new Error(`codec-${name} has no ${decoder}`);
  return { newDecoder: () => new Decoder() };
}

function once(load: () => Promise<CodecModule>): () => Promise<CodecModule> {
  let started: Promise<CodecModule> | undefined;
  return () => (started ??= load());
}

/** The codecs for Node: each is read from `node_modules` on first use. */
export function nodeCodecs(): Codecs {
  return {
    jpeg8: once(() => start('libjpeg-turbo-8bit', 'decodewasmjs', 'decodewasm', 'JPEGDecoder')),
    charls: once(() => start('charls', 'decodewasmjs', 'decodewasm', 'JpegLSDecoder')),
    openjpeg: once(() => start('openjpeg', 'decodewasmjs', 'decodewasm', 'J2KDecoder')),
    openjph: once(() => start('openjph', 'wasmjs', 'wasm', 'HTJ2KDecoder')),
  };
}
