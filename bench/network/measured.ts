import type { FreeAt, NumberedWay } from '../../src/features/network/rules/graph/best-way.ts';
import type { Way } from '../../src/features/network/rules/paths.ts';

/** Sorted times in milliseconds, memory in bytes. */
export type GraphMeasured = {
  readonly builtMs: number; readonly changedMs: number; readonly largest: number; readonly bytes: number; readonly found: number;
  readonly way: number[]; readonly apart: number[]; readonly may: number[];
};

export const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

type Find = (free: FreeAt, from: number, ends: readonly number[], without: ReadonlySet<number>) => NumberedWay | null;

/** The search as `waysApart` calls it, people named by their numbers. */
export const bestWayFrom = (find: Find, free: FreeAt, from: number, end: number) => async (without: readonly string[]): Promise<Way | null> => {
  const way = find(free, from, [end], new Set(without.map(Number)));
  return way && { ...way, first: String(way.first), second: way.second === null ? null : String(way.second), end: String(way.end) };
};
