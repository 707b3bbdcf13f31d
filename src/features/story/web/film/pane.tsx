// One run on the screen: the still at once, the film over it, its labels in the corners, its marks.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { type ControlAsks, isTurned, openPane, type PlayerSource, type ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { RunView } from '../../rules/present.ts';
import { isShape, type Sketch, useDrawing } from './drawing.ts';
import { useDrop } from './carry.ts';
import { Corners, Lying, Subtracted } from './corners.tsx';
import { viewOf } from './labels.ts';
import type { Authors } from './mark-labels.ts';
import { LongCut } from './parts.ts';
import { factsOf } from './run-facts.ts';
import { Overlay } from './overlay.tsx';
import { settings } from './settings.ts';
import type { Start } from './start.ts';
import type { Drawn, Shown } from './use-marks.ts';
import type { Hand } from './hand.ts';
import { usePane, wantsStillness } from './use-pane.ts';

export type PaneAsks = Pick<ControlAsks, 'fullScreen' | 'help' | 'layout'> & {
  /** Hears of a new player before it asks for any full frame. */
  readonly opened: (player: ViewerPane['player'], run: number) => void;
  readonly ready: (pane: ViewerPane | undefined) => void;
  readonly focused: () => void;
  readonly drawn: (drawn: Omit<Drawn, 'note'>) => void;
  /** A run was dropped here. */
  readonly dropped: (run: number) => void;
};

type Props = {
  runs: readonly RunView[]; sources: readonly PlayerSource[]; start: Start; active: boolean; first: boolean;
  hand: Hand; marks: readonly Shown[]; draft: Drawn | undefined; chosen: string | undefined; authors: Authors; asks: PaneAsks;
  /** What lies above the picture of the pane that is meant. */ above?: ((on: { box: HTMLElement; pane: ViewerPane; run: RunView }) => ComponentChildren) | undefined;
};

/** Opens the engine on the elements, and again where it was when the sources change. */
const useEngine = (box: { current: HTMLDivElement | null }, canvas: { current: HTMLCanvasElement | null }, { sources, start, asks }: Props): ViewerPane | undefined => {
  const [pane, setPane] = useState<ViewerPane>();
  const newest = useRef(asks);
  newest.current = asks;
  const last = useRef(start);
  useEffect(() => {
    if (!box.current || !canvas.current) return;
    const { run, frame, plays } = last.current;
    const opened = openPane({ element: box.current, canvas: canvas.current }, sources, run, {
      fullScreen: () => newest.current.fullScreen?.(),
      help: () => newest.current.help?.(),
      layout: () => newest.current.layout?.(),
      keys: () => settings().keys,
      upward: () => settings().upward,
    }, (player, at) => newest.current.opened(player, at));
    if (frame !== undefined) opened.player.seek(frame);
    if (plays && !wantsStillness()) opened.player.play();
    setPane(opened);
    newest.current.ready(opened);
    return () => {
      const { run: at, frame: on, playing } = opened.state();
      last.current = { run: at, frame: on, plays: playing };
      opened.dispose();
      newest.current.ready(undefined);
    };
  }, [sources]);
  return pane;
};

/** Draws again when the pane takes another size: marks lie by the screen's pixels. */
const useSize = (box: { current: HTMLDivElement | null }): void => {
  const [, setSize] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => setSize((entry?.contentRect.width ?? 0) * 10_000 + (entry?.contentRect.height ?? 0)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
};

export const Pane = (props: Props) => {
  const { runs, start, active, first, hand, marks, draft, chosen, authors, asks, above } = props;
  const l = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pane = useEngine(box, canvas, props);
  const now = usePane(pane);
  useSize(box);
  const over = useDrop(box, asks.dropped);
  const sketch = useDrawing(box.current, pane, isShape(hand) ? hand : undefined, runs, asks.drawn);
  const run = runs[now?.run ?? start.run] as RunView;
  const n = (now?.run ?? start.run) + 1;
  // Asked for by the document, before any script has come.
  const early = runs[start.run]?.t1;
  const drawn = now !== undefined && now.tier !== null && !now.blind;
  const here = (mark: { runId: string; frame: number }): boolean => mark.runId === run.id && mark.frame === now?.frame;
  const cut = factsOf(run).intravascular && run.frames > 1;
  const shown: Sketch | undefined = sketch ?? (draft && here(draft) ? draft : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the viewer's keys act while a pane has the focus, so a pane must be able to take it
    <div ref={box} class={`pane ${hand}${active ? ' active' : ''}${over ? ' over' : ''}${cut ? ' inside' : ''}`} tabIndex={0} role="group" aria-label={say.filmPane(l, { n, view: viewOf(l, run) })} onFocus={asks.focused}>
      {run.t0 && <img src={run.t0.url} width={run.columns || 512} height={run.rows || 512} alt={drawn ? '' : say.filmStillAlt(l, { n, view: viewOf(l, run) })} {...(first ? { fetchpriority: 'high' as const } : {})} />}
      {first && early && <link rel="preload" as="fetch" href={early.url} crossOrigin="anonymous" fetchpriority="low" />}
      {now?.blind && run.t1
        ? <video src={run.t1.url} muted loop playsInline controls autoplay={!wantsStillness()} aria-label={say.filmMovingAlt(l, { n, view: viewOf(l, run), frames: run.frames })} />
        : null}
      <canvas ref={canvas} class={drawn ? undefined : 'off'} role="img" aria-label={say.filmMovingAlt(l, { n, view: viewOf(l, run), frames: run.frames })} />
      {pane && drawn && <Overlay pane={pane} run={run} marks={marks.filter(here)} sketch={shown} chosen={chosen} authors={authors} />}
      {pane && cut && <LongCut pane={pane} run={run} frame={now?.frame ?? 0} ready={now?.ready ?? 0} />}
      {pane && drawn && box.current && above?.({ box: box.current, pane, run })}
      <Corners run={run} n={n} now={now} frame={start.frame ?? 0} />
      {now?.subtraction && <Subtracted of={now.subtraction} shown={now.subtracted} />}
      {now && isTurned(now.view) && <Lying view={now.view} onUpright={() => { pane?.player.upright(); box.current?.focus({ preventScroll: true }); }} />}
    </div>
  );
};
