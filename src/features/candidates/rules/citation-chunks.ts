// A file of publications cut into its entries, so that one that cannot be read costs no other. Pure text; nothing is understood yet.

import { LIMITS } from './vocabulary.ts';

export type Chunks = { readonly form: 'bibtex' | 'ris'; readonly chunks: readonly string[]; /** Entries beyond the limit. */ readonly left: number };

const limited = (form: Chunks['form'], all: readonly string[]): Chunks => ({ form, chunks: all.slice(0, LIMITS.entries), left: Math.max(0, all.length - LIMITS.entries) });

/** Null: neither BibTeX nor RIS. */
export const chunksOf = (text: string): Chunks | null => {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (/^TY {2}- /m.test(clean)) return limited('ris', clean.split(/^(?=TY {2}- )/m).filter((part) => part.startsWith('TY  - ')));
  const parts = clean.split(/^(?=[ \t]*@[A-Za-z]+[ \t]*[{(])/m).filter((part) => /^[ \t]*@/.test(part));
  const kindOf = (part: string): string => (/@([A-Za-z]+)/.exec(part)?.[1] ?? '').toLowerCase();
  // Abbreviations hold for the entries after them.
  const strings = parts.filter((part) => kindOf(part) === 'string').slice(0, 200).join('\n');
  const entries = parts.filter((part) => !['string', 'comment', 'preamble'].includes(kindOf(part)));
  return entries.length === 0 ? null : limited('bibtex', entries.map((part) => (strings === '' ? part : `${strings}\n${part}`)));
};
