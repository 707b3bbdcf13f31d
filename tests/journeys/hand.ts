// One of the cast at a screen: taps, types, and is counted doing so.

import type { Browser, Locator, Page } from 'playwright-core';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/web.ts';
import * as sayStory from '#words/story.ts';
import { castMember, type PersonKey } from '#world/cast.ts';
import { type Screen, visit } from './browser.ts';
import { faultsOf } from './soundness.ts';

/** A word as an accessible name: the marks around its variables are no letters. */
export const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');
export const nameOf = (l: Locale, key: PersonKey): string => castMember(key)[l].join(' ');

export type Hand = {
  readonly l: Locale;
  readonly screen: Screen;
  readonly page: Page;
  /** Taps or clicks; a choice from a native list is two. */
  taps: number;
  /** Fields typed into, and how many signs. */
  fields: number;
  signs: number;
  readonly complaints: string[];
  /** What was wrong with the pages looked at by `look`, each with its address. */
  readonly faults: string[];
  go(path: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  tap(what: Locator): Promise<void>;
  type(what: Locator, text: string): Promise<void>;
  pick(what: Locator, value: string): Promise<void>;
  button(name: string): Locator;
  link(name: string): Locator;
  /** Looks over the page that stands. */
  look(): Promise<void>;
  close(): Promise<void>;
};

export const openHand = async (browser: Browser, { screen, l, baseURL }: { screen: Screen; l: Locale; baseURL: string }): Promise<Hand> => {
  const { context, page, complaints } = await visit(browser, { screen, lang: l, baseURL });
  const stands = (): Promise<unknown> => page.locator('html[data-ready]').waitFor({ state: 'attached' });
  // A finger cannot fill a field whose code is not there yet; a script can.
  const reach = (what: Locator): Promise<void> => what.click({ trial: true });
  const hand: Hand = {
    l, screen, page, complaints, taps: 0, fields: 0, signs: 0, faults: [],
    go: async (path) => { await page.goto(path); await stands(); },
    reload: async () => { await page.reload(); await stands(); },
    back: async () => { await page.goBack(); },
    tap: async (what) => { hand.taps += 1; await what.click(); },
    type: async (what, text) => { hand.fields += 1; hand.signs += text.length; await reach(what); await what.fill(text); },
    pick: async (what, value) => { hand.taps += 2; await reach(what); await what.selectOption(value); },
    button: (name) => page.getByRole('button', { name: plain(name), exact: true }),
    link: (name) => page.getByRole('link', { name: plain(name), exact: true }),
    look: async () => {
      const faults = await faultsOf(page, { lang: l });
      hand.faults.push(...faults.map((fault) => `${l}/${screen} ${new URL(page.url()).pathname}: ${fault}`));
    },
    close: () => context.close(),
  };
  return hand;
};

/** The demo's sign-in: one tap on the person; home stands after it. */
export const signIn = async (hand: Hand, key: PersonKey): Promise<void> => {
  await hand.go('/sign-in');
  await hand.tap(hand.page.getByRole('button', { name: nameOf(hand.l, key) }).first());
  await hand.page.getByRole('heading', { level: 1, name: sayStory.homeTitle(hand.l) }).waitFor();
};

/** The act "Ask": in the bar on a desk, in the middle of the tabs on a phone. */
export const tapAsk = (hand: Hand): Promise<void> => hand.tap(hand.link(say.placeAsk(hand.l)).filter({ visible: true }).first());

/** The same without the page: for tests about what comes after. */
export const enter = async (hand: Hand, baseURL: string, personId: string): Promise<void> => {
  // A node in the process of the test says that it is busy while the test itself computes.
  for (let tries = 0; ; tries += 1) {
    const answer = await hand.page.context().request.post('/api/session/demo', { data: { personId }, headers: { origin: baseURL, 'idempotency-key': crypto.randomUUID() } });
    if (answer.ok()) return;
    if (answer.status() !== 503 || tries > 20) throw new Error(`not signed in: ${answer.status()} ${await answer.text()}`);
    await new Promise((done) => setTimeout(done, 500));
  }
};
