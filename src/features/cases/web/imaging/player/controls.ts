import { SPEEDS } from './clock.ts';
import { bindDrags, placeIn, type Tool } from './drags.ts';
import type { Player } from './player-state.ts';

/** What the keys ask of the page around the player. */
export type ControlAsks = {
  /** ↑ ↓ and PgUp PgDn: −1 or 1. */
  readonly run?: (by: -1 | 1) => void;
  readonly fullScreen?: () => void;
  /** `?` shows the map of keys. */
  readonly help?: () => void;
  /** Double click or double tap: one view or all. */
  readonly layout?: () => void;
  /** Whose keys: `ohif` makes Space reset, `off` leaves every key to the browser. */
  readonly keys?: () => KeyProfile;
  /** A drag upward makes the centre rise; as in Cornerstone, downward does. */
  readonly upward?: () => boolean;
};

export type KeyProfile = 'hamdel' | 'ohif' | 'off';

export type Controls = { tool(tool: Tool): void; dispose(): void };

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
  p: (player) => player.actual(),
  '0': (player) => player.reset(),
  r: (player) => player.turn(1),
  l: (player) => player.turn(-1),
  h: (player) => player.flip('x'),
  v: (player) => player.flip('y'),
  i: (player) => player.invert(),
  e: (player) => player.sharpen(),
  '1': preset(0.5, 1),
  '2': preset(0.5, 0.6),
  '3': preset(0.35, 0.5),
  '4': preset(0.65, 0.5),
  f: (_, asks) => asks.fullScreen?.(),
  '?': (_, asks) => asks.help?.(),
};

/** One press moves the mask by this many pixels of the picture. */
export const NUDGE = 0.25;
const nudge = (x: number, y: number): Command => (player) => player.shift(x * NUDGE, y * NUDGE);
/** While the mask is in hand; frames go by `,` and `.` then. */
const SHIFTING: Readonly<Record<string, Command>> = { ArrowLeft: nudge(-1, 0), ArrowRight: nudge(1, 0), ArrowUp: nudge(0, -1), ArrowDown: nudge(0, 1) };

/** The keys as the help shows them, in order. */
export const KEY_NAMES: readonly string[] = Object.keys(KEYS);

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & Partial<Pick<KeyboardEvent, 'code' | 'shiftKey'>>;

const BY_PLACE: Readonly<Record<string, string>> = { Comma: ',', Period: '.', BracketLeft: '[', BracketRight: ']', Minus: '-' };

/** The key as a Latin keyboard has it: with a Persian layout the same place means the same. Letters are small. */
export function latinKey({ key, code = '', shiftKey = false }: Press): string {
  // Digits by their place: where a plain press gives another sign, the presets would be out of reach.
  if (!shiftKey && /^Digit[0-4]$/.test(code)) return code.slice(-1);
  if (key.length !== 1 || key.charCodeAt(0) < 0x80) return key.length === 1 ? key.toLowerCase() : key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  if (code === 'Equal') return shiftKey ? '+' : '=';
  return BY_PLACE[code] ?? /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

/** What a key press means here; null when it is not ours (another field, a modifier, an unknown key). */
export function commandFor(event: Press, profile: KeyProfile = 'hamdel', tool: Tool = 'auto'): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey || profile === 'off') return null;
  const key = latinKey(event);
  // With Shift they choose a layout or go to another pane, which is the page's.
  if (event.shiftKey && (/^Digit[124]$/.test(event.code ?? '') || key.startsWith('Arrow'))) return null;
  if (tool === 'shift' && SHIFTING[key]) return SHIFTING[key];
  if (profile === 'ohif' && key === ' ') return (player) => player.reset();
  return KEYS[key] ?? null;
}

/**
 * Binds keys and gestures to the element that holds a player; make it focusable (`tabindex="0"`). Keys act only while it
 * has the focus, so a text field never loses a letter. Mouse: left = the tool, middle or Shift + left = pan, right = zoom,
 * wheel = frames, Ctrl + wheel = zoom. Touch: one finger scrubs sideways, changes the run up and down, and holds; two window, or pan when zoomed, and pinch.
 */
export function bindControls(element: HTMLElement, player: Player, asks: ControlAsks = {}): Controls {
  const stop = new AbortController();
  const { signal } = stop;
  let tool: Tool = 'auto';
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== element) return;
      const command = commandFor(event, asks.keys?.(), tool);
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
  element.style.touchAction = 'none';
  bindDrags(element, player, { tool: () => tool, upward: () => asks.upward?.() ?? false, twice: () => asks.layout?.(), run: (by) => asks.run?.(by) }, signal);
  return {
    tool(next) {
      tool = next;
    },
    dispose: () => stop.abort(),
  };
}
