// What the network puts into earlier and later pages: the tie with a colleague, a way to all ties, what waits to be confirmed.

import { later } from '#web/later.tsx';
import type { Slots } from '#web/slots.tsx';
import { TiesTab } from './ties-tab.tsx';

const server = import.meta.env.SSR;

export const slots: Slots = {
  person: later(async () => (await import('./with-person.tsx')).WithPerson, server ? (await import('./with-person.tsx')).WithPerson : undefined),
  peopleTabs: TiesTab,
  home: later(async () => (await import('./waiting.tsx')).Waiting, server ? (await import('./waiting.tsx')).Waiting : undefined),
};
