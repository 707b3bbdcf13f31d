// Rows of lists and the home page, as one viewer sees them.

import type { Standing, Phase } from '#features/cases/rules/policy.ts';
import type { Both, Locale } from '#kernel/locale.ts';
import { personLine, type PersonLine, type ReasonView, ownReasonViews, type Terms } from './present.ts';
import type { RawHome, RawLine } from './raw.ts';

export type CaseLine = {
  id: string; lang: Locale; kind: string; urgency: 'elective' | 'urgent' | 'emergency'; hidden: boolean; topics: Both[];
  title: Partial<Record<Locale, string>>; question: Partial<Record<Locale, string>>;
  phase: Phase; standing: Standing; asker: PersonLine | null; postedAt: string | null; decideBy: string | null; editedAt: string;
  decidedAt: string | null; closedAt: string | null; opinionsGiven: number; asksSent: number;
  outcomes: { moment: 'hospital' | 'd30' | 'y1'; dueOn: string; result: string | null; at: string | null }[];
};
export type AskLine = { id: string; seat: string; reasons: ReasonView[]; askedAt: string; acceptBy: string; answerBy: string; seenAt: string | null; acceptedAt: string | null; expiredAt: string | null };
export type HomeView = {
  asks: { ask: AskLine; case: CaseLine }[]; drafts: CaseLine[]; open: CaseLine[];
  due: { moment: 'hospital' | 'd30' | 'y1'; dueOn: string; case: CaseLine }[];
  ended: { moment: 'hospital' | 'd30' | 'y1'; result: string; at: string; texts: Partial<Record<Locale, { text?: string; thanks?: string }>>; case: CaseLine }[];
};

const both = (texts: RawLine['texts'], key: 'title' | 'question'): Partial<Record<Locale, string>> => ({
  ...(texts.en?.[key] ? { en: texts.en[key] } : {}),
  ...(texts.fa?.[key] ? { fa: texts.fa[key] } : {}),
});

export const caseLine = (r: RawLine, terms: Terms): CaseLine => ({
  id: r.id, lang: r.lang, kind: r.kind, urgency: r.urgency, hidden: r.hidden, topics: (r.topics ?? []).map(terms), title: both(r.texts, 'title'), question: both(r.texts, 'question'),
  phase: r.withdrawnAt ? 'withdrawn' : r.closedAt ? 'closed' : r.decidedAt ? 'decided' : r.postedAt ? 'posted' : 'draft',
  standing: r.standing, asker: r.asker ? personLine(r.asker) : null, postedAt: r.postedAt, decideBy: r.decideBy, editedAt: r.editedAt,
  decidedAt: r.decidedAt, closedAt: r.closedAt, opinionsGiven: Number(r.opinionsGiven), asksSent: r.standing === 'asker' ? Number(r.asksSent) : 0, outcomes: r.outcomes,
});

export const homeView = (raw: RawHome, terms: Terms): HomeView => {
  const line = (r: RawLine): CaseLine => caseLine(r, terms);
  return {
    asks: raw.asks.map(({ ask, case: c }) => ({ ask: { ...ask, reasons: ownReasonViews(ask.reasons, terms) }, case: line(c) })),
    drafts: raw.drafts.map(line), open: raw.open.map(line),
    due: raw.due.map((d) => ({ ...d, case: line(d.case) })),
    ended: raw.ended.map((e) => ({ moment: e.moment, result: e.result, at: e.at, texts: e.texts, case: line(e.case) })),
  };
};
