// AssemblyScript, compiled by `scripts/compile-kernel.ts` into `binary.ts`. What the search for writing does to whole pictures of 8 bits, sixteen
// pixels at a time. The functions in TypeScript that it stands in for are its reference, byte for byte. Pictures lie row after row without
// gaps at the places the caller gives; each has 32 bytes of slack behind it, because the last step of a row runs on into the next
// row, which is written after it, and that of the last row into the slack.

/** Of the square of the top-hat. */
const RADIUS: usize = 3;

/** From one row to the next of a bordered picture. */
@inline
function strideOf(width: usize): usize { return (width + 2 * RADIUS + 31) & ~15; }

/** Bytes of a bordered picture. */
export function borderedBytes(width: usize, height: usize): usize { return strideOf(width) * (height + 2 * RADIUS) + 32; }

@inline
function least(at: usize, step: usize, smallest: bool): v128 {
  let value = v128.load(at);
  for (let n: usize = 1; n <= 2 * RADIUS; n++) {
    const next = v128.load(at + n * step);
    value = smallest ? i8x16.min_u(value, next) : i8x16.max_u(value, next);
  }
  return value;
}

/** Of each square of 7 × 7 its smallest (or largest) value, at its first corner: the picture then begins at (0, 0). */
@inline
function squares(bordered: usize, width: usize, height: usize, smallest: bool): void {
  const stride = strideOf(width);
  for (let y: usize = 0; y < height + 2 * RADIUS; y++) {
    const row = bordered + y * stride;
    for (let x: usize = 0; x < width; x += 16) v128.store(row + x, least(row + x, 1, smallest));
  }
  for (let y: usize = 0; y < height; y++) {
    const row = bordered + y * stride;
    for (let x: usize = 0; x < width; x += 16) v128.store(row + x, least(row + x, stride, smallest));
  }
}

/** The picture less its opening. `work` and `again` hold bordered pictures. */
export function whiteTopHat(source: usize, width: usize, height: usize, work: usize, again: usize, out: usize): void {
  const stride = strideOf(width);
  memory.fill(work, 255, borderedBytes(width, height));
  for (let y: usize = 0; y < height; y++) memory.copy(work + (y + RADIUS) * stride + RADIUS, source + y * width, width);
  squares(work, width, height, true);
  memory.fill(again, 0, borderedBytes(width, height));
  for (let y: usize = 0; y < height; y++) memory.copy(again + (y + RADIUS) * stride + RADIUS, work + y * stride, width);
  squares(again, width, height, false);
  for (let y: usize = 0; y < height; y++) {
    for (let x: usize = 0; x < width; x += 16) v128.store(out + y * width + x, i8x16.sub(v128.load(source + y * width + x), v128.load(again + y * stride + x)));
  }
}

/** Means of 2 × 2, halves rounded up; an odd last row or column is dropped. */
export function halved(source: usize, width: usize, height: usize, out: usize): void {
  const half = width >> 1;
  for (let y: usize = 0; y < height >> 1; y++) {
    const above = source + 2 * y * width;
    for (let x: usize = 0; x < half; x += 8) {
      const at = above + 2 * x;
      const sums = i16x8.add(i16x8.extadd_pairwise_i8x16_u(v128.load(at)), i16x8.extadd_pairwise_i8x16_u(v128.load(at + width)));
      const means = i16x8.shr_u(i16x8.add(sums, i16x8.splat(2)), 2);
      v128.store64_lane(out + y * half + x, i8x16.narrow_i16x8_u(means, means), 0);
    }
  }
}

/** Sums of three rows weighted 1 2 1. */
@inline
function three(above: v128, own: v128, below: v128): v128 { return i16x8.add(i16x8.add(above, below), i16x8.shl(own, 1)); }

/** [1 2 1]² / 16, rows and columns repeated at the border. `work` holds one row of 16 bits with one place before and after it. */
export function smoothed(source: usize, width: usize, height: usize, work: usize, out: usize): void {
  const sums = work + 2;
  for (let y: usize = 0; y < height; y++) {
    const own = source + y * width;
    const above = y == 0 ? own : own - width;
    const below = y == height - 1 ? own : own + width;
    for (let x: usize = 0; x < width; x += 8) v128.store(sums + 2 * x, three(v128.load8x8_u(above + x), v128.load8x8_u(own + x), v128.load8x8_u(below + x)));
    store<u16>(work, load<u16>(sums));
    store<u16>(sums + 2 * width, load<u16>(sums + 2 * (width - 1)));
    for (let x: usize = 0; x < width; x += 8) {
      const at = work + 2 * x;
      const sum = i16x8.add(three(v128.load(at), v128.load(at + 2), v128.load(at + 4)), i16x8.splat(8));
      const mean = i16x8.shr_u(sum, 4);
      v128.store64_lane(out + y * width + x, i8x16.narrow_i16x8_u(mean, mean), 0);
    }
  }
}

/** Mean of the two middle values of four, less which the frame is written about 128; and their spread. */
export function foretold(frame: usize, a: usize, b: usize, c: usize, d: usize, count: usize, image: usize, spread: usize): void {
  for (let at: usize = 0; at < count; at += 8) {
    const p = v128.load8x8_u(a + at);
    const q = v128.load8x8_u(b + at);
    const r = v128.load8x8_u(c + at);
    const s = v128.load8x8_u(d + at);
    const low = i16x8.min_u(i16x8.min_u(p, q), i16x8.min_u(r, s));
    const high = i16x8.max_u(i16x8.max_u(p, q), i16x8.max_u(r, s));
    const all = i16x8.add(i16x8.add(p, q), i16x8.add(r, s));
    const middle = i16x8.shr_u(i16x8.add(i16x8.sub(i16x8.sub(all, low), high), i16x8.splat(1)), 1);
    const shown = i16x8.sub(i16x8.add(v128.load8x8_u(frame + at), i16x8.splat(128)), middle);
    v128.store64_lane(image + at, i8x16.narrow_i16x8_u(shown, shown), 0);
    const apart = i16x8.sub(high, low);
    v128.store64_lane(spread + at, i8x16.narrow_i16x8_u(apart, apart), 0);
  }
}

@inline
function away(x: v128, middle: v128): v128 { return v128.or(i8x16.sub_sat_u(x, middle), i8x16.sub_sat_u(middle, x)); }

/** Fifths, rounded down, of eight numbers up to 2,552. */
@inline
function fifths(x: v128): v128 {
  const by = i16x8.splat(<i16>52429);
  return i16x8.narrow_i32x4_u(i32x4.shr_u(i32x4.extmul_low_i16x8_u(x, by), 18), i32x4.shr_u(i32x4.extmul_high_i16x8_u(x, by), 18));
}

@inline
function twiceMean(sum: v128): v128 { return i16x8.min_u(i16x8.splat(255), fifths(i16x8.add(i16x8.shl(sum, 1), i16x8.splat(2)))); }

/** Median of five pictures, and twice the mean distance from it. */
export function medianOfFive(p: usize, q: usize, r: usize, s: usize, t: usize, count: usize, median: usize, activity: usize): void {
  for (let at: usize = 0; at < count; at += 16) {
    const a = v128.load(p + at);
    const b = v128.load(q + at);
    const c = v128.load(r + at);
    const d = v128.load(s + at);
    const e = v128.load(t + at);
    const low = i8x16.max_u(i8x16.min_u(a, b), i8x16.min_u(c, d));
    const high = i8x16.min_u(i8x16.max_u(a, b), i8x16.max_u(c, d));
    const middle = i8x16.max_u(i8x16.min_u(low, high), i8x16.min_u(i8x16.max_u(low, high), e));
    let left = i16x8.splat(0);
    let right = i16x8.splat(0);
    left = i16x8.add(left, i16x8.extend_low_i8x16_u(away(a, middle)));
    right = i16x8.add(right, i16x8.extend_high_i8x16_u(away(a, middle)));
    left = i16x8.add(left, i16x8.extend_low_i8x16_u(away(b, middle)));
    right = i16x8.add(right, i16x8.extend_high_i8x16_u(away(b, middle)));
    left = i16x8.add(left, i16x8.extend_low_i8x16_u(away(c, middle)));
    right = i16x8.add(right, i16x8.extend_high_i8x16_u(away(c, middle)));
    left = i16x8.add(left, i16x8.extend_low_i8x16_u(away(d, middle)));
    right = i16x8.add(right, i16x8.extend_high_i8x16_u(away(d, middle)));
    left = i16x8.add(left, i16x8.extend_low_i8x16_u(away(e, middle)));
    right = i16x8.add(right, i16x8.extend_high_i8x16_u(away(e, middle)));
    v128.store(median + at, middle);
    v128.store(activity + at, i8x16.narrow_i16x8_u(twiceMean(left), twiceMean(right)));
  }
}

/** Raises `high` and lowers `low` to hold the picture. */
export function extremes(picture: usize, count: usize, high: usize, low: usize): void {
  for (let at: usize = 0; at < count; at += 16) {
    const value = v128.load(picture + at);
    v128.store(high + at, i8x16.max_u(v128.load(high + at), value));
    v128.store(low + at, i8x16.min_u(v128.load(low + at), value));
  }
}

/** 1 where the picture reaches the threshold of its block of 32 × 32; `thresholds` are bytes, row after row of blocks. */
export function strokeMask(source: usize, width: usize, height: usize, thresholds: usize, out: usize): void {
  const across = (width + 31) >> 5;
  for (let y: usize = 0; y < height; y++) {
    const row = y * width;
    for (let x: usize = 0; x < width; x += 16) {
      const threshold = v128.load8_splat(thresholds + (y >> 5) * across + (x >> 5));
      v128.store(out + row + x, v128.and(i8x16.ge_u(v128.load(source + row + x), threshold), i8x16.splat(1)));
    }
  }
}

export function inverted(source: usize, count: usize, out: usize): void {
  for (let at: usize = 0; at < count; at += 16) v128.store(out + at, v128.not(v128.load(source + at)));
}

/** Median of an odd number of pictures that lie `step` bytes apart. `work` holds sixteen bytes for each: the largest are moved to its end until half have been. */
export function medianOf(first: usize, step: usize, pictures: usize, count: usize, work: usize, out: usize): void {
  const middle = pictures >> 1;
  for (let at: usize = 0; at < count; at += 16) {
    for (let n: usize = 0; n < pictures; n++) v128.store(work + 16 * n, v128.load(first + n * step + at));
    for (let end = pictures - 1; end >= middle; end--) {
      let largest = v128.load(work);
      for (let n: usize = 1; n <= end; n++) {
        const next = v128.load(work + 16 * n);
        v128.store(work + 16 * (n - 1), i8x16.min_u(largest, next));
        largest = i8x16.max_u(largest, next);
      }
      v128.store(work + 16 * end, largest);
      if (end == 0) break;
    }
    v128.store(out + at, v128.load(work + 16 * middle));
  }
}
