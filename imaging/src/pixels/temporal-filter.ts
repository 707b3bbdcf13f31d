/** Share of the new frame where nothing moves. */
const KEEP = 0.17;
/**
 * Mean |new − kept| of 7×7, in σ, up to which a place is still, and from which it moves. A detector's noise reaches over 2–3 pixels:
 * at σ 5 a single pixel as the gate gained 0 dB, 3×3 1.1, 7×7 1.9.
 */
const STILL_AT = 1.1;
const MOVES_AT = 2.3;
const REACH = 3;

export type NoisyRun = { readonly frames: readonly Uint8Array[]; readonly width: number; readonly height: number };

/**
 * The frames of a grey run with less noise, `sigma` grey levels of it before: a recursive filter run through them backwards and
 * forwards and averaged, so that nothing trails behind its place in time.
 */
export function calmedInTime({ frames, width, height }: NoisyRun, sigma: number): Uint8Array[] {
  const backwards = recursive(width, height, sigma);
  const out: Uint8Array[] = new Array(frames.length);
  for (let f = frames.length - 1; f >= 0; f--) out[f] = backwards(frames[f] as Uint8Array).slice();
  const forwards = recursive(width, height, sigma);
  frames.forEach((frame, f) => {
    const [before, after] = [forwards(frame), out[f] as Uint8Array];
    for (let i = 0; i < after.length; i++) after[i] = ((before[i] as number) + (after[i] as number) + 1) >> 1;
  });
  return out;
}

/** Each call takes the next frame and gives it filtered. */
function recursive(width: number, height: number, sigma: number): (frame: Uint8Array) => Uint8Array {
  const size = width * height;
  const kept = new Float32Array(size);
  const away = new Float32Array(size);
  const sums = new Float32Array(size);
  let first = true;
  return (frame) => {
    if (first) {
      kept.set(frame);
      first = false;
      return frame;
    }
    for (let i = 0; i < size; i++) away[i] = Math.abs((frame[i] as number) - (kept[i] as number));
    boxSums(away, width, height, sums);
    const out = new Uint8Array(size);
    const count = (2 * REACH + 1) ** 2;
    const [low, high] = [count * STILL_AT * sigma, count * MOVES_AT * sigma];
    const slope = (1 - KEEP) / (high - low);
    for (let i = 0; i < size; i++) {
      const sum = sums[i] as number;
      const share = sum <= low ? KEEP : sum >= high ? 1 : KEEP + slope * (sum - low);
      const next = (kept[i] as number) + share * ((frame[i] as number) - (kept[i] as number));
      kept[i] = next;
      out[i] = next + 0.5;
    }
    return out;
  };
}

/** Running sums over (2·REACH + 1)², edges repeated. */
function boxSums(plane: Float32Array, width: number, height: number, out: Float32Array): void {
  const columns = new Float32Array(width);
  const rowAt = (y: number): number => Math.min(height - 1, Math.max(0, y)) * width;
  for (let y = -REACH; y <= REACH; y++) for (let x = 0; x < width; x++) columns[x] = (columns[x] as number) + (plane[rowAt(y) + x] as number);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = -REACH; x <= REACH; x++) sum += columns[Math.min(width - 1, Math.max(0, x))] as number;
    for (let x = 0; x < width; x++) {
      out[y * width + x] = sum;
      sum += (columns[Math.min(width - 1, x + REACH + 1)] as number) - (columns[Math.max(0, x - REACH)] as number);
    }
    const [enter, leave] = [rowAt(y + REACH + 1), rowAt(y - REACH)];
    for (let x = 0; x < width; x++) columns[x] = (columns[x] as number) + (plane[enter + x] as number) - (plane[leave + x] as number);
  }
}
