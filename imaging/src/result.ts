/** What went wrong, as a word key and the figures its sentence needs. The same shape as the product's own refusals. */
export type Refusal = {
  readonly ok: false;
  readonly family: 'invalid' | 'too-many';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Either the value or the reason why there is none. Exceptions are for faults only. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

export const ok = <T>(value: T): Result<T> & { ok: true } => ({ ok: true, value });

/** Input that is broken or of a kind we do not read. */
export const refuse = (code: string, params: Refusal['params'] = {}): Refusal => ({ ok: false, family: 'invalid', code, params });

/** Input beyond a named limit. */
export const tooLarge = (code: string, params: Refusal['params'] = {}): Refusal => ({ ok: false, family: 'too-many', code, params });
