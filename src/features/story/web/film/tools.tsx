// Tools with words. What a tool offers beyond itself stands in a row below while it is in hand.

import { useEffect, useState } from 'preact/hooks';
import type { IconName } from '#web/icons.ts';
import { useLocale } from '#web/context.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import { usePane } from './use-pane.ts';

export type Hand = 'auto' | 'window' | 'zoom' | 'arrow' | 'text';
/** Shares of the run's own window: centre, width. The same as the keys 1–4. */
export const presets = [[0.5, 1], [0.5, 0.6], [0.35, 0.5], [0.65, 0.5]] as const;
const LARGER = 1.2;

const text = 'M5 6h14M12 6v13M9 19h6';
const keys = 'M3 7h18v11H3zM6.500 10.500h.01M10 10.500h.01M13.500 10.500h.01M17 10.500h.01M7 14.500h10';

const Tool = ({ icon, path, pressed, onClick, children }: { icon?: IconName; path?: string; pressed?: boolean; onClick: () => void; children: string }) => (
  <button type="button" class="ib tool" aria-pressed={pressed} onClick={onClick}>
    {icon ? <Icon name={icon} /> : <svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>}
    <span>{children}</span>
  </button>
);

export type ToolAsks = {
  readonly hand: (next: Hand) => void;
  readonly layout: (panes: number) => void;
  readonly link: (on: boolean) => void;
  readonly full: () => void;
  readonly help: () => void;
};

export const Tools = ({ pane, hand, panes, most, linked, marking, asks }: {
  pane: ViewerPane | undefined; hand: Hand; panes: number; most: number; linked: boolean; marking: boolean; asks: ToolAsks;
}) => {
  const l = useLocale();
  const now = usePane(pane);
  const [canFill, setCanFill] = useState(true);
  useEffect(() => setCanFill(document.fullscreenEnabled === true), []);
  const take = (one: Hand) => () => asks.hand(hand === one ? 'auto' : one);
  return (
    <>
      <div class="tools" role="group" aria-label={say.filmTools(l)}>
        {most > 1 && <Tool icon="two" pressed={panes > 1} onClick={() => asks.layout(panes > 1 ? 1 : 2)}>{say.filmTwo(l)}</Tool>}
        {panes > 1 && <Tool icon="link" pressed={linked} onClick={() => asks.link(!linked)}>{say.filmLinked(l)}</Tool>}
        <Tool icon="contrast" pressed={hand === 'window'} onClick={take('window')}>{say.filmWindow(l)}</Tool>
        <Tool icon="zoom" pressed={hand === 'zoom'} onClick={take('zoom')}>{say.filmZoom(l)}</Tool>
        <Tool icon="invert" pressed={now?.look.inverted ?? false} onClick={() => pane?.player.invert()}>{say.filmInvert(l)}</Tool>
        {marking && <Tool icon="arrow" pressed={hand === 'arrow'} onClick={take('arrow')}>{say.filmArrow(l)}</Tool>}
        {marking && <Tool path={text} pressed={hand === 'text'} onClick={take('text')}>{say.filmText(l)}</Tool>}
        {canFill && <Tool icon="full" onClick={asks.full}>{say.filmFull(l)}</Tool>}
        <Tool path={keys} onClick={asks.help}>{say.filmKeys(l)}</Tool>
      </div>
      {hand === 'window' && <WindowRow pane={pane} />}
      {hand === 'zoom' && <LyingRow pane={pane} />}
      {(hand === 'arrow' || hand === 'text') && <p class="hint" role="status">{hand === 'arrow' ? say.filmDrawArrow(l) : say.filmDrawText(l)}</p>}
    </>
  );
};

const Choice = ({ pressed, onClick, children }: { pressed?: boolean; onClick: () => void; children: string }) => (
  <button type="button" class="btn small" aria-pressed={pressed} onClick={onClick}><span>{children}</span></button>
);

const WindowRow = ({ pane }: { pane: ViewerPane | undefined }) => {
  const l = useLocale();
  const look = usePane(pane)?.look;
  const words = [say.filmPreset1(l), say.filmPreset2(l), say.filmPreset3(l), say.filmPreset4(l)];
  return (
    <div class="tools more" role="group" aria-label={say.filmPresets(l)}>
      {presets.map(([center, width], i) => (
        <Choice key={i} pressed={look?.center === center && look.width === width} onClick={() => pane?.player.window(center, width)}>{words[i] ?? ''}</Choice>
      ))}
      <Choice onClick={() => pane?.player.reset()}>{say.filmReset(l)}</Choice>
    </div>
  );
};

const LyingRow = ({ pane }: { pane: ViewerPane | undefined }) => {
  const l = useLocale();
  const view = usePane(pane)?.view;
  return (
    <div class="tools more" role="group" aria-label={say.filmLying(l)}>
      <Choice onClick={() => pane?.player.zoom(LARGER)}>{say.filmLarger(l)}</Choice>
      <Choice onClick={() => pane?.player.zoom(1 / LARGER)}>{say.filmSmaller(l)}</Choice>
      <Choice onClick={() => pane?.player.fit()}>{say.filmFit(l)}</Choice>
      <Choice onClick={() => pane?.player.turn(1)}>{say.filmTurn(l)}</Choice>
      <Choice pressed={view?.flipX ?? false} onClick={() => pane?.player.flip('x')}>{say.filmMirror(l)}</Choice>
      <Choice onClick={() => pane?.player.reset()}>{say.filmReset(l)}</Choice>
    </div>
  );
};
