import type { Picture8 } from './pictures.ts';

/** Full-range I420 planes in one buffer, both sides even; odd sides are repeated by one pixel. */
export type I420 = { readonly data: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number };

/** ITU-R BT.709 in full range; grey pictures carry their values in Y untouched, so that no level is lost on the way. */
export function i420Of(picture: Picture8): I420 {
  const width = picture.width + (picture.width & 1);
  const height = picture.height + (picture.height & 1);
  const out = new Uint8Array((width * height * 3) / 2);
  if (picture.channels === 1) {
    copyGrey(picture, out, width, height);
    out.fill(128, width * height);
  } else convertRgb(picture, out, width, height);
  return { data: out, width, height };
}

function copyGrey({ data, width: from, height: rows }: Picture8, out: Uint8Array, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    const row = Math.min(y, rows - 1) * from;
    out.set(data.subarray(row, row + from), y * width);
    if (width > from) out[y * width + from] = data[row + from - 1] as number;
  }
}

function convertRgb({ data, width: from, height: rows }: Picture8, out: Uint8Array, width: number, height: number): void {
  const half = width >> 1;
  const blues = width * height;
  const reds = blues + half * (height >> 1);
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      let blue = 0;
      let red = 0;
      for (let n = 0; n < 4; n++) {
        const column = x + (n & 1);
        const row = y + (n >> 1);
        const at = 3 * (Math.min(row, rows - 1) * from + Math.min(column, from - 1));
        const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
        const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        out[row * width + column] = Math.round(luma);
        blue += (b - luma) / 1.8556;
        red += (r - luma) / 1.5748;
      }
      const at = (y >> 1) * half + (x >> 1);
      out[blues + at] = clamp(128 + blue / 4);
      out[reds + at] = clamp(128 + red / 4);
    }
  }
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
