import { decodedFrames } from './decoded-frames.ts';
import type { Picture } from './picture.ts';
import { fromPixels } from './pixels-of.ts';
import type { PreviewFrames, PreviewRun } from './preview-run.ts';
import { sequenceFrames } from './sequence-frames.ts';

/** How long a browser may take from the end of a seek to its picture. */
const LONGEST_PAINT_MS = 150;

/** A sequence of stills as stills; a film by WebCodecs where there are any, else by a `<video>`. */
export async function openPreview(run: PreviewRun): Promise<PreviewFrames> {
  const stills = await sequenceFrames(run);
  if (stills) return stills;
  if (typeof VideoDecoder === 'undefined') return videoFrames(run);
  return (await decodedFrames(run)) ?? videoFrames(run);
}

/**
 * The fallback: seeks a hidden `<video>` to the middle of each frame (a seek to its very start showed the one before in
 * 8 of 30 tries) and reads the picture back.
 */
async function videoFrames(run: PreviewRun): Promise<PreviewFrames> {
  const { file, timesMs, columns, rows } = run;
  const address = URL.createObjectURL(new Blob([await file.whole()], { type: 'video/mp4' }));
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = address;
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  async function* from(first: number): AsyncGenerator<{ frame: number; picture: Picture }, void, unknown> {
    if (video.readyState < 2) await heard(video, 'loadeddata');
    for (let frame = first; frame < timesMs.length && context; frame++) {
      const start = timesMs[frame] ?? 0;
      const end = timesMs[frame + 1] ?? start + 20;
      const painted = nextPicture(video);
      video.currentTime = (start + end) / 2000;
      await heard(video, 'seeked');
      await painted;
      context.drawImage(video, 0, 0);
      yield { frame, picture: fromPixels(context.getImageData(0, 0, columns, rows), run.colour) };
    }
  }
  return {
    from,
    dispose() {
      video.removeAttribute('src');
      video.load();
      URL.revokeObjectURL(address);
    },
  };
}

/** `seeked` can come a moment before the picture itself: the first readback was black in one try of five. */
function nextPicture(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    if (!('requestVideoFrameCallback' in video)) return resolve();
    video.requestVideoFrameCallback(() => resolve());
    // A seek within the picture that is already there paints none.
    setTimeout(resolve, LONGEST_PAINT_MS);
  });
}

function heard(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error('the preview cannot be played')), { once: true });
  });
}
