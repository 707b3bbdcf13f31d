// What a case still lacks before it can go, and what an expert would ask for next. Updates as one types; the same rule refuses on the node.

import type { CaseFields, SaveCase } from './wire.ts';
import { askedFor, shelfFor } from './vocabulary.ts';

export type Lack = { readonly field: string; readonly must: boolean };

type Told = Pick<SaveCase, 'lang' | 'urgency' | 'decideBy' | 'fields' | 'texts'>;

const musts: readonly [field: string, told: (f: CaseFields, c: Told) => unknown][] = [
  ['title', (_, c) => c.texts[c.lang]?.title?.trim()],
  ['question', (_, c) => c.texts[c.lang]?.question?.trim()],
  ['topics', (f) => f.topics?.length],
  ['ageBand', (f) => f.ageBand],
  ['sex', (f) => f.sex],
  ['presentation', (f) => f.presentation],
  ['symptoms', (f) => f.ccs ?? f.nyha ?? f.killip ?? f.scai],
  ['lvefPct', (f) => f.lvefPct],
  ['creatinine', (f) => f.creatinine],
  ['comorbidity', (f) => Object.keys(f.comorbidity ?? {}).length],
  ['findings', (f, c) => (f.lesions?.length ?? 0) || f.noLesion || c.texts[c.lang]?.findings?.trim()],
  ['shelf', (f) => Object.values(f.shelf ?? {}).length],
  ['decideBy', (_, c) => c.decideBy],
];

const answered = (f: CaseFields, wanted: string): boolean => {
  const lesions = f.lesions ?? [];
  switch (wanted) {
    case 'medina': return lesions.some((l) => l.medina !== undefined);
    case 'rentrop': return lesions.some((l) => l.rentrop !== undefined);
    case 'collateralCc': return lesions.some((l) => l.collateralCc !== undefined);
    case 'tortuosity': return lesions.some((l) => l.tortuosity !== undefined);
    case 'occlusionLength': return lesions.some((l) => l.lengthMm !== undefined);
    case 'thrombus': return lesions.some((l) => l.thrombus !== undefined);
    case 'timi': case 'flow': return lesions.some((l) => l.timi !== undefined);
    case 'diabetes': return f.comorbidity?.diabetes !== undefined;
    case 'dominance': return f.dominance !== undefined;
    case 'scai': return f.scai !== undefined;
    case 'syntax': case 'euroscore2': return f.scores?.some((s) => s.id === wanted) ?? false;
    case 'jcto': return f.scores?.some((s) => s.id === 'j-cto') ?? false;
    default: return f.more?.[wanted] !== undefined && f.more[wanted] !== '';
  }
};

/** Musts first, then what an expert would ask for next, at most eight of those. */
export const lacks = (c: Told): Lack[] => {
  const f = c.fields;
  const must = musts.filter(([, told]) => !told(f, c)).map(([field]) => ({ field, must: true }));
  const next = [
    ...askedFor(f.topics ?? []).filter((wanted) => !answered(f, wanted)).map((wanted) => `more.${wanted}`),
    ...(c.texts[c.lang]?.experience?.trim() ? [] : ['experience']),
    ...shelfFor(f.topics ?? []).filter((item) => f.shelf?.[item] === undefined).map((item) => `shelf.${item}`),
    ...(f.hb === undefined ? ['hb'] : []),
    ...(f.weightKg === undefined ? ['weightKg'] : []),
  ];
  return [...must, ...next.slice(0, 8).map((field) => ({ field, must: false }))];
};
