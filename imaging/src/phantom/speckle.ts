import { random } from './random.ts';

/** Puts the grain of coherent imaging on a polar picture (angle by angle), in place. */
export type Speckle = (polar: Float32Array, z: number) => void;

/** The grain of ultrasound lies across the ray, that of light is fine: reach in rays and samples; grey levels a unit of log amplitude. */
const LOOK = { IVUS: { across: 4, along: 1, gain: 20 }, OCT: { across: 1, along: 1, gain: 13 } } as const;
/** Tissue looks another way this many mm on. */
const CHANGES_MM = 0.4;
const SHEETS = 4;

type Shape = { readonly angles: number; readonly depths: number };

/** Sums over neighbouring rays and samples, of unit variance when the input is. */
function smeared(plane: Float32Array, { angles, depths }: Shape, across: number, along: number): Float32Array {
  const rays = new Float32Array(plane.length);
  for (let a = 0; a < angles; a++) {
    for (let k = -across; k <= across; k++) {
      const from = ((a + k + angles) % angles) * depths;
      for (let d = 0; d < depths; d++) rays[a * depths + d] = (rays[a * depths + d] as number) + (plane[from + d] as number);
    }
  }
  const out = new Float32Array(plane.length);
  const unit = 1 / Math.sqrt((2 * across + 1) * (2 * along + 1));
  for (let a = 0; a < angles; a++) {
    for (let d = 0; d < depths; d++) {
      let sum = 0;
      for (let k = -along; k <= along; k++) sum += rays[a * depths + Math.min(depths - 1, Math.max(0, d + k))] as number;
      out[a * depths + d] = sum * unit;
    }
  }
  return out;
}

export function makeSpeckle(seed: number, angles: number, depths: number, kind: keyof typeof LOOK): Speckle {
  const { across, along, gain } = LOOK[kind];
  const r = random(seed, 'speckle');
  const shape = { angles, depths };
  const field = (): Float32Array => smeared(Float32Array.from({ length: angles * depths }, () => r.gauss()), shape, across, along);
  const sheets = Array.from({ length: SHEETS }, () => [field(), field()] as const);
  return (polar, z) => {
    const at = z / CHANGES_MM;
    const i = Math.floor(at);
    // Two independent fields turn into each other at even power.
    const [c, s] = [Math.cos((Math.PI / 2) * (at - i)), Math.sin((Math.PI / 2) * (at - i))];
    const [a, b] = [sheets[i % SHEETS] as (typeof sheets)[0], sheets[(i + 1) % SHEETS] as (typeof sheets)[0]];
    for (let n = 0; n < polar.length; n++) {
      const re = c * (a[0][n] as number) + s * (b[0][n] as number);
      const im = c * (a[1][n] as number) + s * (b[1][n] as number);
      // Mean of the log of a Rayleigh amplitude of this power is 0.058.
      polar[n] = (polar[n] as number) + gain * (0.5 * Math.log(re * re + im * im + 0.02) - 0.08);
    }
  };
}
