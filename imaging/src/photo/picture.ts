/** What a verifier says of a still picture. */
export type VerifiedPicture = {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
};

export type StrippedPicture = VerifiedPicture & {
  readonly bytes: Uint8Array;
  /** Segments or chunks that were taken out. */
  readonly removed: number;
  /** Bytes behind the end that were dropped. */
  readonly trailing: number;
};

export const PICTURE_LIMITS = { bytes: 64 * 1024 * 1024, side: 16_384, pixels: 120_000_000 } as const;

export const isSizeSane = (width: number, height: number): boolean =>
  width >= 1 && height >= 1 && width <= PICTURE_LIMITS.side && height <= PICTURE_LIMITS.side && width * height <= PICTURE_LIMITS.pixels;
