/** Joins parts into one array; the only allocation is for bytes that really exist. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

/** Place of the first byte of `part` that differs from `bytes` at `from`, counted in `part`; -1 when there is none. Frames are compared four bytes at a time. */
export const differsAt = (bytes: Uint8Array, from: number, part: Uint8Array): number => {
  const length = Math.min(part.length, bytes.length - from);
  const [a, b] = [viewOf(bytes), viewOf(part)];
  let at = 0;
  while (at + 4 <= length && a.getInt32(from + at) === b.getInt32(at)) at += 4;
  while (at < length && bytes[from + at] === part[at]) at++;
  return at === part.length ? -1 : at;
};

export const bytesEqual = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && differsAt(a, 0, b) < 0;

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Each UTF-16 unit as one byte: for text that is known to be ASCII, or Latin-1. */
export const latin1Bytes = (text: string): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i) & 0xff;
  return out;
};

/** Meant for short values: each byte as one UTF-16 unit. */
export const latin1Text = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
export const hexOf = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
};

export const startsWith = (bytes: Uint8Array, head: readonly number[], at = 0): boolean =>
  head.every((byte, i) => bytes[at + i] === byte);
