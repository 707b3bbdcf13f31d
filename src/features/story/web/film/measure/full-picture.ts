// Whether the picture on the screen may be measured: every pixel as acquired, or a reason.

import type { PaneState, ViewerPane } from '#features/cases/web/player-door.ts';
import { type Header, notSquare } from '../../../rules/measure/calibration.ts';
import type { Plane } from '../../../rules/measure/plane.ts';
import type { RunView } from '../../../rules/present.ts';
import { isPhoto } from '../source.ts';

export type NoMeasure = 'photo' | 'not-square' | 'no-full' | 'preview';

export const headerOf = ({ sidecar }: RunView): Header => sidecar as Header;

/** The full frame on the screen; null on a preview, or when only a part of its resolution has come. */
const fullFrame = (pane: ViewerPane | undefined, { rows, columns }: RunView) => {
  const full = pane?.player.full();
  return full && full.rows === rows && full.columns === columns ? full : null;
};

/** Null: it may be measured. */
export const noMeasure = (pane: ViewerPane | undefined, run: RunView, now: PaneState | undefined): NoMeasure | null => {
  if (run.kind === 'still' || isPhoto(run)) return 'photo';
  if (notSquare(headerOf(run))) return 'not-square';
  if (!run.t2) return 'no-full';
  return now?.tier === 't2' && fullFrame(pane, run) ? null : 'preview';
};

/** Its greys, for what is found in them; null for a picture in colour too. */
export const planeOf = (pane: ViewerPane | undefined, run: RunView): Plane | null => {
  const full = fullFrame(pane, run);
  return full && full.channels === 1 ? full : null;
};
