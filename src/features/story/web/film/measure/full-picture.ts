// The picture on the screen as it may be measured: every pixel as acquired, or a reason.

import type { PaneState, ViewerPane } from '#features/cases/web/player-door.ts';
import type { Plane } from '../../../rules/measure/plane.ts';
import type { RunView } from '../../../rules/present.ts';
import { type NoMeasure, refusalOf } from './refusal.ts';

/** Null: what is on the screen now may be measured. */
export const noMeasure = (pane: ViewerPane | undefined, run: RunView, now: PaneState | undefined): NoMeasure | null =>
  refusalOf(run, now?.tier === 't2' ? (pane?.player.full() ?? null) : null);

/** Its greys, for what is found in them; null for a preview, and for a picture in colour. */
export const planeOf = (pane: ViewerPane | undefined, run: RunView): Plane | null => {
  const full = pane?.player.full() ?? null;
  return full && refusalOf(run, full) === null && full.channels === 1 ? full : null;
};
