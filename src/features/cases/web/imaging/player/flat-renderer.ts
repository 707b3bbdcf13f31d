// Without WebGL2: the same greys by the processor, drawn with a 2-D canvas. No sharpening and no subtraction here.

import type { Look } from './look.ts';
import type { Picture } from './picture.ts';
import type { Renderer } from './renderer.ts';
import { scaleOf } from './view.ts';

/** Null where the canvas gives nothing to draw with. */
export function createFlatRenderer(canvas: HTMLCanvasElement): Renderer | null {
  const context = canvas.getContext('2d', { alpha: false });
  const back = document.createElement('canvas');
  const behind = back.getContext('2d', { willReadFrequently: true });
  if (!context || !behind) return null;
  let shown: Picture | null = null;
  let lit: Look | null = null;
  return {
    flat: true,
    show(picture) {
      shown = picture;
      lit = null;
    },
    mask() {},
    draw(view, look, picture, size) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = '#000';
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (!shown) return;
      if (lit !== look) light(back, behind, shown, look);
      lit = look;
      const scale = scaleOf(view, picture, size);
      const ratio = canvas.width / size.width;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.translate(size.width / 2 + view.panX, size.height / 2 + view.panY);
      context.rotate((view.turns * Math.PI) / 2);
      context.scale(view.flipX ? -scale : scale, view.flipY ? -scale : scale);
      // A still of another size than the run fills its place; the pixel that made a film even hangs over.
      const [wide, high] = shown.kind === 'bitmap' ? [picture.width, picture.height] : [back.width, back.height];
      context.drawImage(back, -picture.width / 2, -picture.height / 2, wide, high);
    },
    dispose() {
      shown = null;
    },
  };
}

function light(back: HTMLCanvasElement, context: CanvasRenderingContext2D, picture: Picture, look: Look): void {
  const { width, height } = picture;
  [back.width, back.height] = [width, height];
  if (picture.kind === 'bitmap') context.drawImage(picture.image, 0, 0);
  const image = picture.kind === 'bitmap' ? context.getImageData(0, 0, width, height) : context.createImageData(width, height);
  paint(image.data, picture, look);
  context.putImageData(image, 0, 0);
}

/** Fills RGBA under a look, as the shader does; a `bitmap` is taken from what `out` already holds. */
export function paint(out: Uint8ClampedArray, picture: Picture, look: Look): void {
  const { width } = picture;
  const gain = (look.inverted ? -1 : 1) / Math.max(look.width, 0.001);
  const lift = (look.inverted ? 0.5 + look.center / Math.max(look.width, 0.001) : 0.5 - look.center / Math.max(look.width, 0.001)) * 255;
  // A clamped array rounds and clips by itself.
  const put = (pixel: number, r: number, g: number, b: number): void => {
    out[pixel * 4] = r * gain + lift;
    out[pixel * 4 + 1] = g * gain + lift;
    out[pixel * 4 + 2] = b * gain + lift;
    out[pixel * 4 + 3] = 255;
  };
  for (let pixel = 0; pixel < out.length / 4; pixel++) {
    if (picture.kind === 'grey8' || picture.kind === 'grey') {
      const grey = (picture.data[pixel] as number) * (picture.kind === 'grey' ? 255 : 1);
      put(pixel, grey, grey, grey);
    } else if (picture.kind === 'yuv') {
      const half = (Math.floor(pixel / width) >> 1) * (width >> 1) + ((pixel % width) >> 1);
      const [y, u, v] = [picture.y[pixel] as number, (picture.u[half] as number) - 128, (picture.v[half] as number) - 128];
      put(pixel, y + 1.5748 * v, y - 0.18733 * u - 0.46812 * v, y + 1.8556 * u);
    } else {
      const [from, step] = picture.kind === 'rgb' ? [picture.data, 3] : [out, 4];
      put(pixel, from[pixel * step] as number, from[pixel * step + 1] as number, from[pixel * step + 2] as number);
    }
  }
}
