// AssemblyScript, compiled by `scripts/compile-kernel.ts` into `binary.ts`. The scan of one lossless JPEG frame with one component,
// predictor 1 and no restarts: what nearly all cath-lab discs hold. Everything else is decoded by `../scan.ts`, which is also the
// reference. The caller (`start.ts`) has checked the header and built the Huffman table; here every read and write is bounded by
// the places below and by the overrun check of each row.

/** Bits of a look-up: as many as `FAST_BITS` of `../huffman.ts`. */
const BITS: u32 = 13;
/** Difference << 5 | length for the next bits, 0 when the code is longer: 8192 × i32. */
const FAST: usize = 1024;
/** Largest code of each length, left out lengths −1; index of its first value minus its first code: 17 × i32 each. */
const MAX_CODE: usize = FAST + (4 << BITS);
const OFFSET: usize = MAX_CODE + 17 * 4;
/** Categories in code order: at most 17 bytes. */
const VALUES: usize = OFFSET + 17 * 4;
/** Two symbols in one look-up: bits 0–4 length, 6–7 count, 8–19 first difference, 20–31 sum of both. 8192 × i32. */
const PAIRS: usize = 34816;
/** Pixels, then the entropy-coded bytes: their places are the caller's. */
export const FREE: usize = PAIRS + (4 << BITS);

/** Fills the table of pairs from the fast table; one symbol stands alone where a second does not fit, none where it is too large. */
export function pair(): void {
  for (let bits: u32 = 0; bits < 1 << BITS; bits++) {
    const first = load<i32>(FAST + (bits << 2));
    let length: u32 = first & 31;
    const one = first >> 5;
    let sum = one;
    let count: u32 = 1;
    const second = load<i32>(FAST + (((bits << length) & ((1 << BITS) - 1)) << 2));
    if (second != 0 && length + (second & 31) <= BITS && fits(one + (second >> 5))) {
      length += second & 31;
      sum += second >> 5;
      count = 2;
    }
    const entry = first != 0 && fits(one) ? (u32(sum) << 20) | ((u32(one) & 4095) << 8) | (count << 6) | length : 0;
    store<u32>(PAIRS + (bits << 2), entry);
  }
}

@inline
function fits(difference: i32): bool {
  return difference >= -2048 && difference < 2048;
}

/**
 * Takes the stuffed zeros out of `length` bytes at `at`, in place, up to the marker that ends the scan, and writes `slack`
 * zeros after them. How many bytes are left; −1 at a restart marker, which no frame without restarts has.
 */
export function unstuff(at: usize, length: usize, slack: usize): i32 {
  const end = at + length;
  let from = at;
  let to = at;
  while (from < end) {
    if (from + 8 <= end) {
      const word = load<u64>(from);
      const holes = ~word;
      // A byte of `word` is FF where one of `holes` is 0.
      if (((holes - 0x0101010101010101) & word & 0x8080808080808080) == 0) {
        store<u64>(to, word);
        from += 8;
        to += 8;
        continue;
      }
    }
    const byte = load<u8>(from);
    if (byte != 0xff) {
      store<u8>(to++, byte);
      from++;
      continue;
    }
    if (from + 1 >= end) break;
    const code = load<u8>(from + 1);
    if (code == 0) {
      store<u8>(to++, 0xff);
      from += 2;
    } else if (code == 0xff) from++;
    else if (code >= 0xd0 && code <= 0xd7) return -1;
    else break;
  }
  memory.fill(to, 0, slack);
  return i32(to - at);
}

/** 64 bits from any bit on, the first one highest; the lowest 7 may be wrong. */
@inline
function peek(source: usize, bit: u32): u64 {
  return bswap<u64>(load<u64>(source + (bit >>> 3))) << u64(bit & 7);
}

/** The entry of a code that the fast table does not hold; 0 when the bits are no code at all. */
function slow(source: usize, bit: u32): i32 {
  const word = peek(source, bit);
  const bits = u32(word >>> 48);
  for (let length: u32 = 1; length <= 16; length++) {
    const code = i32(bits >>> (16 - length));
    const most = load<i32>(MAX_CODE + (length << 2));
    if (most < 0 || code > most) continue;
    const index = u32(code + load<i32>(OFFSET + (length << 2)));
    if (index >= 17) return 0;
    const category: u32 = load<u8>(VALUES + index);
    if (category == 0) return i32(length);
    if (category == 16) return (32768 << 5) | i32(length);
    const extra = i32(u32((word << length) >>> (64 - category)));
    const difference = extra < 1 << (category - 1) ? extra - (1 << category) + 1 : extra;
    return (difference << 5) | i32(length + category);
  }
  return 0;
}

/**
 * Decodes all rows; 1, or 0 when the bits are no whole scan. T is the kind of sample that is written. A row may run past the end
 * by 31 bits a sample, which the zeros after the source allow, before it is found out.
 */
function decode<T>(source: usize, bits: u32, rows: u32, columns: u32, initial: u32, out: usize): i32 {
  const size: usize = sizeof<T>();
  const line = usize(columns) * size;
  let bit: u32 = 0;
  let at = out;
  for (let row: u32 = 0; row < rows; row++) {
    let value: u32 = row == 0 ? initial : u32(load<T>(at - line));
    const stop = at + line;
    while (at + 8 * size <= stop) {
      // Four look-ups of at most 13 bits fit the 57 good bits of a word, and write at most eight samples.
      let word = peek(source, bit);
      let left = 4;
      do {
        const entry = load<i32>(PAIRS + (usize(word >>> (64 - BITS)) << 2));
        if (entry == 0) break;
        // Bit 5 is 0, and a shift minds six bits: the length.
        word <<= u64(entry);
        bit += entry & 31;
        store<T>(at, <T>(value + u32((entry << 12) >> 20)));
        value += u32(entry >> 20);
        // One symbol: this is overwritten by the next.
        store<T>(at + size, <T>value);
        at += usize((entry >>> 6) & 3) * size;
      } while (--left);
      if (left == 0) continue;
      const entry = slow(source, bit);
      if (entry == 0) return 0;
      bit += entry & 31;
      value += u32(entry >> 5);
      store<T>(at, <T>value);
      at += size;
    }
    for (; at < stop; at += size) {
      let entry = load<i32>(FAST + (usize(peek(source, bit) >>> (64 - BITS)) << 2));
      if (entry == 0) entry = slow(source, bit);
      if (entry == 0) return 0;
      bit += entry & 31;
      value += u32(entry >> 5);
      store<T>(at, <T>value);
    }
    if (bit > bits) return 0;
  }
  return 1;
}

/** Samples of one byte. */
export function decode8(source: usize, bits: u32, rows: u32, columns: u32, initial: u32, out: usize): i32 {
  return decode<u8>(source, bits, rows, columns, initial, out);
}

/** Samples of two bytes, low byte first. */
export function decode16(source: usize, bits: u32, rows: u32, columns: u32, initial: u32, out: usize): i32 {
  return decode<u16>(source, bits, rows, columns, initial, out);
}
