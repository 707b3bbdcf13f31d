import { type Random, random } from '../phantom/random.ts';
import type { Plane } from '../pixels/plane.ts';

/** An echo of tissue: a ring of wall around a chamber, as shares of the sector's depth and opening. */
type Ring = { readonly far: number; readonly turn: number; readonly radius: number; readonly thick: number; readonly dark: number };
type Sector = {
  readonly apex: number;
  /** Half the opening, radians. */
  readonly open: number;
  readonly deep: number;
  readonly rings: readonly Ring[];
  readonly bands: readonly [number, number];
  readonly gain: number;
  /** Contrast of the display: below 1 shows faint echoes. */
  readonly gamma: number;
  /** A window of colour Doppler, as shares of depth and opening, and the side of its cells in pixels; null for none. */
  readonly doppler: { readonly from: number; readonly to: number; readonly left: number; readonly right: number; readonly cell: number } | null;
};

/** Share of the speckle that moves with the tissue; the rest is new in every frame. */
const KEPT = 0.75;

/** An ultrasound-like run without writing: a sector of speckle with walls and chambers that swell and shrink, black around it. */
export function speckleRun(seed: number, count: number, side = 512): Plane[] {
  const r = random(seed, 'speckle');
  const sector = sectorOf(r, side);
  // Grain is short along the beam and as wide as the beam across it, so that it widens with depth.
  const [long, wide] = [r.between(1.6, 4) * (side / 512), r.between(0.012, 0.03)];
  const [rows, beams] = [Math.ceil(sector.deep / long) + 3, Math.ceil((2 * sector.open) / wide) + 3];
  const still = gaussians(rows * beams, random(seed, 'tissue'));
  return Array.from({ length: count }, (_, t) => {
    const fresh = gaussians(rows * beams, random(seed, `speckle ${t}`));
    const field = still.map((value, at) => Math.hypot(KEPT * (value[0] as number) + (1 - KEPT) * (fresh[at]?.[0] as number), KEPT * (value[1] as number) + (1 - KEPT) * (fresh[at]?.[1] as number)));
    const cells = random(seed, `doppler ${t >> 1}`);
    const mosaic = Float32Array.from({ length: 4096 }, () => cells.between(40, 230));
    const swell = 1 + 0.12 * Math.sin(t / 2.2);
    const data = new Uint8Array(side * side);
    for (let y = 0, at = 0; y < side; y++) {
      for (let x = 0; x < side; x++, at++) {
        const [far, turn] = [Math.hypot(x - sector.apex, y), Math.atan2(x - sector.apex, y)];
        if (far > sector.deep || Math.abs(turn) > sector.open) continue;
        const grain = bilinear(field, beams, (turn + sector.open) / wide, far / long);
        data[at] = shown(sector, { far: far / sector.deep, turn: turn / sector.open, x, y }, grain, swell, mosaic);
      }
    }
    return { data, width: side, height: side };
  });
}

function sectorOf(r: Random, side: number): Sector {
  const rings = Array.from({ length: 3 + Math.floor(r.between(0, 4)) }, () => ({
    far: r.between(0.2, 0.9), turn: r.between(-0.8, 0.8), radius: r.between(0.08, 0.3), thick: r.between(0.01, 0.04), dark: r.between(0.1, 0.7),
  }));
  const [from, left] = [r.between(0.1, 0.4), r.between(-0.7, 0)];
  const doppler = r.chance(0.35) ? { from, to: from + r.between(0.3, 0.5), left, right: left + r.between(0.4, 0.8), cell: Math.round(r.between(2, 6)) } : null;
  return {
    apex: r.between(0.35, 0.65) * side, open: r.between(0.5, 0.85), deep: r.between(0.75, 0.97) * side, rings, doppler,
    bands: [r.between(5, 18), r.between(0, 6)], gain: r.between(26, 80), gamma: r.between(0.6, 1.2),
  };
}

function shown({ rings, bands, gain, gamma, doppler }: Sector, at: { far: number; turn: number; x: number; y: number }, grain: number, swell: number, mosaic: Float32Array): number {
  if (doppler && at.far > doppler.from && at.far < doppler.to && at.turn > doppler.left && at.turn < doppler.right) {
    const value = mosaic[((Math.floor(at.y / doppler.cell) * 61 + Math.floor(at.x / doppler.cell)) * 7) & 4095] as number;
    // Slow flow shows the tissue below it.
    if (value > 110) return value;
  }
  let echo = 0.65 + 0.35 * Math.sin(at.far * bands[0] + bands[1] + at.turn);
  for (const { far, turn, radius, thick, dark } of rings) {
    const away = Math.hypot(at.far - far, (at.turn - turn) * at.far) - radius * swell;
    if (away < 0) echo *= dark;
    echo += 2.4 * Math.exp(-((away / thick) ** 2));
  }
  return Math.min(255, gain * (Math.max(0, echo) * grain) ** gamma * 1.1);
}

/** Pairs of normal numbers: the two parts of an echo that add up at random. */
const gaussians = (count: number, r: Random): Float32Array[] => Array.from({ length: count }, () => Float32Array.of(r.gauss(), r.gauss()));

function bilinear(field: readonly number[], across: number, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const at = (u: number, v: number): number => field[v * across + u] as number;
  return (at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy) + (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
}
