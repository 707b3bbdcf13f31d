// Frames as a detector gives them: a soft gradient with quantum noise, which is what entropy coding meets, without the cost of a whole scene.

import { random } from '../../imaging/src/phantom/random.ts';

/** A square frame with noise of 0.35·√signal; of 8 bits as of a 10-bit detector, brought down. 12-bit frames take 0.8 MB in .70 at 1024², as real ones do. */
export const detectorFrame = (seed: number, side: number, precision: number): Uint16Array<ArrayBuffer> => {
  const noise = random(seed, 'noise');
  const most = 2 ** precision - 1;
  const scale = 2 ** (Math.max(10, precision) - 10);
  const down = 2 ** (Math.max(10, precision) - precision);
  return Uint16Array.from({ length: side * side }, (_, at) => {
    const level = scale * (200 + 500 * (at / (side * side)) + 100 * Math.sin((at % side) / 97));
    return Math.min(most, Math.max(0, Math.round((level + 0.35 * Math.sqrt(level) * noise.gauss()) / down)));
  });
};
