import type { Random } from '#kernel/random.ts';

/** The browser's generator, for ids that are made here. */
export const browserRandom: Random = { bytes: (n) => crypto.getRandomValues(new Uint8Array(n)) };
