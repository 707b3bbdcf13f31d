// Taps on the coronary tree make lesions. A tap beside the lesion being told extends it; elsewhere it begins another. Anatomy by SYNTAX numbers.

import type { Lesion } from './wire.ts';

/** Which segments leave which, from the aorta outwards. */
const downstream: Readonly<Record<string, readonly string[]>> = {
  '1': ['2'], '2': ['3'], '3': ['4', '16'], '16': ['16a', '16b', '16c'], '5': ['6', '11', '12'], '6': ['7', '9'], '7': ['8', '10'], '9': ['9a'], '10': ['10a'],
  '11': ['12a', '12b', '13'], '13': ['14', '14a', '14b', '15', '12b'],
};

/** Segments that touch: one leaves the other, or both leave one carina. */
export const touch = (a: string, b: string): boolean =>
  Object.entries(downstream).some(([from, to]) => (from === a && to.includes(b)) || (from === b && to.includes(a)) || (to.includes(a) && to.includes(b)));

/** Nothing but its segments has been told of it: taking it away loses nothing. */
const bare = (one: Lesion): boolean => Object.entries(one).every(([key, value]) => key === 'segments' || value === undefined);

export type Told = { readonly lesions: readonly Lesion[]; readonly at: number | null };

/** Names of the three places of a Medina class, in its order. */
export const medinaOf = (parts: readonly string[], segments: readonly string[]): string => parts.map((part) => (segments.includes(part) ? 1 : 0)).join(',');

/** The junction's class follows the segments: they are told once. Four parts (a trifurcation) have none. */
export const withSegments = (one: Lesion, segments: readonly string[]): Lesion => {
  const parts = one.junction?.split('/') ?? [];
  const kept = parts.some((part) => segments.includes(part));
  const { medina: _, junction, angleLt70, ...rest } = one;
  if (!kept || junction === undefined) return { ...rest, segments: [...segments] };
  return { ...rest, segments: [...segments], junction, ...(parts.length === 3 ? { medina: medinaOf(parts, segments) } : {}), ...(angleLt70 === undefined ? {} : { angleLt70 }) };
};

export const withJunction = (one: Lesion, junction: string | undefined): Lesion => {
  const { medina: _, junction: __, angleLt70, ...rest } = one;
  if (junction === undefined) return rest;
  return withSegments({ ...rest, junction, ...(angleLt70 === undefined ? {} : { angleLt70 }) }, one.segments);
};

/**
 * One tap. `at` is the lesion being told, null when the next tap begins a new one. A segment of another lesion turns to that lesion;
 * one of this lesion is taken out again (the last one takes a bare lesion with it). At most `most` lesions.
 */
export const tap = ({ lesions, at }: Told, segment: string, most: number): Told => {
  const holder = lesions.findIndex((one) => one.segments.includes(segment));
  if (holder >= 0 && holder !== at) return { lesions, at: holder };
  const here = at === null ? undefined : lesions[at];
  if (holder >= 0 && here !== undefined) {
    const left = here.segments.filter((id) => id !== segment);
    if (left.length > 0) return { lesions: lesions.map((one, i) => (i === at ? withSegments(one, left) : one)), at };
    return bare(here) ? { lesions: lesions.filter((_, i) => i !== at), at: null } : { lesions, at };
  }
  if (here !== undefined && here.segments.length < 6 && here.segments.some((id) => touch(id, segment)))
    return { lesions: lesions.map((one, i) => (i === at ? withSegments(one, [...one.segments, segment]) : one)), at };
  if (lesions.length >= most) return { lesions, at };
  return { lesions: [...lesions, { segments: [segment] }], at: lesions.length };
};

/** A segment leaves its lesion and stands as one of its own. */
export const split = ({ lesions }: Told, index: number, segment: string, most: number): Told => {
  const here = lesions[index];
  if (here === undefined || here.segments.length < 2 || lesions.length >= most) return { lesions, at: index };
  const left = lesions.map((one, i) => (i === index ? withSegments(one, one.segments.filter((id) => id !== segment)) : one));
  return { lesions: [...left, { segments: [segment] }], at: left.length };
};

/** Segments that a change of dominance takes away; a lesion that loses all of them goes with them when it is bare. */
export const withoutSegments = (lesions: readonly Lesion[], gone: (id: string) => boolean): Lesion[] =>
  lesions.flatMap((one) => {
    const left = one.segments.filter((id) => !gone(id));
    if (left.length === one.segments.length) return [one];
    return left.length > 0 ? [withSegments(one, left)] : [];
  });
