// Plays a path (path.ts) on the pane that is meant. Space pauses and goes on; Esc, another tool or another run end it.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from './use-desk.ts';
import { restMs, runInFrom } from './path.ts';
import type { Shown } from './use-marks.ts';
import { wantsStillness } from './use-pane.ts';

type Way = { readonly marks: readonly Shown[]; readonly at: number; /** Rests on the mark, else is on the way to it. */ readonly there: boolean; readonly paused: boolean };

export type Path = {
  /** The mark that is rested on; undefined on the way to it. */
  readonly mark: Shown | undefined;
  readonly on: boolean;
  readonly paused: boolean;
  readonly step: { readonly n: number; readonly of: number } | undefined;
  start(marks: readonly Shown[]): void;
  toggle(): void;
  stop(): void;
};

/** @param words what is read at a mark; @param reached hears of the mark that is rested on */
export const usePath = (desk: Desk, indexOf: (runId: string) => number, words: (mark: Shown) => string, reached: (mark: Shown) => void): Path => {
  const [way, setWay] = useState<Way>();
  const pane = useRef(desk.main);
  pane.current = desk.main;
  const mark = way?.marks[way.at];

  useEffect(() => {
    if (!way || !mark || way.there || way.paused) return;
    const run = indexOf(mark.runId);
    const before = pane.current?.state();
    desk.goTo(run, wantsStillness() ? mark.frame : runInFrom(before?.run === run ? before.frame : null, mark.frame));
    const arrive = (): void => {
      stop?.();
      pane.current?.player.pause();
      pane.current?.player.seek(mark.frame);
      reached(mark);
      setWay({ ...way, there: true });
    };
    let stop: (() => void) | undefined;
    if (wantsStillness() || pane.current?.state().frame === mark.frame) {
      arrive();
      return;
    }
    stop = pane.current?.onChange(({ frame }) => { if (frame >= mark.frame) arrive(); });
    pane.current?.player.play();
    return () => stop?.();
  }, [way, mark]);

  useEffect(() => {
    if (!way?.there || way.paused || !mark) return;
    const timer = setTimeout(() => setWay(way.at + 1 < way.marks.length ? { ...way, at: way.at + 1, there: false } : undefined), restMs(words(mark)));
    return () => clearTimeout(timer);
  }, [way]);

  return {
    mark: way?.there ? mark : undefined,
    on: way !== undefined, paused: way?.paused ?? false, step: way && { n: way.at + 1, of: way.marks.length },
    start: (marks) => { if (marks.length > 0) setWay({ marks, at: 0, there: false, paused: false }); },
    toggle: () => {
      if (!way) return;
      if (!way.paused) pane.current?.player.pause();
      setWay({ ...way, paused: !way.paused });
    },
    stop: () => {
      if (way) pane.current?.player.pause();
      setWay(undefined);
    },
  };
};

/** Ahead of the film's own keys: on a path Space stops the path, not the film alone. */
export const pathKey = (event: KeyboardEvent, path: Path): void => {
  if (!path.on || (event.key !== ' ' && event.key !== 'Escape') || !(event.target instanceof Element) || !event.target.matches('.pane')) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === ' ') path.toggle();
  else path.stop();
};
