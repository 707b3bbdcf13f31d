import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CodecDecoder, CodecModule, Codecs, Htj2kDecoder, Htj2kEncoder, Htj2kModule } from '../pixels/codecs.ts';

type Started = Record<string, (new () => CodecDecoder) | undefined>;
type Factory = (options: { wasmBinary: Uint8Array; print: () => void; printErr: () => void }) => Promise<Started>;

const require = createRequire(import.meta.url);

/** Starts one codec from the installed package; its chatter on the terminal is dropped. */
async function started(name: string, script: string, wasm: string): Promise<Started> {
  const factory = require(`@cornerstonejs/codec-${name}/${script}`) as Factory;
  const wasmBinary = await readFile(require.resolve(`@cornerstonejs/codec-${name}/${wasm}`));
  const silent = (): void => {};
  return factory({ wasmBinary, print: silent, printErr: silent });
}

async function start(name: string, script: string, wasm: string, decoder: string): Promise<CodecModule> {
  const Decoder = (await started(name, script, wasm))[decoder];
  if (!Decoder) throw new Error(`codec-${name} has no ${decoder}`);
  return { newDecoder: () => new Decoder() };
}

async function startHtj2k(): Promise<Htj2kModule> {
  const module: unknown = await started('openjph', 'wasmjs', 'wasm');
  const { HTJ2KDecoder: Decoder, HTJ2KEncoder: Encoder } = module as { HTJ2KDecoder: new () => Htj2kDecoder; HTJ2KEncoder: new () => Htj2kEncoder };
  return { newDecoder: () => new Decoder(), newEncoder: () => new Encoder() };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= load());
}

/** The codecs for Node: each is read from `node_modules` on first use. */
export function nodeCodecs(): Codecs {
  return {
    jpeg8: once(() => start('libjpeg-turbo-8bit', 'decodewasmjs', 'decodewasm', 'JPEGDecoder')),
    charls: once(() => start('charls', 'decodewasmjs', 'decodewasm', 'JpegLSDecoder')),
    openjpeg: once(() => start('openjpeg', 'decodewasmjs', 'decodewasm', 'J2KDecoder')),
    openjph: once(startHtj2k),
  };
}
