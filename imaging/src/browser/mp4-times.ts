import { latin1Text } from '../bytes.ts';

const HOLDERS = new Set(['moov', 'trak', 'mdia']);
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * Sets creation and modification times of an MP4 to 0, in place (ISO/IEC 14496-12 8.2.2, 8.3.2, 8.4.2): the muxer writes
 * the clock, and the minute in which a run was cleaned is nobody's business. How many boxes were changed.
 */
export function eraseTimes(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    const end = at + size;
    if (size < 8 || end > to) break;
    const kind = latin1Text(bytes.subarray(at + 4, at + 8));
    if (HOLDERS.has(kind)) count += eraseTimes(bytes, at + 8, end);
    else if (TIMED.has(kind) && size >= 28) {
      bytes.fill(0, at + 12, at + 12 + (bytes[at + 8] === 1 ? 16 : 8));
      count++;
    }
    at = end;
  }
  return count;
}
