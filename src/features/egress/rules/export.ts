// A ledger as files that need no program of ours: JSON lines that can be verified again, and a table for those who count.

import { canonical } from './canonical.ts';
import { type Head, type Ledger, type LedgerRow, NO_HEAD } from './ledger.ts';

const ABOUT = 'Each line after this one is a row. hash = SHA-256 of the row without "hash", its keys in order and no spaces, in UTF-8; prev = hash of the row before, 64 zeros in the first. head is the last row: keep it elsewhere to see also that nothing was cut off the end. Check: ./hamdel verify-ledger FILE';

export const asJsonLines = ({ kind, owner, head, rows }: Ledger): string =>
  [canonical({ hamdelLedger: 1, kind, ledger: owner, rows: rows.length, head, about: ABOUT }), ...rows.map((row) => canonical(row))].map((line) => `${line}\n`).join('');

const columns = ['seq', 'at', 'person', 'run', 'object', 'tier', 'mediaType', 'bytes', 'sha256', 'certificate', 'certificateSha256', 'prev', 'hash'] as const satisfies readonly (keyof LedgerRow)[];

/** Ids, hashes, numbers and terms of closed lists: no value needs quotes, and none begins a formula. */
export const asTable = ({ rows }: Ledger): string => [columns.join(','), ...rows.map((row) => columns.map((column) => row[column] ?? '').join(','))].map((line) => `${line}\r\n`).join('');

export type ReadLines = { readonly rows: readonly LedgerRow[]; readonly head: Head | undefined; /** Lines, from 1, that are no row. */ readonly unread: readonly number[] };

const isRow = (value: unknown): value is LedgerRow =>
  typeof value === 'object' && value !== null && ['ledger', 'prev', 'hash', 'sha256'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string') && Number.isSafeInteger((value as LedgerRow).seq);
const headOf = (value: unknown): Head | undefined => {
  const { head } = value as { head?: Partial<Head> };
  return typeof head?.hash === 'string' && Number.isSafeInteger(head.seq) ? { seq: head.seq ?? 0, hash: head.hash } : undefined;
};
const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Reads what `asJsonLines` wrote, by whatever hand it went since. Undefined: no ledger at all. */
export const readJsonLines = (text: string): ReadLines | undefined => {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const start = parsed(first);
  if (typeof start !== 'object' || start === null || !('hamdelLedger' in start)) return undefined;
  const unread: number[] = [];
  const rows: LedgerRow[] = [];
  for (const [n, line] of rest.entries()) {
    if (line.trim() === '') continue;
    const row = parsed(line);
    if (isRow(row)) rows.push(row);
    else unread.push(n + 2);
  }
  return { rows, head: headOf(start) ?? NO_HEAD, unread };
};
