import type { Palette } from './format.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** YBR_FULL to RGB, in place, samples interleaved (PS3.3 C.7.6.3.1.2; the ITU-R BT.601 matrix). */
export function ybrFullToRgb(data: Bytes): void {
  for (let at = 0; at + 2 < data.length; at += 3) {
    writeRgb(data, at, data[at] as number, data[at + 1] as number, data[at + 2] as number);
  }
}

/** Native YBR_FULL_422, `Y Y Cb Cr` for each two pixels, to interleaved RGB; `pixels` must be even. */
export function ybr422ToRgb(source: Uint8Array, pixels: number): Bytes {
  const out = new Uint8Array(pixels * 3);
  for (let pair = 0; pair < pixels >> 1; pair++) {
    const at = pair * 4;
    const blue = source[at + 2] as number;
    const red = source[at + 3] as number;
    writeRgb(out, pair * 6, source[at] as number, blue, red);
    writeRgb(out, pair * 6 + 3, source[at + 1] as number, blue, red);
  }
  return out;
}

function writeRgb(out: Bytes, at: number, y: number, cb: number, cr: number): void {
  const blue = cb - 128;
  const red = cr - 128;
  out[at] = clamp(y + 1.402 * red);
  out[at + 1] = clamp(y - 0.344136 * blue - 0.714136 * red);
  out[at + 2] = clamp(y + 1.772 * blue);
}

function clamp(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
}

/** Planes one after another to interleaved samples. */
export function interleave(planes: Uint8Array, pixels: number): Bytes {
  const out = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++) {
    out[pixel * 3] = planes[pixel] as number;
    out[pixel * 3 + 1] = planes[pixels + pixel] as number;
    out[pixel * 3 + 2] = planes[2 * pixels + pixel] as number;
  }
  return out;
}

/** Stored values of PALETTE COLOR to interleaved RGB (PS3.3 C.7.6.3.1.5). */
export function paletteToRgb(stored: ArrayLike<number>, palette: Palette): Bytes {
  const last = palette.red.length - 1;
  const out = new Uint8Array(stored.length * 3);
  for (let pixel = 0; pixel < stored.length; pixel++) {
    const entry = Math.min(last, Math.max(0, (stored[pixel] as number) - palette.first));
    out[pixel * 3] = palette.red[entry] as number;
    out[pixel * 3 + 1] = palette.green[entry] as number;
    out[pixel * 3 + 2] = palette.blue[entry] as number;
  }
  return out;
}

/** Luma of interleaved RGB, 8 bits (BT.601 weights): what search and stills work on. */
export function lumaOf(rgb: Uint8Array): Bytes {
  const out = new Uint8Array(rgb.length / 3);
  for (let pixel = 0; pixel < out.length; pixel++) {
    const at = pixel * 3;
    out[pixel] = (77 * (rgb[at] as number) + 150 * (rgb[at + 1] as number) + 29 * (rgb[at + 2] as number)) >> 8;
  }
  return out;
}
