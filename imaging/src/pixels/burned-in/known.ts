import { type Plane, halved } from '../plane.ts';
import { smoothed } from '../smoothed.ts';

/** What the whole run says of a place: writing that comes and goes is new there, the rim of a shutter trembles in every frame. */
export type Known = {
  /** How far the place strays from what is foretold in the calmer half of the frames, in grey levels times UNREST_SCALE, at most 255. */
  readonly unrest: Plane;
  /** How steep the ground is there: its largest step over six pixels, in grey levels. */
  readonly steep: Plane;
};

/** Half a grey level of unrest still tells noise from calm. */
export const UNREST_SCALE = 8;
/** Half the way over which steepness is taken, in pixels. */
const ASIDE = 3;

/** At each of so many halvings. `residuals` are pictures of a few frames with 128 where they are as foretold; `ground` is the median of the run. */
export function knownOf(residuals: readonly Plane[], ground: Plane, levels: number): Known[] {
  let known: Known = { unrest: smoothed(calmerHalf(residuals)), steep: steepness(ground) };
  return Array.from({ length: levels }, (_, level) => {
    if (level > 0) known = { unrest: halved(known.unrest), steep: halved(known.steep) };
    return known;
  });
}

const HIGH = 0x80808080 | 0;
const LOW = 0x7f7f7f7f;

/** The mean distance from 128 over the calmer half: what stands in up to half of the frames leaves no trace. */
function calmerHalf(residuals: readonly Plane[]): Plane {
  const [first] = residuals;
  if (!first) throw new RangeError('unrest needs a residual');
  const count = first.data.length;
  const half = (residuals.length + 1) >> 1;
  // The smallest distances so far, in order; four pixels to a word.
  const nearest = Array.from({ length: half }, () => new Int32Array((count + 3) >> 2).fill(-1));
  for (const residual of residuals) insert(distances(residual.data), nearest);
  const out = new Uint8Array(count);
  const sums = new Uint16Array(count);
  for (const words of nearest) {
    const bytes = new Uint8Array(words.buffer);
    for (let at = 0; at < count; at++) sums[at] = (sums[at] as number) + (bytes[at] as number);
  }
  for (let at = 0; at < count; at++) out[at] = Math.min(255, Math.round((UNREST_SCALE * (sums[at] as number)) / half));
  return { ...first, data: out };
}

function distances(data: Uint8Array): Int32Array {
  const bytes = new Uint8Array((data.length + 3) & ~3);
  for (let at = 0; at < data.length; at++) {
    const by = (data[at] as number) - 128;
    bytes[at] = (by ^ (by >> 31)) - (by >> 31);
  }
  return new Int32Array(bytes.buffer);
}

/** Each byte goes to its place among the smaller ones; four at a time, because a branch a byte is mispredicted in noise. */
function insert(words: Int32Array, nearest: readonly Int32Array[]): void {
  for (const known of nearest) {
    for (let at = 0; at < words.length; at++) {
      const x = known[at] as number;
      const y = words[at] as number;
      const difference = ((x | HIGH) - (y & LOW)) | 0;
      const larger = ((x & ~y) | (~(x ^ y) & difference)) & HIGH;
      const mask = (larger - (larger >>> 7)) | larger;
      const least = (y & mask) | (x & ~mask);
      known[at] = least;
      words[at] = x ^ y ^ least;
    }
  }
}

function steepness({ data, width, height }: Plane): Plane {
  const out = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - ASIDE) * width, Math.min(height - 1, y + ASIDE) * width];
    for (let x = 0; x < width; x++, at++) {
      const [left, right] = [at - Math.min(x, ASIDE), at + Math.min(width - 1 - x, ASIDE)];
      const across = Math.abs((data[right] as number) - (data[left] as number));
      const down = Math.abs((data[below + x] as number) - (data[above + x] as number));
      out[at] = Math.max(across, down);
    }
  }
  return { data: out, width, height };
}
