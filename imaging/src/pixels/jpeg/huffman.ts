/** Bits that the fast table looks at: 13 hold two symbols of most noisy frames and stay in the cache; 12 took a quarter longer in the kernel, 16 up to 40 % here. The kernel reads the same number. */
const FAST_BITS = 13;

/**
 * Decoding table of one lossless Huffman code (ITU-T T.81 annexes C, F.2.2.3 and H).
 * Entries hold difference and total length together: `difference << 5 | length`; 0 means "not in this table".
 */
export type HuffmanTable = {
  readonly fast: Int32Array;
  /** For each code length 1–16: largest code of that length, left-aligned in 16 bits, or −1. */
  readonly maxCode: Int32Array;
  /** Value index of the first code of that length minus that code. */
  readonly offset: Int32Array;
  readonly values: Uint8Array;
};

/**
 * Builds a table from the 16 counts and the values of a DHT segment.
 * Null when the code is over-full (Kraft sum above 1), names a difference category above 16 or has no or over 17 values.
 */
export function buildTable(counts: Uint8Array, values: Uint8Array): HuffmanTable | null {
  if (counts.length !== 16 || values.length === 0 || values.length > 17) return null;
  if (values.some((value) => value > 16)) return null;
  const maxCode = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  const fast = new Int32Array(1 << FAST_BITS);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0;
    if (code + count > 1 << length) return null;
    offset[length] = index - code;
    for (let n = 0; n < count; n++, code++, index++) fillFast(fast, code, length, values[index] ?? 0);
    if (count > 0) maxCode[length] = code - 1;
    code <<= 1;
  }
  return index === values.length ? { fast, maxCode, offset, values } : null;
}

function fillFast(fast: Int32Array, code: number, length: number, category: number): void {
  if (length > FAST_BITS) return;
  const extra = category === 16 ? 0 : category;
  const free = FAST_BITS - length - extra;
  if (free < 0) return;
  const variants = 1 << extra;
  for (let bits = 0; bits < variants; bits++) {
    const entry = (extend(bits, category) << 5) | (length + extra);
    const from = ((code << extra) | bits) << free;
    fast.fill(entry, from, from + (1 << free));
  }
}

/** The difference that `category` extra bits stand for (T.81 table H.2; category 16 is 32768 and has no bits). */
export function extend(bits: number, category: number): number {
  if (category === 0) return 0;
  if (category === 16) return 32768;
  return bits < 1 << (category - 1) ? bits - (1 << category) + 1 : bits;
}

/** The table entry for codes that the fast table does not hold; 0 when the bits are no code at all. */
export function slowEntry(table: HuffmanTable, view: DataView, bit: number): number {
  const peek = (view.getInt32(bit >>> 3) << (bit & 7)) >>> 16;
  for (let length = 1; length <= 16; length++) {
    const code = peek >>> (16 - length);
    const max = table.maxCode[length] ?? -1;
    if (max < 0 || code > max) continue;
    const category = table.values[code + (table.offset[length] ?? 0)];
    if (category === undefined) return 0;
    if (category === 0 || category === 16) return (extend(0, category) << 5) | length;
    const at = bit + length;
    const bits = (view.getInt32(at >>> 3) << (at & 7)) >>> (32 - category);
    return (extend(bits, category) << 5) | (length + category);
  }
  return 0;
}
