// A first, simple suggestion list: pure, explained, never across a rule. Full routing replaces the score, not the rules.

export type Candidate = {
  readonly id: string;
  readonly institutionId: string | null;
  readonly cityId: string | null;
  readonly languages: readonly string[];
  readonly expertise: readonly { concept: string; level: 'learning' | 'independent' | 'reference'; casesPerYear: number | null }[];
  readonly seesCases: boolean;
  readonly onLeave: boolean;
  readonly weeklyCap: number;
  readonly askedThisWeek: number;
  readonly conflict: boolean;
  readonly alreadyAsked: boolean;
};
export type SuggestFor = { readonly topics: readonly string[]; readonly institutionId: string | null; readonly cityId: string | null; readonly languages: readonly string[] };
export type Rule = 'unverified' | 'own-institution' | 'own-city' | 'no-common-language' | 'on-leave' | 'at-cap' | 'conflict' | 'already-asked';

export type Reason = { readonly key: 'topic' | 'parent-topic' | 'volume' | 'reference'; readonly concept?: string; readonly n?: number };
export type Suggestion = { readonly personId: string; readonly score: number; readonly reasons: readonly Reason[] };

/** The first hard rule that leaves someone out, or null. */
export const leftOutBy = (one: Candidate, wanted: SuggestFor): Rule | null => {
  if (!one.seesCases) return 'unverified';
  if (one.alreadyAsked) return 'already-asked';
  if (one.conflict) return 'conflict';
  if (one.institutionId !== null && one.institutionId === wanted.institutionId) return 'own-institution';
  if (one.cityId !== null && one.cityId === wanted.cityId) return 'own-city';
  if (wanted.languages.length > 0 && !one.languages.some((l) => wanted.languages.includes(l))) return 'no-common-language';
  if (one.onLeave) return 'on-leave';
  if (one.askedThisWeek >= one.weeklyCap) return 'at-cap';
  return null;
};

const levels = { learning: 0.4, independent: 0.8, reference: 1 } as const;

/** Nearness of one concept to another by their dotted ids: 1 the same, halved for each step up; 0 when unrelated. */
export const nearness = (have: string, wanted: string): number => {
  if (have === wanted) return 1;
  if (have.startsWith(`${wanted}.`)) return 0.75;
  if (!wanted.startsWith(`${have}.`)) return 0;
  return 0.5 ** (wanted.split('.').length - have.split('.').length);
};

const fit = (one: Candidate, wanted: SuggestFor): Suggestion => {
  const reasons: Reason[] = [];
  let score = 0;
  for (const topic of wanted.topics) {
    let best = 0;
    let why: Reason[] = [];
    for (const e of one.expertise) {
      const near = nearness(e.concept, topic);
      const volume = e.casesPerYear === null ? 0 : Math.min(1, e.casesPerYear / 100) * 0.25;
      const worth = near * (levels[e.level] + volume);
      if (worth <= best) continue;
      best = worth;
      why = [{ key: near === 1 ? 'topic' : 'parent-topic', concept: e.concept },
        ...(e.level === 'reference' ? [{ key: 'reference' as const, concept: e.concept }] : []),
        ...(e.casesPerYear ? [{ key: 'volume' as const, concept: e.concept, n: e.casesPerYear }] : [])];
    }
    score += best;
    reasons.push(...why.filter((w) => !reasons.some((r) => r.key === w.key && r.concept === w.concept)));
  }
  return { personId: one.id, score: Math.round(score * 1000) / 1000, reasons: reasons.slice(0, 4) };
};

/** Best first; equal scores by id, so that the same people in any order give the same list. */
export const suggest = (people: readonly Candidate[], wanted: SuggestFor, limit = 8): { suggestions: Suggestion[]; leftOut: Partial<Record<Rule, number>> } => {
  const leftOut: Partial<Record<Rule, number>> = {};
  const fits: Suggestion[] = [];
  for (const one of people) {
    const rule = leftOutBy(one, wanted);
    if (rule) { leftOut[rule] = (leftOut[rule] ?? 0) + 1; continue; }
    const f = fit(one, wanted);
    if (f.score > 0) fits.push(f);
  }
  fits.sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1));
  return { suggestions: fits.slice(0, limit), leftOut };
};
