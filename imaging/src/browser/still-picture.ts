import { type Picture8, barePicture, canvasOf, shrunk } from './pictures.ts';
import type { Picture } from './protocol.ts';

/** Sizes and qualities tried in turn until the still is small enough; the last one is taken as it is. */
const STEPS = [
  { longest: 512, quality: 0.5 },
  { longest: 512, quality: 0.3 },
  { longest: 512, quality: 0.15 },
  { longest: 384, quality: 0.2 },
  { longest: 320, quality: 0.15 },
] as const;

/** Bytes of a still, so that a case of eight runs shows in one second at 512 kbit/s. */
const LARGEST = 8 * 1024;

/** T0: a WebP (or, where the browser cannot, a JPEG) of one frame. */
export async function stillPicture(picture: Picture8, frame: number): Promise<Picture> {
  const full = canvasOf(picture);
  let made: Picture | undefined;
  for (const { longest, quality } of STEPS) {
    const small = shrunk(full, longest);
    const blob = await small.convertToBlob({ type: 'image/webp', quality });
    // A browser without a WebP encoder answers with PNG, which is never small.
    const fitting = blob.type === 'image/webp' ? blob : await small.convertToBlob({ type: 'image/jpeg', quality });
    made = { blob: await barePicture(fitting), width: small.width, height: small.height, frame };
    if (fitting.size <= LARGEST) break;
  }
  if (!made) throw new Error('no step for a still');
  return made;
}
