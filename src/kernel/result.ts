// A use-case either gives its value or refuses with a code. Exceptions are faults, never refusals.

/** The family decides the HTTP status (src/server/http.ts); the code decides the sentence (words/*.json). */
export type Family = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'too-many' | 'offline';

export type Params = Readonly<Record<string, string | number>>;

export type Refusal = {
  readonly ok: false;
  readonly family: Family;
  /** A key of the owning feature's words, for instance `people.linkExpired`. */
  readonly code: string;
  readonly params: Params;
  /** Names of the fields meant, when the refusal is about input. */
  readonly fields?: readonly string[];
};

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Result<T> = Ok<T> | Refusal;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refuse = (family: Family, code: string, params: Params = {}, fields?: readonly string[]): Refusal =>
  fields ? { ok: false, family, code, params, fields } : { ok: false, family, code, params };
