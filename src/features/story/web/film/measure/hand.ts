// A hand on the calipers: mouse, finger, keys. Two fingers pinch as ever, and take back what the first one had just put.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import type { Point } from '../../../rules/measure/plane.ts';
import type { RunView } from '../../../rules/present.ts';
import { sizeOf } from '../run-size.ts';
import { begun, complete, type Draft, endAt, moved, open, withEnd, withoutLast } from './draft.ts';
import { planeOf } from './full-picture.ts';
import { snapped } from './settle.ts';
import type { Measuring } from './use-measuring.ts';

/** CSS pixels within which an end is taken instead of a new one put; along a vessel new ones stand near. */
const REACH = { touch: 34, mouse: 12 } as const;
const NEAR = { touch: 16, mouse: 8 } as const;
/** In the middle of a line its other end is put, however near: a narrow lumen is a few pixels on a phone. */
const reachOf = (draft: Draft, by: 'touch' | 'mouse'): number => {
  if (draft.kind === 'vessel') return NEAR[by];
  return complete(draft) || (draft.kind === 'stenosis' && draft.ends.length === 2) ? REACH[by] : 0;
};
/** A mouse that drags this far from a new end draws the line to the next one. */
const LINE_PX = 6;

export type Held = { /** Where the end is on the pane, CSS pixels. */ readonly at: Point; readonly by: 'touch' | 'mouse' | 'keys' };

type Grip = { readonly id: number; readonly index: number; readonly off: Point; readonly before: Draft | undefined; readonly fresh: boolean; readonly from: Point; readonly by: 'touch' | 'mouse' };

export type Scene = { readonly box: HTMLElement; readonly pane: ViewerPane; readonly run: RunView; readonly measuring: Measuring; readonly allowed: boolean; readonly onKeep: () => void };

const within = (n: number, most: number): number => Math.min(most, Math.max(0, n));
const inside = ({ x, y }: Point, run: RunView): Point => {
  const { width, height } = sizeOf(run);
  return { x: within(x, width), y: within(y, height) };
};

/** The draft of this frame, or a new one. */
export const draftHere = ({ measuring: { draft, kind }, pane, run }: Scene): Draft | undefined => {
  const { frame } = pane.state();
  if (draft && draft.runId === run.id && draft.frame === frame) return draft;
  return kind && begun(kind, run.id, frame);
};

/** Pixels of the picture in one CSS pixel. */
const scaleOf = ({ pane }: Scene): number => {
  const [a, b] = [pane.player.toPicture({ x: 0, y: 0 }), pane.player.toPicture({ x: 1, y: 0 })];
  return Math.hypot(b.x - a.x, b.y - a.y);
};

const useNewest = <T,>(value: T): { readonly current: T } => {
  const newest = useRef(value);
  newest.current = value;
  return newest;
};

const usePointers = (scene: Scene, onHeld: (held: Held | undefined) => void): void => {
  const newest = useNewest(scene);
  const { box } = scene;
  useEffect(() => {
    const stop = new AbortController();
    let grip: Grip | undefined;
    const placed = (event: PointerEvent): Point => {
      const edge = box.getBoundingClientRect();
      return { x: event.clientX - edge.left, y: event.clientY - edge.top };
    };
    const show = (draft: Draft, index: number, by: 'touch' | 'mouse'): void => onHeld({ at: newest.current.pane.player.toScreen(draft.ends[index] as Point), by });
    const release = (): void => {
      grip = undefined;
      onHeld(undefined);
    };
    const down = (event: PointerEvent): void => {
      const now = newest.current;
      if (!event.isPrimary) {
        if (grip) now.measuring.put(grip.before);
        release();
        return;
      }
      const draft = now.allowed && event.button === 0 && !event.shiftKey ? draftHere(now) : undefined;
      if (!draft) return;
      now.pane.player.pause();
      const by = event.pointerType === 'touch' ? 'touch' : 'mouse';
      const at = inside(now.pane.player.toPicture(placed(event)), now.run);
      const near = endAt(draft, at, reachOf(draft, by) * scaleOf(now));
      if (near < 0 && !open(draft)) return;
      const next = near < 0 ? withEnd(draft, at) : { ...draft, active: near };
      const index = near < 0 ? draft.ends.length : near;
      const end = next.ends[index] as Point;
      grip = { id: event.pointerId, index, off: { x: end.x - at.x, y: end.y - at.y }, before: now.measuring.draft, fresh: near < 0, from: placed(event), by };
      now.measuring.put(next);
      show(next, index, by);
    };
    const move = (event: PointerEvent): void => {
      const now = newest.current;
      const draft = now.measuring.draft;
      if (!grip || !draft || event.pointerId !== grip.id) return;
      const on = placed(event);
      const at = now.pane.player.toPicture(on);
      const to = inside({ x: at.x + grip.off.x, y: at.y + grip.off.y }, now.run);
      // A mouse draws the line in one go; a finger, which hides what it points at, puts each end by itself.
      if (grip.by === 'mouse' && grip.fresh && draft.kind !== 'vessel' && grip.index === draft.ends.length - 1 && open(draft) && draft.ends.length % 2 === 1) {
        if (Math.hypot(on.x - grip.from.x, on.y - grip.from.y) < LINE_PX) return;
        grip = { ...grip, index: draft.ends.length };
        now.measuring.put(withEnd(draft, to));
        return;
      }
      const next = moved(draft, grip.index, to);
      now.measuring.put(next);
      show(next, grip.index, grip.by);
    };
    const up = (event: PointerEvent): void => {
      const now = newest.current;
      if (!grip || event.pointerId !== grip.id) return;
      if (event.type === 'pointercancel') now.measuring.put(grip.before);
      else if (grip.fresh && now.measuring.draft) now.measuring.put(snapped(now.measuring.draft, planeOf(now.pane, now.run)));
      release();
    };
    box.addEventListener('pointerdown', down, { signal: stop.signal });
    box.addEventListener('pointermove', move, { signal: stop.signal });
    for (const kind of ['pointerup', 'pointercancel'] as const) box.addEventListener(kind, up, { signal: stop.signal });
    return () => stop.abort();
  }, [box]);
};

const WAYS: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
const FAR = 10;
const BESIDE = 12;

/** The end in hand, moved by whole pixels of the picture in the direction the key has on the screen. */
const nudged = (scene: Scene, draft: Draft, way: Point, pixels: number): Draft => {
  const end = draft.ends[draft.active] as Point;
  const on = scene.pane.player.toScreen(end);
  const to = scene.pane.player.toPicture({ x: on.x + way.x, y: on.y + way.y });
  const long = Math.hypot(to.x - end.x, to.y - end.y) || 1;
  return moved(draft, draft.active, inside({ x: end.x + ((to.x - end.x) / long) * pixels, y: end.y + ((to.y - end.y) / long) * pixels }, scene.run));
};

/** The next end by keys: beside the last one, the first in the middle of the pane. */
const nextEnd = ({ box, pane, run }: Scene, draft: Draft): Draft => {
  const last = draft.ends.at(-1);
  const on = last ? pane.player.toScreen(last) : { x: box.clientWidth / 2 - BESIDE, y: box.clientHeight / 2 };
  return withEnd(draft, inside(pane.player.toPicture({ x: on.x + BESIDE, y: on.y }), run));
};

/** What a key does to a draft; undefined when it is none of ours, null when the draft is to go. */
const keyed = (scene: Scene, draft: Draft, { key, shiftKey }: KeyboardEvent): Draft | null | undefined => {
  const way = WAYS[key];
  if (way && draft.active >= 0) return nudged(scene, draft, way, shiftKey ? FAR : 1);
  if (key === 'Enter' && open(draft) && !(draft.kind === 'vessel' && draft.found)) return snapped(nextEnd(scene, draft), planeOf(scene.pane, scene.run));
  if (draft.ends.length === 0) return undefined;
  if ((key === 'n' || key === 'N') && !shiftKey) return { ...draft, active: (draft.active + 1) % draft.ends.length };
  if (key === 'Backspace' || key === 'Delete') return withoutLast(draft);
  return key === 'Escape' ? null : undefined;
};

const useKeys = (scene: Scene, onHeld: (held: Held | undefined) => void): void => {
  const newest = useNewest(scene);
  const { box } = scene;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const now = newest.current;
      if (!now.allowed || event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return;
      const draft = draftHere(now);
      if (!draft) return;
      const keeps = event.key === 'Enter' && complete(draft) && !open(draft);
      const next = keeps ? draft : keyed(now, draft, event);
      if (next === undefined) return;
      // Ahead of the engine's own keys on the same element.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (keeps) {
        now.onKeep();
        return;
      }
      now.pane.player.pause();
      now.measuring.put(next ?? undefined);
      const end = next?.ends[next.active];
      onHeld(end && { at: now.pane.player.toScreen(end), by: 'keys' });
    };
    box.addEventListener('keydown', hear, { capture: true });
    return () => box.removeEventListener('keydown', hear, { capture: true });
  }, [box]);
};

/** The end that a finger or a key is moving now: it is shown larger. */
export const useCalipers = (scene: Scene): Held | undefined => {
  const [held, setHeld] = useState<Held>();
  usePointers(scene, setHeld);
  useKeys(scene, setHeld);
  return held;
};
