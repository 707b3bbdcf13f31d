// Tools with words. What a tool offers beyond itself stands in a row below while it is in hand.

import { useEffect, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { Hand } from './hand.ts';
import type { Linked } from './links.ts';
import { MarkHint, MarkTools } from './mark-tools.tsx';
import { LyingRow, MaskRow, WindowRow } from './parts.ts';
import { isGreyFilm } from './run-facts.ts';
import { Tool } from './tool.tsx';
import { usePane } from './use-pane.ts';
import type { RunView } from '../../rules/present.ts';

const four = 'M3 4h8v7H3zM13 4h8v7h-8zM3 13h8v7H3zM13 13h8v7h-8z';
const less = 'M4 4h12v12H4zM8 20h12V8M8 10h4';
const keys = 'M3 7h18v11H3zM6.500 10.500h.01M10 10.500h.01M13.500 10.500h.01M17 10.500h.01M7 14.500h10';

export type ToolAsks = {
  readonly hand: (next: Hand) => void;
  readonly layout: (panes: number) => void;
  readonly link: (how: Linked) => void;
  readonly full: () => void;
  readonly help: () => void;
};

export const Tools = ({ pane, runs, hand, panes, linked, marking, asks }: {
  pane: ViewerPane | undefined; runs: readonly RunView[]; hand: Hand; panes: number; linked: Linked; marking: boolean; asks: ToolAsks;
}) => {
  const l = useLocale();
  const now = usePane(pane);
  const [canFill, setCanFill] = useState(true);
  useEffect(() => setCanFill(document.fullscreenEnabled === true), []);
  const take = (one: Hand) => () => asks.hand(hand === one ? 'auto' : one);
  const run = runs[now?.run ?? 0] as RunView;
  return (
    <>
      <div class="tools" role="group" aria-label={say.filmTools(l)}>
        {runs.length > 1 && <Tool icon="two" pressed={panes === 2} onClick={() => asks.layout(panes === 2 ? 1 : 2)}>{say.filmTwo(l)}</Tool>}
        {runs.length > 2 && <Tool path={four} wide pressed={panes > 2} onClick={() => asks.layout(panes > 2 ? 1 : 4)}>{say.filmFour(l)}</Tool>}
        {panes > 1 && <Tool icon="link" pressed={linked !== 'no'} onClick={() => asks.link(linked === 'no' ? 'start' : 'no')}>{say.filmLinked(l)}</Tool>}
        <Tool icon="contrast" pressed={hand === 'window'} onClick={take('window')}>{say.filmWindow(l)}</Tool>
        <Tool icon="zoom" pressed={hand === 'zoom'} onClick={take('zoom')}>{say.filmZoom(l)}</Tool>
        <Tool icon="invert" pressed={now?.look.inverted ?? false} onClick={() => pane?.player.invert()}>{say.filmInvert(l)}</Tool>
        {isGreyFilm(run) && now?.flat !== true && <Tool path={less} pressed={now?.subtraction != null} onClick={() => asks.hand('mask')}>{say.filmSubtract(l)}</Tool>}
        <MarkTools hand={hand} marking={marking} onTake={asks.hand} />
        {canFill && <Tool icon="full" onClick={asks.full}>{say.filmFull(l)}</Tool>}
        <Tool path={keys} onClick={asks.help}>{say.filmKeys(l)}</Tool>
      </div>
      {hand === 'window' && <WindowRow pane={pane} />}
      {hand === 'zoom' && <LyingRow pane={pane} />}
      {hand === 'mask' && <MaskRow pane={pane} onOff={() => asks.hand('mask')} />}
      <MarkHint hand={hand} />
    </>
  );
};
