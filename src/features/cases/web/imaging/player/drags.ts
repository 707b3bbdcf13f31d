import type { Player } from './player-state.ts';
import type { Point } from './view.ts';

/** A drag of this many CSS pixels is not a click any more. */
const CLICK_PX = 4;
/** Full width of the window for this many CSS pixels of drag. */
const WINDOW_PX = 400;
/** One frame for this many CSS pixels of a swipe. */
const SCRUB_PX = 6;
/** Two fingers show what they mean after this many CSS pixels. */
const MEANT_PX = 8;
/** A finger that rests this long holds the picture still. */
const HOLD_MS = 250;
/** Two taps within this time and distance are one double tap. */
const TWICE_MS = 320;
const TWICE_PX = 32;
/** A finger that goes this far up or down, and less than half as far sideways, means another run. */
const SWIPE_PX = 56;

/** What the left button or one finger does. `auto`: the button windows, the finger scrubs. `shift`: the mask of a subtraction moves. `mark`: the page draws, nothing moves. */
export type Tool = 'auto' | 'window' | 'pan' | 'zoom' | 'scroll' | 'shift' | 'mark';

export type DragAsks = {
  readonly tool: () => Tool;
  readonly upward: () => boolean;
  /** Double click or double tap. */
  readonly twice: () => void;
  /** A finger swiped up (1) or down (−1). */
  readonly run: (by: -1 | 1) => void;
};

type Held = { x: number; y: number; readonly from: Point; readonly button: number; readonly shift: boolean; readonly touch: boolean };
type Pair = { apart: number; along: number; meaning: 'pinch' | 'drag' | null };

export const placeIn = (element: HTMLElement, event: MouseEvent): Point => {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

/** Drags of a mouse, a pen and up to two fingers over the element that holds a player. */
export function bindDrags(element: HTMLElement, player: Player, asks: DragAsks, signal: AbortSignal): void {
  const held = new Map<number, Held>();
  const hold = holding(player);
  // While something is drawn two taps are two places.
  const tapped = tapping(() => { if (asks.tool() !== 'mark') asks.twice(); });
  let moved = 0;
  let scrubbed = 0;
  let pair: Pair = { apart: 0, along: 0, meaning: null };
  let most = 0;
  const down = (event: PointerEvent): void => {
    // A button on the picture is no part of it.
    if ((event.target as Element).closest('button')) return;
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    if (held.size === 0) [moved, scrubbed, most] = [0, 0, 0];
    held.set(event.pointerId, { x: event.clientX, y: event.clientY, from: { x: event.clientX, y: event.clientY }, button: event.button, shift: event.shiftKey, touch: event.pointerType === 'touch' });
    most = Math.max(most, held.size);
    pair = { apart: 0, along: 0, meaning: null };
    if (event.pointerType === 'touch' && held.size === 1 && asks.tool() !== 'mark') hold.begin();
    else hold.end();
  };
  const move = (event: PointerEvent): void => {
    const one = held.get(event.pointerId);
    if (!one) return;
    const [dx, dy] = [event.clientX - one.x, event.clientY - one.y];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved > CLICK_PX) hold.cancel();
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    if (other) pair = twoFingers(element, player, asks, pair, one, other, event);
    else if (moved > CLICK_PX) scrubbed = drag(player, asks, toolOf(one, asks.tool()), dx, dy, scrubbed);
    [one.x, one.y] = [event.clientX, event.clientY];
  };
  const up = (event: PointerEvent): void => {
    const one = held.get(event.pointerId);
    if (!held.delete(event.pointerId)) return;
    const frozen = hold.end();
    if (event.type === 'pointerup' && one?.touch && held.size === 0 && moved <= CLICK_PX && !frozen) tapped(event);
    if (event.type === 'pointerup' && one?.touch && most === 1 && !frozen && toolOf(one, asks.tool()) === 'scroll') swiped(asks, one.from, event);
  };
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  for (const kind of ['pointerup', 'pointercancel'] as const) element.addEventListener(kind, up, { signal });
  element.addEventListener('dblclick', (event) => { if ((event as PointerEvent).pointerType !== 'touch' && !tapped.lately() && asks.tool() !== 'mark') asks.twice(); }, { signal });
  // The browser's menu would end a right drag; a right click that did not move still opens it. A held finger opens none.
  element.addEventListener('contextmenu', (event) => { if (moved > CLICK_PX || (event as PointerEvent).pointerType === 'touch') event.preventDefault(); }, { signal });
  signal.addEventListener('abort', () => hold.cancel());
}

function swiped(asks: DragAsks, from: Point, event: PointerEvent): void {
  const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
  if (Math.abs(dy) >= SWIPE_PX && Math.abs(dx) * 2 < Math.abs(dy)) asks.run(dy < 0 ? 1 : -1);
}

/** A resting finger stops a running cine until it is lifted. */
function holding(player: Player): { begin(): void; cancel(): void; end(): boolean } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frozen = false;
  return {
    begin() {
      if (!player.state().playing) return;
      timer = setTimeout(() => {
        frozen = true;
        player.pause();
      }, HOLD_MS);
    },
    cancel: () => clearTimeout(timer),
    /** True when it was held. */
    end() {
      clearTimeout(timer);
      const was = frozen;
      frozen = false;
      if (was) player.play();
      return was;
    },
  };
}

/** Double taps by our own count: not every browser makes a `dblclick` of them where touch gestures are ours. */
function tapping(twice: () => void): ((event: PointerEvent) => void) & { lately(): boolean } {
  let last = { x: 0, y: 0, at: -TWICE_MS };
  let doubled = -TWICE_MS;
  const tapped = (event: PointerEvent): void => {
    const near = Math.hypot(event.clientX - last.x, event.clientY - last.y) < TWICE_PX;
    const now = event.timeStamp;
    if (near && now - last.at < TWICE_MS) {
      doubled = performance.now();
      last = { x: 0, y: 0, at: -TWICE_MS };
      twice();
    } else last = { x: event.clientX, y: event.clientY, at: now };
  };
  return Object.assign(tapped, { lately: () => performance.now() - doubled < TWICE_MS });
}

function toolOf({ button, shift, touch }: Held, tool: Tool): Tool {
  if (button === 1 || (shift && button === 0)) return 'pan';
  if (button === 2) return 'zoom';
  return tool === 'auto' ? (touch ? 'scroll' : 'window') : tool;
}

function windowBy(player: Player, upward: boolean, dx: number, dy: number): void {
  const { look } = player.state();
  // As in Cornerstone: right = wider, down = centre up.
  player.window(look.center + ((upward ? -dy : dy) / WINDOW_PX) * Math.max(0.25, look.width), look.width * Math.exp(dx / WINDOW_PX));
}

/** The mask goes with the hand, however large the picture is shown. */
function shiftBy(player: Player, dx: number, dy: number): void {
  const [from, to] = [player.toPicture({ x: 0, y: 0 }), player.toPicture({ x: 1, y: 0 })];
  const pixel = Math.hypot(to.x - from.x, to.y - from.y);
  player.shift(dx * pixel, dy * pixel);
}

/** One step of a drag; gives back the pixels of a scrub that did not make a whole frame yet. */
function drag(player: Player, asks: DragAsks, tool: Tool, dx: number, dy: number, scrubbed: number): number {
  if (tool === 'pan') player.pan(dx, dy);
  else if (tool === 'zoom') player.zoom(Math.exp(-dy / 150));
  else if (tool === 'shift') shiftBy(player, dx, dy);
  else if (tool === 'window') windowBy(player, asks.upward(), dx, dy);
  else if (tool === 'scroll') {
    const total = scrubbed + dx;
    const frames = Math.trunc(total / SCRUB_PX);
    if (frames !== 0) player.step(frames);
    return total - frames * SCRUB_PX;
  }
  return scrubbed;
}

/** Two fingers: apart or together zooms about their middle; side by side they pan a zoomed picture and window a whole one. */
function twoFingers(element: HTMLElement, player: Player, asks: DragAsks, pair: Pair, one: Held, other: Held, event: PointerEvent): Pair {
  const before = Math.hypot(one.x - other.x, one.y - other.y);
  const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
  const [dx, dy] = [(event.clientX - one.x) / 2, (event.clientY - one.y) / 2];
  const apart = pair.apart + (after - before);
  const along = pair.along + Math.hypot(dx, dy) - Math.abs(after - before) / 2;
  const zoomed = player.state().view.zoom > 1.01;
  const meaning = zoomed ? 'pinch' : (pair.meaning ?? (Math.abs(apart) > MEANT_PX * 2 ? 'pinch' : along > MEANT_PX ? 'drag' : null));
  if (meaning === 'pinch') {
    const box = element.getBoundingClientRect();
    player.pan(dx, dy);
    if (before > 10 && after > 10) player.zoom(after / before, { x: (event.clientX + other.x) / 2 - box.left, y: (event.clientY + other.y) / 2 - box.top });
  } else if (meaning === 'drag') windowBy(player, asks.upward(), dx, dy);
  return { apart, along, meaning: zoomed ? pair.meaning : meaning };
}
