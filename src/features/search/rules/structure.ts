// What a case is made of, as terms of the index: similar cases are those that share the rarer of them. Terms begin with '=', as no word does.

import type { CaseFields, Lesion } from '#features/cases/rules/wire.ts';

/** One trait of a case; `value` as the fields hold it. */
export type Trait = { readonly key: 'medina' | 'calcification' | 'segment' | 'occlusion' | 'presentation' | 'scai' | 'left-main' | 'graft'; readonly value: string };

const LEFT_MAIN = '5';

const ofLesion = ({ segments, medina, calcification, totalOcclusion }: Lesion): Trait[] => [
  ...segments.flatMap((segment): Trait[] => (segment.startsWith('graft:') ? [{ key: 'graft', value: 'yes' }] : [{ key: 'segment', value: segment }])),
  ...(segments.includes(LEFT_MAIN) ? [{ key: 'left-main', value: 'yes' } as const] : []),
  ...(medina === undefined ? [] : [{ key: 'medina', value: medina } as const]),
  ...(calcification === 'moderate' || calcification === 'heavy' ? [{ key: 'calcification', value: calcification } as const] : []),
  ...(totalOcclusion === undefined ? [] : [{ key: 'occlusion', value: 'total' } as const]),
];

/** Each trait once, in the order of the form. */
export const traitsOf = ({ lesions = [], presentation, scai }: CaseFields): Trait[] => {
  const all = [
    ...lesions.flatMap(ofLesion),
    ...(presentation === undefined ? [] : [{ key: 'presentation', value: presentation } as const]),
    ...(scai === undefined ? [] : [{ key: 'scai', value: scai } as const]),
  ];
  return [...new Map(all.map((trait) => [traitTerm(trait), trait])).values()];
};

export const traitTerm = ({ key, value }: Trait): string => `=${key}:${value}`;

/** «مدینا ۱٬۱٬۱», "Medina 1,1,1": the only trait that is typed by its figures. */
export const typedTraits = (latin: string): Trait[] =>
  [...latin.matchAll(/(?<!\d)([01])\s*[,٬،.-]\s*([01])\s*[,٬،.-]\s*([01])(?!\d)/g)].map(([, a, b, c]) => ({ key: 'medina', value: `${a},${b},${c}` }));
