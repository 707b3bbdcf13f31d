/** Supplemental enhancement information: timing hints, and the encoder's own name and settings (ITU-T H.264 7.4.1, D.1). */
const REMARKS = 6;

/** A coded picture (units with four-byte lengths) without remarks; the same array when it has none. */
export function withoutRemarks(data: Uint8Array): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const kept: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at + 4 < data.length; ) {
    const end = at + 4 + view.getUint32(at);
    if (end > data.length) return data;
    if (((data[at + 4] as number) & 31) !== REMARKS) {
      kept.push(data.subarray(at, end));
      length += end - at;
    }
    at = end;
  }
  if (length === data.length) return data;
  const out = new Uint8Array(length);
  let at = 0;
  for (const unit of kept) {
    out.set(unit, at);
    at += unit.length;
  }
  return out;
}
