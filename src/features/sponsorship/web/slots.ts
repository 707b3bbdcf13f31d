// What sponsorship puts into earlier and later pages: the way to it, and what waits on home.

import { later } from '#web/later.tsx';
import type { Slots } from '#web/slots.tsx';
import { WayHere } from './way-here.tsx';

const server = import.meta.env.SSR;

export const slots: Slots = {
  opportunities: WayHere,
  home: later(async () => (await import('./waiting.tsx')).Waiting, server ? (await import('./waiting.tsx')).Waiting : undefined),
};
