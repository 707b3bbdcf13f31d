// What its owner is told of the quarantine. Of the files themselves nothing is known here but size and time.

export type ArrivalRow = { id: string; bytes: number; at: Date; from: string };
export type TokenRow = { id: string; name: string; madeAt: Date; expiresAt: Date; usedAt: Date | null; withdrawnAt: Date | null };
export type TokenView = { id: string; name: string; madeAt: string; expiresAt: string; usedAt: string | null; state: 'open' | 'expired' | 'withdrawn' };
export type ArrivalsView = {
  /** Whether this node takes pictures from programs at all. */
  open: boolean;
  /** Where programs send to. */
  address: string;
  arrivals: { id: string; bytes: number; at: string; until: string; from: string }[];
  tokens: TokenView[];
};

const DAY_MS = 86_400_000;

export const presentArrival = ({ at, ...row }: ArrivalRow, days: number): ArrivalsView['arrivals'][number] => ({ ...row, at: at.toISOString(), until: new Date(at.getTime() + days * DAY_MS).toISOString() });

export const presentToken = (row: TokenRow, now: Date): TokenView => ({
  id: row.id, name: row.name, madeAt: row.madeAt.toISOString(), expiresAt: row.expiresAt.toISOString(), usedAt: row.usedAt?.toISOString() ?? null,
  state: row.withdrawnAt ? 'withdrawn' : row.expiresAt <= now ? 'expired' : 'open',
});
