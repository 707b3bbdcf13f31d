// What a page is: one definition serves the server's document and the browser's router.
import type { ComponentType } from 'preact';
import type { Locale } from '#kernel/locale.ts';

export type Params = Readonly<Record<string, string>>;

/** Places of the top bar and the tab bar. `you` is the page behind one's own face, `search` the one behind the glass, `notices` behind the bell. */
export type Place = 'home' | 'cases' | 'ask' | 'people' | 'opportunities' | 'you' | 'search' | 'notices';

/** What a page's view is given. `data` holds one entry for each name that `load` gave. */
export type PageProps<D> = { readonly data: D; readonly params: Params; readonly query: Params };

export type PageOf<D> = {
  /** As in `/cases/:id`; a `:name` takes one segment. */
  readonly path: string;
  /** The view's file from the root (`src/features/cases/web/case.tsx`): its chunk is loaded together with the document. */
  readonly file: string;
  /**
   * Only for titles that need no words of the feature: what a definition imports stands in every page's first load.
   * Else the view's file exports `title`.
   */
  readonly title?: (l: Locale, data: D) => string;
  /** Name → GET path of the API. All data of a page comes through that documented API, on the server and in the browser alike. */
  readonly load: (params: Params, query: Params) => { readonly [K in keyof D]: string };
  /** Names whose refusal leaves the page standing: their entry is then undefined. */
  readonly maybe?: readonly (keyof D & string)[];
  readonly view: () => Promise<{ readonly View: ComponentType<PageProps<D>>; readonly title?: (l: Locale, data: D) => string }>;
  /** Marks the place of the bar as current. A page whose path has no `:name` is also that place's own address when it comes first. */
  readonly place?: Place;
  /** `person`: who is not signed in goes to /sign-in and back. `nobody`: who is signed in goes home. */
  readonly needs?: 'person' | 'nobody';
  /** The view stands in `<main>`. `narrow` is a form or a letter; `full` has neither margin nor measure; `bare` is full and without bar, foot and tabs (the viewer). */
  readonly shape?: 'narrow' | 'full' | 'bare';
  /** Only where the node shows the demo world. */
  readonly demoOnly?: boolean;
};

/** A page whose data type has been checked at its definition. */
export type PageDef = PageOf<Readonly<Record<string, unknown>>>;

/** Checks a page's data type once, where it is written; the frame needs it no more. */
export const definePage = <D extends object>(page: PageOf<D>): PageDef => page as unknown as PageDef;
