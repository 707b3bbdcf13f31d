/**
 * Paints tubes into a plane of line integrals. Within one tube the maximum of its slabs is taken, then tubes
 * are added: overlaps of two vessels darken, joints of one do not. Near a branch's origin its weight is
 * below 1 and the maximum with what is already there counts instead of the sum.
 */
export type TubePainter = {
  /**
   * One slab between two centreline points: ends in px, radius in px, peak line integral, weight 0…1.
   * `caps` closes the first (1) or last (2) end with a half round.
   */
  slab(x0: number, y0: number, x1: number, y1: number, radius: number, peak: number, weight: number, caps: number): void;
  /** Adds the tube painted since the last call to `plane` and starts a new one. */
  commit(plane: Float32Array, sign?: 1 | -1): void;
};

type Box = { left: number; right: number; top: number; bottom: number };

export function makeTubePainter(size: number): TubePainter {
  const scratch = new Float32Array(size * size);
  const weights = new Float32Array(size * size);
  const box: Box = { left: size, right: -1, top: size, bottom: -1 };
  const slab: TubePainter['slab'] = (x0, y0, x1, y1, radius, peak, weight, caps) => {
    // Thinner than the detector resolves: as wide as 0.8 px and paler in proportion.
    const r = radius < 0.8 ? 0.8 : radius;
    const c = radius < 0.8 ? (peak * radius) / 0.8 : peak;
    const over = Math.min(1.6, 0.3 + 0.22 * r);
    const margin = r + over;
    const left = Math.max(0, Math.ceil(Math.min(x0, x1) - margin));
    const right = Math.min(size - 1, Math.floor(Math.max(x0, x1) + margin));
    const top = Math.max(0, Math.ceil(Math.min(y0, y1) - margin));
    const bottom = Math.min(size - 1, Math.floor(Math.max(y0, y1) + margin));
    if (left > right || top > bottom || !(c > 0)) return;
    if (left < box.left) box.left = left;
    if (right > box.right) box.right = right;
    if (top < box.top) box.top = top;
    if (bottom > box.bottom) box.bottom = bottom;
    const span = Math.hypot(x1 - x0, y1 - y0);
    const tx = span > 1e-4 ? (x1 - x0) / span : 1;
    const ty = span > 1e-4 ? (y1 - y0) / span : 0;
    const low = caps & 1 ? -r : -over;
    const high = span + (caps & 2 ? r : over);
    const inverse = 1 / (r * r);
    for (let y = top; y <= bottom; y++) {
      let u = (left - x0) * tx + (y - y0) * ty;
      let w = (y - y0) * tx - (left - x0) * ty;
      for (let x = left, i = y * size + left; x <= right; x++, i++, u += tx, w -= ty) {
        if (u < low || u > high) continue;
        let d2 = w * w;
        if (u < -over) d2 += u * u;
        else if (u > span + over) d2 += (u - span) * (u - span);
        const q = 1 - d2 * inverse;
        if (q <= 0) continue;
        const value = c * Math.sqrt(q);
        if (value > (scratch[i] as number)) {
          scratch[i] = value;
          weights[i] = weight;
        }
      }
    }
  };
  const commit: TubePainter['commit'] = (plane, sign = 1) => {
    for (let y = box.top; y <= box.bottom; y++) {
      for (let i = y * size + box.left, end = y * size + box.right; i <= end; i++) {
        const v = scratch[i] as number;
        if (v === 0) continue;
        const w = weights[i] as number;
        const under = plane[i] as number;
        const extra = w >= 1 ? v : w * v + (1 - w) * Math.max(0, v - under);
        plane[i] = under + sign * extra;
        scratch[i] = 0;
      }
    }
    box.left = box.top = size;
    box.right = box.bottom = -1;
  };
  return { slab, commit };
}
