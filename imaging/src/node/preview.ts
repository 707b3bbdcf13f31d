import { frameAt, headerWindow } from '../clean/frame/of-sidecar.ts';
import { indexOf } from '../clean/verify.ts';
import { readDicom } from '../dicom/read.ts';
import { verifyWebp } from '../photo/photo.ts';
import { SEQUENCE, sparseFrames, type Standing, webpSequence } from '../photo/webp-sequence.ts';
import type { Codecs } from '../pixels/codecs.ts';
import type { Frame } from '../pixels/format.ts';
import { formatOf, paletteOf } from '../pixels/format-of.ts';
import { shrunkRgba } from '../pixels/shrink.ts';
import { chooseWindow, windower } from '../pixels/window.ts';
import { ok, type Result, refuse } from '../result.ts';
import { encodeWebp } from './webp-encoder.ts';

/**
 * T1 of a run whose browser could make none: an animated WebP of every n-th frame, as `webpCine` makes it in a browser.
 * @param clean a file that was verified; nothing of its header gets into the pictures
 */
export async function previewOf(clean: Uint8Array, codecs: Codecs): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const index = indexOf(clean);
  if (!index.ok) return index;
  const read = readDicom(clean);
  if (!read.ok) return read;
  const sidecar = index.value;
  if (sidecar.frames < 2) return refuse('preview-not-a-preview');
  const format = formatOf(sidecar, paletteOf(read.value.set));
  const chosen = sparseFrames(sidecar.frameTimesMs);
  const frames: Frame[] = [];
  for (const { frame } of chosen) {
    const decoded = await frameAt(clean, sidecar, format, frame, codecs);
    if (!decoded.ok) return decoded;
    frames.push(decoded.value);
  }
  const show = windower(chooseWindow(headerWindow(sidecar), frames, sidecar.invert));
  const pictures: Standing[] = [];
  let size = { width: 0, height: 0 };
  for (const [n, { ms }] of chosen.entries()) {
    const frame = frames[n] as Frame;
    const { rgba, width, height } = shrunkRgba({ data: show(frame), width: format.columns, height: format.rows, channels: frame.channels }, SEQUENCE.longestSide);
    pictures.push({ webp: await encodeWebp(rgba, width, height, SEQUENCE.quality * 100), ms });
    size = { width, height };
  }
  const bytes = webpSequence(pictures, size.width, size.height);
  return bytes && verifyWebp(bytes).ok ? ok(bytes) : refuse('preview-broken');
}
