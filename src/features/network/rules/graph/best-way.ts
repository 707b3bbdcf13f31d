// The best way through the rows of a graph: the same answer as `bestWay` of `../paths.ts`, which is its reference, and as `app.best_way`.
// Middle people next to each end are taken best first; a search stops where even a sure tie between them could not be better.

import { type Graph, placeIn, type Row, rowOf } from './graph.ts';

/** How many more requests a middle person would take: 0, 1 or 2. */
export type FreeAt = (person: number, place: 'first' | 'second') => number;
export type NumberedWay = {
  readonly first: number;
  readonly second: number | null;
  readonly end: number;
  readonly strengths: readonly number[];
  readonly free: readonly number[];
  readonly weight: number;
};

/** Middle people next to one end, best first. A link is a tie's strength × 4 + the room of its middle person. */
type Side = { readonly person: Uint32Array; readonly link: Uint16Array };

const SURE = 1000;
const ROOM = 2;
const linked = (strength: number, free: number): number => strength * 4 + free;
const strengthIn = (link: number): number => link >> 2;
const freeIn = (link: number): number => link & 3;
const worth = (link: number): number => (link >> 2) * (link & 3);

const isBefore = (a: NumberedWay, b: NumberedWay): boolean => {
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.strengths.length !== b.strengths.length) return a.strengths.length < b.strengths.length;
  if (a.first !== b.first) return a.first < b.first;
  return a.second === b.second ? a.end < b.end : (a.second ?? -1) < (b.second ?? -1);
};

/** `bestWay(free, from, ends, without)`: over one or two middle people, or null. One number a person is kept between searches. */
export const wayFinder = (graph: Graph): ((free: FreeAt, from: number, ends: readonly number[], without: ReadonlySet<number>) => NumberedWay | null) => {
  const links = new Uint16Array(graph.people);
  return (free, from, ends, without) => {
    const shut = new Set([...without, ...ends, from]);
    let best: NumberedWay | null = null;
    const near = sideOf(graph, from, (person) => (shut.has(person) ? 0 : free(person, 'first')));
    for (const end of new Set(ends)) {
      if (end === from || without.has(end)) continue;
      best = overOne(graph, near, end, best);
      const far = sideOf(graph, end, (person) => (shut.has(person) ? 0 : free(person, 'second')));
      best = overTwo(graph, { near, far, end }, links, best);
    }
    return best;
  };
};

function sideOf(graph: Graph, end: number, free: (person: number) => number): Side {
  const { to, code } = rowOf(graph, end);
  const found: number[] = [];
  const byWorth = new Float64Array(to.length);
  for (let at = 0; at < to.length; at++) {
    const link = linked(graph.strengths[code[at] as number] as number, free(to[at] as number));
    if (freeIn(link) > 0) byWorth[found.push(link) - 1] = -(worth(link) * 2 ** 33) + at;
  }
  const order = byWorth.subarray(0, found.length).sort();
  const person = new Uint32Array(order.length);
  const link = new Uint16Array(order.length);
  for (let n = 0; n < order.length; n++) {
    const at = (((order[n] as number) % 2 ** 33) + 2 ** 33) % 2 ** 33;
    person[n] = to[at] as number;
    link[n] = linked(graph.strengths[code[at] as number] as number, free(person[n] as number));
  }
  return { person, link };
}

function overOne(graph: Graph, near: Side, end: number, known: NumberedWay | null): NumberedWay | null {
  const row = rowOf(graph, end);
  let best = known;
  for (let n = 0; n < near.person.length; n++) {
    const link = near.link[n] as number;
    if (worth(link) * SURE * SURE * ROOM < (best?.weight ?? 0)) break;
    const at = placeIn(row, near.person[n] as number);
    if (at < 0) continue;
    const strengths = [strengthIn(link), graph.strengths[row.code[at] as number] as number] as const;
    const way: NumberedWay = { first: near.person[n] as number, second: null, end, strengths, free: [freeIn(link)], weight: worth(link) * strengths[1] * SURE * ROOM };
    if (best === null || isBefore(way, best)) best = way;
  }
  return best;
}

/** Goes out from the end with fewer middle people; from each of them along their row or along the other side, whichever is shorter. */
function overTwo(graph: Graph, { near, far, end }: { near: Side; far: Side; end: number }, links: Uint16Array, known: NumberedWay | null): NumberedWay | null {
  const fromNear = near.person.length <= far.person.length;
  const [outer, inner] = fromNear ? [near, far] : [far, near];
  for (let n = 0; n < inner.person.length; n++) links[inner.person[n] as number] = inner.link[n] as number;
  const bestInner = worth(inner.link[0] ?? 0);
  let best = known;
  for (let n = 0; n < outer.person.length; n++) {
    const [person, link] = [outer.person[n] as number, outer.link[n] as number];
    if (worth(link) * SURE * bestInner < (best?.weight ?? 0)) break;
    const take = (other: number, between: number, otherLink: number): void => {
      const [a, b, first, second] = fromNear ? [link, otherLink, person, other] : [otherLink, link, other, person];
      const way: NumberedWay = { first, second, end, strengths: [strengthIn(a), between, strengthIn(b)], free: [freeIn(a), freeIn(b)], weight: worth(a) * between * worth(b) };
      if (best === null || isBefore(way, best)) best = way;
    };
    const row = rowOf(graph, person);
    const least = (): number => (best?.weight ?? 0) / worth(link);
    if (row.to.length <= 4 * inner.person.length) alongRow(graph, row, links, least, take);
    else alongSide(graph, row, inner, least, take);
  }
  for (let n = 0; n < inner.person.length; n++) links[inner.person[n] as number] = 0;
  return best;
}

type Take = (other: number, between: number, link: number) => void;

function alongRow(graph: Graph, row: Row, links: Uint16Array, least: () => number, take: Take): void {
  for (let at = 0; at < row.to.length; at++) {
    const link = links[row.to[at] as number] as number;
    if (link === 0) continue;
    const between = graph.strengths[row.code[at] as number] as number;
    if (between * worth(link) >= least()) take(row.to[at] as number, between, link);
  }
}

function alongSide(graph: Graph, row: Row, inner: Side, least: () => number, take: Take): void {
  for (let n = 0; n < inner.person.length; n++) {
    const link = inner.link[n] as number;
    if (SURE * worth(link) < least()) return;
    const at = placeIn(row, inner.person[n] as number);
    if (at < 0) continue;
    const between = graph.strengths[row.code[at] as number] as number;
    if (between * worth(link) >= least()) take(inner.person[n] as number, between, link);
  }
}
