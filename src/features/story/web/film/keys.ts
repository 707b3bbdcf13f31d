// Keys of the whole viewer: those of the engine wherever the focus is inside it, and those that need the page.

import { commandFor, type ControlAsks, latinKey, type ViewerPane } from '#features/cases/web/player-door.ts';
import { isShape } from './drawing.ts';
import { settings } from './settings.ts';
import type { Hand } from './hand.ts';

export type PageKeys = {
  readonly hand: (next: Hand) => void;
  readonly layout: (panes: number) => void;
  /** To the pane that lies this many columns and rows away. */
  readonly pane: (columns: number, rows: number) => void;
  readonly link: () => void;
  readonly rub: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Plays the path of the chosen mark's author, or ends it. */
  readonly path: () => void;
  /** Puts down what is in hand. */
  readonly escape: () => void;
  readonly marking: boolean;
};

const hands: Readonly<Record<string, Hand>> = { w: 'window', z: 'zoom', d: 'mask', m: 'measure', a: 'arrow', b: 'freehand', t: 'text', g: 'segment' };
const ways: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A text field never loses a letter; a slider and a list keep the keys they move by. */
const keepsKeys = (target: EventTarget | null, key: string): boolean => {
  if (!(target instanceof Element)) return true;
  if (target.closest('dialog, textarea, select, input:not([type="range"])')) return true;
  if (target.matches('input[type="range"]')) return /^(Arrow|Page|Home|End)/.test(key);
  return target.matches('button, a[href], summary') && (key === ' ' || key === 'Enter');
};

/** Handles a key of the viewer; true when it was one. */
export const pressed = (event: KeyboardEvent, pane: ViewerPane | undefined, asks: PageKeys & ControlAsks): boolean => {
  if (event.defaultPrevented || keepsKeys(event.target, event.key)) return false;
  const profile = settings().keys;
  if (event.key === 'Escape') asks.escape();
  else if (profile === 'off') return false;
  else if (!own(event, asks)) {
    const command = pane && commandFor(event, profile, pane.state().tool);
    if (!command) return false;
    command(pane.player, asks);
  }
  event.preventDefault();
  return true;
};

const own = (event: KeyboardEvent, asks: PageKeys): boolean => {
  const key = latinKey(event);
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (!asks.marking || !'zy'.includes(key)) return false;
    if (key === 'y' || event.shiftKey) asks.redo();
    else asks.undo();
    return true;
  }
  const layout = event.shiftKey ? /^Digit([124])$/.exec(event.code)?.[1] : undefined;
  const way = event.shiftKey ? ways[event.key] : undefined;
  if (layout) asks.layout(Number(layout));
  else if (way) asks.pane(...way);
  else if (key === 's') asks.link();
  else if (key === 'x') asks.path();
  else if ((key === 'Backspace' || key === 'Delete') && asks.marking) asks.rub();
  else if (hands[key] && (asks.marking || !isShape(hands[key]))) asks.hand(hands[key]);
  else return false;
  return true;
};
