// A case as it is being written: what GET /api/cases/:id says of it, and what PUT takes.

import type { Both, Locale } from '#kernel/locale.ts';
import type { CaseFields, SaveCase, TextsByLang } from '../../rules/wire.ts';

export type Content = Omit<SaveCase, 'version'>;

export type RunOfCase = { readonly id: string; readonly label: string; readonly primaryAngle: number | null; readonly secondaryAngle: number | null; readonly t0: { readonly url: string } | null };

/** What this page reads of a CaseView. */
export type CaseForEdit = {
  readonly id: string; readonly lang: Locale; readonly kind: Content['kind']; readonly urgency: Content['urgency']; readonly audience: Content['audience']; readonly hidden: boolean;
  readonly version: number; readonly phase: string; readonly editedAt: string; readonly decideBy: string | null;
  readonly fields: CaseFields; readonly topics: readonly (Both & { readonly id: string })[]; readonly texts: TextsByLang;
  readonly plan: { readonly texts: Partial<Record<Locale, string>>; readonly at: string } | 'sealed' | null;
  readonly runs: readonly RunOfCase[];
  readonly may: { readonly edit: boolean; readonly addRun: boolean };
};

const planOf = (c: CaseForEdit): Pick<Content, 'plan'> => {
  if (c.phase !== 'draft') return {};
  return { plan: c.plan !== null && c.plan !== 'sealed' ? { ...c.plan.texts } : {} };
};

export const contentOf = (c: CaseForEdit): Content => ({
  lang: c.lang, kind: c.kind, urgency: c.urgency, audience: c.audience, hidden: c.hidden, decideBy: c.decideBy, fields: c.fields, texts: c.texts, ...planOf(c),
});

/** A draft that the node does not know yet. */
export const freshCase = (id: string, lang: Locale, now: Date): CaseForEdit => ({
  id, lang, kind: 'consult', urgency: 'elective', audience: 'people', hidden: false, version: 1, phase: 'draft', editedAt: now.toISOString(), decideBy: null,
  fields: {}, topics: [], texts: {}, plan: null, runs: [], may: { edit: true, addRun: true },
});

/** The id under which the first write of a draft waits, so that what is typed upon it can wait for it. */
export const startOf = (caseId: string): string => `start-${caseId}`;
/** A draft of this device that was opened and never written in is taken again: tapping "Ask" twice leaves one draft. */
export const blankKey = (personId: string): string => `blank-${personId}`;
/** Where the exact age is kept: on this device only. */
export const ageKey = (caseId: string): string => `age-${caseId}`;
/** The id of the missing list's heading. */
export const MISSING = 'missing';
