// Ways from one person to another over at most two middle people, by strength × willingness; and the three best that share nobody.
// `app.best_way` is the same inside the database, `bestWay` here over any graph that can name neighbours.

/** Of a middle person: how many more requests they would take now, for this asker at this place; 0: not willing, or no room. */
export type Free = (id: string, place: 'first' | 'second') => 0 | 1 | 2;
/** Whom a person is tied with, and how strongly (thousandths). */
export type Neighbours = (id: string) => ReadonlyMap<string, number>;

export type Way = {
  readonly first: string;
  /** The one nearer to the end, where the way has two middle people. */
  readonly second: string | null;
  readonly end: string;
  readonly strengths: readonly number[];
  readonly free: readonly number[];
  readonly weight: number;
};

/** A missing link counts as a sure one, so that ways of either length compare. At most 10^9 × 4. */
export const weightOf = (strengths: readonly number[], free: readonly number[]): number =>
  strengths.reduce((product, one) => product * one, strengths.length === 2 ? 1000 : 1) * free.reduce((product, one) => product * one, free.length === 1 ? 2 : 1);

const before = (a: Way, b: Way): boolean => {
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.strengths.length !== b.strengths.length) return a.strengths.length < b.strengths.length;
  if (a.first !== b.first) return a.first < b.first;
  return a.second === b.second ? a.end < b.end : (a.second ?? '') < (b.second ?? '');
};

/** The best way from `from` to one of `ends`; nobody of `without` stands on it. */
export const bestWay = (neighbours: Neighbours, free: Free, from: string, ends: readonly string[], without: ReadonlySet<string>): Way | null => {
  let best: Way | null = null;
  const take = (one: Way): void => { if (best === null || before(one, best)) best = one; };
  const goal = new Set(ends.filter((id) => id !== from && !without.has(id)));
  const barred = (id: string): boolean => id === from || goal.has(id) || ends.includes(id) || without.has(id);
  for (const end of goal) {
    const far = neighbours(end);
    for (const [first, s1] of neighbours(from)) {
      const f1 = barred(first) ? 0 : free(first, 'first');
      if (f1 === 0) continue;
      const direct = far.get(first);
      if (direct !== undefined) take({ first, second: null, end, strengths: [s1, direct], free: [f1], weight: weightOf([s1, direct], [f1]) });
      for (const [second, s2] of neighbours(first)) {
        const s3 = far.get(second);
        const f2 = s3 === undefined || barred(second) ? 0 : free(second, 'second');
        if (s3 !== undefined && f2 > 0) take({ first, second, end, strengths: [s1, s2, s3], free: [f1, f2], weight: weightOf([s1, s2, s3], [f1, f2]) });
      }
    }
  }
  return best;
};

export const WAYS = 3;
/** Up to three ways, best first, each without the middle people of those before it. */
export const waysApart = async (best: (without: readonly string[]) => Promise<Way | null>): Promise<Way[]> => {
  const ways: Way[] = [];
  while (ways.length < WAYS) {
    const next = await best(ways.flatMap(({ first, second }) => (second === null ? [first] : [first, second])));
    if (next === null) break;
    ways.push(next);
  }
  return ways;
};
