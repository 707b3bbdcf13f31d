import type { IconName } from '#web/icons.ts';

// Only what points along the reading direction turns with it; play, step, clock, film never do (icons.ts marks none by itself).
const flips: readonly IconName[] = ['next', 'hand', 'edit'];

/** An icon of the document's sprite. Always beside a word, or inside something with an accessible name. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class={flips.includes(name) ? 'i flip' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
    <use href={`#i-${name}`} />
  </svg>
);
