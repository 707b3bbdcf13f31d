// What is found in the greys once a draft is whole.

import { edgesAcross } from '../../../rules/measure/across.ts';
import type { Plane } from '../../../rules/measure/plane.ts';
import { lesionOf } from '../../../rules/measure/reference.ts';
import { findWalls } from '../../../rules/measure/vessel.ts';
import { complete, type Draft } from './draft.ts';

/** A line across a catheter is laid on its two edges, when it crosses any. */
export const snapped = (draft: Draft, plane: Plane | null): Draft => {
  const [a, b] = draft.ends;
  if (draft.kind !== 'catheter' || !complete(draft) || !plane || !a || !b) return draft;
  const edges = edgesAcross(plane, a, b);
  return edges ? { ...draft, ends: edges, snapped: true } : draft;
};

/** The walls along the drawn line, and the narrowing between them. */
export const searched = (draft: Draft, plane: Plane): Draft => {
  const walls = findWalls(plane, draft.ends);
  const lesion = walls && lesionOf(walls.diameters);
  return { ...draft, found: walls && lesion ? { walls, lesion } : 'nothing', active: -1 };
};
