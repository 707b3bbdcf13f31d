// What blur does to the width between the two steepest places of a lumen. A lumen is a cylinder: its shadow is half an ellipse, steepest a little
// inside its wall when wide; one that is narrower than the blur never looks narrower than the blur.

/** Blur of a usual cine (focal spot, motion, detector), standard deviation in px: edges that rise 10–90 % in 3–4 px, of which the lumen's own roundness is a part. */
const SYSTEM = 1;
/** A narrower lumen looks like this one: what is found as narrow as this may be narrower. */
export const LEAST_LUMEN_PX = 2;
const STEP = 0.05;
const WIDEST = 48;

/** Distance between the steepest places of the shadow of a cylinder `wide` px across under a Gaussian blur of `sigma` px. */
export const apparentWidth = (wide: number, sigma: number): number => {
  const r = wide / 2;
  const slopeAt = (x: number): number => {
    // The chord's Gaussian-weighted mean, differentiated under the integral: x = r sin t keeps the ends of the half ellipse smooth.
    let sum = 0;
    for (let k = 0; k < 48; k++) {
      const t = ((k + 0.5) / 48 - 0.5) * Math.PI;
      const d = x - r * Math.sin(t);
      sum += d * Math.exp(-(d * d) / (2 * sigma * sigma)) * Math.cos(t) ** 2;
    }
    return sum;
  };
  let [best, at] = [-Infinity, 0];
  for (let x = Math.max(0, r - 3 * sigma); x <= r + 3 * sigma; x += STEP) {
    const slope = slopeAt(x);
    if (slope > best) [best, at] = [slope, x];
  }
  return 2 * at;
};

type Row = { readonly wide: number; readonly seen: number };
let table: readonly Row[] | undefined;

const rows = (sigma: number): Row[] => {
  const out: Row[] = [];
  for (let wide = LEAST_LUMEN_PX; wide <= WIDEST; wide += wide < 12 ? 0.25 : 1) out.push({ wide, seen: apparentWidth(wide, sigma) });
  return out;
};

/** The lumen behind a width that was seen between the steepest places, px. `kernel`: the blur of the search itself. */
export const unblurred = (seen: number, kernel: number): number => {
  table ??= rows(Math.hypot(SYSTEM, kernel));
  const after = table.findIndex((row) => row.seen >= seen);
  const b = table[after];
  const a = table[after - 1];
  if (!b) return seen + ((table.at(-1)?.wide ?? 0) - (table.at(-1)?.seen ?? 0));
  if (!a) return b.wide;
  return b.seen === a.seen ? a.wide : a.wide + ((b.wide - a.wide) * (seen - a.seen)) / (b.seen - a.seen);
};
