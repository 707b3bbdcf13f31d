// All ties of a node as rows of numbers: for a million people and twenty million ties, 5 bytes for each end of a tie. People are counted
// from 0 in the order of their ids, so that the smaller number is the smaller id.

/** Of one person: whom they are tied with, rising, and how strongly, as places in `Graph.strengths`. */
export type Row = { readonly to: Uint32Array; readonly code: Uint8Array };

export type Graph = {
  readonly people: number;
  /** Where each person's row begins, and the end of the last. */
  readonly starts: Uint32Array;
  readonly to: Uint32Array;
  readonly code: Uint8Array;
  /** Strengths that occur, in thousandths: at most 256, because they come from a few kinds and ages. */
  readonly strengths: Uint16Array;
  /** Rows that were changed since, whole. */
  readonly changed: Map<number, Row>;
};

/** Each tie once, in any order; called twice, and must give the same both times. */
export type EachTie = (take: (a: number, b: number, strength: number) => void) => void;

const mostStrengths = 256;

/** Codes are given as strengths are first met. */
const coder = (strengths: Uint16Array) => {
  const codes = new Int16Array(1001).fill(-1);
  let count = 0;
  return (strength: number): number => {
    const known = codes[strength] as number;
    if (known >= 0) return known;
    if (count === mostStrengths) throw new RangeError('more than 256 strengths');
    strengths[count] = strength;
    codes[strength] = count;
    return count++;
  };
};

/**
 * Counts, then places: nothing is held beside the rows but one position a person. `people` is their number; strengths are 1 … 1000.
 * Rows are sorted afterwards; a tie given twice stands twice, the stronger first found.
 */
export function graphOf(people: number, each: EachTie): Graph {
  const starts = new Uint32Array(people + 1);
  each((a, b) => {
    starts[a + 1] = (starts[a + 1] as number) + 1;
    starts[b + 1] = (starts[b + 1] as number) + 1;
  });
  for (let at = 0; at < people; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const to = new Uint32Array(starts[people] as number);
  const code = new Uint8Array(to.length);
  const strengths = new Uint16Array(mostStrengths);
  const codeOf = coder(strengths);
  const next = starts.slice(0, people);
  const put = (from: number, other: number, which: number): void => {
    const at = next[from] as number;
    next[from] = at + 1;
    to[at] = other;
    code[at] = which;
  };
  each((a, b, strength) => {
    const which = codeOf(strength);
    put(a, b, which);
    put(b, a, which);
  });
  for (let person = 0; person < people; person++) sortRow(to, code, starts[person] as number, starts[person + 1] as number);
  return { people, starts, to, code, strengths, changed: new Map() };
}

/** By number; both columns at once, as one number of 40 bits each. */
function sortRow(to: Uint32Array, code: Uint8Array, from: number, end: number): void {
  let sorted = true;
  for (let at = from + 1; at < end && sorted; at++) sorted = (to[at - 1] as number) <= (to[at] as number);
  if (sorted) return;
  const both = new Float64Array(end - from);
  for (let at = from; at < end; at++) both[at - from] = (to[at] as number) * 256 + (code[at] as number);
  both.sort();
  for (let at = from; at < end; at++) {
    const one = both[at - from] as number;
    to[at] = Math.floor(one / 256);
    code[at] = one % 256;
  }
}

export const rowOf = (graph: Graph, person: number): Row => {
  const changed = graph.changed.size === 0 ? undefined : graph.changed.get(person);
  if (changed !== undefined) return changed;
  const [from, end] = [graph.starts[person] as number, graph.starts[person + 1] as number];
  return { to: graph.to.subarray(from, end), code: graph.code.subarray(from, end) };
};

/** Place of `person` in a row, or -1. */
export function placeIn({ to }: Row, person: number): number {
  let [low, high] = [0, to.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = to[middle] as number;
    if (found === person) return middle;
    if (found < person) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function rowWith(row: Row, other: number, code: number | null): Row {
  const at = row.to.findIndex((one) => one >= other);
  const place = at < 0 ? row.to.length : at;
  const there = row.to[place] === other;
  const [before, after] = [place, there ? place + 1 : place];
  const length = before + (code === null ? 0 : 1) + row.to.length - after;
  const to = new Uint32Array(length);
  const codes = new Uint8Array(length);
  to.set(row.to.subarray(0, before));
  codes.set(row.code.subarray(0, before));
  if (code !== null) [to[before], codes[before]] = [other, code];
  to.set(row.to.subarray(after), length - (row.to.length - after));
  codes.set(row.code.subarray(after), length - (row.to.length - after));
  return { to, code: codes };
}

/** A tie as it stands now: of this strength, or (null) no more. Seen by the next search. */
export function changeTie(graph: Graph, a: number, b: number, strength: number | null): void {
  let code: number | null = null;
  if (strength !== null) {
    const found = graph.strengths.indexOf(strength);
    code = found >= 0 ? found : graph.strengths.indexOf(0);
    if (code < 0) throw new RangeError('more than 256 strengths');
    graph.strengths[code] = strength;
  }
  graph.changed.set(a, rowWith(rowOf(graph, a), b, code));
  graph.changed.set(b, rowWith(rowOf(graph, b), a, code));
}
