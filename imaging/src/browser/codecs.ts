import type { CodecDecoder, CodecModule, Codecs } from '../pixels/codecs.ts';

type Started = Record<string, new () => CodecDecoder>;
type Factory = (options: { locateFile: () => string; print: () => void; printErr: () => void }) => Promise<Started>;
type Script = { readonly default: unknown };

async function start(script: Promise<Script>, address: Promise<Script>, decoder: string): Promise<CodecModule> {
  const [{ default: factory }, { default: href }] = await Promise.all([script, address]);
  const silent = (): void => {};
  const module = await (factory as Factory)({ locateFile: () => href as string, print: silent, printErr: silent });
  const Decoder = module[decoder];
  if (!Decoder) throw new Error(`no ${decoder}`);
  return { newDecoder: () => new Decoder() };
}

function once(load: () => Promise<CodecModule>): () => Promise<CodecModule> {
  let started: Promise<CodecModule> | undefined;
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
    openjph: once(() => start(import('@cornerstonejs/codec-openjph'), import('@cornerstonejs/codec-openjph/wasm?url'), 'HTJ2KDecoder')),
  };
}
