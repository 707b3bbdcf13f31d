// A sponsorship as one of the two sees it. The senior sees what fits and may be handed on; the junior sees who thinks of them, never what was weighed.

import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import type { OpportunityLine } from '#features/opportunities/rules/present.ts';
import type { Wants } from '#features/opportunities/rules/wants.ts';
import type { Locale } from '#kernel/locale.ts';
import { may, proposalEnds, type Side, type Standpoint, stateOf } from './policy.ts';
import type { Brief } from './wire.ts';

export type SponsorshipRow = {
  id: string; otherId: string; side: Exclude<Side, null>; mine: boolean; proposedAt: Date; agreedAt: Date | null; endedAt: Date | null; endedByMe: boolean; refused: boolean;
  brief: Brief | null; briefLang: Locale | null; briefVersion: number | null; briefAt: Date | null;
  goals: { id: string; mine: boolean; lang: Locale; text: string; dueOn: string | null; doneAt: string | null }[];
  reminder: { dueOn: string; note: string } | null;
  cases: ThoughtCase[];
};
export type ThoughtCase = { readonly caseId: string; readonly title: string; readonly lang: Locale; readonly note: string; readonly noteLang: Locale; readonly day: string };
/** Why it fits: the wishes of the brief that it was held against. */
export type Fit = { readonly opportunity: OpportunityLine; readonly because: readonly (keyof Wants)[]; readonly handed: boolean };
export type FittingCase = { readonly caseId: string; readonly title: string; readonly lang: Locale; readonly topic: string };
export type SponsorshipView = {
  readonly id: string; readonly person: PersonLine; readonly side: 'senior' | 'junior'; readonly state: 'stands' | 'to-answer' | 'proposed'; readonly until: string | null;
  readonly brief: { readonly body: Brief; readonly lang: Locale; readonly version: number; readonly day: string } | null;
  readonly goals: SponsorshipRow['goals']; readonly reminder: SponsorshipRow['reminder']; readonly cases: readonly ThoughtCase[];
  readonly fits: readonly Fit[]; readonly fittingCases: readonly FittingCase[];
};
export type SponsorshipsView = { readonly juniors: readonly SponsorshipView[]; readonly seniors: readonly SponsorshipView[] };

export const standpointOf = (row: Pick<SponsorshipRow, 'side' | 'mine' | 'agreedAt' | 'endedAt' | 'endedByMe'>): Standpoint => ({ side: row.side, state: stateOf(row), mine: row.mine, endedByMe: row.endedByMe });

export type Found = { readonly fits: readonly Fit[]; readonly cases: readonly FittingCase[] };
const nothing: Found = { fits: [], cases: [] };

export const presentSponsorship = (row: SponsorshipRow, line: LineRow, found: Found = nothing): SponsorshipView => {
  const at = standpointOf(row);
  return {
    id: row.id, person: presentLine(line), side: row.side, state: at.state === 'stands' ? 'stands' : row.mine ? 'proposed' : 'to-answer',
    until: at.state === 'proposed' ? proposalEnds(row.proposedAt).toISOString().slice(0, 10) : null,
    brief: may('read-brief', at) && row.brief && row.briefLang && row.briefAt ? { body: row.brief, lang: row.briefLang, version: row.briefVersion ?? 1, day: row.briefAt.toISOString().slice(0, 10) } : null,
    goals: row.goals, reminder: row.reminder, cases: row.cases,
    fits: may('think-of', at) ? found.fits : [], fittingCases: may('think-of', at) ? found.cases : [],
  };
};

/** The wishes that were named, in the order of the form: what "it fits because" lists. */
export const named = (wants: Wants): (keyof Wants)[] =>
  (['types', 'topics', 'countries', 'from', 'to', 'funded', 'handsOn', 'myPassport', 'housing'] as const).filter((key) => {
    const wish = wants[key];
    return Array.isArray(wish) ? wish.length > 0 : Boolean(wish);
  });
