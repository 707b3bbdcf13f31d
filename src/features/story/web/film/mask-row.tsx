// Subtraction in hand: which frame is taken away, and where it lies.

import { useLocale } from '#web/context.tsx';
import { NUDGE, type ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import { Choice } from './choice.tsx';
import { usePane } from './use-pane.ts';

export const MaskRow = ({ pane, onOff }: { pane: ViewerPane | undefined; onOff: () => void }) => {
  const l = useLocale();
  const now = usePane(pane);
  const player = pane?.player;
  // A sign of direction lies as the film does: it never mirrors.
  const moves = [['←', say.filmMaskLeft(l), -1, 0], ['→', say.filmMaskRight(l), 1, 0], ['↑', say.filmMaskUp(l), 0, -1], ['↓', say.filmMaskDown(l), 0, 1]] as const;
  return (
    <>
      <div class="tools more" role="group" aria-label={say.filmMaskTools(l)}>
        <Choice pressed={now?.subtraction?.mask === now?.frame} onClick={() => player?.subtract(now?.frame)}>{say.filmMaskHere(l)}</Choice>
        <Choice onClick={() => player?.subtract()}>{say.filmMaskAuto(l)}</Choice>
        <span class="nudges" dir="ltr">{moves.map(([sign, label, x, y]) => <Choice key={sign} label={label} onClick={() => player?.shift(x * NUDGE, y * NUDGE)}>{sign}</Choice>)}</span>
        <Choice onClick={onOff}>{say.filmMaskOff(l)}</Choice>
      </div>
      <p class="hint" role="status">{now?.subtraction && !now.subtracted ? say.filmMaskComing(l) : say.filmMaskMove(l)}</p>
    </>
  );
};
