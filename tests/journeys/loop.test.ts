// The whole loop in a browser: a question is written, left, resumed and put; colleagues answer blind, decline, hand on; it is decided and told.
// In both languages, on a phone and on a desk; in two of the four the asker's name is hidden. Every page on the way is looked over.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as sayCases from '#words/cases.ts';
import * as sayStory from '#words/story.ts';
import { castMember, type PersonKey } from '#world/cast.ts';
import { cto } from '#world/demo/cto.ts';
import { accept, arriving, askSuggested, decide, decline, giveOpinion, handOn, openCase, opinions, tellOutcome, writeOpinion } from './answering.ts';
import { beginQuestion, chooseWhom, putQuestion, questions, standing, tellPatient, toWhom, untilSaved, writeQuestion } from './asking.ts';
import { launchBrowser } from './browser.ts';
import { type Hand, nameOf, openHand, signIn } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  node = await startJourneyNode({ from: 4700, told: [cto], films: false });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

/** What this device keeps comes a moment after the page. */
const patient = { timeout: 10_000 };

/** Weekly caps hold here too, so nobody is asked more often than they allow. */
const ways = [
  { l: 'en', screen: 'desk', who: 'arman', declines: 'claire', named: 'daniel', hidden: false },
  { l: 'fa', screen: 'phone', who: 'arman', declines: 'claire', named: 'daniel', hidden: false },
  // Two who ask nothing else here: their names stand nowhere unless something gives them away.
  { l: 'fa', screen: 'desk', who: 'parisa', declines: 'hossein', named: 'marek', hidden: true },
  { l: 'en', screen: 'phone', who: 'salim', declines: 'hossein', named: 'marek', hidden: true },
] as const;

/** Everything of a person that could give the name away. */
const traces = (key: PersonKey): string[] => [...castMember(key).en, ...castMember(key).fa, node.world.people[key].id];

describe.each(ways)('$l on a $screen, name hidden: $hidden', ({ l, screen, who, declines, named, hidden }) => {
  const told = { ...questions[l], title: `${questions[l].title} ${screen === 'desk' ? 'A' : 'B'}` };
  const hands = new Map<PersonKey, Hand>();
  const as = async (key: PersonKey): Promise<Hand> => {
    const there = hands.get(key);
    if (there) return there;
    const hand = await openHand(browser, { screen, l, baseURL: node.baseURL });
    hands.set(key, hand);
    await signIn(hand, key);
    // The document of the sign-in page names the whole cast; the next one only what this person may see.
    await hand.go('/');
    await hand.look();
    return hand;
  };
  afterAll(async () => { for (const hand of hands.values()) await hand.close(); });

  /** Where the asker is hidden, no byte that reached this browser tells who it is. */
  const blind = async (hand: Hand): Promise<void> => {
    if (!hidden) return;
    const html = await hand.page.content();
    expect(traces(who).filter((trace) => html.includes(trace)), hand.page.url()).toEqual([]);
  };

  test('a question is written, left in the middle, found again, and chosen for whom', { timeout: 120_000 }, async () => {
    const asker = await as(who);
    const began = { taps: asker.taps, fields: asker.fields, signs: asker.signs };
    await beginQuestion(asker);
    await writeQuestion(asker, told);
    await untilSaved(asker);
    const before = await standing(asker);
    expect(before).toMatchObject({ question: told.question, title: told.title, age: '71', band: '70-74', topics: 1 });
    await asker.reload();
    await expect.poll(() => standing(asker), patient).toEqual(before);
    await asker.go('/');
    await openDraft(asker, told.title);
    await expect.poll(() => standing(asker), patient).toEqual(before);
    await tellPatient(asker, told);
    if (hidden) await asker.tap(asker.page.getByRole('checkbox', { name: sayCases.formHide(l) }));
    await untilSaved(asker);
    await asker.look();
    await toWhom(asker);
    await asker.back();
    await asker.page.locator('[id="f-question"] textarea').waitFor();
    await expect.poll(() => standing(asker), patient).toEqual({ ...before, lvef: '45', creatinine: '1.2' });
    await toWhom(asker);
    await chooseWhom(asker, 'nilufar', [declines, 'leila']);
    await asker.look();
    const expert = await as('nilufar');
    await putQuestion(asker, 3);
    console.log(`asker, ${l} ${screen}: ${asker.taps - began.taps} taps, ${asker.fields - began.fields} fields, ${asker.signs - began.signs} signs from "Ask" to put, one leaving and two looks back included`);
    await asker.page.getByRole('heading', { level: 1, name: told.title }).waitFor();
    await asker.look();
    // The expert's home stands open all the while: the ask appears by itself.
    await arriving(expert, told.title).waitFor({ timeout: 10_000 });
    await expert.look();
    await blind(expert);
  });

  test('one declines, one hands on, and the asker asks the person named in one tap', { timeout: 60_000 }, async () => {
    const first = await as(declines);
    await openCase(first, told.title);
    await blind(first);
    await decline(first);
    await first.look();
    const leila = await as('leila');
    await handOn(leila, told.title, named);
    await blind(leila);
    const asker = await as(who);
    await asker.page.getByText(sayStory.pageStateDeclined(l)).waitFor();
    await asker.look();
    await askSuggested(asker, named);
    await asker.page.getByText(nameOf(l, named)).first().waitFor();
  });

  test('experts open it sealed, write, leave and come back, give, and see the others only then', { timeout: 120_000 }, async () => {
    const second = await as(named);
    await openCase(second, told.title);
    await accept(second);
    await writeOpinion(second, opinions.second[l]);
    await giveOpinion(second);

    const expert = await as('nilufar');
    const began = { taps: expert.taps, fields: expert.fields, signs: expert.signs };
    await openCase(expert, told.title);
    await expert.page.getByText(sayStory.pageSealedTitle(l, { n: 1 })).waitFor();
    expect(await expert.page.content()).not.toContain(opinions.second[l].rationale);
    await expert.look();
    await blind(expert);
    await accept(expert);
    await writeOpinion(expert, opinions.first[l]);
    await untilSaved(expert);
    await expert.look();
    await expert.reload();
    const rationale = expert.page.locator('#opinion textarea').nth(1);
    await expect.poll(() => rationale.inputValue(), patient).toBe(opinions.first[l].rationale);
    await giveOpinion(expert);
    console.log(`expert, ${l} ${screen}: ${expert.taps - began.taps} taps, ${expert.fields - began.fields} fields, ${expert.signs - began.signs} signs from open to given`);
    await expert.page.getByText(opinions.second[l].rationale).waitFor();
    await expert.look();
    await blind(expert);
    await expert.back();
    await expert.page.getByRole('heading', { level: 1, name: sayStory.homeTitle(l) }).waitFor();
  });

  test('the asker sees them side by side, decides, tells the outcome, and it reaches those who advised', { timeout: 60_000 }, async () => {
    const asker = await as(who);
    await asker.page.getByText(opinions.first[l].rationale).waitFor();
    await asker.page.getByText(opinions.second[l].rationale).waitFor();
    await asker.look();
    await decide(asker, l === 'fa' ? { text: 'اول آنتگرید با IVUS، سپس رتروگرید.', thanks: 'سپاس از هر دو همکار.' } : { text: 'IVUS-guided antegrade first, then retrograde.', thanks: 'Thank you both.' });
    await tellOutcome(asker);
    await asker.look();
    for (const key of ['nilufar', named] as const) {
      const expert = await as(key);
      await expert.go('/');
      const ended = expert.page.locator('li', { hasText: told.title }).filter({ hasText: sayStory.resultNoEvent(l) });
      await ended.first().waitFor();
      await expert.look();
      await blind(expert);
    }
  });

  test('every page on the way was sound, and no browser complained', () => {
    expect([...hands.values()].flatMap(({ faults }) => faults)).toEqual([]);
    expect([...hands.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

const openDraft = async (hand: Hand, title: string): Promise<void> => {
  await hand.page.getByRole('heading', { name: sayStory.homeDrafts(hand.l) }).waitFor();
  await hand.tap(hand.link(title));
  await hand.page.locator('[id="f-question"] textarea').waitFor();
};
