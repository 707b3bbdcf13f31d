/** How the pixels of one frame are written down: the attributes of the Image Pixel module that a decoder needs (PS3.3 C.7.6.3). */
export type FrameFormat = {
  /** Transfer Syntax UID of the file. */
  readonly transferSyntax: string;
  readonly rows: number;
  readonly columns: number;
  /** Samples per Pixel: 1 or 3. */
  readonly samples: number;
  /** Bits Allocated: 1, 8 or 16. */
  readonly bitsAllocated: number;
  /** Bits Stored: 1 to Bits Allocated. */
  readonly bitsStored: number;
  /** Pixel Representation: 0 unsigned, 1 two's complement. */
  readonly pixelRepresentation: number;
  /** Photometric Interpretation, e.g. MONOCHROME2. */
  readonly photometric: string;
  /** Planar Configuration: 0 by pixel, 1 by plane; only for native and RLE pixels with three samples. */
  readonly planar: number;
  /** VR of Pixel Data; matters for 8-bit pixels in big endian only, where OW swaps them in pairs (PS3.5 A.3). */
  readonly valueRepresentation?: 'OB' | 'OW';
  /** Look-up tables of PALETTE COLOR; absent for all else. */
  readonly palette?: Palette;
};

/** Red, green and blue tables already reduced to 8 bits (PS3.3 C.7.6.3.1.5–6). */
export type Palette = {
  /** First stored value that the tables map; smaller values take the first entry, larger ones the last. */
  readonly first: number;
  readonly red: Uint8Array;
  readonly green: Uint8Array;
  readonly blue: Uint8Array;
};

export type Samples = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int16Array<ArrayBuffer>;

/** A decoded frame: rows × columns × channels values, channels interleaved. Colour is always RGB of 8 bits. */
export type Frame = {
  readonly data: Samples;
  readonly rows: number;
  readonly columns: number;
  readonly channels: 1 | 3;
};

/** Sizes that are refused before anything is allocated; a cath-lab frame is at most 2048 × 2048 × 16 bits. */
export const FRAME_LIMITS = {
  rows: 4096,
  columns: 4096,
  frames: 2000,
  bitsAllocated: [1, 8, 16],
  /** Compressed bytes of one frame. */
  encodedBytes: 64 * 1024 * 1024,
} as const;
