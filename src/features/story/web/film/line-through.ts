import type { Picture } from '#features/cases/web/player-door.ts';

/** Greys 0–255 along the line through a picture's middle, `degrees` clockwise from upright, as long as its shorter side. */
export const lineThrough = (picture: Picture, degrees: number, places: number): Uint8ClampedArray => {
  const out = new Uint8ClampedArray(places);
  if (picture.kind === 'bitmap') return out;
  const { width, height } = picture;
  const [dx, dy] = [Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180)];
  const long = Math.min(width, height) - 1;
  for (let n = 0; n < places; n++) {
    const from = (0.5 - n / (places - 1)) * long;
    const x = Math.round((width - 1) / 2 + from * dx);
    const y = Math.round((height - 1) / 2 + from * dy);
    out[n] = greyAt(picture, y * width + x);
  }
  return out;
};

const greyAt = (picture: Exclude<Picture, { kind: 'bitmap' }>, pixel: number): number => {
  if (picture.kind === 'yuv') return picture.y[pixel] ?? 0;
  if (picture.kind === 'rgb') return ((picture.data[3 * pixel] ?? 0) + 2 * (picture.data[3 * pixel + 1] ?? 0) + (picture.data[3 * pixel + 2] ?? 0)) / 4;
  return (picture.data[pixel] ?? 0) * (picture.kind === 'grey' ? 255 : 1);
};
