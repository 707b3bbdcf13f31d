// Why someone is suggested or was asked: keys and facts, from which words make sentences. A reason speaks of the expert's side alone.

import type { Known } from './evidence.ts';
import type { Asked } from './route-input.ts';
import type { Values } from './score.ts';
import { focusOf } from './score.ts';
import { evidenceOf, type Question } from './score-evidence.ts';

/** The first four are as old as stored asks. `pieces` are ids of the evidence a reason stands on. */
export type ReasonKey = 'topic' | 'parent-topic' | 'volume' | 'reference' | 'answered-like-this' | 'in-time' | 'active' | 'tie' | 'room' | 'explores' | 'widened';
export type Reason = { readonly key: ReasonKey; readonly concept?: string; readonly n?: number; readonly pieces?: readonly string[] };

const mostFocus = 3;

const focusReasons = (known: Known, asked: Asked): Reason[] => {
  const told = new Set<string>();
  const ranked = [...focusOf(asked, known.person).fits].sort((a, b) => b.near - a.near || (a.focus.concept < b.focus.concept ? -1 : 1));
  return ranked.flatMap(({ focus, near }) => {
    if (told.has(focus.concept) || told.size === mostFocus) return [];
    told.add(focus.concept);
    return [
      { key: near >= 0.75 ? 'topic' as const : 'parent-topic' as const, concept: focus.concept },
      ...(focus.level === 'reference' ? [{ key: 'reference' as const, concept: focus.concept }] : []),
      ...(focus.casesPerYear ? [{ key: 'volume' as const, concept: focus.concept, n: focus.casesPerYear }] : []),
    ];
  });
};

const evidenceReasons = (known: Known, q: Question): Reason[] => {
  const { best } = evidenceOf(q, known);
  const byConcept = new Map<string, string[]>();
  for (const { piece } of best) {
    const concept = [...piece.piece.concepts].map(({ id }) => ({ id, worth: q.ofConcept.get(id)?.worth ?? 0 })).filter(({ worth }) => worth > 0)
      .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))[0]?.id ?? '';
    byConcept.set(concept, [...(byConcept.get(concept) ?? []), piece.piece.id]);
  }
  return [...byConcept].map(([concept, pieces]) => ({ key: 'answered-like-this' as const, ...(concept === '' ? {} : { concept }), pieces, n: pieces.length }));
};

export const reasonsOf = (known: Known, asked: Asked, q: Question, values: Values): Reason[] => {
  const { answers } = known.person;
  return [
    ...focusReasons(known, asked),
    ...evidenceReasons(known, q),
    ...(answers !== null && answers.asked >= 3 && values.answers >= 0.7 ? [{ key: 'in-time' as const, n: answers.inTime }] : []),
    ...(values.activity >= 0.25 ? [{ key: 'active' as const }] : []),
    ...(values.tie > 0 ? [{ key: 'tie' as const }] : []),
  ];
};
