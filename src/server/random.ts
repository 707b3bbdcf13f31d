import { randomBytes } from 'node:crypto';
import type { Random } from '#kernel/random.ts';

/** The platform's generator, for secrets and ids. */
export const secureRandom: Random = { bytes: (n) => new Uint8Array(randomBytes(n)) };
