// People one may know: those with whom one has the most in common in ties. Someone tied with hundreds says little about any two of them.

import { type Graph, placeIn, type Row, rowOf } from './graph.ts';

/** A row longer than this is no evidence that two of its people know each other. */
const TOO_MANY = 200;
/** Of one's own ties, the strongest of so many are followed. */
const MOST_FOLLOWED = 150;

export type MayKnow = { readonly person: number; readonly common: number };

/** Of a long row the places of its strongest ties, equal ones by number; of a short one all. */
function strongest(graph: Graph, { code }: Row): readonly number[] {
  const places = Array.from(code, (_, at) => at);
  if (places.length <= MOST_FOLLOWED) return places;
  const strength = (at: number): number => graph.strengths[code[at] as number] as number;
  return places.sort((a, b) => strength(b) - strength(a) || a - b).slice(0, MOST_FOLLOWED);
}

/** Keeps the best `most` in order: more in common first, then by number. */
const keep = (best: MayKnow[], one: MayKnow, most: number): void => {
  let at = best.length;
  while (at > 0 && ((best[at - 1] as MayKnow).common < one.common || ((best[at - 1] as MayKnow).common === one.common && (best[at - 1] as MayKnow).person > one.person))) at--;
  if (at < most) best.splice(at, 0, one);
  if (best.length > most) best.pop();
};

/** Sum over the people in common of both strengths, divided by how many that person is tied with; the strongest `most`, equal ones by number. */
export const mayKnowFinder = (graph: Graph): ((person: number, willing: (person: number) => boolean, most: number) => MayKnow[]) => {
  const sums = new Float32Array(graph.people);
  return (person, willing, most) => {
    const own = rowOf(graph, person);
    const met: number[] = [];
    for (const at of strongest(graph, own)) {
      const row = rowOf(graph, own.to[at] as number);
      if (row.to.length > TOO_MANY || !willing(own.to[at] as number)) continue;
      const share = (graph.strengths[own.code[at] as number] as number) / row.to.length;
      for (let n = 0; n < row.to.length; n++) {
        const other = row.to[n] as number;
        if (sums[other] === 0) met.push(other);
        sums[other] = (sums[other] as number) + share * (graph.strengths[row.code[n] as number] as number);
      }
    }
    const best: MayKnow[] = [];
    for (const other of met) {
      const common = sums[other] as number;
      sums[other] = 0;
      const worst = best.length < most ? -1 : (best[best.length - 1] as MayKnow).common;
      if (common >= worst && other !== person && willing(other) && placeIn(own, other) < 0) keep(best, { person: other, common }, most);
    }
    return best;
  };
};
