// Every feature's pages. A feature joins by having `web/pages.ts`; nothing is listed by hand.
import { ownPages } from '#web/own-pages.ts';
import type { PageDef } from '#web/page.ts';

type Defines = { readonly pages?: readonly PageDef[] };

const found = import.meta.glob<Defines>('../features/*/web/pages.ts', { eager: true });

/** In the order of the features' names; the frame's own last. */
export const pages: readonly PageDef[] = [...Object.keys(found).sort().flatMap((file) => found[file]?.pages ?? []), ...ownPages];
