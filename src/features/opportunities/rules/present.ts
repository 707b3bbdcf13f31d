// An opportunity as a viewer sees it. A reader learns who posted it and who handed it to them, nothing of the way before or beside; moments are days.

import { concepts } from 'language';
import type { Both, Locale } from '#kernel/locale.ts';
import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import { chainOf, type HandNode, type HandRow } from './chain.ts';
import { answeredFields, type FieldKey, type Lack, lacks } from './fields.ts';
import type { ClosingResult, OpportunityType, Step } from './limits.ts';
import { may, type OpportunityAct, type OpportunityPhase, type OpportunityStanding } from './policy.ts';
import type { OpportunityFields, Plan } from './wire.ts';

export type Place = { readonly id: string; readonly nameEn: string; readonly nameFa: string; readonly cityEn: string; readonly cityFa: string; readonly country: string };
export type Texts = Readonly<Partial<Record<Locale, { readonly title: string; readonly text: string }>>>;

export type OpportunityRow = {
  id: string; posterId: string; type: OpportunityType | null; lang: Locale; topics: string[]; startsOn: string | null; endsOn: string | null; deadline: Date | null; timeZone: string;
  fields: OpportunityFields; texts: Texts; version: number; editedAt: Date; standing: NonNullable<OpportunityStanding>; phase: OpportunityPhase; handsLeft: boolean; postedAt: Date | null;
  place: Place | null; poster: LineRow; interested: boolean; from: LineRow[];
};

export type Topic = Both & { readonly id: string };
export type OpportunityLine = {
  readonly id: string; readonly type: OpportunityType | null; readonly lang: Locale; readonly texts: Texts; readonly place: Place | null; readonly topics: readonly Topic[];
  readonly startsOn: string | null; readonly endsOn: string | null; readonly deadline: string | null; readonly timeZone: string; readonly fields: OpportunityFields;
  readonly standing: NonNullable<OpportunityStanding>; readonly phase: OpportunityPhase; readonly poster: PersonLine; readonly from: readonly PersonLine[]; readonly interested: boolean;
};

const topicsOf = (ids: readonly string[]): Topic[] => ids.map((id) => {
  const term = concepts.term(id);
  return { id, en: term?.en ?? id, fa: term?.fa ?? id };
});

export const presentOpportunityLine = (o: OpportunityRow): OpportunityLine => ({
  id: o.id, type: o.type, lang: o.lang, texts: Object.fromEntries(Object.entries(o.texts).map(([l, said]) => [l, { title: said.title, text: '' }])), place: o.place, topics: topicsOf(o.topics),
  startsOn: o.startsOn, endsOn: o.endsOn, deadline: o.deadline?.toISOString() ?? null, timeZone: o.timeZone, fields: o.fields,
  standing: o.standing, phase: o.phase, poster: presentLine(o.poster), from: o.from.map(presentLine), interested: o.interested,
});

export type FromView = { readonly person: PersonLine; readonly note: string; readonly lang: string; readonly day: string };
export type QuestionRow = { id: string; text: string; lang: string; at: Date; mine: boolean; answer: { text: string; lang: string; at: string } | null };
export type QuestionView = { readonly id: string; readonly text: string; readonly lang: string; readonly mine: boolean; readonly answer: { readonly text: string; readonly lang: string } | null };
export type InterestRow = LineRow & { note: string; lang: string; at: Date };
export type InterestView = { readonly person: PersonLine; readonly note: string; readonly lang: string; readonly day: string };
export type GivenRow = LineRow & { note: string; noteLang: string; at: Date; seenAt: Date | null; answer: 'interested' | 'nobody' | null };
export type Closing = { readonly result: ClosingResult; readonly words: string; readonly lang: string };
export type PosterRows = { chain: HandRow[]; interests: InterestRow[]; widenings: { step: Step; hands: number | null; groupEn: string | null; groupFa: string | null; at: Date }[]; barred: { people: LineRow[]; institutions: Place[] }; plan: Plan; named: LineRow[] };
/** Who was there before: whom the viewer may know of by name, and how many more are willing. */
export type There = { readonly people: readonly { readonly person: PersonLine; readonly fromYear: number; readonly toYear: number | null }[]; readonly willing: number };

export type Rows = { there: There | null; fitsWho: readonly PersonLine[]; from: (LineRow & { note: string; noteLang: string; at: Date })[]; given: GivenRow[]; questions: QuestionRow[]; closing: Closing | null; poster: PosterRows | null; people: ReadonlyMap<string, PersonLine> };

export type PosterView = {
  readonly chain: readonly HandNode[]; readonly among: number; readonly interests: readonly InterestView[];
  readonly widenings: readonly { readonly step: Step; readonly hands: number | null; readonly groupEn: string; readonly groupFa: string; readonly day: string }[]; readonly hands: number;
  readonly barred: { readonly people: readonly PersonLine[]; readonly institutions: readonly Place[] }; readonly plan: Plan; readonly named: readonly PersonLine[]; readonly lacks: readonly Lack[];
};
export type GivenView = { readonly person: PersonLine; readonly note: string; readonly lang: string; readonly day: string; readonly state: 'interested' | 'nobody' | 'seen' | 'unopened' };
export type OpportunityView = Omit<OpportunityLine, 'from'> & {
  readonly version: number; readonly editedAt: string | null; readonly answered: readonly FieldKey[]; readonly from: readonly FromView[]; readonly given: readonly GivenView[];
  readonly questions: readonly QuestionView[]; readonly closing: Closing | null; readonly mine: PosterView | null;
  readonly there: There | null;
  /** Of those who told the viewer what they look for: whom it fits. */
  readonly fitsWho: readonly PersonLine[];
  readonly may: Readonly<Record<'write' | 'post' | 'name' | 'handOn' | 'widen' | 'bar' | 'showInterest' | 'ask' | 'reply' | 'close' | 'answer', boolean>>;
};

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const asDraft = (o: OpportunityRow) => ({ type: o.type, lang: o.lang, institutionId: (o.place?.id ?? null) as never, topics: o.topics, startsOn: o.startsOn, endsOn: o.endsOn, deadline: o.deadline?.toISOString() ?? null, fields: o.fields, texts: o.texts as never });

const presentMine = (o: OpportunityRow, mine: PosterRows, people: ReadonlyMap<string, PersonLine>): PosterView => ({
  chain: chainOf(mine.chain, people), among: mine.chain.filter(({ stopped }) => !stopped).length,
  interests: mine.interests.map((row) => ({ person: presentLine(row), note: row.note, lang: row.lang, day: dayOf(row.at) })),
  widenings: mine.widenings.map(({ at, groupEn, groupFa, ...w }) => ({ ...w, groupEn: groupEn ?? '', groupFa: groupFa ?? '', day: dayOf(at) })),
  hands: Math.max(1, ...mine.widenings.map(({ hands }) => hands ?? 1)),
  barred: { people: mine.barred.people.map(presentLine), institutions: mine.barred.institutions }, plan: mine.plan, named: mine.named.map(presentLine),
  lacks: lacks({ ...asDraft(o), plan: mine.plan }),
});

const givenState = ({ answer, seenAt }: GivenRow): GivenView['state'] => answer ?? (seenAt ? 'seen' : 'unopened');

export const presentOpportunity = (seesCases: boolean, o: OpportunityRow, rows: Rows): OpportunityView => {
  const can = (act: OpportunityAct): boolean => may(act, { ...o, seesCases });
  const line = presentOpportunityLine(o);
  return {
    ...line, texts: o.texts, version: o.version, editedAt: rows.poster ? o.editedAt.toISOString() : null, answered: answeredFields(asDraft(o)),
    from: rows.from.map((row) => ({ person: presentLine(row), note: row.note, lang: row.noteLang, day: dayOf(row.at) })),
    given: rows.poster ? [] : rows.given.map((row) => ({ person: presentLine(row), note: row.note, lang: row.noteLang, day: dayOf(row.at), state: givenState(row) })),
    questions: rows.questions.map(({ id, text, lang, mine, answer }) => ({ id, text, lang, mine, answer: answer && { text: answer.text, lang: answer.lang } })),
    there: rows.there, fitsWho: rows.fitsWho,
    closing: rows.closing, mine: rows.poster && presentMine(o, rows.poster, rows.people),
    may: {
      write: can('write'), post: can('post'), name: can('name'), handOn: can('hand-on'), widen: can('widen'), bar: can('bar'), showInterest: can('show-interest') && !o.interested, ask: can('ask'), reply: can('reply'), close: can('close'),
      answer: can('answer-hand') && o.phase === 'posted',
    },
  };
};
