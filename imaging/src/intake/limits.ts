export const INTAKE_LIMITS = {
  /** Files of one drop, those inside archives counted. */
  entries: 20_000,
  /** Bytes of one file, unpacked: it alone is held while it is looked at. */
  fileBytes: 1024 * 1024 * 1024,
  /** Unpacked bytes of one drop: a DVD with room. They are read one file after another and let go. */
  bytes: 16 * 1024 * 1024 * 1024,
  /** Unpacked to packed; a run of black frames reaches about 100, a bomb 1,000. */
  ratio: 250,
  /** Small entries may pack better than the ratio allows. */
  ratioFromBytes: 4 * 1024 * 1024,
  nameBytes: 1024,
} as const;
