import { imageSearch } from '../pixels/burned-in/passes.ts';
import { acceptLines } from '../pixels/burned-in/accept.ts';
import { findLines } from '../pixels/burned-in/find.ts';
import type { Mask, Proposal } from '../pixels/box.ts';
import { lumaOf } from '../pixels/colour.ts';
import { clipBox } from '../pixels/masks.ts';
import { type Result, ok, refuse, tooLarge } from '../result.ts';
import { barePicture, contextOf, shrunk } from './pictures.ts';
import type { CleanResult, Review } from './protocol.ts';
import { stillPicture } from './still-picture.ts';

/** A photo that was painted onto a canvas: its pixels and nothing else of the file. */
export type OpenPhoto = { readonly canvas: OffscreenCanvas };

/** Longer sides are shrunk to this: a phone's picture of a film or of a report stays readable. */
const LONGEST_SIDE = 2560;
const LARGEST_PIXELS = 100_000_000;
const LARGEST_BYTES = 64 * 1024 * 1024;
const QUALITY = 0.85;

/** JPEG or PNG by its first bytes; everything else is not a photo. */
export function isPhoto(bytes: Uint8Array): boolean {
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const png = [0x89, 0x50, 0x4e, 0x47].every((byte, at) => bytes[at] === byte);
  return jpeg || png;
}

/** Paints a photo; its orientation is applied, every tag, profile and thumbnail stays behind. */
export async function openPhoto(file: Blob): Promise<Result<OpenPhoto>> {
  if (file.size > LARGEST_BYTES) return tooLarge('photo-too-large', { limit: LARGEST_BYTES });
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return refuse('photo-broken');
  }
  try {
    if (bitmap.width * bitmap.height > LARGEST_PIXELS) return tooLarge('photo-too-large', { limit: LARGEST_PIXELS });
    const full = new OffscreenCanvas(bitmap.width, bitmap.height);
    contextOf(full).drawImage(bitmap, 0, 0);
    return ok({ canvas: shrunk(full, LONGEST_SIDE) });
  } finally {
    bitmap.close();
  }
}

/** The picture itself and where writing may be. */
export async function reviewPhoto({ canvas }: OpenPhoto): Promise<Review> {
  const { width, height } = canvas;
  const image = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
  return {
    source: 'photo',
    width,
    height,
    frames: 1,
    strip: [{ kind: 'first', frame: 0, image }],
    proposals: proposalsOn(canvas),
    changes: [],
    sidecar: null,
  };
}

function proposalsOn(canvas: OffscreenCanvas): Proposal[] {
  const { width, height } = canvas;
  const rgb = rgbOf(canvas);
  const luma = { data: lumaOf(rgb), width, height };
  return acceptLines(findLines(imageSearch(luma)), 'image', width, height).map(({ box, score }) => ({
    id: `single-image-0-${box.left}-${box.top}`,
    box,
    frames: 'all',
    reason: 'single-image',
    score,
  }));
}

function rgbOf(canvas: OffscreenCanvas): Uint8Array<ArrayBuffer> {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from] as number;
    rgb[to + 1] = data[from + 1] as number;
    rgb[to + 2] = data[from + 2] as number;
  }
  return rgb;
}

/** Paints the masks black and encodes anew, as WebP or, where the browser cannot, JPEG. */
export async function finishPhoto({ canvas }: OpenPhoto, masks: readonly Mask[]): Promise<CleanResult> {
  const context = contextOf(canvas);
  context.fillStyle = '#000';
  for (const { box } of masks) {
    const inside = clipBox(box, canvas.width, canvas.height);
    if (inside) context.fillRect(inside.left, inside.top, inside.width, inside.height);
  }
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  const t2 = await barePicture(webp.type === 'image/webp' ? webp : await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }));
  const t0 = await stillPicture({ data: rgbOf(canvas), width: canvas.width, height: canvas.height, channels: 3 }, 0);
  return { t0, t1: { state: 'unavailable', reason: 'single-frame' }, t2, sidecar: null, certificate: null };
}
