// What stands over a pane: view, tier, window, frame, number; and what was done to the picture.

import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import type { PaneState, Subtraction, View } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { RunView } from '../../rules/present.ts';
import { tierLabel, viewOf, windowLabel } from './labels.ts';

export const Corners = ({ run, n, now, frame }: { run: RunView; n: number; now: PaneState | undefined; frame: number }) => {
  const l = useLocale();
  const tier = now?.tier ?? 't0';
  return (
    <>
      <span class="ov"><bdi dir="ltr">{viewOf(l, run)}</bdi></span>
      <span class={tier === 't2' ? 'ov te tier' : 'ov te tier pre'}><bdi dir="ltr">{tierLabel(tier, run)}</bdi></span>
      {now && <span class="ov te wl num" aria-hidden="true"><bdi dir="ltr">{windowLabel(now.look)}</bdi></span>}
      <span class="ov bs num">{(now?.frame ?? frame) + 1}/{run.frames}</span>
      <span class="ov be num">{n}</span>
    </>
  );
};

const signed = (pixels: number): string => `${pixels < 0 ? '−' : '+'}${Math.abs(pixels).toFixed(2)}`;

/** Always over a picture that something was taken away from. */
export const Subtracted = ({ of: { mask, x, y }, shown }: { of: Subtraction; shown: boolean }) => {
  const l = useLocale();
  return <p class="ov done sub"><Say>{shown ? say.filmSubtracted(l, { frame: String(mask + 1), shift: `${signed(x)} / ${signed(y)} px` }) : say.filmMaskComing(l)}</Say></p>;
};

/** A picture that does not lie as it was acquired says so, with the way back. */
export const Lying = ({ view, onUpright }: { view: View; onUpright: () => void }) => {
  const l = useLocale();
  const degrees = String(90 * view.turns);
  const mirrored = view.flipX !== view.flipY;
  // Both mirrors together are half a turn.
  const turns = String((90 * view.turns + (view.flipX && view.flipY ? 180 : 0)) % 360);
  const text = mirrored ? (view.turns === 0 ? say.filmMirrored(l) : say.filmTurnedMirrored(l, { degrees })) : say.filmTurnedBy(l, { degrees: turns });
  return (
    <p class="ov done lies" role="status">
      <span><Say>{text}</Say></span> <button type="button" class="btn small" onClick={onUpright}><span>{say.filmUpright(l)}</span></button>
    </p>
  );
};
