// One row of an egress ledger, exactly as it is hashed, and the ledger as it is told.

import type { Json } from './canonical.ts';

/** Whose ledger: all that a person sent, or all that people of an institution put before others with their name. */
export type LedgerKind = 'person' | 'institution';

export type LedgerRow = {
  /** The person's or the institution's id. */
  readonly ledger: string;
  readonly kind: LedgerKind;
  /** From 1, without a gap. */
  readonly seq: number;
  /** The hash of the row before; 64 zeros in the first. */
  readonly prev: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly object: string;
  readonly run: string;
  readonly person: string;
  readonly tier: 't0' | 't1' | 't2';
  readonly mediaType: string;
  readonly bytes: number;
  /** Of the bytes that left. */
  readonly sha256: string;
  /** Null for what came before certificates. */
  readonly certificate: string | null;
  readonly certificateSha256: string | null;
  /** In a person's own ledger alone. */
  readonly case?: string;
  /** SHA-256 of all the above in its canonical form. */
  readonly hash: string;
};

/** Where a ledger ends: who keeps this elsewhere sees also that rows were cut off its end. */
export type Head = { readonly seq: number; readonly hash: string };
export const NO_HEAD: Head = { seq: 0, hash: '0'.repeat(64) };

export type Ledger = { readonly kind: LedgerKind; readonly owner: string; readonly head: Head; readonly rows: readonly LedgerRow[] };

/** What of a row its hash covers. */
export const hashed = ({ hash: _hash, ...rest }: LedgerRow): { readonly [key: string]: Json | undefined } => rest;
