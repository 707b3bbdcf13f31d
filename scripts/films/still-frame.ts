const CELL = 4;
/** Frames before the contrast comes. */
const BEFORE = 5;
/** Grey levels by which a cell must darken to count: above noise and the heart's own motion. */
const DARKER = 9;

function reduced(frame: Uint8Array, size: number): Float32Array {
  const grid = size / CELL;
  const out = new Float32Array(grid * grid);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
    const i = Math.floor(y / CELL) * grid + Math.floor(x / CELL);
    out[i] = (out[i] as number) + (frame[y * size + x] as number) / (CELL * CELL);
  }
  return out;
}

/** The frame that shows most contrast, counted against the first frames of the run. */
export function fullestFrame(frames: readonly Uint8Array[], size: number): number {
  const small = frames.map((frame) => reduced(frame, size));
  const base = (small[0] as Float32Array).map((_, i) => small.slice(0, BEFORE).reduce((sum, f) => sum + (f[i] as number) / BEFORE, 0));
  const darkening = small.map((f) => base.reduce((sum, v, i) => sum + Math.max(0, v - (f[i] as number) - DARKER), 0));
  return darkening.indexOf(Math.max(...darkening));
}
