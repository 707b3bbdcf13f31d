// What one of the two sees of a tie: its grounds, never its strength.

import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import { may, type Standpoint } from './policy.ts';
import { proposalEnds, stateOf, type TieKind } from './tie.ts';

export type TieRow = {
  id: string; otherId: string; kind: TieKind; senior: string | null; fromYear: number | null; toYear: number | null; place: string;
  proposedBy: string; proposedAt: Date; confirmedAt: Date | null; endedAt: Date | null; endedBy: string | null; refused: boolean;
};
export type GroundView = {
  id: string; kind: TieKind; senior: 'me' | 'other' | null; fromYear: number | null; toYear: number | null; place: string;
  state: 'to-confirm' | 'proposed' | 'tied'; until: string | null;
  may: { confirm: boolean; end: boolean; takeBack: boolean };
};
export type TiedPerson = { person: PersonLine; grounds: GroundView[] };
export type TiesView = { tied: TiedPerson[]; toConfirm: TiedPerson[]; proposed: TiedPerson[]; blocked: PersonLine[]; muted: PersonLine[] };
export type WithView = { grounds: GroundView[]; tied: boolean; blocked: boolean; muted: boolean; institutionId: string | null; may: { propose: boolean } };

export const standpointOf = (viewerId: string, row: Pick<TieRow, 'proposedBy' | 'confirmedAt' | 'endedAt' | 'endedBy'>): Standpoint =>
  ({ side: row.proposedBy === viewerId ? 'proposer' : 'other', state: stateOf(row), endedByMe: row.endedBy === viewerId });

const ground = (viewerId: string, row: TieRow): GroundView[] => {
  const at = standpointOf(viewerId, row);
  if (at.state === 'ended' || (at.side === 'other' && row.refused)) return [];
  return [{
    id: row.id, kind: row.kind, senior: row.senior === null ? null : row.senior === viewerId ? 'me' : 'other', fromYear: row.fromYear, toYear: row.toYear, place: row.place,
    state: at.state === 'tied' ? 'tied' : at.side === 'proposer' ? 'proposed' : 'to-confirm',
    until: at.state === 'proposed' ? proposalEnds(row.proposedAt).toISOString() : null,
    may: { confirm: may('confirm', at), end: may('end', at), takeBack: may('take-back', at) },
  }];
};

export const presentGrounds = (viewerId: string, rows: readonly TieRow[]): GroundView[] => rows.flatMap((row) => ground(viewerId, row));

const byName = (a: { person: PersonLine }, b: { person: PersonLine }): number => a.person.nameEn.localeCompare(b.person.nameEn) || (a.person.id < b.person.id ? -1 : 1);

/** Each person once in each list, by name: an order by strength would show it. */
export const presentTies = (viewerId: string, rows: readonly TieRow[], lines: readonly LineRow[], kept: { blocked: readonly string[]; muted: readonly string[] }): TiesView => {
  const people = new Map(lines.map((line) => [line.id, presentLine(line)]));
  const list = (state: GroundView['state']): TiedPerson[] => {
    const found = new Map<string, TiedPerson>();
    for (const row of rows) {
      const person = people.get(row.otherId);
      const grounds = ground(viewerId, row).filter((one) => one.state === state);
      if (person === undefined || grounds.length === 0) continue;
      const one = found.get(row.otherId) ?? { person, grounds: [] };
      one.grounds.push(...grounds);
      found.set(row.otherId, one);
    }
    return [...found.values()].sort(byName);
  };
  const named = (ids: readonly string[]): PersonLine[] => ids.flatMap((id) => people.get(id) ?? []);
  return { tied: list('tied'), toConfirm: list('to-confirm'), proposed: list('proposed'), blocked: named(kept.blocked), muted: named(kept.muted) };
};
