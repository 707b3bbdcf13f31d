import type { CodecDecoder, CodecModule, Codecs, Htj2kDecoder, Htj2kEncoder, Htj2kModule } from '../pixels/codecs.ts';

type Started = Record<string, (new () => CodecDecoder) | undefined>;
type Factory = (options: { locateFile: () => string; print: () => void; printErr: () => void }) => Promise<Started>;
type Script = { readonly default: unknown };

async function started(script: Promise<Script>, address: Promise<Script>): Promise<Started> {
  const [{ default: factory }, { default: href }] = await Promise.all([script, address]);
  const silent = (): void => {};
  return (factory as Factory)({ locateFile: () => href as string, print: silent, printErr: silent });
}

async function start(script: Promise<Script>, address: Promise<Script>, decoder: string): Promise<CodecModule> {
  const Decoder = (await started(script, address))[decoder];
  if (!Decoder) throw new Error(`no ${decoder}`);
  return { newDecoder: () => new Decoder() };
}

async function startHtj2k(): Promise<Htj2kModule> {
  const module: unknown = await started(import('@cornerstonejs/codec-openjph'), import('@cornerstonejs/codec-openjph/wasm?url'));
  const { HTJ2KDecoder: Decoder, HTJ2KEncoder: Encoder } = module as { HTJ2KDecoder: new () => Htj2kDecoder; HTJ2KEncoder: new () => Htj2kEncoder };
  return { newDecoder: () => new Decoder(), newEncoder: () => new Encoder() };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= load());
}

/** The codecs for a worker bundled by Vite: each comes over the network on first use (47–101 kB gz of WASM). */
export function browserCodecs(): Codecs {
  return {
    jpeg8: once(() =>
      start(
        import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs'),
        import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm?url'),
        'JPEGDecoder',
      ),
    ),
    charls: once(() =>
      start(import('@cornerstonejs/codec-charls/decodewasmjs'), import('@cornerstonejs/codec-charls/decodewasm?url'), 'JpegLSDecoder'),
    ),
    openjpeg: once(() =>
      start(import('@cornerstonejs/codec-openjpeg/decodewasmjs'), import('@cornerstonejs/codec-openjpeg/decodewasm?url'), 'J2KDecoder'),
    ),
    openjph: once(startHtj2k),
  };
}
