/** Entropy-coded bytes without stuffing, in segments cut at restart markers. */
export type Unstuffed = {
  readonly view: DataView;
  /** First and last-plus-one bit of each segment in `view`. */
  readonly segments: readonly { readonly start: number; readonly end: number }[];
  /** Where the marker that ended the scan stands in the source, or the source's length. */
  readonly next: number;
};

/** Zero bytes after each segment, so that a 32-bit read near its end stays inside. */
const GAP = 16;

/**
 * Copies one scan without its stuffed zeros: `FF 00` → `FF`, `FF FF` is fill, `FF D0`–`FF D7` ends a segment, any other
 * marker ends the scan (T.81 B.1.1.5). `slack` zero bytes follow the last segment: a reader that checks its place once a
 * row may run on by that much.
 */
export function unstuff(source: Uint8Array, from: number, slack: number): Unstuffed {
  const restarts = Math.floor((source.length - from) / 2);
  const target = new Uint8Array(source.length - from + slack + GAP * (1 + countRestarts(source, from, restarts)));
  const segments: { start: number; end: number }[] = [];
  let at = from;
  let out = 0;
  let start = 0;
  for (;;) {
    let stop = source.indexOf(0xff, at);
    if (stop < 0) stop = source.length;
    target.set(source.subarray(at, stop), out);
    out += stop - at;
    at = stop;
    const code = source[at + 1];
    if (code === 0) {
      target[out++] = 0xff;
      at += 2;
    } else if (code === 0xff) {
      at++;
    } else if (code !== undefined && code >= 0xd0 && code <= 0xd7) {
      segments.push({ start: start * 8, end: out * 8 });
      out += GAP;
      start = out;
      at += 2;
    } else break;
  }
  segments.push({ start: start * 8, end: out * 8 });
  return { view: new DataView(target.buffer), segments, next: at };
}

function countRestarts(source: Uint8Array, from: number, limit: number): number {
  let count = 0;
  for (let at = source.indexOf(0xff, from); at >= 0 && count < limit; at = source.indexOf(0xff, at + 1)) {
    const code = source[at + 1] ?? 0;
    if (code >= 0xd0 && code <= 0xd7) count++;
    else if (code !== 0 && code !== 0xff) break;
  }
  return count;
}
