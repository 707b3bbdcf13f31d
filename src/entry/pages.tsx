// The server's side of the pages, built for Node into dist-pages/pages.js: which page an address means, and its document.
import { renderToString } from 'preact-render-to-string';
import { App, type AppProps, titleOf } from '#web/app.tsx';
import type { Theme } from '#web/context.tsx';
import { type Assets, documentOf } from '#web/document.ts';
import { gather } from '#web/gather.ts';
import type { Me } from '#web/me.ts';
import { type Answer, type Refused, prepareSentence, sentencesFrom } from '#web/refusals.ts';
import { choose, queryOf, safeBack } from '#web/routes.ts';
import { notFound, type Shown } from '#web/shown.ts';
import type { Locale } from '#kernel/locale.ts';
import { pages } from './every.ts';
import { sentenceOf } from './sentences.ts';

// The server has every sentence at hand; a browser asks for the one it meets.
sentencesFrom(sentenceOf);

export type Asked = {
  readonly path: string;
  readonly search: string;
  readonly l: Locale;
  readonly theme: Theme | undefined;
  readonly timeZone: string;
  readonly now: Date;
  readonly me: Me;
  /** Answers a GET of the API as this reader. */
  readonly get: (path: string) => Promise<Answer<unknown>>;
  /** The files of a view, by its source file. */
  readonly assetsOf: (file: string | undefined) => Assets;
  /** Shown in place of the page: the server could not make it. */
  readonly refused?: Refused;
};

export type Made = { readonly go: string } | { readonly status: number; readonly html: string };

const statusOf: Record<Refused['family'], number> = { invalid: 422, forbidden: 403, 'not-found': 404, conflict: 409, 'too-many': 429, offline: 503, fault: 500 };

/** The document for an address, or where to go instead. */
export const makePage = async (asked: Asked): Promise<Made> => {
  const { path, search, me } = asked;
  const query = queryOf(search);
  const bare: Shown = { path, search, params: {}, query, page: undefined, View: undefined, data: {}, refused: asked.refused ?? notFound, asOf: undefined };
  if (asked.refused !== undefined) return documentFor(asked, bare);
  const chosen = choose(pages, path, search, me);
  if (chosen.kind === 'go') return { go: chosen.to };
  if (chosen.kind === 'none') return documentFor(asked, bare);
  const { page, params } = chosen;
  const gathered = await gather(page, params, query, asked.get);
  if (!gathered.ok && gathered.code === 'web.signInFirst' && me.person === null) return { go: `/sign-in?back=${encodeURIComponent(path + search)}` };
  if (!gathered.ok) return documentFor(asked, { ...bare, params, page, refused: gathered });
  const { View, title } = await page.view();
  return documentFor(asked, { ...bare, params, page, View, title, data: gathered.value, refused: undefined });
};

const documentFor = async (asked: Asked, shown: Shown): Promise<Made> => {
  const { l, theme, timeZone, now, me } = asked;
  const said = shown.refused === undefined ? undefined : await prepareSentence(shown.refused);
  const props: AppProps = { pages, shown, me, l, theme, timeZone, now };
  const html = documentOf({
    l, title: titleOf(l, shown), body: renderToString(<App {...props} />), assets: asked.assetsOf(shown.View === undefined ? undefined : shown.page?.file),
    data: { l, theme: theme ?? null, timeZone, now: now.toISOString(), me, data: shown.data, refused: shown.refused ?? null, said: said ?? null },
  });
  return { status: shown.refused === undefined ? 200 : statusOf[shown.refused.family], html };
};

/** The paths at which a page stands, for the server's routes. */
export const pagePaths = (): readonly string[] => [...new Set(pages.map(({ path }) => path))];
/** The views' source files, which must each be in the build. */
export const pageFiles = (): readonly string[] => pages.map(({ file }) => file);
export { safeBack, sentenceOf };
