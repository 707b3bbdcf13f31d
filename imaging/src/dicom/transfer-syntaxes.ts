/** Codestream families this instrument can look into; `native` has no encapsulation (PS3.5 annex A). */
export type FrameCoding = 'native' | 'jpeg' | 'jpeg-ls' | 'jpeg-2000' | 'rle';

export type TransferSyntax = {
  readonly uid: string;
  readonly coding: FrameCoding;
  readonly explicit: boolean;
  readonly bigEndian: boolean;
  readonly deflated: boolean;
};

const encapsulated = (uid: string, coding: FrameCoding): TransferSyntax => ({
  uid,
  coding,
  explicit: true,
  bigEndian: false,
  deflated: false,
});
const native = (uid: string, explicit: boolean, bigEndian: boolean, deflated: boolean): TransferSyntax => ({
  uid,
  coding: 'native',
  explicit,
  bigEndian,
  deflated,
});

export const IMPLICIT_LE = '1.2.840.10008.1.2';
export const EXPLICIT_LE = '1.2.840.10008.1.2.1';
export const DEFLATED_LE = '1.2.840.10008.1.2.1.99';
export const EXPLICIT_BE = '1.2.840.10008.1.2.2';
export const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';
export const JPEG_LOSSLESS = '1.2.840.10008.1.2.4.70';
export const JPEG_LS_LOSSLESS = '1.2.840.10008.1.2.4.80';
export const JPEG_2000_LOSSLESS = '1.2.840.10008.1.2.4.90';
export const HTJ2K_LOSSLESS = '1.2.840.10008.1.2.4.201';
export const RLE_LOSSLESS = '1.2.840.10008.1.2.5';

const ALL: readonly TransferSyntax[] = [
  native(IMPLICIT_LE, false, false, false),
  native(EXPLICIT_LE, true, false, false),
  native(DEFLATED_LE, true, false, true),
  native(EXPLICIT_BE, true, true, false),
  encapsulated(JPEG_BASELINE, 'jpeg'),
  encapsulated('1.2.840.10008.1.2.4.51', 'jpeg'),
  encapsulated('1.2.840.10008.1.2.4.57', 'jpeg'),
  encapsulated(JPEG_LOSSLESS, 'jpeg'),
  encapsulated(JPEG_LS_LOSSLESS, 'jpeg-ls'),
  encapsulated('1.2.840.10008.1.2.4.81', 'jpeg-ls'),
  encapsulated(JPEG_2000_LOSSLESS, 'jpeg-2000'),
  encapsulated('1.2.840.10008.1.2.4.91', 'jpeg-2000'),
  encapsulated(HTJ2K_LOSSLESS, 'jpeg-2000'),
  encapsulated('1.2.840.10008.1.2.4.202', 'jpeg-2000'),
  encapsulated('1.2.840.10008.1.2.4.203', 'jpeg-2000'),
  encapsulated(RLE_LOSSLESS, 'rle'),
];

const BY_UID: ReadonlyMap<string, TransferSyntax> = new Map(ALL.map((one) => [one.uid, one]));

/** Undefined for video, JPIP and retired syntaxes: nothing here can look into them. */
export const transferSyntaxOf = (uid: string): TransferSyntax | undefined => BY_UID.get(uid);

export const TRANSFER_SYNTAXES: readonly string[] = ALL.map((one) => one.uid);
