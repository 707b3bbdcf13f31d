import type { Player } from './player-state.ts';
import { SPEEDS } from './clock.ts';

/** What the keys ask of the page around the player. */
export type ControlAsks = {
  /** ↑ ↓ and PgUp PgDn: −1 or 1. */
  readonly run?: (by: -1 | 1) => void;
  readonly fullScreen?: () => void;
  /** `?` shows the map of keys. */
  readonly help?: () => void;
  /** Double click or double tap: one view or all. */
  readonly layout?: () => void;
  /** A click that did not move, with mark tool in hand: place in the picture, in pixels. */
  readonly place?: (x: number, y: number) => void;
};

/** What the left button or one finger does. */
export type Tool = 'window' | 'pan' | 'zoom' | 'scroll' | 'mark';

export type Controls = { tool(tool: Tool): void; dispose(): void };

/** A drag of this many CSS pixels is not a click any more. */
const CLICK_PX = 4;
/** Full width of the window for this many CSS pixels of drag. */
const WINDOW_PX = 400;
/** One frame for this many CSS pixels of a swipe. */
const SCRUB_PX = 6;
const ZOOM_STEP = 1.2;

type Command = (player: Player, asks: ControlAsks) => void;

const preset = (center: number, width: number): Command => (player) => player.window(center, width);
const speedBy = (by: number): Command => (player) => {
  const at = SPEEDS.findIndex((speed) => speed === player.state().speed);
  player.speed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, (at < 0 ? 2 : at) + by))] ?? 1);
};

/** The key map: those of the viewers that hands already know; time does not mirror, → is the next frame in every language. */
const KEYS: Readonly<Record<string, Command>> = {
  ' ': (player) => player.toggle(),
  c: (player) => player.toggle(),
  ArrowLeft: (player) => player.step(-1),
  ',': (player) => player.step(-1),
  ArrowRight: (player) => player.step(1),
  '.': (player) => player.step(1),
  ArrowUp: (_, asks) => asks.run?.(-1),
  PageUp: (_, asks) => asks.run?.(-1),
  ArrowDown: (_, asks) => asks.run?.(1),
  PageDown: (_, asks) => asks.run?.(1),
  Home: (player) => player.seek(0),
  End: (player) => player.seek(player.state().frames - 1),
  '[': speedBy(-1),
  ']': speedBy(1),
  '+': (player) => player.zoom(ZOOM_STEP),
  '-': (player) => player.zoom(1 / ZOOM_STEP),
  '=': (player) => player.fit(),
  '0': (player) => player.reset(),
  r: (player) => player.turn(1),
  l: (player) => player.turn(-1),
  h: (player) => player.flip('x'),
  v: (player) => player.flip('y'),
  i: (player) => player.invert(),
  '1': preset(0.5, 1),
  '2': preset(0.5, 0.6),
  '3': preset(0.35, 0.5),
  '4': preset(0.65, 0.5),
  f: (_, asks) => asks.fullScreen?.(),
  '?': (_, asks) => asks.help?.(),
};

/** The keys as the help shows them, in order. */
export const KEY_NAMES: readonly string[] = Object.keys(KEYS);

/** What a key press means here; null when it is not ours (another field, a modifier, an unknown key). */
export function commandFor(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return KEYS[key] ?? null;
}

/**
 * Binds keys and gestures to the element that holds a player; make it focusable (`tabindex="0"`). Keys act only while it
 * has the focus, so a text field never loses a letter. Mouse: left = the tool, middle or Shift + left = pan, right = zoom,
 * wheel = frames, Ctrl + wheel = zoom. Touch: one finger scrubs, two pan and zoom.
 */
export function bindControls(element: HTMLElement, player: Player, asks: ControlAsks = {}): Controls {
  const stop = new AbortController();
  const { signal } = stop;
  let tool: Tool = 'window';
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== element) return;
      const command = commandFor(event);
      if (!command) return;
      event.preventDefault();
      command(player, asks);
    },
    { signal },
  );
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (event.ctrlKey) player.zoom(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, placeIn(element, event));
      else player.step(Math.sign(event.deltaY));
    },
    { signal, passive: false },
  );
  element.addEventListener('dblclick', () => asks.layout?.(), { signal });
  element.style.touchAction = 'none';
  bindDrags(element, player, asks, () => tool, signal);
  return {
    tool(next) {
      tool = next;
    },
    dispose: () => stop.abort(),
  };
}

const placeIn = (element: HTMLElement, event: MouseEvent): { x: number; y: number } => {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

type Held = { x: number; y: number; readonly button: number; readonly shift: boolean; readonly touch: boolean };

function bindDrags(element: HTMLElement, player: Player, asks: ControlAsks, tool: () => Tool, signal: AbortSignal): void {
  const held = new Map<number, Held>();
  let moved = 0;
  let scrubbed = 0;
  element.addEventListener(
    'pointerdown',
    (event) => {
      element.focus({ preventScroll: true });
      element.setPointerCapture(event.pointerId);
      if (held.size === 0) [moved, scrubbed] = [0, 0];
      held.set(event.pointerId, { x: event.clientX, y: event.clientY, button: event.button, shift: event.shiftKey, touch: event.pointerType === 'touch' });
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const one = held.get(event.pointerId);
      if (!one) return;
      const [dx, dy] = [event.clientX - one.x, event.clientY - one.y];
      moved += Math.abs(dx) + Math.abs(dy);
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      if (other) pinch(element, player, one, other, event);
      else if (moved > CLICK_PX) scrubbed = drag(player, one.touch && tool() === 'window' ? 'scroll' : toolOf(one, tool()), dx, dy, scrubbed);
      [one.x, one.y] = [event.clientX, event.clientY];
    },
    { signal },
  );
  const release = (event: PointerEvent): void => {
    const one = held.get(event.pointerId);
    held.delete(event.pointerId);
    if (event.type !== 'pointerup' || !one || moved > CLICK_PX || one.button !== 0 || tool() !== 'mark') return;
    const { x, y } = player.toPicture(placeIn(element, event));
    asks.place?.(x, y);
  };
  for (const kind of ['pointerup', 'pointercancel'] as const) element.addEventListener(kind, release, { signal });
  // The browser's menu would end a right drag; a right click that did not move still opens it.
  element.addEventListener('contextmenu', (event) => { if (moved > CLICK_PX) event.preventDefault(); }, { signal });
}

function toolOf({ button, shift }: Held, tool: Tool): Tool {
  if (button === 1 || shift) return 'pan';
  return button === 2 ? 'zoom' : tool;
}

/** One step of a drag; gives back the pixels of a scrub that did not make a whole frame yet. */
function drag(player: Player, tool: Tool, dx: number, dy: number, scrubbed: number): number {
  const { look } = player.state();
  if (tool === 'pan') player.pan(dx, dy);
  else if (tool === 'zoom') player.zoom(Math.exp(-dy / 150));
  else if (tool === 'window') {
    // As in Cornerstone: right = wider, down = centre up.
    player.window(look.center + (dy / WINDOW_PX) * Math.max(0.25, look.width), look.width * Math.exp(dx / WINDOW_PX));
  } else if (tool === 'scroll') {
    const total = scrubbed + dx;
    const frames = Math.trunc(total / SCRUB_PX);
    if (frames !== 0) player.step(frames);
    return total - frames * SCRUB_PX;
  }
  return scrubbed;
}

/** Two fingers: the middle pans, the distance zooms. */
function pinch(element: HTMLElement, player: Player, one: Held, other: Held, event: PointerEvent): void {
  const before = Math.hypot(one.x - other.x, one.y - other.y);
  const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
  const box = element.getBoundingClientRect();
  player.pan((event.clientX - one.x) / 2, (event.clientY - one.y) / 2);
  if (before > 10 && after > 10) player.zoom(after / before, { x: (event.clientX + other.x) / 2 - box.left, y: (event.clientY + other.y) / 2 - box.top });
}
