import { verifyWebp } from '../photo/photo.ts';
import { type Standing, webpSequence } from '../photo/webp-sequence.ts';
import { type CineSource, canvasOf, type Picture8, shrunk } from './pictures.ts';
import type { Cine } from './protocol.ts';

/** A real run of 96 frames, every third: at quality 0.1 63 kB for 3 s and 38.9 dB, at 0.3 89 kB and 41 dB. */
const LEAST_STEP_MS = 95;
const QUALITY = 0.1;
const LONGEST_SIDE = 512;

/** Frames far enough apart for a sequence of stills: their numbers and how long each stands. */
export function sparseFrames(timesMs: readonly number[]): { frame: number; ms: number }[] {
  const chosen: number[] = [];
  timesMs.forEach((at, frame) => {
    const last = chosen.at(-1);
    if (last === undefined || at - (timesMs[last] as number) >= LEAST_STEP_MS) chosen.push(frame);
  });
  const end = timesMs.length < 2 ? 100 : 2 * (timesMs.at(-1) as number) - (timesMs.at(-2) as number);
  return chosen.map((frame, n) => ({ frame, ms: (timesMs[chosen[n + 1] ?? -1] ?? end) - (timesMs[frame] as number) }));
}

/** The last step of the ladder, for a browser that encodes no video: an animated WebP of every n-th frame. */
export async function webpCine({ frames, timesMs }: CineSource, tick: (done: number, total: number) => void): Promise<Cine> {
  const pictures: Standing[] = [];
  let size = { width: 0, height: 0 };
  for (const { frame, ms } of sparseFrames(timesMs)) {
    const small = shrunk(canvasOf(frames[frame] as Picture8), LONGEST_SIDE);
    const blob = await small.convertToBlob({ type: 'image/webp', quality: QUALITY });
    if (blob.type !== 'image/webp') return { state: 'unavailable', reason: 'no-encoder' };
    pictures.push({ webp: new Uint8Array(await blob.arrayBuffer()), ms });
    size = { width: small.width, height: small.height };
    tick(frame + 1, frames.length);
  }
  const bytes = webpSequence(pictures, size.width, size.height);
  if (!bytes || !verifyWebp(bytes).ok) return { state: 'unavailable', reason: 'encoder-failed' };
  return { state: 'made', blob: new Blob([bytes], { type: 'image/webp' }), codec: 'webp', filtered: false, ...size };
}
