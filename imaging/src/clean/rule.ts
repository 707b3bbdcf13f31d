import type { Tag } from '../dicom/tags.ts';

/**
 * What a kept value may be. There is no rule for free text: a value is a bounded number, a term of a closed list,
 * a look-up table of its declared size, or something that is replaced (identifier, date, age).
 */
export type Rule =
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly most: number }
  | { readonly kind: 'terms'; readonly terms: ReadonlySet<string>; readonly most: number; readonly otherwise?: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly most: number }
  | { readonly kind: 'uid' }
  | { readonly kind: 'known-uid'; readonly uids: ReadonlySet<string> }
  | { readonly kind: 'date' }
  | { readonly kind: 'age' }
  | { readonly kind: 'pointer' }
  | { readonly kind: 'table'; readonly descriptor: Tag }
  | { readonly kind: 'items'; readonly most: number; readonly inside: Allowed };

export type Allowed = ReadonlyMap<Tag, Rule>;

export const range = (low: number, high: number, most = 1): Rule => ({ kind: 'range', low, high, most });
export const terms = (list: string, most = 1): Rule => ({ kind: 'terms', terms: new Set(list.split('|')), most });

/** As `terms`, but a foreign part becomes `otherwise`, so that the places of the other parts keep their meaning. */
export const termsOr = (list: string, otherwise: string, most: number): Rule => ({
  kind: 'terms', terms: new Set([...list.split('|'), otherwise]), most, otherwise,
});
export const pattern = (expression: RegExp, most = 1): Rule => ({ kind: 'pattern', pattern: expression, most });
export const uid: Rule = { kind: 'uid' };
export const date: Rule = { kind: 'date' };
export const age: Rule = { kind: 'age' };
export const pointer: Rule = { kind: 'pointer' };
export const knownUid = (uids: Iterable<string>): Rule => ({ kind: 'known-uid', uids: new Set(uids) });
export const table = (descriptor: Tag): Rule => ({ kind: 'table', descriptor });
export const items = (most: number, inside: Allowed): Rule => ({ kind: 'items', most, inside });

export const allowed = (...rows: readonly (readonly [Tag, Rule])[]): Allowed => new Map(rows);
