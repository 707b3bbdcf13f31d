// The console of a coordinator: which cases wait for a hand, whom a wave would go to. Of a hidden asker's case nothing finer than the hour.

import { concepts } from 'language';
import { after, hourOf } from '#kernel/clock.ts';
import type { Both, Locale } from '#kernel/locale.ts';
import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import { type AskState, type AskTimes, stateOf, type Urgency } from './ask.ts';
import { ladders, paceOf } from './ladder.ts';

export type QueueRow = {
  caseId: string; lang: Locale; urgency: Urgency; hidden: boolean; titleEn: string | null; titleFa: string | null; topics: string[] | null;
  postedAt: Date; decideBy: Date | null; asker: LineRow | null; wanted: number | null; given: number; taken: number;
  asks: (AskTimes & { person: LineRow })[];
  wave: { step: number; size: number; goesAt: string; confirmed: boolean; people: { person: LineRow; reasons: { key: string; concept?: string }[] }[] } | null;
};
export type QueuePerson = { readonly person: PersonLine; readonly topics: readonly Both[]; readonly why: 'handed-on' | 'on-call' | null };
export type QueueItem = {
  readonly caseId: string; readonly lang: Locale; readonly urgency: Urgency; readonly hidden: boolean; readonly title: { readonly [L in Locale]?: string }; readonly topics: readonly Both[];
  readonly postedAt: string; readonly decideBy: string | null; readonly asker: PersonLine | null; readonly wanted: number | null; readonly given: number;
  readonly asks: readonly { readonly person: PersonLine; readonly state: AskState }[];
  /** First `size` are the wave, the others the next best. `mayName`: a colleague may be added by name. */
  readonly wave: { readonly step: number; readonly size: number; readonly goesAt: string; readonly going: boolean; readonly mayName: boolean; readonly people: readonly QueuePerson[] } | null;
  /** Nobody who could still answer, or the ladder has called for a person. */
  readonly untaken: boolean;
};

const termOf = (id: string): Both => {
  const term = concepts.term(id);
  return { en: term?.en ?? id, fa: term?.fa ?? id };
};
const hourAfter = (at: Date): Date => hourOf(after(at, 3_599_999));
const living: ReadonlySet<AskState> = new Set(['asked', 'seen', 'accepted', 'answered']);

const person = ({ person: line, reasons }: NonNullable<QueueRow['wave']>['people'][number]): QueuePerson => ({
  person: presentLine(line), topics: [...new Set(reasons.flatMap(({ concept }) => concept ?? []))].slice(0, 3).map(termOf),
  why: reasons.some(({ key }) => key === 'handed-on') ? 'handed-on' : reasons.some(({ key }) => key === 'on-call') ? 'on-call' : null,
});

export const queueItem = (row: QueueRow): QueueItem => {
  const shown = (at: Date): string => (row.hidden ? hourAfter(at) : at).toISOString();
  const asks = row.asks.map(({ person: line, ...times }) => ({ person: presentLine(line), state: stateOf(times) }));
  const called = row.taken > 0 && ladders[paceOf(row.urgency)].slice(0, row.taken).some(({ callsCoordinator }) => callsCoordinator);
  return {
    caseId: row.caseId, lang: row.lang, urgency: row.urgency, hidden: row.hidden, title: { ...(row.titleEn ? { en: row.titleEn } : {}), ...(row.titleFa ? { fa: row.titleFa } : {}) },
    topics: (row.topics ?? []).map(termOf), postedAt: row.postedAt.toISOString(), decideBy: row.decideBy?.toISOString() ?? null, asker: row.asker && presentLine(row.asker),
    wanted: row.wanted, given: row.given, asks,
    wave: row.wave && { step: row.wave.step, size: row.wave.size, goesAt: shown(new Date(row.wave.goesAt)), going: row.wave.confirmed, mayName: !row.hidden, people: row.wave.people.map(person) },
    untaken: row.given === 0 && row.wave === null && (called || !asks.some(({ state }) => living.has(state))),
  };
};

const urgencies: readonly Urgency[] = ['emergency', 'urgent', 'elective'];

/** What needs a hand first: cases nobody took, then waves by their moment, then what runs by itself, the most urgent first. */
export const queueOrder = (a: QueueItem, b: QueueItem): number =>
  Number(b.untaken) - Number(a.untaken)
  || Number(b.wave !== null) - Number(a.wave !== null)
  || (a.wave?.goesAt ?? '').localeCompare(b.wave?.goesAt ?? '')
  || urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)
  || a.postedAt.localeCompare(b.postedAt) || a.caseId.localeCompare(b.caseId);
