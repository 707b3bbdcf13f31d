/** Figures by which a cine is compared with a real one; patches of 16², frames of size² bytes. */

export type CineMeasures = {
  /** Grey levels at 1, 5, 25, 50, 75, 95, 99 % of the open picture. */
  percentiles: number[];
  /** Noise σ by grey band 64–95, 96–127, 128–159 (30th percentile of patches); NaN where no patch has that grey. */
  noise: [number, number, number];
  /** Correlation of the noise at 1, 2, 3 px. */
  spatial: [number, number, number];
  /** Mean squared difference at lag 1 and 2 over lag 3, calmest quarter of patches. */
  temporal: [number, number];
  /** Gradient magnitude at 50, 90, 99 %. */
  gradient: number[];
  /** |frame difference| of patches (mean) at 10, 50, 90 %. */
  difference: number[];
};

const PATCH = 16;

export function quantiles(values: number[], at: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return at.map((q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number);
}

type Patch = { x: number; y: number };

function patches(size: number, edge: number): Patch[] {
  const out: Patch[] = [];
  for (let y = edge; y + PATCH <= size - edge; y += PATCH) for (let x = edge; x + PATCH <= size - edge; x += PATCH) out.push({ x, y });
  return out;
}

/** Difference of two frames in a patch with its mean removed. */
function residue(a: Uint8Array, b: Uint8Array, size: number, p: Patch): Float64Array {
  const out = new Float64Array(PATCH * PATCH);
  let mean = 0;
  for (let y = 0, o = 0; y < PATCH; y++) {
    for (let x = 0; x < PATCH; x++, o++) {
      const i = (p.y + y) * size + p.x + x;
      out[o] = (a[i] as number) - (b[i] as number);
      mean += (out[o] as number) / out.length;
    }
  }
  return out.map((v) => v - mean);
}

const power = (r: Float64Array): number => r.reduce((sum, v) => sum + v * v, 0) / r.length;

function greyOf(frame: Uint8Array, size: number, p: Patch): number {
  let sum = 0;
  for (let y = 0; y < PATCH; y++) for (let x = 0; x < PATCH; x++) sum += frame[(p.y + y) * size + p.x + x] as number;
  return sum / (PATCH * PATCH);
}

function lagCorrelation(residues: readonly Float64Array[], lag: number): number {
  let [product, square] = [0, 0];
  for (const r of residues) {
    for (let y = 0; y < PATCH; y++) {
      for (let x = 0; x + lag < PATCH; x++) {
        product += (r[y * PATCH + x] as number) * (r[y * PATCH + x + lag] as number);
        square += (r[y * PATCH + x] as number) ** 2;
      }
    }
  }
  return product / square;
}

type Calm = { power: number; residue: Float64Array; grey: number };

function lagPower(frames: readonly Uint8Array[], size: number, all: readonly Patch[], lag: number): number {
  const calm: number[] = [];
  for (let f = 0; f + lag < frames.length; f++) {
    const values = all.map((p) => power(residue(frames[f] as Uint8Array, frames[f + lag] as Uint8Array, size, p))).sort((a, b) => a - b);
    calm.push(...values.slice(0, Math.ceil(values.length / 4)));
  }
  return calm.reduce((a, b) => a + b, 0) / calm.length;
}

function gradients(frame: Uint8Array, size: number, edge: number): number[] {
  const out: number[] = [];
  for (let y = edge; y < size - edge; y += 2) {
    for (let x = edge; x < size - edge; x += 2) {
      const i = y * size + x;
      const gx = ((frame[i + 1] as number) - (frame[i - 1] as number)) / 2;
      const gy = ((frame[i + size] as number) - (frame[i - size] as number)) / 2;
      out.push(Math.hypot(gx, gy));
    }
  }
  return out;
}

export function measureCine(frames: readonly Uint8Array[], size: number, edge = Math.round(size / 20)): CineMeasures {
  const all = patches(size, edge);
  const middle = frames[Math.floor(frames.length / 2)] as Uint8Array;
  const greys: number[] = [];
  for (let y = edge; y < size - edge; y++) for (let x = edge; x < size - edge; x++) greys.push(middle[y * size + x] as number);
  const pairs: Calm[] = [];
  const differences: number[] = [];
  for (let f = 0; f + 1 < frames.length; f++) {
    const [a, b] = [frames[f] as Uint8Array, frames[f + 1] as Uint8Array];
    for (const p of all) {
      const r = residue(a, b, size, p);
      pairs.push({ power: power(r), residue: r, grey: greyOf(a, size, p) });
      differences.push(r.reduce((sum, v) => sum + Math.abs(v), 0) / r.length);
    }
  }
  const sigma = (low: number, high: number): number => {
    const inBand = pairs.filter((p) => p.grey >= low && p.grey <= high).map((p) => Math.sqrt(p.power / 2));
    return inBand.length < 4 ? Number.NaN : (quantiles(inBand, [0.3])[0] as number);
  };
  const calmest = pairs.sort((a, b) => a.power - b.power).slice(0, Math.ceil(pairs.length / 4)).map((p) => p.residue);
  const d3 = lagPower(frames, size, all, 3);
  return {
    percentiles: quantiles(greys, [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]),
    noise: [sigma(64, 95), sigma(96, 127), sigma(128, 159)],
    spatial: [lagCorrelation(calmest, 1), lagCorrelation(calmest, 2), lagCorrelation(calmest, 3)],
    temporal: [lagPower(frames, size, all, 1) / d3, lagPower(frames, size, all, 2) / d3],
    gradient: quantiles(gradients(middle, size, edge), [0.5, 0.9, 0.99]),
    difference: quantiles(differences, [0.1, 0.5, 0.9]),
  };
}

/**
 * Contrast of a vessel at a point: (background − vessel) / background on means of 3², the background being
 * the same place in the twin rendered without injection.
 */
export function vesselContrast(filled: Uint8Array, empty: Uint8Array, size: number, x: number, y: number): number {
  let [bright, dark] = [0, 0];
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const i = (Math.round(y) + dy) * size + Math.round(x) + dx;
      bright += empty[i] ?? 0;
      dark += filled[i] ?? 0;
    }
  }
  return bright > 0 ? (bright - dark) / bright : 0;
}

/** Where a vessel is looked at, and which way it runs there. */
export type Along = { readonly x: number; readonly y: number; readonly tx: number; readonly ty: number };

/** Bilinear value. */
function valueAt(plane: ArrayLike<number>, size: number, x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - i, y - j];
  const at = (dx: number, dy: number): number => plane[(j + dy) * size + i + dx] ?? 0;
  return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
}

/** Pixels over which a vessel's edge goes from 10 to 90 % of its darkening across it, against the twin without injection; the mean of both sides. */
export function edgeWidth(filled: Uint8Array, empty: Uint8Array, size: number, { x, y, tx, ty }: Along): number {
  const span = Math.hypot(tx, ty) || 1;
  const [nx, ny] = [-ty / span, tx / span];
  const STEPS = 4;
  const darkening = Array.from({ length: 2 * 20 * STEPS + 1 }, (_, k) => {
    const far = k / STEPS - 20;
    let sum = 0;
    // Seven places along the vessel take the noise out.
    for (let a = -3; a <= 3; a++) {
      const [px, py] = [x + nx * far + (tx / span) * a, y + ny * far + (ty / span) * a];
      sum += valueAt(empty, size, px, py) - valueAt(filled, size, px, py);
    }
    return sum / 7;
  });
  const middle = 20 * STEPS;
  const peak = darkening[middle] as number;
  const side = (way: 1 | -1): number => {
    const reach = (share: number): number => {
      for (let k = 1; k <= middle; k++) if ((darkening[middle + way * k] as number) < share * peak) return k / STEPS;
      return Number.NaN;
    };
    return reach(0.1) - reach(0.9);
  };
  const widths = [side(1), side(-1)].filter((w) => !Number.isNaN(w));
  return widths.reduce((a, b) => a + b, 0) / widths.length;
}
