// A node and a browser for journeys of several people: who of the cast sits at which screen, what is looked at, and what must be sound.

import { join } from 'node:path';
import { expect } from 'vitest';
import type { Locale } from '#kernel/locale.ts';
import type { PersonKey } from '#world/cast.ts';
import { buildWeb } from '../../scripts/build/build.ts';
import { launchBrowser, type Screen } from './browser.ts';
import { enter, type Hand, openHand } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

export type Scene = {
  readonly node: JourneyNode;
  idOf(who: PersonKey): string;
  /** Somebody at a screen, signed in; null: nobody is. */
  handOf(who: PersonKey | null, l: Locale, screen: Screen): Promise<Hand>;
  close(): Promise<void>;
};

/** The people and their ties without films and cases; `from` is the first port that is tried. */
export const openScene = async (from: number): Promise<Scene> => {
  await buildWeb(join(import.meta.dirname, '../..'));
  const node = await startJourneyNode({ from, told: [], films: false });
  const browser = await launchBrowser();
  const idOf = (who: PersonKey): string => node.world.people[who].id;
  return {
    node, idOf,
    handOf: async (who, l, screen) => {
      const hand = await openHand(browser, { screen, l, baseURL: node.baseURL });
      if (who !== null) await enter(hand, node.baseURL, idOf(who));
      return hand;
    },
    close: async () => {
      await browser.close();
      await node.close();
    },
  };
};

const look = process.env.HAMDEL_LOOK;
/** With HAMDEL_LOOK=folder: the page as it stands, for eyes. */
export const picture = async (hand: Hand, name: string): Promise<void> => {
  if (look) await hand.page.screenshot({ path: join(look, `${name}-${hand.screen}-${hand.l}.png`), fullPage: true });
};

export const expectSound = async (hand: Hand): Promise<void> => {
  await hand.look();
  expect(hand.faults).toEqual([]);
  expect(hand.complaints.filter((line) => !/status of (403|404|410|422)/.test(line))).toEqual([]);
};

/** Time that is reckoned, not taken: 2.45 s a tap (1.1 to point and press, 1.35 to think), 1.35 s a field and 0.28 s a sign (keystroke-level model of Card, Moran and Newell). */
export const secondsOf = ({ taps, fields, signs }: Pick<Hand, 'taps' | 'fields' | 'signs'>): number => Math.round(taps * 2.45 + fields * 1.35 + signs * 0.28);
