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

/** The mean distance from 128 over the calmer half: what stands in up to half of the frames leaves no trace. */
function calmerHalf(residuals: readonly Plane[]): Plane {
  const [first] = residuals;
  if (!first) throw new RangeError('unrest needs a residual');
  const half = (residuals.length + 1) >> 1;
  const out = new Uint8Array(first.data.length);
  const nearest = new Uint8Array(half);
  for (let at = 0; at < out.length; at++) {
    let [count, sum] = [0, 0];
    for (const { data } of residuals) {
      const away = Math.abs((data[at] as number) - 128);
      if (count === half) {
        if (away >= (nearest[half - 1] as number)) continue;
        sum -= nearest[half - 1] as number;
      } else count++;
      sum += away;
      let to = count - 1;
      for (; to > 0 && (nearest[to - 1] as number) > away; to--) nearest[to] = nearest[to - 1] as number;
      nearest[to] = away;
    }
    out[at] = Math.min(255, Math.round((UNREST_SCALE * sum) / half));
  }
  return { ...first, data: out };
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
