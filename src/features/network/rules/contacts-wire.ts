import { z } from 'zod';
import type { PersonLine } from '#features/people/rules/present.ts';
import { CONTACT_LIMITS } from './contacts.ts';

export const looked = z.strictObject({ hashes: z.array(z.string().regex(/^[0-9a-f]{32}$/)).min(1).max(CONTACT_LIMITS.looked) });
export const findable = z.strictObject({ on: z.boolean() });
/** `prefixes`: first bytes of the hashes of all who let themselves be found, sorted, in base64. */
export type SetView = { salt: string; rounds: number; prefixes: string; findable: boolean };
export type LookedView = { people: (PersonLine & { tied: boolean })[] };
