import { random } from '../phantom/random.ts';
import type { Plane } from '../pixels/plane.ts';

/** An ultrasound-like run without writing: a sector of speckle that swells and shrinks, bright walls, black around it. */
export function speckleRun(seed: number, count: number, side = 512): Plane[] {
  const r = random(seed, 'speckle');
  const [apex, open, deep, grain] = [r.between(0.3, 0.7) * side, r.between(0.5, 0.8), r.between(0.75, 0.95) * side, r.between(1.2, 2.6)];
  const walls = Array.from({ length: 5 }, () => [r.between(0.2, 0.8) * side, r.between(0.2, 0.8) * side, r.between(30, 110), r.between(5, 14)] as const);
  return Array.from({ length: count }, (_, t) => {
    const noise = random(seed, `speckle ${Math.floor(t / 1)}`);
    const coarse = Math.ceil(side / grain) + 2;
    const field = Float32Array.from({ length: coarse * coarse }, () => Math.hypot(noise.gauss(), noise.gauss()));
    const swell = 1 + 0.12 * Math.sin(t / 2.2);
    const data = new Uint8Array(side * side);
    for (let y = 0, at = 0; y < side; y++) {
      for (let x = 0; x < side; x++, at++) {
        const far = Math.hypot(x - apex, y);
        if (far > deep || Math.abs(Math.atan2(x - apex, y)) > open) continue;
        let echo = 28 + 26 * Math.sin(far / 60 + seed);
        for (const [cx, cy, radius, thick] of walls) echo += 120 * Math.exp(-(((Math.hypot(x - cx, y - cy) - radius * swell) / thick) ** 2));
        data[at] = Math.min(255, Math.max(0, echo * bilinear(field, coarse, x / grain, y / grain) * 0.8));
      }
    }
    return { data, width: side, height: side };
  });
}

function bilinear(field: Float32Array, across: number, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const at = (u: number, v: number): number => field[v * across + u] as number;
  return (at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy) + (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
}
