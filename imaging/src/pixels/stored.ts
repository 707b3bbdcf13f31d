import type { FrameFormat, Samples } from './format.ts';

/** Stored values as they lie in the file, before sign and unused bits are dealt with. */
export type Stored = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** Little- or big-endian bytes as samples of 8 or 16 bits; always a copy. */
export function samplesFromBytes(bytes: Uint8Array, count: number, bits: number, bigEndian: boolean): Stored {
  if (bits === 8) return new Uint8Array(bytes.subarray(0, count));
  const out = new Uint16Array(count);
  const high = bigEndian ? 0 : 1;
  for (let at = 0; at < count; at++) {
    out[at] = ((bytes[2 * at + high] as number) << 8) | (bytes[2 * at + 1 - high] as number);
  }
  return out;
}

/** 8-bit samples out of big-endian words, where each pair stands swapped. */
export function unswapBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length & ~1);
  for (let at = 0; at < out.length; at += 2) {
    out[at] = bytes[at + 1] as number;
    out[at + 1] = bytes[at] as number;
  }
  return out;
}

/** Drops bits above Bits Stored (old overlays live there) and gives two's complement values their sign (PS3.5 8.1.1). */
export function fitStored(stored: Stored, format: Pick<FrameFormat, 'bitsStored' | 'pixelRepresentation' | 'bitsAllocated'>): Samples {
  const { bitsStored, pixelRepresentation } = format;
  if (pixelRepresentation === 1) {
    const out = new Int16Array(stored.length);
    const shift = 32 - bitsStored;
    for (let at = 0; at < out.length; at++) out[at] = ((stored[at] as number) << shift) >> shift;
    return out;
  }
  const full = stored instanceof Uint8Array ? 8 : 16;
  if (bitsStored >= full) return stored;
  const mask = (1 << bitsStored) - 1;
  for (let at = 0; at < stored.length; at++) stored[at] = (stored[at] as number) & mask;
  return stored;
}
