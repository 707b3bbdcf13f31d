// What is shown of a thing that was found.

import type { CaseLine } from './case-line.ts';

/** `title` and `detail` in both languages; an empty one is left out. Of a case more is known (see `case`). */
export type HitLine = {
  readonly kind: string; readonly id: string; readonly href: string;
  readonly titleEn: string; readonly titleFa: string;
  readonly detailEn: string; readonly detailFa: string;
  readonly case?: CaseLine;
};

export type Concept = { readonly id: string; readonly nameEn: string; readonly nameFa: string };
/** `as`: the concepts by which it was found, where its own words need not be those that were typed. `part`: where in a case. */
export type Hit = HitLine & { readonly as: readonly Concept[]; readonly part: 'story' | 'outcome' | 'opinions' | 'talk' | 'whole' };
/** An abbreviation with several readings: concepts to choose, and senses that are no concept, to be searched for in words. */
export type Choice = { readonly text: string; readonly concepts: readonly Concept[]; readonly senses: readonly string[] };
export type Found = {
  readonly q: string;
  readonly kinds: readonly { readonly kind: string; readonly hits: readonly Hit[]; /** There are more of this kind. */ readonly more: boolean }[];
  readonly choices: readonly Choice[];
  /** Concepts that the words were understood to mean. */
  readonly understood: readonly Concept[];
};
export type SimilarCase = HitLine & { readonly shared: readonly { readonly key: string; readonly value: string }[]; readonly topics: readonly Concept[] };
