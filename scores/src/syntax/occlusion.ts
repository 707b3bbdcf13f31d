import { bool, choice, type FieldSpec } from '../fields.ts';
import { isObject, readFields } from '../read-fields.ts';
import { points } from '../rounding.ts';
import { shareCarina } from './junctions.ts';
import { type Dominance, exists, segmentIds, vesselOf } from './segments.ts';

export interface Occlusion {
  readonly starts: readonly string[];
  readonly ageOver3MonthsOrUnknown: boolean;
  readonly bluntStump: boolean;
  readonly bridging: boolean;
  readonly firstVisible: string;
  readonly sideBranch: 'none' | 'lt1.5' | 'gte1.5' | 'both';
}

export const occlusionFields = [
  { name: 'firstSegments', kind: 'segments', choices: segmentIds, optional: true },
  bool('ageOver3MonthsOrUnknown'), bool('bluntStump'), bool('bridging'),
  choice('firstVisible', [...segmentIds, 'none']), choice('sideBranch', ['none', 'lt1.5', 'gte1.5', 'both']),
] as const satisfies readonly FieldSpec[];

type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Points by the first segment seen beyond an occlusion, by where it starts (SYNTAX score tutorial, total occlusion questions). */
const unseen: Readonly<Record<Dominance, Table>> = {
  right: {
    1: { 2: 0, 3: 1, 4: 2, 16: 2, none: 3 }, 2: { 3: 0, 4: 1, 16: 1, none: 2 }, 3: { 4: 0, 16: 0, none: 1 },
    5: { 6: 0, 11: 0, 7: 1, 13: 1, 8: 2, 14: 2, none: 3 }, 6: { 7: 0, 8: 1, none: 2 }, 7: { 8: 0, none: 1 },
    11: { 13: 0, 14: 1, none: 2 }, 13: { 14: 0, none: 1 },
  },
  left: {
    1: { 2: 0, 3: 1, none: 2 }, 2: { 3: 0, none: 1 }, 3: { none: 0 },
    5: { 6: 0, 11: 0, 7: 1, 13: 1, 8: 2, 14: 2, 15: 3, none: 4 }, 6: { 7: 0, 8: 1, none: 2 }, 7: { 8: 0, none: 1 },
    11: { 13: 0, 14: 1, 15: 2, none: 3 }, 13: { 14: 0, none: 1 },
  },
};

/** A branch has no main-vessel segment beyond it: whatever of the same vessel is seen first costs nothing. */
function branchChoices(start: string, dominance: Dominance): Record<string, number> {
  const sameVessel = segmentIds.filter((id) => exists(id, dominance) && vesselOf(id) === vesselOf(start));
  return Object.fromEntries([...sameVessel, 'none'].map((id) => [id, 0]));
}

/**
 * The answers the form offers for `firstVisible`, with the points of each. Of two starts the one on the main vessel is asked
 * about; with two main vessels the higher points count.
 */
export function firstVisibleChoices(starts: readonly string[], dominance: Dominance): ReadonlyMap<string, number> {
  const main = starts.filter((start) => unseen[dominance][start] !== undefined);
  const choices = new Map<string, number>();
  for (const start of main.length > 0 ? main : starts) {
    const offered = { [start]: 0, ...(unseen[dominance][start] ?? branchChoices(start, dominance)) };
    for (const [id, value] of Object.entries(offered)) choices.set(id, Math.max(value, choices.get(id) ?? 0));
  }
  return choices;
}

/** Where the occlusion starts: as listed, or the only diseased segment. Undefined if that cannot be told. */
function startsOf(listed: unknown, diseased: readonly string[]): readonly string[] | undefined {
  if (listed === undefined) return diseased.length === 1 ? diseased : undefined;
  if (!Array.isArray(listed) || listed.length < 1 || listed.length > 2) return undefined;
  if (!listed.every((id) => typeof id === 'string' && diseased.includes(id))) return undefined;
  const [first, second] = listed as string[];
  return first !== undefined && (second === undefined || shareCarina(first, second)) ? (listed as string[]) : undefined;
}

/** Reads one occlusion; refused names are relative to it. `diseased` is undefined when the lesion's segments do not hold. */
export function readOcclusion(
  given: unknown, diseased: readonly string[] | undefined, dominance: Dominance | undefined,
): { readonly occlusion?: Occlusion; readonly refused: readonly string[]; readonly sideBranch?: string } {
  if (!isObject(given)) return { refused: [''] };
  const { answers, refused } = readFields(occlusionFields, given);
  const names = [...refused];
  const sideBranch = answers['sideBranch'] as string | undefined;
  const starts = diseased && startsOf(given['firstSegments'], diseased);
  if (diseased && !starts) names.push('firstSegments');
  const visible = answers['firstVisible'] as string | undefined;
  if (starts && dominance && visible !== undefined && !firstVisibleChoices(starts, dominance).has(visible)) names.push('firstVisible');
  const aside = sideBranch === undefined ? {} : { sideBranch };
  if (names.length > 0 || !starts) return { refused: names, ...aside };
  return { refused: [], occlusion: { ...(answers as unknown as Occlusion), starts }, ...aside };
}

/** The points an occlusion adds to its lesion, apart from the ×5 of its start. All side branches ≥1.5 mm add none. */
export function occlusionPoints(occlusion: Occlusion, dominance: Dominance): number {
  return (firstVisibleChoices(occlusion.starts, dominance).get(occlusion.firstVisible) ?? 0) + points(
    [occlusion.ageOver3MonthsOrUnknown, 1], [occlusion.bluntStump, 1], [occlusion.bridging, 1],
    [occlusion.sideBranch === 'lt1.5' || occlusion.sideBranch === 'both', 1],
  );
}
