import type { ImageShape } from '../../dicom/image.ts';

/**
 * Clears what stands outside the stored bits (overlays hidden there, PS3.5 section 8.1.2, retired) and counts the words changed.
 * Signed values are extended from their sign bit, as many readers expect.
 */
export const clearUnusedBits = (bytes: Uint8Array, shape: ImageShape): { bytes: Uint8Array; changed: number } => {
  if (shape.bitsStored === shape.bitsAllocated) return { bytes, changed: 0 };
  return shape.bitsAllocated === 8 ? clearBytes(bytes, shape) : clearWords(bytes, shape);
};

const maskOf = (shape: ImageShape): number => (2 ** shape.bitsStored - 1) * 2 ** (shape.highBit - shape.bitsStored + 1);

const cleanWord = (word: number, mask: number, sign: number, above: number): number =>
  sign !== 0 && (word & sign) !== 0 ? (word & mask) | above : word & mask;

const clearBytes = (bytes: Uint8Array, shape: ImageShape): { bytes: Uint8Array; changed: number } => {
  const mask = maskOf(shape);
  const sign = shape.signed ? 2 ** shape.highBit : 0;
  const above = 0xff & ~(2 ** (shape.highBit + 1) - 1);
  const out = new Uint8Array(bytes.length);
  let changed = 0;
  for (let at = 0; at < bytes.length; at++) {
    const word = bytes[at] as number;
    const clean = cleanWord(word, mask, sign, above);
    if (clean !== word) changed++;
    out[at] = clean;
  }
  return { bytes: changed === 0 ? bytes : out, changed };
};

const clearWords = (bytes: Uint8Array, shape: ImageShape): { bytes: Uint8Array; changed: number } => {
  const mask = maskOf(shape);
  const sign = shape.signed ? 2 ** shape.highBit : 0;
  const above = 0xffff & ~(2 ** (shape.highBit + 1) - 1);
  const out = new Uint8Array(bytes.length);
  let changed = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const word = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    const clean = cleanWord(word, mask, sign, above);
    if (clean !== word) changed++;
    out[at] = clean & 0xff;
    out[at + 1] = clean >>> 8;
  }
  return { bytes: changed === 0 ? bytes : out, changed };
};

/** The bits of the most significant byte of a sample that may be set; 0xff when the sample uses all of it. */
export const highByteMask = (shape: ImageShape): number => {
  if (shape.bitsStored === shape.bitsAllocated || shape.signed) return 0xff;
  return shape.bitsAllocated === 8 ? maskOf(shape) : maskOf(shape) >>> 8;
};
