// Why someone is suggested or was asked: keys and facts, from which words make sentences. A reason speaks of the expert's side alone.

import type { Known } from './evidence.ts';
import type { Policy } from './policy.ts';
import type { Asked } from './route-input.ts';
import type { Values } from './score.ts';
import { focusOf } from './score.ts';
import { evidenceOf, type Question } from './score-evidence.ts';

/** The first four are as old as stored asks. `pieces` are ids of the cases a reason stands on. */
export type ReasonKey = 'topic' | 'parent-topic' | 'volume' | 'reference' | 'answered-like-this' | 'case-like-this' | 'named-for' | 'in-time' | 'active' | 'tie' | 'explores' | 'widened';
export type Reason = { readonly key: ReasonKey; readonly concept?: string; readonly n?: number; readonly pieces?: readonly string[] };

const mostFocus = 3;

/** What was declared, what fits the heaviest topic most first; each with its level and its cases a year. */
const focusReasons = (known: Known, asked: Asked, policy: Policy): Reason[][] => {
  const told = new Set<string>();
  const ranked = [...focusOf(asked, known.person, policy).fits].sort((a, b) => b.near * b.weight - a.near * a.weight || (a.focus.concept < b.focus.concept ? -1 : 1));
  return ranked.flatMap(({ focus, near }): Reason[][] => {
    if (told.has(focus.concept) || told.size === mostFocus) return [];
    told.add(focus.concept);
    return [[
      { key: near >= 0.75 ? 'topic' : 'parent-topic', concept: focus.concept },
      ...(focus.level === 'reference' ? [{ key: 'reference' as const, concept: focus.concept }] : []),
      ...(focus.casesPerYear ? [{ key: 'volume' as const, concept: focus.concept, n: focus.casesPerYear }] : []),
    ]];
  });
};

const ofKind = { opinion: 'answered-like-this', case: 'case-like-this', naming: 'named-for', publication: null, procedures: null } as const;

/** The best pieces by what they have in common with the case. A piece that shares words alone explains nothing to a reader. */
const evidenceReasons = (known: Known, q: Question): Reason[] => {
  const found = new Map<string, { key: ReasonKey; concept: string; pieces: string[] }>();
  for (const { piece: { piece } } of evidenceOf(q, known).best) {
    const key = ofKind[piece.kind];
    const concept = [...piece.concepts].map(({ id }) => ({ id, worth: q.ofConcept.get(id)?.worth ?? 0 })).filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))[0]?.id;
    if (key === null || concept === undefined) continue;
    const one = found.get(key + concept) ?? { key, concept, pieces: [] };
    if (piece.kind !== 'naming') one.pieces.push(piece.id);
    found.set(key + concept, one);
  }
  return [...found.values()].map(({ pieces, ...one }) => ({ ...one, ...(pieces.length > 0 ? { pieces } : {}) }));
};

/** What weighs most first: the nearest field, what was done here, habits; then the other fields. */
export const reasonsOf = (known: Known, asked: Asked, q: Question, values: Values): Reason[] => {
  const { answers } = known.person;
  const [nearest = [], ...others] = focusReasons(known, asked, q.policy);
  return [
    ...nearest, ...evidenceReasons(known, q),
    ...(answers !== null && answers.asked >= 2 && answers.inTime / answers.asked >= 0.7 ? [{ key: 'in-time' as const }] : []),
    ...(values.activity >= 0.25 ? [{ key: 'active' as const }] : []),
    ...(values.tie > 0 ? [{ key: 'tie' as const }] : []),
    ...others.flat(),
  ];
};

/** What may be kept with an ask: of a hidden asker's case nothing that hangs on the asker or on who else could be asked. */
export const keptReasons = (reasons: readonly Reason[], hidden: boolean): Reason[] =>
  reasons.filter(({ key }) => !hidden || (key !== 'tie' && key !== 'explores' && key !== 'widened')).slice(0, 6);
