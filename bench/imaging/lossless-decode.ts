// Decoding JPEG lossless (.70) in one thread: 1024², 12 bits, as a flat-panel run at 15 frames a second would arrive.

import { type Figure, median, round } from '../figure.ts';
import { decodeLossless } from '../../imaging/src/pixels/jpeg/lossless.ts';
import { encodeLossless } from '../../imaging/src/pixels/jpeg/encode.ts';
import { random } from '../../imaging/src/phantom/random.ts';

const SIDE = 1024;
const FRAMES = 6;
const ROUNDS = 5;
const ACQUIRED = 15;

/** A soft gradient with the noise of a quantum-limited detector: what entropy coding meets, without the cost of a whole scene. */
const frame = (seed: number): Uint8Array => {
  const noise = random(seed, 'noise');
  const data = new Uint16Array(SIDE * SIDE);
  for (let at = 0; at < data.length; at++) {
    const level = 600 + 2200 * (at / data.length) + 300 * Math.sin(at / 97);
    data[at] = Math.min(4095, Math.max(0, Math.round(level + 0.35 * Math.sqrt(level) * noise.gauss())));
  }
  return encodeLossless({ data, rows: SIDE, columns: SIDE, components: 1, precision: 12 });
};

export const losslessDecode = async (): Promise<Figure[]> => {
  const frames = Array.from({ length: FRAMES }, (_, i) => frame(i + 1));
  const rates: number[] = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const began = performance.now();
    for (const bytes of frames) {
      const out = decodeLossless(bytes, { rows: SIDE, columns: SIDE, components: 1, bitsAllocated: 16 });
      if (!out.ok) throw new Error(`a frame was refused: ${out.code}`);
    }
    if (i > 0) rates.push((FRAMES * 1000) / (performance.now() - began));
  }
  return [{
    name: 'JPEG lossless decoded, 1024², 12 bits, one thread', unit: 'frames/s', value: round(median(rates)), beside: { name: 'acquisition rate', value: ACQUIRED },
    ratio: round(median(rates) / ACQUIRED), spread: { min: round(Math.min(...rates) / ACQUIRED), max: round(Math.max(...rates) / ACQUIRED) }, bar: { at: 2, is: 'at least', of: 'ratio' },
  }];
};
