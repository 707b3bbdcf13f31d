import type { DecodedFrame } from 'imaging/browser/protocol';
import { type Window, windowLine } from 'imaging/pixels/window';

/** A frame ready for a texture. `width` and `height` are those of the data; the shown part may be one pixel smaller. */
export type Picture =
  | { readonly kind: 'grey8'; readonly data: Uint8Array; readonly width: number; readonly height: number }
  /** 0 is black and 1 white of the run's own window; values may lie beyond. */
  | { readonly kind: 'grey'; readonly data: Float32Array; readonly width: number; readonly height: number }
  | { readonly kind: 'rgb'; readonly data: Uint8Array; readonly width: number; readonly height: number }
  /** Full-range BT.709, chroma of half size. */
  | { readonly kind: 'yuv'; readonly y: Uint8Array; readonly u: Uint8Array; readonly v: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'bitmap'; readonly image: ImageBitmap; readonly width: number; readonly height: number };

/** A decoded frame of the clean file under the run's own window. */
export function pictureOf(frame: DecodedFrame, window: Window): Picture {
  const { data, rows: height, columns: width } = frame;
  if (frame.channels === 3) return { kind: 'rgb', data: data as Uint8Array, width, height };
  const { scale, offset } = windowLine(window);
  const plain = data instanceof Uint8Array && Math.abs(scale - 1 / 255) < 1e-9 && Math.abs(offset) < 1e-9;
  if (plain) return { kind: 'grey8', data, width, height };
  const values = new Float32Array(data.length);
  for (let at = 0; at < values.length; at++) values[at] = (data[at] as number) * scale + offset;
  return { kind: 'grey', data: values, width, height };
}
