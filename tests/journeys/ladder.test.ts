// The node asks for the asker: accepted in one tap, looked over by the coordinator, declined with a better name, climbing in the night. Both languages, phone and desk.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as sayRouting from '#words/routing.ts';
import * as sayStory from '#words/story.ts';
import type { Id } from '#kernel/ids.ts';
import type { PersonKey } from '#world/cast.ts';
import { queue } from '#world/demo/queue.ts';
import type { Told } from '#world/demo/told.ts';
import { handOn } from './answering.ts';
import { launchBrowser } from './browser.ts';
import { enter, type Hand, nameOf, openHand, plain } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

const ways = [{ l: 'en', screen: 'desk' }, { l: 'fa', screen: 'phone' }] as const;
/** The same question put twice, once for each way, and asked of nobody yet. */
const told: Told[] = ways.map(({ l }) => {
  const { forMe: _forMe, ...wave } = queue[0] as Told;
  return { ...wave, key: `wave-${l}`, texts: { en: { ...wave.texts.en, title: `${wave.texts.en?.title} ${l}` }, fa: { ...wave.texts.fa, title: `${wave.texts.fa?.title} ${l}` } } };
});

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  node = await startJourneyNode({ from: 4760, told, films: false });
  // Whatever the hour at which this runs.
  await node.sql('update app.people set quiet_from = null, quiet_to = null, weekly_cap = 20', []);
  await node.sql('delete from app.absences', []);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => { await browser?.close(); await node?.close(); });

type Asked = { expert: { id: string }; state: string };

describe.each(ways)('$l on a $screen', ({ l, screen }) => {
  const hands: Hand[] = [];
  const as = async (key: PersonKey): Promise<Hand> => {
    const hand = await openHand(browser, { screen, l, baseURL: node.baseURL });
    await enter(hand, node.baseURL, node.world.people[key].id);
    hands.push(hand);
    return hand;
  };
  afterAll(async () => { for (const hand of hands) await hand.close(); });
  const caseId = (): Id => node.world.cases[`wave-${l}`] as Id;
  const title = (): string => told.find(({ key }) => key === `wave-${l}`)?.texts[l]?.title ?? '';
  const asks = async (hand: Hand): Promise<Asked[]> => ((await (await hand.page.context().request.get(`/api/cases/${caseId()}`)).json()) as { asks: Asked[] }).asks;
  const keyOf = (id: string): PersonKey => (Object.entries(node.world.people) as [PersonKey, { id: string }][]).find(([, who]) => who.id === id)?.[0] as PersonKey;

  test('the asker lets the node ask in one tap; the coordinator lets the wave go in one', { timeout: 120_000 }, async () => {
    const asker = await as('parisa');
    await asker.go(`/cases/${caseId()}/ask`);
    await asker.look();
    const before = asker.taps;
    await asker.tap(asker.button(sayRouting.forMeDo(l)));
    await asker.page.getByRole('heading', { name: sayRouting.ladderTitle(l) }).waitFor();
    expect(asker.taps - before).toBe(1);
    await asker.look();
    const leila = await as('leila');
    await leila.go('/coordinator');
    const card = leila.page.locator(`[id="${caseId()}"]`);
    await card.waitFor();
    await leila.look();
    await leila.tap(card.getByRole('button', { name: plain(sayRouting.consoleSend(l, { n: 3 })) }));
    await expect.poll(async () => (await asks(asker)).length, { timeout: 30_000 }).toBe(3);
    await asker.reload();
    await asker.page.getByText(plain(sayRouting.ladderAsked(l, { n: 3 }))).first().waitFor();
  });

  test('an expert declines with a better name, and that colleague is asked at once', { timeout: 120_000 }, async () => {
    const asker = await as('parisa');
    const first = (await asks(asker)).map(({ expert }) => keyOf(expert.id));
    const expert = first.find((key) => key !== 'leila') as PersonKey;
    const named = (['marek', 'anna', 'salim', 'kaveh'] as const).find((key) => !first.includes(key)) as PersonKey;
    const hand = await as(expert);
    await hand.go('/');
    await handOn(hand, title(), named);
    await expect.poll(async () => (await asks(asker)).map((one) => keyOf(one.expert.id)), { timeout: 30_000 }).toContain(named);
    await asker.go(`/cases/${caseId()}`);
    await asker.page.getByText(nameOf(l, named)).first().waitFor();
    await asker.look();
  });

  test('one says "not my field" in one tap from the ask, and the seat goes on', { timeout: 120_000 }, async () => {
    const asker = await as('parisa');
    const open = (await asks(asker)).filter(({ state }) => state === 'asked').map(({ expert }) => keyOf(expert.id));
    const hand = await as(open[0] as PersonKey);
    await hand.go(`/cases/${caseId()}`);
    await hand.tap(hand.button(sayStory.cannotOpen(l)));
    await hand.page.getByRole('dialog').getByRole('button', { name: sayStory.cannotTopic(l) }).waitFor();
    await hand.look();
    const before = (await asks(asker)).length;
    await hand.tap(hand.button(sayStory.cannotTopic(l)));
    await expect.poll(async () => (await asks(asker)).length, { timeout: 30_000 }).toBe(before + 1);
  });

  test('in the night, with all silent, the next wave goes by itself', { timeout: 120_000 }, async () => {
    const asker = await as('parisa');
    const before = (await asks(asker)).length;
    // Twelve hours pass at once: what happened is moved into the past, and the clock's job comes as it would.
    await node.sql(`update app.wave_takings set at = at - interval '12 hours' where case_id = $1`, [caseId()]);
    await node.sql(`update app.ladders set begins_at = begins_at - interval '12 hours' where case_id = $1`, [caseId()]);
    await node.sql(`select app.enqueue('climb', json_build_object('caseId', $1::text), 'climb ' || $1::text)`, [caseId()]);
    await expect.poll(async () => (await asks(asker)).length, { timeout: 30_000 }).toBeGreaterThan(before);
    await asker.go(`/cases/${caseId()}`);
    await asker.page.getByRole('heading', { name: sayRouting.ladderTitle(l) }).waitFor();
    expect(await asker.page.locator('.ladder li.done').count()).toBe(2);
  });

  test('every page on the way was sound, and no browser complained', () => {
    expect(hands.flatMap(({ faults }) => faults)).toEqual([]);
    expect(hands.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
