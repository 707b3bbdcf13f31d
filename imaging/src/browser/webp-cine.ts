import { verifyWebp } from '../photo/photo.ts';
import { SEQUENCE, sparseFrames, type Standing, webpSequence } from '../photo/webp-sequence.ts';
import { type CineSource, canvasOf, type Picture8, shrunk } from './pictures.ts';
import type { Cine } from './protocol.ts';

/** The last step of the ladder, for a browser that encodes no video: an animated WebP of every n-th frame. */
export async function webpCine({ frames, timesMs }: CineSource, tick: (done: number, total: number) => void): Promise<Cine> {
  if (typeof OffscreenCanvas === 'undefined') return { state: 'unavailable', reason: 'no-encoder' };
  const pictures: Standing[] = [];
  let size = { width: 0, height: 0 };
  for (const { frame, ms } of sparseFrames(timesMs)) {
    const small = shrunk(canvasOf(frames[frame] as Picture8), SEQUENCE.longestSide);
    const blob = await small.convertToBlob({ type: 'image/webp', quality: SEQUENCE.quality });
    if (blob.type !== 'image/webp') return { state: 'unavailable', reason: 'no-encoder' };
    pictures.push({ webp: new Uint8Array(await blob.arrayBuffer()), ms });
    size = { width: small.width, height: small.height };
    tick(frame + 1, frames.length);
  }
  const bytes = webpSequence(pictures, size.width, size.height);
  if (!bytes || !verifyWebp(bytes).ok) return { state: 'unavailable', reason: 'encoder-failed' };
  return { state: 'made', blob: new Blob([bytes], { type: 'image/webp' }), codec: 'webp', filtered: false, ...size };
}
