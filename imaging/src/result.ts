/** What went wrong, as a word key and the figures that its sentence needs; never a sentence itself. */
export type Refusal = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Either the value or the reason why there is none. Exceptions are for faults only. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: string, params: Refusal['params'] = {}): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, params } };
}
