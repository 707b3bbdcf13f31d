// How this person's hand is used to viewers: kept on this device, read in the browser only.

import type { KeyProfile } from '#features/cases/web/player-door.ts';

export type Settings = { readonly keys: KeyProfile; /** Dragging down lowers the window's centre. */ readonly upward: boolean };

const NAME = 'hamdel-viewer';
const USUAL: Settings = { keys: 'hamdel', upward: false };
let known: Settings | undefined;

const read = (): Settings => {
  try {
    const { keys, upward } = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Settings>;
    return { keys: keys === 'ohif' || keys === 'off' ? keys : 'hamdel', upward: upward === true };
  } catch {
    // Storage refused or spoiled: the usual way.
    return USUAL;
  }
};

export const settings = (): Settings => (known ??= read());

export const changeSettings = (change: Partial<Settings>): Settings => {
  known = { ...settings(), ...change };
  try {
    localStorage.setItem(NAME, JSON.stringify(known));
  } catch {
    // Holds until the page closes.
  }
  return known;
};
