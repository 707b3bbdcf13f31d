import { smooth121 } from './planes.ts';
import { random, type Random } from './random.ts';

/** Quantum noise of a run: correlated over 2–3 px, and by 0.45 from frame to frame. */
export type NoiseSource = { next(): Float32Array };

const MARGIN = 128;

function makeBank(r: Random, side: number): Float32Array {
  const bank = new Float32Array(side * side);
  for (let i = 0; i < bank.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - r.next()));
    const angle = 2 * Math.PI * r.next();
    bank[i] = radius * Math.cos(angle);
    if (i + 1 < bank.length) bank[i + 1] = radius * Math.sin(angle);
  }
  smooth121(bank, side, 3, new Float32Array(bank.length));
  let sum = 0;
  for (const v of bank) sum += v * v;
  const unit = 1 / Math.sqrt(sum / bank.length);
  for (let i = 0; i < bank.length; i++) bank[i] = (bank[i] as number) * unit;
  return bank;
}

export function makeNoise(seed: number, size: number): NoiseSource {
  const r = random(seed, 'noise');
  const side = size + MARGIN;
  const bank = makeBank(r, side);
  const state = new Float32Array(size * size);
  let first = true;
  const next = (): Float32Array => {
    const [ox, oy] = [Math.floor(r.next() * MARGIN), Math.floor(r.next() * MARGIN)];
    const [flipX, flipY] = [r.chance(0.5), r.chance(0.5)];
    const [keep, fresh] = first ? [0, 1] : [0.45, 0.89];
    first = false;
    for (let y = 0; y < size; y++) {
      const by = (flipY ? size - 1 - y : y) + oy;
      let i = by * side + ox + (flipX ? size - 1 : 0);
      const step = flipX ? -1 : 1;
      for (let x = 0, o = y * size; x < size; x++, o++, i += step) state[o] = keep * (state[o] as number) + fresh * (bank[i] as number);
    }
    return state;
  };
  return { next };
}
