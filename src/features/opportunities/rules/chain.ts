// The way an opportunity has travelled, as its poster sees it: a tree of hands. Two ways to one person and a way back are branches like others; nothing goes round.

import type { PersonLine } from '#features/people/rules/present.ts';

/** One hand as the database tells the poster. `person` null: not to be named yet; `parent` null and not `root`: from somebody to whom it was open. */
export type HandRow = {
  readonly id: string; readonly parent: string | null; readonly person: string | null; readonly root: boolean; readonly note: string; readonly lang: string;
  readonly at: Date; readonly seenAt: Date | null; readonly answer: 'interested' | 'nobody' | null; readonly stopped: boolean;
};
export type HandState = 'barred' | 'interested' | 'handed-on' | 'nobody' | 'seen' | 'unopened';
export type HandNode = {
  readonly id: string; readonly person: PersonLine | null; readonly state: HandState; readonly handedOn: number; readonly note: string; readonly lang: string; readonly day: string; readonly children: readonly HandNode[];
};

const stateOf = (row: HandRow, children: number): HandState =>
  row.stopped ? 'barred' : row.answer === 'interested' ? 'interested' : children > 0 ? 'handed-on' : row.answer === 'nobody' ? 'nobody' : row.seenAt ? 'seen' : 'unopened';

/** Roots in the order in which they were told. Each row stands once: a parent that is not among the rows, or leads back to the row itself, makes it a root. */
export const chainOf = (rows: readonly HandRow[], people: ReadonlyMap<string, PersonLine>): HandNode[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const circles = (row: HandRow): boolean => {
    const met = new Set([row.id]);
    for (let at = row.parent; at !== null; at = byId.get(at)?.parent ?? null) {
      if (met.has(at)) return true;
      met.add(at);
    }
    return false;
  };
  const under = Map.groupBy(rows, (row) => (row.parent !== null && byId.has(row.parent) && !circles(row) ? row.parent : ''));
  const node = (row: HandRow): HandNode => {
    const children = (under.get(row.id) ?? []).map(node);
    return {
      id: row.id, person: row.person === null ? null : (people.get(row.person) ?? null), state: stateOf(row, children.length), handedOn: children.length,
      note: row.note, lang: row.lang, day: row.at.toISOString().slice(0, 10), children,
    };
  };
  return (under.get('') ?? []).map(node);
};
