/** Bounds on everything a file may claim or hold. A claimed size is compared with what is there, never allocated. */
export const LIMITS = {
  fileBytes: 1024 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  /** Unpacked to packed of a deflated data set, above `deflateFreeBytes`; a run of black frames reaches about 100, a bomb 1,000. */
  deflateRatio: 250,
  deflateFreeBytes: 4 * 1024 * 1024,
  /** All elements of all items together: an enhanced run of 500 frames has about 20,000. */
  elements: 120_000,
  depth: 12,
  fragments: 65_536,
  frames: 10_000,
  side: 8_192,
  /** Pixels of one frame; 4,096² is four times the largest flat panel. */
  framePixels: 4096 * 4096,
  /** Uncompressed bytes of a whole run: what a browser can be asked to hold. */
  runBytes: 4 * 1024 * 1024 * 1024,
} as const;
