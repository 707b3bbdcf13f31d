// One moment of the app: what is shown and for whom. The server makes the first, the browser the others.
import type { ComponentType } from 'preact';
import type { Both, Locale } from '#kernel/locale.ts';
import type { Theme } from './context.tsx';
import type { Data } from './gather.ts';
import type { Me } from './me.ts';
import type { PageDef, PageProps, Params } from './page.ts';
import { type Refused, refusedAs } from './refusals.ts';

export type View = ComponentType<PageProps<Data>>;

export type Shown = {
  readonly path: string;
  readonly search: string;
  readonly params: Params;
  readonly query: Params;
  /** Undefined: nothing at this address. */
  readonly page: PageDef | undefined;
  readonly View: View | undefined;
  /** Of the page, by its data. */
  readonly title?: ((l: Locale, data: Data) => string) | undefined;
  readonly data: Data;
  readonly refused: Refused | undefined;
  readonly asOf: Date | undefined;
};

/** What the server tells the browser in `<script id="data">`. */
export type Embedded = {
  readonly l: Locale;
  readonly theme: Theme | null;
  readonly timeZone: string;
  readonly now: string;
  readonly me: Me;
  readonly data: Data;
  readonly refused: Refused | null;
  /** The refusal's sentence in both languages. */
  readonly said: Both | null;
};

export const notFound = refusedAs('not-found', 'web.notFound');
