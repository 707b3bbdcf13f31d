import { stripPhoto } from '../photo/photo.ts';
import type { Plane } from '../pixels/plane.ts';

/** Interleaved 8-bit samples, grey or RGB, with their size. */
export type Picture8 = {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
};

/** A run to be made into a preview. */
export type CineSource = {
  readonly frames: readonly Picture8[];
  /** Milliseconds from the first frame to each. */
  readonly timesMs: readonly number[];
};

/** Opaque RGBA of a grey or RGB picture. */
export function imageDataOf({ data, width, height, channels }: Picture8): ImageData {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  if (channels === 1) for (let at = 0; at < pixels.length; at++) pixels[at] = 0xff000000 | ((data[at] as number) * 0x010101);
  else {
    for (let at = 0, from = 0; at < pixels.length; at++, from += 3) {
      pixels[at] = 0xff000000 | ((data[from + 2] as number) << 16) | ((data[from + 1] as number) << 8) | (data[from] as number);
    }
  }
  return image;
}

export function canvasOf(picture: Picture8): OffscreenCanvas {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  contextOf(canvas).putImageData(imageDataOf(picture), 0, 0);
  return canvas;
}

export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context in this worker');
  return context;
}

/** A canvas of at most `longest` pixels on its longer side, the same shape; never enlarged. */
export function shrunk(canvas: OffscreenCanvas, longest: number): OffscreenCanvas {
  const scale = Math.min(1, longest / Math.max(canvas.width, canvas.height));
  if (scale === 1) return canvas;
  const small = new OffscreenCanvas(Math.max(1, Math.round(canvas.width * scale)), Math.max(1, Math.round(canvas.height * scale)));
  const context = contextOf(small);
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, small.width, small.height);
  return small;
}

/** For a person to search: full size, hardly lossy, so that faint letters stay. */
export function reviewBlob(picture: Picture8): Promise<Blob> {
  return canvasOf(picture).convertToBlob({ type: 'image/webp', quality: 0.92 });
}

/** Contrast pulled out to the full range, for the picture of what stands still. */
export function stretched({ data, width, height }: Plane): Picture8 {
  const sorted = data.slice().sort();
  const low = sorted[Math.floor(sorted.length * 0.005)] ?? 0;
  const high = Math.max(low + 1, sorted[Math.floor(sorted.length * 0.995)] ?? 255);
  const out = data.map((value) => Math.min(255, Math.max(0, ((value - low) * 255) / (high - low))));
  return { data: out, width, height, channels: 1 };
}

/** The picture and nothing else: some browsers write a colour profile of the screen into what a canvas gives. */
export async function barePicture(blob: Blob): Promise<Blob> {
  const bare = stripPhoto(new Uint8Array(await blob.arrayBuffer()));
  if (!bare.ok) throw new Error(`the browser made a picture that is none: ${bare.code}`);
  return new Blob([bare.value.bytes as Uint8Array<ArrayBuffer>], { type: blob.type });
}
