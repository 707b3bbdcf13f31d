import type { PaintAnswer } from 'imaging/browser/paint-protocol';
import { assetUrl } from '#web/trusted.ts';
import workerUrl from './painting.worker.ts?worker&url';

// A page for tests alone: gives a served file to the painting worker and says what its pictures look like.
type Shown = { readonly width: number; readonly height: number; readonly ink: number };

/** Size, and the share of pixels that are dark. */
const shown = async (picture: Blob): Promise<Shown> => {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] as number) < 128) dark++;
  return { width, height, ink: dark / (width * height) };
};

const base64Of = (file: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(String(reader.result).replace(/^[^,]*,/, '')));
    reader.readAsDataURL(file);
  });

/** Of a film the run itself, as base64. */
const painting = (name: string): Promise<{ from?: string; pictures: readonly Shown[]; run?: string; code?: string }> =>
  new Promise((done) => {
    const worker = new Worker(assetUrl(workerUrl), { type: 'module' });
    worker.addEventListener('error', (event) => done({ pictures: [], code: `worker: ${event.message}` }));
    worker.addEventListener('message', async ({ data }: MessageEvent<PaintAnswer>) => {
      if (data.kind === 'refused') done({ pictures: [], code: data.code });
      if (data.kind === 'painted' && data.painted.from === 'film') done({ from: 'film', pictures: [], run: await base64Of(data.painted.pictures[0] as Blob) });
      else if (data.kind === 'painted') done({ from: data.painted.from, pictures: await Promise.all(data.painted.pictures.map(shown)) });
    });
    void fetch(`/file/${name}`).then(async (answer) => worker.postMessage({ file: await answer.blob() }));
  });

declare global {
  interface Window {
    painting: typeof painting;
  }
}
window.painting = painting;
