// Contacts of a table with commas, semicolons or tabs, with or without a first row of names.

import Papa from 'papaparse';
import { CONTACT_LIMITS } from '../../rules/contacts.ts';
import { columnNames } from '../../rules/contact-columns.ts';
import type { Read } from './read-vcard.ts';

export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** The sign that stands most often in the first lines: a guess from one row alone is wrong too often. */
export const likelySeparator = (text: string): Separator => {
  const start = text.slice(0, 4000).split(/\r?\n/).slice(0, 5).join('\n');
  const count = (sign: string): number => start.split(sign).length;
  return [...separators].sort((a, b) => count(b) - count(a))[0] ?? ',';
};

const email = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]+$/;

/** Rows that hold a name or an address. A cell that looks like an address is one, wherever it stands. */
export const readCsv = (text: string, separator: Separator): Read => {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: separator, skipEmptyLines: 'greedy', preview: CONTACT_LIMITS.contacts + 2 });
  const first = (data[0] ?? []).map((cell) => cell.trim());
  const column = (what: keyof typeof columnNames): number => first.findIndex((cell) => columnNames[what].test(cell));
  const at = { given: column('given'), family: column('family'), whole: column('whole') };
  const headed = !first.some((cell) => email.test(cell)) && (at.given >= 0 || at.family >= 0 || at.whole >= 0 || column('email') >= 0);
  const rows = headed ? data.slice(1) : data;
  let skipped = 0;
  const contacts = rows.slice(0, CONTACT_LIMITS.contacts).flatMap((row) => {
    const cells = row.map((cell) => cell.trim().slice(0, 300));
    const emails = cells.flatMap((cell) => cell.split(/\s*:::\s*|\s*;\s*/)).filter((one) => email.test(one)).slice(0, CONTACT_LIMITS.emails);
    const cell = (i: number): string => (i < 0 ? '' : (cells[i] ?? ''));
    const named = cell(at.whole) || `${cell(at.given)} ${cell(at.family)}`.trim();
    const name = named || (headed ? '' : cells.filter((one) => /\p{L}/u.test(one) && !one.includes('@')).slice(0, 2).join(' '));
    if (name === '' && emails.length === 0) { skipped += 1; return []; }
    return [{ name: name.slice(0, 200), emails }];
  });
  return { contacts, skipped, more: rows.length > CONTACT_LIMITS.contacts };
};
