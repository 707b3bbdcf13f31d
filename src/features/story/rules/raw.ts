// The shape of what app.case_page and its kin return (db/migrations/0007_one_reading.sql, 0004_pages.sql). Never sent as it is.

import type { CaseFields, TextsByLang } from '#features/cases/rules/wire.ts';
import type { Standing } from '#features/cases/rules/policy.ts';
import type { OpinionBody, OpinionTexts } from '#features/opinions/rules/wire.ts';
import type { Locale } from '#kernel/locale.ts';
import type { MarkDetails, MarkShape } from './measure/marked.ts';

export type RawPerson = {
  id: string; title: string; stage: string; givenEn: string; familyEn: string; givenFa: string; familyFa: string;
  institutionEn: string | null; institutionFa: string | null; cityEn: string | null; cityFa: string | null;
};
export type RawRun = {
  id: string; kind: 'xa' | 'us' | 'still'; label: string; position: number; sidecar: Record<string, unknown>;
};
export type RawObject = { id: string; runId: string; tier: 't0' | 't1' | 't2'; mediaType: string; bytes: number | string };
export type RawReason = { key: string; concept?: string; n?: number; pieces?: string[] };
export type RawAsk = {
  id: string; expert: string; seat: string; reasons: RawReason[]; askedAt: string; acceptBy: string; answerBy: string;
  seenAt: string | null; acceptedAt: string | null; declinedAt: string | null; handedTo: string | null; handedNote: string;
  answeredAt: string | null; expiredAt: string | null; cancelledAt: string | null; releasedAt: string | null;
};
type EndTexts = Partial<Record<Locale, { text?: string; thanks?: string }>>;
/** People stand once under `people`; `asker`, `expert`, `author`, `adviser` and `handedTo` are their ids. */
export type RawCase = {
  id: string; lang: Locale; kind: string; urgency: 'elective' | 'urgent' | 'emergency'; audience: 'people' | 'node'; hidden: boolean;
  fields: CaseFields; texts: TextsByLang; decideBy: string | null; version: number; editedAt: string; startedAt: string;
  standing: Standing; hasGiven: boolean; postedAt: string | null; withdrawnAt: string | null; closedAt: string | null;
  people: RawPerson[] | null;
  asker: string | null; plan: { texts: Partial<Record<Locale, string>>; at: string } | null; runs: RawRun[]; objects: RawObject[];
  marks: { id: string; runId: string; adviserId: string | null; frame: number; shape: MarkShape; points: number[]; note: string; details: MarkDetails; at: string }[];
  asks: RawAsk[]; opinionsGiven: number | string;
  opinions: { id: string; askId: string; author: string; seat: string; version: number; lang: Locale; body: OpinionBody; texts: Partial<Record<Locale, OpinionTexts>>; beforeDecision: boolean; at: string }[];
  draft: { askId: string; body: unknown; version: number; at: string } | null;
  remarks: { id: string; adviser: string | null; lang: Locale; texts: Partial<Record<Locale, string>>; pointer: { runId: string; frame: number; markId?: string } | null; at: string }[];
  decision: { choice: string; texts: EndTexts; followed: string[]; at: string } | null;
  outcomes: { moment: 'hospital' | 'd30' | 'y1'; dueOn: string; result: string | null; details: Record<string, unknown>; texts: EndTexts; at: string | null }[];
  unmaskings: { at: string; reason: string }[];
};
export type RawLine = {
  id: string; lang: Locale; kind: string; urgency: 'elective' | 'urgent' | 'emergency'; hidden: boolean; topics: string[] | null;
  texts: Partial<Record<Locale, { title: string | null; question: string | null }>>; decideBy: string | null; editedAt: string; standing: Standing;
  asker: RawPerson | null; postedAt: string | null; withdrawnAt: string | null; decidedAt: string | null; closedAt: string | null;
  opinionsGiven: number | string; asksSent: number | string; outcomes: { moment: 'hospital' | 'd30' | 'y1'; dueOn: string; result: string | null; at: string | null }[];
};
export type RawHome = {
  asks: { ask: { id: string; seat: string; reasons: RawReason[]; askedAt: string; acceptBy: string; answerBy: string; seenAt: string | null; acceptedAt: string | null; expiredAt: string | null }; case: RawLine }[];
  drafts: RawLine[]; open: RawLine[];
  due: { moment: 'hospital' | 'd30' | 'y1'; dueOn: string; case: RawLine }[];
  ended: { moment: 'hospital' | 'd30' | 'y1'; result: string; at: string; texts: EndTexts; case: RawLine }[];
};
