import { z } from 'zod';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './limits.ts';

/** A new token. The browser makes it and tells its SHA-256 alone, so that neither a receipt nor a log can hold it. */
export const newToken = z.strictObject({
  id: z.uuid(),
  name: z.string().max(LIMITS.tokenName).transform((text) => stripMarks(text).trim()).pipe(z.string().min(1)),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  days: z.number().int().min(1).max(LIMITS.tokenDays),
});
export type NewToken = z.infer<typeof newToken>;
