// A pullback seen along the vessel: of each frame the line through its middle, side by side in the order of time.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import type { Picture, ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { RunView } from '../../rules/present.ts';
import { lineThrough } from './line-through.ts';
import { pullbackMm } from './run-facts.ts';
import { timesOf } from './source.ts';

/** Places along the line: the cut is this high before it is fitted to the pane. */
const HEIGHT = 160;
const TURN = 15;

/** Adds the columns of frames that have come; each stays when its frame gives way to others. */
const addColumns = (context: CanvasRenderingContext2D, columns: Set<number>, frames: number, degrees: number, picture: (frame: number) => Picture | null): void => {
  for (let frame = 0; frame < frames; frame++) {
    const there = columns.has(frame) ? null : picture(frame);
    if (!there) continue;
    const image = context.createImageData(1, HEIGHT);
    for (const [n, grey] of lineThrough(there, degrees, HEIGHT).entries()) image.data.set([grey, grey, grey, 255], 4 * n);
    context.putImageData(image, frame, 0);
    columns.add(frame);
  }
};

/** @param ready how many frames have come: with each the cut grows */
export const LongCut = ({ pane, run, frame, ready }: { pane: ViewerPane; run: RunView; frame: number; ready: number }) => {
  const l = useLocale();
  const canvas = useRef<HTMLCanvasElement>(null);
  const columns = useRef(new Set<number>());
  const cursor = useRef<HTMLSpanElement>(null);
  const [degrees, setDegrees] = useState(0);
  useEffect(() => columns.current.clear(), [run.id, degrees, pane]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const player = pane.player;
    if (context) addColumns(context, columns.current, run.frames, degrees, (at) => player.picture(at));
  }, [run.id, degrees, pane, ready]);
  useEffect(() => cursor.current?.style.setProperty('left', `${(100 * (frame + 0.5)) / run.frames}%`), [frame, run.frames]);
  const times = timesOf(run);
  const mm = pullbackMm(run, times, frame);
  const seek = (event: PointerEvent): void => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    pane.player.pause();
    pane.player.seek(Math.min(run.frames - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * run.frames))));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons of the transport seek as well; a press here is not one on the picture
    <div class="longcut" dir="ltr" onPointerDown={(event) => event.stopPropagation()} onDblClick={(event) => event.stopPropagation()}>
      <p><span><Say>{mm === undefined ? say.filmNoPosition(l) : say.filmPosition(l, { mm: `${mm.toFixed(1)}\u00a0mm` })}</Say></span>
        <button type="button" class="btn small" onClick={() => setDegrees((now) => (now + TURN) % 180)}><span>{say.filmCutTurn(l)} <bdi dir="ltr">{degrees}°</bdi></span></button></p>
      <div class="cut" onPointerDown={seek}>
        <canvas ref={canvas} width={run.frames} height={HEIGHT} role="img" aria-label={say.filmLongCut(l, { degrees: String(degrees), frame: frame + 1 }).replaceAll(/[\u2066-\u2069]/g, '')} />
        <span ref={cursor} class="at" />
      </div>
    </div>
  );
};
