import { latin1Text, viewOf } from '../bytes.ts';
import type { Rgb } from './png-pixels.ts';

/** Orientation 1 to 8 of a JPEG's Exif (CIPA DC-008 section 4.6.5), 1 where it says nothing that can be read. */
export function orientationOf(jpeg: Uint8Array): number {
  const view = viewOf(jpeg);
  for (let at = 2; at + 10 < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2)) {
    const end = at + 2 + view.getUint16(at + 2);
    if (jpeg[at + 1] === 0xe1 && latin1Text(jpeg.subarray(at + 4, at + 10)) === 'Exif\0\0') return inTiff(jpeg.subarray(at + 10, end));
  }
  return 1;
}

function inTiff(tiff: Uint8Array): number {
  if (tiff.length < 8) return 1;
  const view = viewOf(tiff);
  const little = latin1Text(tiff.subarray(0, 2)) === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let entry = 0, at = directory + 2; entry < count && at + 12 <= tiff.length; entry++, at += 12) {
    if (view.getUint16(at, little) !== 0x0112) continue;
    const found = view.getUint16(at + 8, little);
    return found >= 1 && found <= 8 ? found : 1;
  }
  return 1;
}

/** The picture as it is to be seen: mirrored and turned by its orientation. */
export function upright(picture: Rgb, orientation: number): Rgb {
  if (orientation === 1) return picture;
  const turned = orientation >= 5;
  const [width, height] = turned ? [picture.height, picture.width] : [picture.width, picture.height];
  const data = new Uint8Array(picture.data.length);
  const flipX = [2, 3, 7, 8].includes(orientation);
  const flipY = [3, 4, 6, 7].includes(orientation);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      const [u, v] = turned ? [y, x] : [x, y];
      const column = flipX ? picture.width - 1 - u : u;
      const row = flipY ? picture.height - 1 - v : v;
      const from = 3 * (row * picture.width + column);
      data[to] = picture.data[from] as number;
      data[to + 1] = picture.data[from + 1] as number;
      data[to + 2] = picture.data[from + 2] as number;
    }
  }
  return { data, width, height };
}
