// The browser's side: takes over the document that the server made.
import '#web/styles/index.css';
import { hydrate } from 'preact';
import { App } from '#web/app.tsx';
import { driveWith } from '#web/drive.ts';
import { doneHydrating } from '#web/later.tsx';
import type { Embedded } from '#web/shown.ts';
import { knownSentence } from '#web/refusals.ts';
import { choose, queryOf } from '#web/routes.ts';
import { linkWorker } from '#web/worker-link.ts';
import type { Locale } from '#kernel/locale.ts';
import { pages } from './every.ts';

const start = async (): Promise<void> => {
  // A kept script may run before a slow document has ended.
  if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  const root = document.getElementById('app');
  const embedded = JSON.parse(document.getElementById('data')?.textContent ?? 'null') as Embedded | null;
  if (root === null || embedded === null) return;
  const { pathname: path, search } = location;
  const { l, theme, timeZone, now, me, data } = embedded;
  const refused = embedded.refused ?? undefined;
  const chosen = choose(pages, path, search, me);
  const page = chosen.kind === 'page' ? chosen.page : undefined;
  if (refused !== undefined && embedded.said !== null) knownSentence(refused, embedded.said);
  const view = refused === undefined ? await page?.view() : undefined;
  const shown = {
    path, search, params: chosen.kind === 'page' ? chosen.params : {}, query: queryOf(search), page, View: view?.View, title: view?.title, data, refused, asOf: undefined,
  };
  const locale = (): Locale => (document.documentElement.lang === 'fa' ? 'fa' : 'en');
  hydrate(<App pages={pages} shown={shown} me={me} l={l} theme={theme ?? undefined} timeZone={timeZone} now={new Date(now)} drive={driveWith(pages, locale)} />, root);
  doneHydrating();
  document.documentElement.dataset.ready = '';
  await linkWorker();
  // What waits must be readable when the network is away, even if nobody looked before.
  await pages.find((one) => one.path === '/unsent')?.view();
};

void start();
