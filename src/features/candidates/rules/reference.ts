// Where a reference stands. Pure: the moment is an argument.

import type { Scope } from './vocabulary.ts';

export type LetterTimes = { readonly writtenAt: Date; readonly expiresAt: Date; readonly revokedAt: Date | null };
export type LetterState = 'valid' | 'revoked' | 'expired';

/** A revocation is told before an end by time: somebody meant it. */
export const letterState = ({ expiresAt, revokedAt }: LetterTimes, now: Date): LetterState => (revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'valid');

/** Whether it may be given with an application of this kind: in force, within its scope, and not given before unless its writer lets it be. */
export const mayGive = (letter: LetterTimes & { readonly scopes: readonly Scope[]; readonly reuse: boolean }, kind: string, givenBefore: boolean, now: Date): boolean =>
  letterState(letter, now) === 'valid' && letter.scopes.some((scope) => scope === kind) && (letter.reuse || !givenBefore);

/** What the writer signs. The words stand in it as their hash, so that a link proves them without telling them. */
export type Signed = { readonly iss: string; readonly sub: string; readonly jti: string; /** Seconds since 1970. */ readonly iat: number; readonly exp: number; readonly scopes: readonly string[]; readonly lang: string; readonly textSha256: string };

/** Whether a payload, once its signature holds, is of this very letter. */
export const isOf = (payload: Signed, letter: { readonly id: string; readonly writerId: string; readonly personId: string; readonly scopes: readonly string[]; readonly expiresAt: Date }): boolean =>
  payload.jti === letter.id && payload.iss === letter.writerId && payload.sub === letter.personId && payload.scopes.join() === letter.scopes.join() && payload.exp === Math.floor(letter.expiresAt.getTime() / 1000);
