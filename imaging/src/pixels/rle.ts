/**
 * Unpacks one RLE frame (PS3.5 annex G) into native little-endian bytes, by plane when there are several samples.
 * Null when the header does not name exactly `samples × bytesPerSample` segments or a segment is short.
 */
export function decodeRle(
  bytes: Uint8Array,
  shape: { readonly pixels: number; readonly samples: number; readonly bytesPerSample: number },
): Uint8Array<ArrayBuffer> | null {
  const { pixels, samples, bytesPerSample } = shape;
  if (bytes.length < 64) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint32(0, true);
  if (count !== samples * bytesPerSample) return null;
  const out = new Uint8Array(pixels * count);
  for (let segment = 0; segment < count; segment++) {
    const start = view.getUint32(4 + 4 * segment, true);
    const end = segment + 1 < count ? view.getUint32(8 + 4 * segment, true) : bytes.length;
    if (start < 64 || end < start || end > bytes.length) return null;
    const sample = Math.floor(segment / bytesPerSample);
    // Segments come most significant byte first; native order here is little-endian.
    const byte = bytesPerSample - 1 - (segment % bytesPerSample);
    if (!unpack(bytes, start, end, out, sample * pixels * bytesPerSample + byte, bytesPerSample, pixels)) return null;
  }
  return out;
}

/** PackBits: 0–127 copies n + 1 bytes, 129–255 repeats the next byte 257 − n times, 128 does nothing (PS3.5 G.3.1). */
function unpack(source: Uint8Array, start: number, end: number, out: Uint8Array, from: number, step: number, count: number): boolean {
  let at = start;
  let written = 0;
  while (written < count) {
    const head = source[at++];
    if (head === undefined || at > end) return false;
    if (head === 128) continue;
    const run = head < 128 ? head + 1 : 257 - head;
    const length = Math.min(run, count - written);
    if (head < 128) {
      if (at + length > end) return false;
      for (let n = 0; n < length; n++) out[from + (written + n) * step] = source[at + n] as number;
      at += run;
    } else {
      if (at >= end) return false;
      const value = source[at++] as number;
      for (let n = 0; n < length; n++) out[from + (written + n) * step] = value;
    }
    written += length;
  }
  return true;
}
