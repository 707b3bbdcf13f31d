import { isWebp } from 'imaging/photo/webp';
import { picturesOfSequence } from 'imaging/photo/webp-sequence';
import { fromPixels } from './pixels-of.ts';
import type { Picture } from './picture.ts';
import type { PreviewFrames, PreviewRun } from './preview-run.ts';

const HEAD_BYTES = 20;

/** A preview that is a sequence of stills: each stands until the next, at every frame between. Null when it is none. */
export async function sequenceFrames({ file, timesMs, columns, rows, colour }: PreviewRun): Promise<PreviewFrames | null> {
  while (file.bytes.length < HEAD_BYTES && !file.done) await file.more();
  if (!isWebp(file.bytes)) return null;
  const stills = picturesOfSequence(await file.whole());
  if (!stills) return null;
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  async function* from(first: number): AsyncGenerator<{ frame: number; picture: Picture }, void, unknown> {
    let shown = -1;
    let picture: Picture | undefined;
    for (let frame = first; frame < timesMs.length && context; frame++) {
      // Durations are whole milliseconds; a frame whose time is a fraction before its still shows that still.
      const index = Math.max(0, stills?.findLastIndex(({ startMs }) => startMs <= (timesMs[frame] as number) + 2) ?? 0);
      if (!picture || index !== shown) {
        const bitmap = await createImageBitmap(new Blob([stills?.[index]?.webp ?? new Uint8Array()], { type: 'image/webp' }));
        context.drawImage(bitmap, 0, 0, columns, rows);
        bitmap.close();
        picture = fromPixels(context.getImageData(0, 0, columns, rows), colour);
        shown = index;
      }
      yield { frame, picture };
    }
  }
  return { from, dispose: () => {} };
}
