// Why a picture is not measured.

import { type Header, notSquare } from '../../../rules/measure/calibration.ts';
import type { RunView } from '../../../rules/present.ts';
import { isPhoto } from '../source.ts';

export type NoMeasure = 'photo' | 'not-square' | 'no-full' | 'preview';

export const headerOf = ({ sidecar }: RunView): Header => sidecar as Header;

/** Null: it may be measured. `full` is the full frame on the screen, if there is one; a part of its resolution is a preview too. */
export const refusalOf = (run: RunView, full: { readonly rows: number; readonly columns: number } | null): NoMeasure | null => {
  if (run.kind === 'still' || isPhoto(run)) return 'photo';
  if (notSquare(headerOf(run))) return 'not-square';
  if (!run.t2) return 'no-full';
  return full && full.rows === run.rows && full.columns === run.columns ? null : 'preview';
};
