// Every feature's pages, and what they put into others' pages. A feature joins by having `web/pages.ts` or `web/slots.ts`; nothing is listed by hand.
import { ownPages } from '#web/own-pages.ts';
import type { PageDef } from '#web/page.ts';
import { fillSlots, type Slots } from '#web/slots.tsx';

type Defines = { readonly pages?: readonly PageDef[] };

const found = import.meta.glob<Defines>('../features/*/web/pages.ts', { eager: true });

/** In the order of the features' names; the frame's own last. */
export const pages: readonly PageDef[] = [...Object.keys(found).sort().flatMap((file) => found[file]?.pages ?? []), ...ownPages];

const slots = import.meta.glob<{ readonly slots: Slots }>('../features/*/web/slots.ts', { eager: true });
fillSlots(Object.keys(slots).sort().flatMap((file) => slots[file]?.slots ?? []));
