/** How a picture lies in its canvas. Pan is in CSS pixels; zoom 1 fits the picture. */
export type View = {
  readonly zoom: number;
  readonly panX: number;
  readonly panY: number;
  /** Quarter turns clockwise, 0–3. */
  readonly turns: number;
  readonly flipX: boolean;
  readonly flipY: boolean;
};

export type Size = { readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };

export const FITTED: View = { zoom: 1, panX: 0, panY: 0, turns: 0, flipX: false, flipY: false };

const LEAST_ZOOM = 0.25;
const MOST_ZOOM = 16;

/** CSS pixels of one picture pixel. */
export function scaleOf(view: View, picture: Size, canvas: Size): number {
  const [width, height] = view.turns % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width];
  return view.zoom * Math.min(canvas.width / width, canvas.height / height);
}

/** Fills the middle with one pixel of the picture on each pixel of the screen; `ratio` is screen pixels a CSS pixel. */
export function actualSize(view: View, picture: Size, canvas: Size, ratio: number): View {
  const whole = scaleOf({ ...view, zoom: 1 }, picture, canvas);
  return { ...view, zoom: 1 / (ratio * whole), panX: 0, panY: 0 };
}

/** Turned or mirrored: the picture does not lie as it was acquired. */
export const isTurned = ({ turns, flipX, flipY }: View): boolean => turns !== 0 || flipX || flipY;

/** Where a place in the picture (pixels from its left top corner) lies in the canvas (CSS pixels). */
export function toScreen(place: Point, view: View, picture: Size, canvas: Size): Point {
  const scale = scaleOf(view, picture, canvas);
  const x = (place.x - picture.width / 2) * (view.flipX ? -1 : 1);
  const y = (place.y - picture.height / 2) * (view.flipY ? -1 : 1);
  const [tx, ty] = turned(x, y, view.turns);
  return { x: canvas.width / 2 + view.panX + tx * scale, y: canvas.height / 2 + view.panY + ty * scale };
}

/** The place in the picture under a place in the canvas; may lie outside the picture. */
export function toPicture(place: Point, view: View, picture: Size, canvas: Size): Point {
  const scale = scaleOf(view, picture, canvas);
  const tx = (place.x - canvas.width / 2 - view.panX) / scale;
  const ty = (place.y - canvas.height / 2 - view.panY) / scale;
  const [x, y] = turned(tx, ty, 4 - view.turns);
  return { x: picture.width / 2 + x * (view.flipX ? -1 : 1), y: picture.height / 2 + y * (view.flipY ? -1 : 1) };
}

/** A move on the screen's axes as one on the picture's, at the same length. */
export function fromScreenAxes(move: Point, { turns, flipX, flipY }: View): Point {
  const [x, y] = turned(move.x, move.y, 4 - turns);
  return { x: flipX ? -x : x, y: flipY ? -y : y };
}

function turned(x: number, y: number, turns: number): [number, number] {
  switch (((turns % 4) + 4) % 4) {
    case 1:
      return [-y, x];
    case 2:
      return [-x, -y];
    case 3:
      return [y, -x];
    default:
      return [x, y];
  }
}

/** Zooms by a factor so that the place under `at` (CSS pixels in the canvas) stays where it is. */
export function zoomedAt(view: View, factor: number, at: Point, canvas: Size): View {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, view.zoom * factor));
  const ratio = zoom / view.zoom;
  const x = at.x - canvas.width / 2;
  const y = at.y - canvas.height / 2;
  return { ...view, zoom, panX: x - (x - view.panX) * ratio, panY: y - (y - view.panY) * ratio };
}
