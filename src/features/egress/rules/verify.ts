// Recomputes a ledger from its first row to its last and names what does not fit. Pure: the same in the browser, on the node and in a terminal.

import { digestOf } from './canonical.ts';
import { type Head, hashed, type LedgerRow, NO_HEAD } from './ledger.ts';

export type Trouble =
  /** Rows `from` to `to` are not there. */
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** What the row says is not what was hashed, or the row after it was written after another. */
  | { readonly kind: 'altered'; readonly seq: number }
  /** The row stands at place `at` (from 1) and belongs elsewhere. */
  | { readonly kind: 'moved'; readonly seq: number; readonly at: number }
  | { readonly kind: 'twice'; readonly seq: number }
  /** A row of another ledger. */
  | { readonly kind: 'foreign'; readonly at: number };

/** Empty when every row is there, in its place, and says what it said when it was written. Without a `head`, rows cut off the end cannot be seen. */
export const verifyLedger = (rows: readonly LedgerRow[], head?: Head): readonly Trouble[] => {
  const owner = rows[0]?.ledger;
  const own = rows.filter(({ ledger }) => ledger === owner);
  const troubles: Trouble[] = rows.flatMap((row, n) => (row.ledger === owner ? [] : [{ kind: 'foreign' as const, at: n + 1 }]));
  const bySeq = new Map<number, LedgerRow>();
  for (const row of own) {
    if (bySeq.has(row.seq)) troubles.push({ kind: 'twice', seq: row.seq });
    else bySeq.set(row.seq, row);
  }
  const order = [...bySeq.keys()].sort((a, b) => a - b);
  troubles.push(...moved([...bySeq.keys()], order), ...missing(order, head), ...altered(bySeq, order, head));
  return troubles;
};

const moved = (found: readonly number[], order: readonly number[]): Trouble[] =>
  found.flatMap((seq, n) => (seq === order[n] ? [] : [{ kind: 'moved' as const, seq, at: n + 1 }]));

const missing = (order: readonly number[], head: Head | undefined): Trouble[] => {
  const troubles: Trouble[] = [];
  let next = 1;
  for (const seq of order) {
    if (seq > next) troubles.push({ kind: 'missing', from: next, to: seq - 1 });
    next = seq + 1;
  }
  if (head !== undefined && head.seq >= next) troubles.push({ kind: 'missing', from: next, to: head.seq });
  return troubles;
};

/** From the end to the beginning: a row that is itself in doubt does not testify about the row before it. */
const altered = (bySeq: ReadonlyMap<number, LedgerRow>, order: readonly number[], head: Head | undefined): Trouble[] => {
  const doubtful = new Set<number>();
  for (const seq of order.toReversed()) {
    const row = bySeq.get(seq) as LedgerRow;
    const after = doubtful.has(seq + 1) ? undefined : bySeq.get(seq + 1);
    const remembered = after?.prev ?? (head?.seq === seq ? head.hash : undefined);
    const begins = seq > 1 || row.prev === NO_HEAD.hash;
    if (digestOf(hashed(row)) !== row.hash || (remembered !== undefined && remembered !== row.hash) || !begins) doubtful.add(seq);
  }
  return order.filter((seq) => doubtful.has(seq)).map((seq) => ({ kind: 'altered', seq }));
};
