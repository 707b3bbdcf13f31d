// The beginning of a DICOM file, as far as a receiver must know it: which instance this is. What follows is read when it is cleaned.

/** The preamble, "DICM" and group 0002 stand within this many bytes in any sound file. */
export const HEAD_BYTES = 16 * 1024;

export type Instance = { readonly sopClass: string; readonly sopInstance: string; readonly transferSyntax: string };

const uid = /^[0-9][0-9.]{0,63}$/;
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes).replace(/[\0 ]+$/, '');
const LONG = new Set(['OB', 'OW', 'UN', 'SQ', 'UT', 'UR', 'UC']);

/** Undefined: no DICOM file of PS3.10, or one whose beginning is broken. `head` is the first `HEAD_BYTES` or all there is. */
export const instanceOf = (head: Uint8Array): Instance | undefined => {
  if (head.length < 144 || text(head.subarray(128, 132)) !== 'DICM') return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const found = new Map<number, string>();
  let at = 132;
  while (at + 8 <= head.length && view.getUint16(at, true) === 2) {
    const [element, vr] = [view.getUint16(at + 2, true), text(head.subarray(at + 4, at + 6))];
    const long = LONG.has(vr);
    if (long && at + 12 > head.length) return undefined;
    const length = long ? view.getUint32(at + 8, true) : view.getUint16(at + 6, true);
    const start = at + (long ? 12 : 8);
    if (start + length > head.length) return undefined;
    if (vr === 'UI') found.set(element, text(head.subarray(start, start + Math.min(length, 65))));
    at = start + length;
  }
  const [sopClass = '', sopInstance = '', transferSyntax = ''] = [found.get(0x0002), found.get(0x0003), found.get(0x0010)];
  return [sopClass, sopInstance, transferSyntax].every((one) => uid.test(one)) ? { sopClass, sopInstance, transferSyntax } : undefined;
};

const padded = (value: string): Uint8Array => {
  const bytes = new TextEncoder().encode(value);
  return bytes.length % 2 === 0 ? bytes : new Uint8Array([...bytes, 0]);
};

/** Preamble and group 0002 for a data set that came without them (PS3.10 7.1). */
export const headOf = ({ sopClass, sopInstance, transferSyntax }: Instance, implementation: string): Uint8Array => {
  const elements: number[] = [2, 0, 1, 0, 0x4f, 0x42, 0, 0, 2, 0, 0, 0, 0, 1]; // (0002,0001) OB 0001
  for (const [element, value] of [[0x02, sopClass], [0x03, sopInstance], [0x10, transferSyntax], [0x12, implementation]] as const) {
    const bytes = padded(value);
    elements.push(2, 0, element, 0, 0x55, 0x49, bytes.length & 0xff, bytes.length >>> 8, ...bytes);
  }
  const size = elements.length;
  const length = [2, 0, 0, 0, 0x55, 0x4c, 4, 0, size & 0xff, (size >>> 8) & 0xff, (size >>> 16) & 0xff, size >>> 24];
  return new Uint8Array([...new Uint8Array(128), 0x44, 0x49, 0x43, 0x4d, ...length, ...elements]);
};
