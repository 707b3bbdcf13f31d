import type { Level } from './level.ts';
import type { Line } from './lines.ts';

/** What one walk over a line's box finds; means and spreads in grey levels. */
export type Strokes = {
  /** Pixels of the box, of its strokes, and of the strokes that border on ground. */
  count: number;
  area: number;
  edge: number;
  /** Mean top-hat of the strokes, at least 1. */
  strength: number;
  /** Mean of the largest step to a neighbour, over the strokes: sharpness. */
  step: number;
  /** Strokes met along all rows, along all columns, and columns that hold any. */
  runs: number;
  columnRuns: number;
  columns: number;
  /** Median deviation of stroke widths over their median. */
  widthSpread: number;
  /** Entropy of edge directions in four bins, bits. */
  directions: number;
  coreSpread: number;
  groundSpread: number;
  moving: number;
  groundMoving: number;
  /** How much the ground differs from one side of a stroke to the other: at the rim of a shutter strokes are steps. */
  slope: number;
  /** Unrest and steepness that the whole run has where the strokes are; 0 where it was not asked. */
  unrest: number;
  steep: number;
};

const WIDEST = 64;
const widths = new Uint16Array(WIDEST);
const bins = new Float64Array(4);

/** Rows run along the writing, so that upright lines measure like level ones. */
export function measureStrokes(line: Line, { image, strokes, mask, activity, known }: Level): Strokes {
  const { data, width } = image;
  const last = data.length - 1;
  const [down, along] = line.upright ? [1, width] : [width, 1];
  const [tall, long] = line.upright ? [line.right - line.left + 1, line.bottom - line.top + 1] : [line.bottom - line.top + 1, line.right - line.left + 1];
  const origin = line.top * width + line.left;
  const columnHas = new Uint8Array(long);
  widths.fill(0);
  bins.fill(0);
  const half = strengthOf(line) / 2;
  let [area, strength, edge, step, runs, columnRuns, core, coreSum, coreSquares, ground, groundSquares, moving, groundMoving, slope, unrest, steep] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < tall; row++) {
    let run = 0;
    for (let column = 0; column < long; column++) {
      const at = origin + row * down + column * along;
      const grey = data[at] as number;
      if (mask[at] === 0) {
        if (run > 0) widths[Math.min(WIDEST - 1, run)] = (widths[Math.min(WIDEST - 1, run)] as number) + 1;
        run = 0;
        ground += grey;
        groundSquares += grey * grey;
        if (activity) groundMoving += activity.data[at] as number;
        continue;
      }
      if (run++ === 0) runs++;
      if (row === 0 || mask[at - down] === 0) columnRuns++;
      columnHas[column] = 1;
      area++;
      const stroke = strokes.data[at] as number;
      strength += stroke;
      if (activity) moving += activity.data[at] as number;
      if (known) {
        unrest += known.unrest.data[at] as number;
        steep += known.steep.data[at] as number;
      }
      slope += slopeAt(data, strokes.data, at, width);
      if (stroke > 2 * half) {
        core++;
        coreSum += grey;
        coreSquares += grey * grey;
      }
      const [l, r, u, d] = [Math.max(0, at - 1), Math.min(last, at + 1), at < width ? at : at - width, at + width > last ? at : at + width];
      if (mask[l] === 0 || mask[r] === 0 || mask[u] === 0 || mask[d] === 0) edge++;
      const [gl, gr, gu, gd] = [data[l] as number, data[r] as number, data[u] as number, data[d] as number];
      step += Math.max(Math.abs(gl - grey), Math.abs(gr - grey), Math.abs(gu - grey), Math.abs(gd - grey));
      countDirection(gr - gl, gd - gu, half, line.upright);
    }
    if (run > 0) widths[Math.min(WIDEST - 1, run)] = (widths[Math.min(WIDEST - 1, run)] as number) + 1;
  }
  const count = tall * long;
  const others = Math.max(1, count - area);
  return {
    count, area: Math.max(1, area), edge, strength: Math.max(1, strength / Math.max(1, area)), step: step / Math.max(1, area), runs, columnRuns,
    columns: columnHas.reduce((sum, one) => sum + one, 0), widthSpread: widthSpread(runs), directions: entropy(),
    coreSpread: spread(coreSum, coreSquares, core), groundSpread: spread(ground, groundSquares, others),
    moving: moving / Math.max(1, area), groundMoving: groundMoving / others,
    slope: slope / Math.max(1, area), unrest: unrest / Math.max(1, area), steep: steep / Math.max(1, area),
  };
}

/** Steps of the picture without its strokes over twice this many pixels. */
const ASIDE = 4;

function slopeAt(data: Uint8Array, strokes: Uint8Array, at: number, width: number): number {
  const last = data.length - 1;
  const [l, r, u, d] = [Math.max(0, at - ASIDE), Math.min(last, at + ASIDE), Math.max(0, at - ASIDE * width), Math.min(last, at + ASIDE * width)];
  const across = (data[r] as number) - (strokes[r] as number) - (data[l] as number) + (strokes[l] as number);
  const down = (data[d] as number) - (strokes[d] as number) - (data[u] as number) + (strokes[u] as number);
  return Math.max(Math.abs(across), Math.abs(down));
}

function strengthOf({ blobs }: Line): number {
  let [sum, area] = [0, 0];
  for (const blob of blobs) {
    sum += blob.strength * blob.area;
    area += blob.area;
  }
  return sum / Math.max(1, area);
}

/** Edges lean level, upright, or to one of the two sides. */
function countDirection(gx: number, gy: number, least: number, upright: boolean): void {
  const [x, y] = upright ? [Math.abs(gy), Math.abs(gx)] : [Math.abs(gx), Math.abs(gy)];
  if (x + y <= least) return;
  const bin = x > 2.4 * y ? 0 : y > 2.4 * x ? 1 : gx > 0 === gy > 0 ? 2 : 3;
  bins[bin] = (bins[bin] as number) + 1;
}

function entropy(): number {
  const total = bins.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  return -bins.reduce((sum, one) => sum + (one === 0 ? 0 : (one / total) * Math.log2(one / total)), 0);
}

function spread(sum: number, squares: number, count: number): number {
  if (count < 1) return 0;
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean));
}

function widthSpread(runs: number): number {
  if (runs === 0) return 0;
  const at = (half: number, of: (width: number) => number): number => {
    for (let value = 0, seen = 0; value < WIDEST; value++) {
      seen += of(value);
      if (seen >= half) return value;
    }
    return 0;
  };
  const centre = at(runs / 2, (width) => widths[width] as number);
  const away = at(runs / 2, (by) => (by === 0 ? (widths[centre] as number) : ((widths[centre - by] ?? 0) as number) + ((widths[centre + by] ?? 0) as number)));
  return away / Math.max(1, centre);
}
