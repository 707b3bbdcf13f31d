// What one viewer sees of a case. The only way from rows to a door: nothing that is not named here leaves.

import type { CaseFields, TextsByLang } from '#features/cases/rules/wire.ts';
import { may, type Standing, type Standpoint, type Phase } from '#features/cases/rules/policy.ts';
import { initialsEn, initialsFa, nameEn, nameFa } from '#features/people/rules/names.ts';
import { stateOf, type AskState } from '#features/routing/rules/ask.ts';
import type { OpinionBody, OpinionTexts } from '#features/opinions/rules/wire.ts';
import { hourOf } from '#kernel/clock.ts';
import type { Both, Locale } from '#kernel/locale.ts';
import type { MarkDetails, MarkShape } from './measure/marked.ts';
import type { RawAsk, RawCase, RawObject, RawPerson, RawReason, RawRun } from './raw.ts';

/** Names of a concept of the taxonomy in both languages. */
export type Terms = (concept: string) => Both;
/** `href`: the evidence, for the person it is about. */
export type ReasonView = { key: string; term?: Both; n?: number; href?: string };

const reasonView = (r: RawReason, terms: Terms): ReasonView => ({ key: r.key, ...(r.concept ? { term: terms(r.concept) } : {}), ...(r.n === undefined ? {} : { n: r.n }) });
const evidenceOf = ({ key, pieces }: RawReason): { href?: string } =>
  ['topic', 'parent-topic', 'reference', 'volume'].includes(key) ? { href: '/me' } : pieces?.[0] === undefined ? {} : { href: `/cases/${pieces[0]}` };
/** Told to the one who was asked: each leads to what it stands on. */
export const ownReasonViews = (reasons: readonly RawReason[], terms: Terms): ReasonView[] => reasons.map((r) => ({ ...reasonView(r, terms), ...evidenceOf(r) }));

export type PersonLine = { id: string; nameEn: string; nameFa: string; initialsEn: string; initialsFa: string; title: string; stage: string; institutionEn: string; institutionFa: string; cityEn: string; cityFa: string };
export type TierView = { url: string; bytes: number; mediaType: string };
export type RunView = {
  id: string; kind: 'xa' | 'us' | 'still'; label: string; position: number;
  frames: number; rows: number; columns: number; frameTimesMs: number[] | null; frameMs: number | null;
  primaryAngle: number | null; secondaryAngle: number | null; fullRate: number | null;
  sidecar: Record<string, unknown>;
  t0: TierView | null; t1: TierView | null; t2: TierView | null;
};
export type MarkView = { id: string; runId: string; by: string | null; frame: number; shape: MarkShape; points: number[]; note: string; details: MarkDetails; at: string };
export type AskView = {
  id: string; expert: PersonLine; seat: string; reasons: ReasonView[]; state: AskState;
  askedAt: string; acceptBy: string; answerBy: string; handedTo: PersonLine | null; handedNote: string;
};
export type OpinionVersion = { id: string; version: number; lang: Locale; body: OpinionBody; texts: Partial<Record<Locale, OpinionTexts>>; beforeDecision: boolean; at: string };
export type OpinionView = { askId: string; author: PersonLine; seat: string; mine: boolean; versions: OpinionVersion[] };
export type RemarkView = { id: string; author: PersonLine | null; byAsker: boolean; lang: Locale; texts: Partial<Record<Locale, string>>; pointer: { runId: string; frame: number; markId?: string } | null; at: string };
export type OutcomeView = { moment: 'hospital' | 'd30' | 'y1'; dueOn: string; result: string | null; details: Record<string, unknown>; texts: Partial<Record<Locale, { text?: string; thanks?: string }>>; at: string | null };

export type CaseView = {
  id: string; lang: Locale; kind: string; urgency: 'elective' | 'urgent' | 'emergency'; audience: 'people' | 'node'; hidden: boolean; version: number;
  phase: Phase; standing: Standing; isMine: boolean;
  asker: PersonLine | null;
  fields: CaseFields; topics: (Both & { id: string })[]; texts: TextsByLang;
  postedAt: string | null; editedAt: string; decideBy: string | null; withdrawnAt: string | null; closedAt: string | null;
  /** The asker's own plan: 'sealed' while it exists or may exist but is not for this viewer yet. */
  plan: { texts: Partial<Record<Locale, string>>; at: string } | 'sealed' | null;
  runs: RunView[]; marks: MarkView[];
  myAsk: AskView | null; asks: AskView[];
  opinionsGiven: number; opinions: OpinionView[] | 'sealed';
  draft: { askId: string; content: unknown; version: number; at: string } | null;
  remarks: RemarkView[];
  decision: { choice: string; texts: Partial<Record<Locale, { text?: string; thanks?: string }>>; followed: string[]; at: string } | null;
  outcomes: OutcomeView[];
  unmaskings: { at: string; reason: string }[];
  may: { edit: boolean; post: boolean; withdraw: boolean; ask: boolean; answerAsk: boolean; giveOpinion: boolean; revise: boolean; remark: boolean; mark: boolean; decide: boolean; close: boolean; tellOutcome: boolean; addRun: boolean };
};

export const personLine = (p: RawPerson): PersonLine => ({
  id: p.id, title: p.title, stage: p.stage,
  nameEn: nameEn(p), nameFa: nameFa(p), initialsEn: initialsEn(p), initialsFa: initialsFa(p),
  institutionEn: p.institutionEn ?? '', institutionFa: p.institutionFa ?? '', cityEn: p.cityEn ?? '', cityFa: p.cityFa ?? '',
});

const num = (v: unknown): number | null => (typeof v === 'number' && Number.isFinite(v) ? v : null);

const runView = (r: RawRun, objects: readonly RawObject[]): RunView => {
  const tier = (t: string): TierView | null => {
    const o = objects.find((x) => x.runId === r.id && x.tier === t);
    return o ? { url: `/api/objects/${o.id}`, bytes: Number(o.bytes), mediaType: o.mediaType } : null;
  };
  const s = r.sidecar;
  const times = Array.isArray(s.frameTimesMs) ? (s.frameTimesMs as number[]) : null;
  const frames = num(s.frames) ?? 1;
  const last = times?.at(-1);
  return {
    id: r.id, kind: r.kind, label: r.label, position: r.position, frames, rows: num(s.rows) ?? 0, columns: num(s.columns) ?? 0,
    frameTimesMs: times, frameMs: num(s.frameMs) ?? (last !== undefined && frames > 1 ? last / (frames - 1) : null),
    primaryAngle: num(s.primaryAngle), secondaryAngle: num(s.secondaryAngle), fullRate: num(s.cineRate), sidecar: s,
    t0: tier('t0'), t1: tier('t1'), t2: tier('t2'),
  };
};

type People = (id: string) => PersonLine;
/** A person whose account is not for this viewer to see (verification was taken back) keeps the place, without a name. */
const nobody: Omit<PersonLine, 'id'> = { nameEn: '', nameFa: '', initialsEn: '', initialsFa: '', title: 'none', stage: '', institutionEn: '', institutionFa: '', cityEn: '', cityFa: '' };
const peopleOf = (raw: RawCase): People => {
  const known = new Map((raw.people ?? []).map((p) => [p.id, personLine(p)]));
  return (id) => known.get(id) ?? { id, ...nobody };
};

const askView = (a: RawAsk, terms: Terms, people: People, mine: boolean): AskView => ({
  id: a.id, expert: people(a.expert), seat: a.seat, reasons: mine ? ownReasonViews(a.reasons, terms) : a.reasons.map((r) => reasonView(r, terms)), state: stateOf(a), askedAt: a.askedAt, acceptBy: a.acceptBy, answerBy: a.answerBy,
  handedTo: a.handedTo ? people(a.handedTo) : null, handedNote: a.handedNote,
});

export const phaseOf = (c: Pick<RawCase, 'withdrawnAt' | 'closedAt' | 'decision' | 'postedAt'>): Phase =>
  c.withdrawnAt ? 'withdrawn' : c.closedAt ? 'closed' : c.decision ? 'decided' : c.postedAt ? 'posted' : 'draft';

const opinionViews = (c: RawCase, viewerId: string, people: People): OpinionView[] => {
  const views: OpinionView[] = [];
  for (const o of c.opinions) {
    const version: OpinionVersion = { id: o.id, version: o.version, lang: o.lang, body: o.body, texts: o.texts, beforeDecision: o.beforeDecision, at: o.at };
    const known = views.find((v) => v.askId === o.askId);
    if (known) known.versions.push(version);
    else views.push({ askId: o.askId, author: people(o.author), seat: o.seat, mine: o.author === viewerId, versions: [version] });
  }
  // Two versions of one moment stand in the order in which they were given.
  for (const { versions } of views) versions.sort((a, b) => a.version - b.version);
  return views;
};

/** `raw` is what the database let this viewer have (app.case_page); `viewerId` and roles decide the rest. */
export const presentCase = (raw: RawCase, viewer: { id: string; seesCases: boolean; steward: boolean; coordinator: boolean }, terms: Terms): CaseView => {
  const people = peopleOf(raw);
  const phase = phaseOf(raw);
  const isMine = raw.standing === 'asker';
  const mine = isMine ? undefined : raw.asks.find((a) => a.expert === viewer.id && !a.cancelledAt);
  const at: Standpoint = {
    phase, hidden: raw.hidden, audience: raw.audience, isAsker: isMine, hasGiven: raw.hasGiven, unmasked: raw.unmaskings.length > 0,
    ask: mine ? (mine.answeredAt ? 'answered' : mine.declinedAt ? 'declined' : 'open') : null,
  };
  const can = (act: Parameters<typeof may>[1]): boolean => may({ ...viewer, id: viewer.id as never }, act, at);
  const sealed = raw.standing === 'sealed' || !can('read-opinions');
  return {
    id: raw.id, lang: raw.lang, kind: raw.kind, urgency: raw.urgency, audience: raw.audience, hidden: raw.hidden, version: raw.version,
    phase, standing: raw.standing, isMine,
    asker: raw.asker ? people(raw.asker) : null,
    fields: raw.fields, topics: (raw.fields.topics ?? []).map((id) => ({ id, ...terms(id) })), texts: raw.texts,
    postedAt: raw.postedAt, editedAt: raw.editedAt, decideBy: raw.decideBy, withdrawnAt: raw.withdrawnAt, closedAt: raw.closedAt,
    plan: raw.plan ?? (sealed && !isMine ? 'sealed' : null),
    runs: raw.runs.map((r) => runView(r, raw.objects)),
    marks: raw.marks.map((m) => ({
      id: m.id, runId: m.runId, by: m.adviserId, frame: m.frame, shape: m.shape, points: m.points, note: m.note, details: m.details,
      // A mark drawn before the name was hidden was kept by the minute.
      at: (raw.hidden && m.adviserId === null ? hourOf(new Date(m.at)) : new Date(m.at)).toISOString(),
    })),
    myAsk: mine ? askView(mine, terms, people, true) : null,
    asks: can('read-asks') ? raw.asks.map((a) => askView(a, terms, people, false)) : [],
    opinionsGiven: Number(raw.opinionsGiven),
    opinions: sealed ? 'sealed' : opinionViews(raw, viewer.id, people),
    draft: raw.draft ? { askId: raw.draft.askId, content: raw.draft.body, version: raw.draft.version, at: raw.draft.at } : null,
    remarks: raw.remarks.map((r) => ({ id: r.id, author: r.adviser ? people(r.adviser) : raw.asker ? people(raw.asker) : null, byAsker: !r.adviser, lang: r.lang, texts: r.texts, pointer: r.pointer, at: r.at })),
    decision: raw.decision, outcomes: raw.outcomes, unmaskings: raw.unmaskings,
    may: {
      edit: can('edit'), post: can('post'), withdraw: can('withdraw'), ask: can('ask'), answerAsk: can('answer-ask'), giveOpinion: can('give-opinion') && !raw.hasGiven,
      revise: can('give-opinion') && raw.hasGiven, remark: can('remark'), mark: can('mark'), decide: can('decide'), close: can('close'), tellOutcome: can('tell-outcome'), addRun: can('add-run'),
    },
  };
};
