// The browser's part of the app: addresses, clicks, scroll, focus, preferences. Nothing of this runs on the server.
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/web.ts';
import { api } from './api.ts';
import type { Drive, Setters } from './app.tsx';
import type { Acts, Theme } from './context.tsx';
import { gather } from './gather.ts';
import { arrive, linkOf, noteScroll } from './links.ts';
import { openLive } from './live.ts';
import type { Me } from './me.ts';
import { isAway, onNet, watchNet } from './net.ts';
import { onSettled, openOutbox } from './outbox.ts';
import type { PageDef } from './page.ts';
import { choose, queryOf } from './routes.ts';
import { notFound, type Shown } from './shown.ts';
import { meetPerson } from './worker-link.ts';

// A page that opens faster than this needs no word about it.
const PATIENCE_MS = 300;
const YEAR = 31_536_000;

const remember = (name: string, value: string): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: a preference the server reads at the next page; cookieStore is missing in older browsers
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
};

type How = { push?: boolean; replace?: boolean; what?: string; scroll?: number; quiet?: boolean };
type Open = (to: URL, how: How) => Promise<void>;

export const driveWith = (pages: readonly PageDef[], locale: () => Locale): Drive => (set) => {
  watchNet();
  const open = opening(pages, locale, set);
  const company = keepCompany(set);
  const acts = actsOf(set, open, company.meet);
  recall(set);
  const stop = listen(pages, set, open, acts);
  return { acts, stop: () => { company.stop(); stop(); } };
};

/** Shows an address. Only the newest wish counts. */
const opening = (pages: readonly PageDef[], locale: () => Locale, set: Setters): Open => {
  let turn = 0;
  let leaving = false;
  const open: Open = async (to, how) => {
    // A page that is being left need not be drawn anew, and its drawing must not call the way back.
    if (how.quiet && !how.replace && leaving) return;
    leaving = how.quiet !== true;
    const mine = ++turn;
    const slow = how.quiet ? undefined : setTimeout(() => set.setGoing(how.what ? say.going(locale(), { what: how.what }) : say.goingPage(locale())), PATIENCE_MS);
    const next = await load(pages, to, set.me());
    clearTimeout(slow);
    if (mine !== turn) return;
    leaving = false;
    set.setGoing(undefined);
    if (typeof next === 'string') return open(new URL(next, location.origin), { ...how, push: false, replace: true });
    if (how.push) {
      noteScroll();
      history.pushState({}, '', to);
    } else if (how.replace) history.replaceState(history.state, '', to);
    const at = document.activeElement;
    set.setShown(next);
    // Fast fingers may stand in a field of the new page already: what they type must not go to the heading.
    const isAhead = () => document.activeElement !== at && document.activeElement !== document.body;
    if (!how.quiet) requestAnimationFrame(() => { if (!isAhead()) arrive(to.hash, how.scroll); });
  };
  return open;
};

/** The live stream and the outbox belong to whoever is signed in. */
const keepCompany = (set: Setters) => {
  let stop = openLive(set.me().person !== null);
  const settle = async (me: Me): Promise<void> => {
    await meetPerson(me.person?.id);
    await openOutbox(me.person?.id);
  };
  void settle(set.me());
  const meet = async (me: Me): Promise<void> => {
    stop();
    stop = openLive(me.person !== null);
    await settle(me);
  };
  return { meet, stop: () => stop() };
};

const actsOf = (set: Setters, open: Open, meet: (me: Me) => Promise<void>): Acts => ({
  go: (path, how = {}) => {
    const to = new URL(path, location.href);
    if (to.origin === location.origin) void open(to, { push: how.replace !== true, replace: how.replace === true });
  },
  reload: () => open(new URL(location.href), { quiet: true }),
  reloadMe: async () => {
    const answer = await api.get<Me>('/api/me');
    if (answer.ok) {
      await meet(answer.value);
      set.setShown(set.shown(), answer.value);
    }
    // One frame later the new viewer stands, and the page is chosen for them.
    await new Promise(requestAnimationFrame);
    await open(new URL(location.href), { quiet: true, replace: true });
  },
  setLocale: (l) => {
    remember('lang', l);
    set.setLocale(l);
  },
  setTheme: (theme: Theme) => {
    remember('theme', theme);
    document.documentElement.dataset.theme = theme;
    set.setTheme(theme);
  },
});

/** What only the browser knows: its time zone, and whether the document was kept by the service worker. Shown after hydration, which must find the document as the server made it. */
const recall = (set: Setters): void => {
  const { asOf } = document.documentElement.dataset;
  if (asOf !== undefined) set.setShown({ ...set.shown(), asOf: new Date(asOf) });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  remember('tz', zone);
  set.setTimeZone(zone);
};

const listen = (pages: readonly PageDef[], set: Setters, open: Open, acts: Acts): (() => void) => {
  history.scrollRestoration = 'manual';
  const click = (event: MouseEvent): void => {
    const link = linkOf(event);
    if (link === undefined) return;
    const to = new URL(link.href);
    if (choose(pages, to.pathname, to.search, set.me()).kind === 'none') return;
    event.preventDefault();
    if (to.pathname === location.pathname && to.search === location.search) {
      if (to.hash !== '') history.pushState({}, '', to);
      arrive(to.hash, to.hash === '' ? 0 : undefined);
    } else void open(to, { push: true, what: (link.textContent ?? '').trim().slice(0, 60) });
  };
  const back = (event: PopStateEvent): void => {
    void open(new URL(location.href), { scroll: (event.state as { scroll?: number } | null)?.scroll ?? 0 });
  };
  // What came from this device gives way to the node's own as soon as that can be reached.
  const stopNet = onNet(() => { if (!isAway() && set.shown().asOf !== undefined) void acts.reload(); });
  // What an earlier page wrote may arrive after this one was drawn without it.
  const stopSettled = onSettled(({ late, answer }) => { if (late && answer.ok) void acts.reload(); });
  addEventListener('click', click);
  addEventListener('popstate', back);
  addEventListener('pagehide', noteScroll);
  // Comes after the first load: nobody presses a key in its first moment.
  void import('./search-key.ts').then(({ leadToSearch }) => leadToSearch((path) => acts.go(path)), () => undefined);
  return () => {
    stopNet();
    stopSettled();
    removeEventListener('click', click);
    removeEventListener('popstate', back);
    removeEventListener('pagehide', noteScroll);
  };
};

/** The page at `to`, or where to go instead. */
export const load = async (pages: readonly PageDef[], to: URL, me: Me): Promise<Shown | string> => {
  const chosen = choose(pages, to.pathname, to.search, me);
  const query = queryOf(to.search);
  const bare: Shown = { path: to.pathname, search: to.search, params: {}, query, page: undefined, View: undefined, data: {}, refused: notFound, asOf: undefined };
  if (chosen.kind === 'go') return chosen.to;
  if (chosen.kind === 'none') return bare;
  const { page, params } = chosen;
  try {
    const [view, gathered] = await Promise.all([page.view(), gather(page, params, query, api.get)]);
    if (!gathered.ok && gathered.code === 'web.signInFirst') return `/sign-in?back=${encodeURIComponent(to.pathname + to.search)}`;
    return { ...bare, params, page, View: view.View, title: view.title, data: gathered.ok ? gathered.value : {}, refused: gathered.ok ? undefined : gathered, asOf: gathered.ok ? gathered.asOf : undefined };
  } catch {
    // The page's own script could not be fetched: a newer version stands on the node, or the node is away.
    if (!isAway()) {
      location.assign(to);
      return new Promise(() => {});
    }
    return { ...bare, page, refused: { ok: false, family: 'offline', code: 'web.offline', params: {} } };
  }
};
