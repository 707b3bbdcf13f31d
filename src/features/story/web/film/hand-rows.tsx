// What the window and the zoom offer beyond themselves, while they are in hand.

import { useLocale } from '#web/context.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import { Choice } from './choice.tsx';
import { usePane } from './use-pane.ts';

/** Shares of the run's own window: centre, width. The same as the keys 1–4. */
const presets = [[0.5, 1], [0.5, 0.6], [0.35, 0.5], [0.65, 0.5]] as const;
const LARGER = 1.2;


export const WindowRow = ({ pane }: { pane: ViewerPane | undefined }) => {
  const l = useLocale();
  const now = usePane(pane);
  const look = now?.look;
  const words = [say.filmPreset1(l), say.filmPreset2(l), say.filmPreset3(l), say.filmPreset4(l)];
  return (
    <div class="tools more" role="group" aria-label={say.filmPresets(l)}>
      {presets.map(([center, width], i) => (
        <Choice key={i} pressed={look?.center === center && look.width === width} onClick={() => pane?.player.window(center, width)}>{words[i] ?? ''}</Choice>
      ))}
      {now?.flat === false && <Choice pressed={now.look.sharp} onClick={() => pane?.player.sharpen()}>{say.filmSharpen(l)}</Choice>}
      <Choice onClick={() => pane?.player.reset()}>{say.filmReset(l)}</Choice>
    </div>
  );
};

export const LyingRow = ({ pane }: { pane: ViewerPane | undefined }) => {
  const l = useLocale();
  const view = usePane(pane)?.view;
  return (
    <div class="tools more" role="group" aria-label={say.filmLying(l)}>
      <Choice onClick={() => pane?.player.zoom(LARGER)}>{say.filmLarger(l)}</Choice>
      <Choice onClick={() => pane?.player.zoom(1 / LARGER)}>{say.filmSmaller(l)}</Choice>
      <Choice onClick={() => pane?.player.fit()}>{say.filmFit(l)}</Choice>
      <Choice onClick={() => pane?.player.actual()}>{say.filmActual(l)}</Choice>
      <Choice onClick={() => pane?.player.turn(1)}>{say.filmTurn(l)}</Choice>
      <Choice onClick={() => pane?.player.turn(-1)}>{say.filmTurnLeft(l)}</Choice>
      <Choice pressed={view?.flipX ?? false} onClick={() => pane?.player.flip('x')}>{say.filmMirror(l)}</Choice>
      <Choice pressed={view?.flipY ?? false} onClick={() => pane?.player.flip('y')}>{say.filmFlip(l)}</Choice>
      <Choice onClick={() => pane?.player.reset()}>{say.filmReset(l)}</Choice>
    </div>
  );
};
