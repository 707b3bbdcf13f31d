// A measure in the making: its ends in pixels of the run, one of them in hand.

import { distance, type Point } from '../../../rules/measure/plane.ts';
import type { Lesion } from '../../../rules/measure/reference.ts';
import type { Walls } from '../../../rules/measure/vessel.ts';

export type Kind = 'catheter' | 'length' | 'angle' | 'stenosis' | 'vessel';
export type Found = { readonly walls: Walls; readonly lesion: Lesion };

export type Draft = {
  readonly kind: Kind; readonly runId: string; readonly frame: number; readonly ends: readonly Point[];
  /** The end that keys move; −1 before there is one. */
  readonly active: number;
  /** Of a vessel, once its walls were looked for. */
  readonly found: Found | 'nothing' | null;
  /** The ends of a catheter were laid on its edges. */
  readonly snapped: boolean;
};

/** Ends that a measure needs; a vessel may have more. */
export const ENDS: Readonly<Record<Kind, number>> = { catheter: 2, length: 2, angle: 3, stenosis: 4, vessel: 2 };
const MOST_ON_VESSEL = 24;

export const begun = (kind: Kind, runId: string, frame: number): Draft => ({ kind, runId, frame, ends: [], active: -1, found: null, snapped: false });

export const complete = ({ kind, ends }: Pick<Draft, 'kind' | 'ends'>): boolean => ends.length >= ENDS[kind];

/** Room for one more end. */
export const open = ({ kind, ends }: Draft): boolean => ends.length < (kind === 'vessel' ? MOST_ON_VESSEL : ENDS[kind]);

export const withEnd = (draft: Draft, end: Point): Draft => ({ ...draft, ends: [...draft.ends, end], active: draft.ends.length, found: null, snapped: false });

export const moved = (draft: Draft, index: number, to: Point): Draft =>
  ({ ...draft, ends: draft.ends.map((end, i) => (i === index ? to : end)), active: index, found: null, snapped: false });

export const withoutLast = (draft: Draft): Draft => ({ ...draft, ends: draft.ends.slice(0, -1), active: draft.ends.length - 2, found: null, snapped: false });

/** The end nearest to a place within `reach`, or −1. */
export const endAt = ({ ends }: Draft, place: Point, reach: number): number => {
  let [best, at] = [reach, -1];
  for (const [i, end] of ends.entries()) {
    const far = distance(end, place);
    if (far < best) [best, at] = [far, i];
  }
  return at;
};

/** Lines between the ends, as they are drawn: two calipers of a stenosis are two lines. */
export const strokesOf = (kind: Kind, ends: readonly Point[]): (readonly Point[])[] =>
  kind === 'stenosis' ? [ends.slice(0, 2), ends.slice(2, 4)] : [ends];
