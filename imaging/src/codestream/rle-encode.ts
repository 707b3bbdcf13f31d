import { joinBytes } from '../bytes.ts';

/** One plane of bytes by PackBits, row by row (PS3.5 annex G.3). */
function packed(plane: Uint8Array, columns: number): Uint8Array {
  const out: number[] = [];
  for (let row = 0; row < plane.length; row += columns) packRow(plane.subarray(row, row + columns), out);
  if (out.length & 1) out.push(0);
  return Uint8Array.from(out);
}

function packRow(row: Uint8Array, out: number[]): void {
  const runAt = (from: number): number => {
    let end = from + 1;
    while (end < row.length && end - from < 128 && row[end] === row[from]) end++;
    return end - from;
  };
  for (let at = 0; at < row.length; ) {
    const run = runAt(at);
    if (run >= 3) {
      out.push(257 - run, row[at] as number);
      at += run;
      continue;
    }
    const start = at;
    while (at < row.length && at - start < 128 && runAt(at) < 3) at++;
    out.push(at - start - 1, ...row.subarray(start, at));
  }
}

/** One grey frame as DICOM RLE: a segment a byte, the high byte first (PS3.5 annex G). */
export function encodeRle(frame: Uint8Array | Uint16Array, columns: number): Uint8Array {
  const planes = frame instanceof Uint8Array ? [frame] : [Uint8Array.from(frame, (v) => v >> 8), Uint8Array.from(frame, (v) => v & 255)];
  const segments = planes.map((plane) => packed(plane, columns));
  const header = new Uint8Array(64);
  const view = new DataView(header.buffer);
  view.setUint32(0, segments.length, true);
  let at = 64;
  segments.forEach((segment, i) => {
    view.setUint32(4 + 4 * i, at, true);
    at += segment.length;
  });
  return joinBytes([header, ...segments]);
}
