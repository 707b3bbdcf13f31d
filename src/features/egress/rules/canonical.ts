// The one text of a row or a certificate that is hashed: keys in order, no spaces, as app.canonical in the database makes it. Holds strings,
// booleans, null and whole numbers; fractions are never written into a ledger, because databases and programs write them differently.

import { sha256Hex } from 'imaging/hash';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Keys are ordered by code unit; those of a ledger are Latin letters. */
export const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const of = value as { readonly [key: string]: Json | undefined };
  return `{${Object.keys(of).sort().flatMap((key) => (of[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(of[key])}`])).join(',')}}`;
};

/** SHA-256 of the canonical text in UTF-8, as 64 hexadecimal digits. */
export const digestOf = (value: Json): string => sha256Hex(new TextEncoder().encode(canonical(value)));
