import type { Picture } from './picture.ts';

/** Grey or RGB samples of what a canvas holds. */
export function fromPixels({ data, width, height }: ImageData, colour: boolean): Picture {
  const channels = colour ? 3 : 1;
  const out = new Uint8Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < channels; channel++) out[pixel * channels + channel] = data[pixel * 4 + channel] as number;
  }
  return { kind: colour ? 'rgb' : 'grey8', data: out, width, height };
}
