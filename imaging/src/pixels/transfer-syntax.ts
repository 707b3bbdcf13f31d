/** How frames are packed in each transfer syntax that we read (PS3.6 table A-1, prefix 1.2.840.10008). */
export type Packing = 'native' | 'rle' | 'jpeg8' | 'lossless' | 'jpeg-ls' | 'jpeg2000' | 'htj2k';

const ROOT = '1.2.840.10008.1.2';

const PACKINGS: ReadonlyMap<string, Packing> = new Map([
  [ROOT, 'native'],
  [`${ROOT}.1`, 'native'],
  [`${ROOT}.1.99`, 'native'],
  [`${ROOT}.2`, 'native'],
  [`${ROOT}.5`, 'rle'],
  [`${ROOT}.4.50`, 'jpeg8'],
  [`${ROOT}.4.51`, 'jpeg8'],
  [`${ROOT}.4.57`, 'lossless'],
  [`${ROOT}.4.70`, 'lossless'],
  [`${ROOT}.4.80`, 'jpeg-ls'],
  [`${ROOT}.4.81`, 'jpeg-ls'],
  [`${ROOT}.4.90`, 'jpeg2000'],
  [`${ROOT}.4.91`, 'jpeg2000'],
  [`${ROOT}.4.201`, 'htj2k'],
  [`${ROOT}.4.202`, 'htj2k'],
  [`${ROOT}.4.203`, 'htj2k'],
]);

/** JPEG Lossless, first-order prediction: what masked frames are written as. */
export const JPEG_LOSSLESS_SV1 = `${ROOT}.4.70`;

/** HTJ2K without loss, laid out by resolution: what uncompressed and RLE frames are written as. */
export const HTJ2K_RPCL = `${ROOT}.4.202`;

/** The packing of a Transfer Syntax UID, or null when we do not read it. */
export function packingOf(transferSyntax: string): Packing | null {
  return PACKINGS.get(transferSyntax) ?? null;
}

/** Only Explicit VR Big Endian stores words with the high byte first. */
export function isBigEndian(transferSyntax: string): boolean {
  return transferSyntax === `${ROOT}.2`;
}
