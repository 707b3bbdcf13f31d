import { type HuffmanTable, slowEntry } from './huffman.ts';
import type { Unstuffed } from './unstuff.ts';

export type LosslessSamples = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** One scan of a lossless stream: which components it fills and how (T.81 B.2.3, H.1). */
export type Scan = {
  readonly rows: number;
  readonly columns: number;
  /** Components of the whole image = distance between a component's neighbours in `out`. */
  readonly stride: number;
  readonly parts: readonly { readonly component: number; readonly table: HuffmanTable }[];
  /** 1–7, T.81 table H.1. */
  readonly predictor: number;
  /** Prediction at the first sample of a segment: 2^(P − Pt − 1). */
  readonly initial: number;
  /** Rows between restarts; = rows when there are none. */
  readonly rowsPerSegment: number;
};

/** Fills `out` with the scan's samples, not yet shifted by the point transform. False when the bits are not a whole scan. */
export function decodeScan(scan: Scan, source: Unstuffed, out: LosslessSamples): boolean {
  const count = Math.ceil(scan.rows / scan.rowsPerSegment);
  if (source.segments.length !== count) return false;
  const [first, ...others] = scan.parts;
  if (!first) return false;
  const simple = scan.predictor === 1 && scan.stride === 1 && others.length === 0;
  for (const [index, { start, end }] of source.segments.entries()) {
    const from = index * scan.rowsPerSegment;
    const to = Math.min(scan.rows, from + scan.rowsPerSegment);
    const whole = simple
      ? decodeLeftPredicted(scan, first.table, source.view, start, end, from, to, out)
      : decodeAnyPredictor(scan, source.view, start, end, from, to, out);
    if (!whole) return false;
  }
  return true;
}

/** Predictor 1, one component: what nearly all cath-lab discs hold, so it has a loop of its own. */
function decodeLeftPredicted(
  scan: Scan,
  table: HuffmanTable,
  view: DataView,
  start: number,
  end: number,
  from: number,
  to: number,
  out: LosslessSamples,
): boolean {
  const { fast } = table;
  const { columns } = scan;
  let bit = start;
  let at = from * columns;
  for (let row = from; row < to; row++) {
    let value = row === from ? scan.initial : (out[at - columns] as number);
    for (const stop = at + columns; at < stop; at++) {
      let entry = fast[(view.getInt32(bit >>> 3) << (bit & 7)) >>> 19] as number;
      if (entry === 0) {
        entry = slowEntry(table, view, bit);
        if (entry === 0) return false;
      }
      bit += entry & 31;
      value = (value + (entry >> 5)) & 0xffff;
      out[at] = value;
    }
    // The one bounds check: a row may run past the segment by what `unstuff` left as slack, not further.
    if (bit > end) return false;
  }
  return true;
}

function decodeAnyPredictor(
  scan: Scan,
  view: DataView,
  start: number,
  end: number,
  from: number,
  to: number,
  out: LosslessSamples,
): boolean {
  const { columns, stride, parts } = scan;
  const line = columns * stride;
  let bit = start;
  for (let row = from; row < to; row++) {
    for (let column = 0; column < columns; column++) {
      for (const { component, table } of parts) {
        const at = row * line + column * stride + component;
        let entry = table.fast[(view.getInt32(bit >>> 3) << (bit & 7)) >>> 19] as number;
        if (entry === 0) {
          entry = slowEntry(table, view, bit);
          if (entry === 0) return false;
        }
        bit += entry & 31;
        out[at] = (predict(scan, out, at, row === from, column === 0) + (entry >> 5)) & 0xffff;
      }
    }
    if (bit > end) return false;
  }
  return true;
}

/** T.81 H.1.2.1 and table H.1; sums are plain 32-bit integers and shifts arithmetic. */
function predict(scan: Scan, out: LosslessSamples, at: number, firstRow: boolean, firstColumn: boolean): number {
  const line = scan.columns * scan.stride;
  if (firstRow) return firstColumn ? scan.initial : (out[at - scan.stride] as number);
  const above = out[at - line] as number;
  if (firstColumn) return above;
  const left = out[at - scan.stride] as number;
  const corner = out[at - line - scan.stride] as number;
  switch (scan.predictor) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return corner;
    case 4:
      return left + above - corner;
    case 5:
      return left + ((above - corner) >> 1);
    case 6:
      return above + ((left - corner) >> 1);
    default:
      return (left + above) >> 1;
  }
}
