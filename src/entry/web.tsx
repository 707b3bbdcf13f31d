// The browser's side: takes over the document that the server made.
import '#web/styles/index.css';
import { hydrate, render } from 'preact';
import { App } from '#web/app.tsx';
import { driveWith, load } from '#web/drive.ts';
import { doneHydrating } from '#web/later.tsx';
import type { Embedded, Shown } from '#web/shown.ts';
import { knownSentence } from '#web/refusals.ts';
import { choose, queryOf } from '#web/routes.ts';
import { typedEarly } from '#web/typed-early.ts';
import { linkWorker } from '#web/worker-link.ts';
import type { Locale } from '#kernel/locale.ts';
import { pages } from './every.ts';

const start = async (): Promise<void> => {
  // A kept script may run before a slow document has ended.
  if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  const root = document.getElementById('app');
  const embedded = JSON.parse(document.getElementById('data')?.textContent ?? 'null') as Embedded | null;
  if (root === null || embedded === null) return;
  const { l, theme, timeZone, now, me } = embedded;
  const locale = (): Locale => (document.documentElement.lang === 'fa' ? 'fa' : 'en');
  const asIs = { pages, me, l, theme: theme ?? undefined, timeZone, now: new Date(now), drive: driveWith(pages, locale) };
  // The frame of another page, given by the service worker: what it holds is not of this address.
  if (document.documentElement.dataset.shell !== undefined) {
    const shown = await load(pages, new URL(location.href), me);
    if (typeof shown === 'string') return location.replace(shown);
    root.textContent = '';
    doneHydrating(); // nothing of the server's stands here to be kept
    render(<App {...asIs} shown={shown} />, root);
  } else {
    const shown = await embeddedPage(embedded);
    const typeAgain = typedEarly(root);
    hydrate(<App {...asIs} shown={shown} />, root);
    typeAgain();
  }
  doneHydrating();
  document.documentElement.dataset.ready = '';
  await linkWorker();
  // What waits must be readable when the network is away, even if nobody looked before.
  await pages.find((one) => one.path === '/unsent')?.view();
};

/** The page as the server made it. */
const embeddedPage = async ({ me, data, refused, said }: Embedded): Promise<Shown> => {
  const { pathname: path, search } = location;
  const chosen = choose(pages, path, search, me);
  const page = chosen.kind === 'page' ? chosen.page : undefined;
  if (refused !== null && said !== null) knownSentence(refused, said);
  const view = refused === null ? await page?.view() : undefined;
  return {
    path, search, params: chosen.kind === 'page' ? chosen.params : {}, query: queryOf(search), page, View: view?.View, title: view?.title, data, refused: refused ?? undefined, asOf: undefined,
  };
};

void start();
