import { canonicalCodes, codeLengths } from './code-lengths.ts';

/** What is to be written: unsigned samples of `precision` bits, components interleaved. */
export type LosslessSource = {
  readonly data: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  readonly components: 1 | 3;
  /** 2–16. Bits above it are not written, so two's complement samples may be passed as they are. */
  readonly precision: number;
};

type Code = { readonly bits: readonly number[]; readonly lengths: readonly number[] };

/**
 * Encodes one frame as lossless JPEG with predictor 1 (ITU-T T.81 process 14 selection value 1, DICOM .70), one scan,
 * one Huffman table made for this frame. The result has an even length, as a DICOM fragment must.
 */
export function encodeLossless(source: LosslessSource): Uint8Array<ArrayBuffer> {
  const differences = differencesOf(source);
  const histogram = new Array<number>(17).fill(0);
  for (const difference of differences) {
    const category = categoryOf(difference);
    histogram[category] = (histogram[category] ?? 0) + 1;
  }
  const lengths = codeLengths(histogram);
  const { symbols, counts, codes } = canonicalCodes(lengths);
  const total = histogram.reduce((sum, count, category) => sum + count * ((lengths[category] ?? 0) + (category === 16 ? 0 : category)), 0);
  const head = header(source, counts, symbols);
  const bytes = new Uint8Array(head.length + 2 * Math.ceil(total / 8) + 4);
  bytes.set(head);
  const end = writeBits(bytes, head.length, differences, { bits: codes, lengths });
  bytes[end] = 0xff;
  bytes[end + 1] = 0xd9;
  return bytes.slice(0, end + 2 + (end & 1));
}

/** Differences to the left neighbour, or to the one above in the first column, modulo 2^16 (T.81 H.1.2.1). */
function differencesOf({ data, rows, columns, components, precision }: LosslessSource): Int32Array {
  const mask = 2 ** precision - 1;
  const line = columns * components;
  const result = new Int32Array(rows * line);
  for (let at = 0; at < result.length; at++) {
    const column = at % line;
    const first = column < components;
    const previous = !first ? at - components : at - line;
    const prediction = previous < 0 ? 1 << (precision - 1) : (data[previous] as number) & mask;
    result[at] = ((((data[at] as number) & mask) - prediction) << 16) >> 16;
  }
  return result;
}

/** Bits that a difference needs (T.81 table H.2). */
function categoryOf(difference: number): number {
  return difference === -32768 ? 16 : 32 - Math.clz32(Math.abs(difference));
}

function header({ rows, columns, components, precision }: LosslessSource, counts: number[], symbols: number[]): number[] {
  const ids = components === 1 ? [1] : [1, 2, 3];
  const size = (value: number): number[] => [value >> 8, value & 255];
  return [
    ...[0xff, 0xd8],
    ...[0xff, 0xc3, ...size(8 + 3 * components), precision, ...size(rows), ...size(columns), components],
    ...ids.flatMap((id) => [id, 0x11, 0]),
    ...[0xff, 0xc4, ...size(19 + symbols.length), 0, ...counts, ...symbols],
    ...[0xff, 0xda, ...size(6 + 2 * components), components],
    ...ids.flatMap((id) => [id, 0]),
    ...[1, 0, 0],
  ];
}

/** Writes the codes with stuffing and 1-bits at the end (T.81 F.1.2.3); where it stopped. */
function writeBits(bytes: Uint8Array, from: number, differences: Int32Array, code: Code): number {
  let at = from;
  let held = 0;
  let count = 0;
  const put = (value: number, length: number): void => {
    held = (held << length) | value;
    count += length;
    while (count >= 8) {
      count -= 8;
      const byte = (held >>> count) & 255;
      bytes[at++] = byte;
      if (byte === 255) bytes[at++] = 0;
    }
    held &= (1 << count) - 1;
  };
  for (const difference of differences) {
    const category = categoryOf(difference);
    put(code.bits[category] as number, code.lengths[category] as number);
    if (category === 0 || category === 16) continue;
    const extra = difference < 0 ? difference + (1 << category) - 1 : difference;
    put(extra, category);
  }
  if (count > 0) put((1 << (8 - count)) - 1, 8 - count);
  return at;
}
