// Every feature's pages and sentences. A feature joins by having `web/door.tsx` with `pages`, and `words/`; nothing is listed by hand.
import { ownPages } from '#web/own-pages.ts';
import type { PageDef } from '#web/page.ts';
import type { Locale } from '#kernel/locale.ts';

type Door = { readonly pages?: readonly PageDef[] };
type Sentences = { readonly byKey: Readonly<Record<string, (l: Locale, p?: Readonly<Record<string, unknown>>) => string>> };

const doors = import.meta.glob<Door>('../features/*/web/door.tsx', { eager: true });
const words = import.meta.glob<Sentences>('../words-compiled/*.by-key.ts');

/** In the order of the features' names; the frame's own last. */
export const pages: readonly PageDef[] = [...Object.keys(doors).sort().flatMap((file) => doors[file]?.pages ?? []), ...ownPages];

/** Loaders of refusal sentences by feature. */
export const sentences = Object.fromEntries(Object.entries(words).map(([file, load]) => [file.replace(/^.*\/(.+)\.by-key\.ts$/, '$1'), load]));
