// The expert's part of the loop, and how the asker closes it.

import type { Locale } from '#kernel/locale.ts';
import * as sayOpinions from '#words/opinions.ts';
import * as sayRouting from '#words/routing.ts';
import * as sayStory from '#words/story.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, nameOf } from './hand.ts';

export type Said = { readonly headline: string; readonly rationale: string };
export const opinions: Record<'first' | 'second', Record<Locale, Said>> = {
  first: {
    en: { headline: 'Retrograde first, with a proctor', rationale: 'A continuous second septal and an ambiguous cap: the retrograde way is shorter than a second search for the entry.' },
    fa: { headline: 'از ابتدا رتروگرید، همراه پروکتور', rationale: 'سپتال دوم پیوسته است و کپ مبهم؛ راه رتروگرید کوتاه‌تر از جست‌وجوی دوبارهٔ مدخل است.' },
  },
  second: {
    en: { headline: 'IVUS-guided antegrade, 25 minutes', rationale: 'IVUS in the branch shows the cap. Twenty-five minutes there, and then the other way on the same day.' },
    fa: { headline: 'آنتگرید با هدایت IVUS، ۲۵ دقیقه', rationale: 'IVUS در شاخهٔ جانبی کپ را نشان می‌دهد. ۲۵ دقیقه همان‌جا، و سپس راه دیگر در همان روز.' },
  },
};

/** The ask as it arrives on home, without a reload. */
export const arriving = (hand: Hand, title: string) => hand.page.locator('.askcard', { hasText: title });

export const openCase = async (hand: Hand, title: string): Promise<void> => {
  await hand.tap(hand.page.getByRole('link', { name: title }).first());
  await hand.page.getByRole('heading', { level: 1, name: title }).waitFor();
};

export const accept = async (hand: Hand): Promise<void> => {
  await hand.tap(hand.page.locator('.dock').getByRole('button', { name: sayStory.wayAccept(hand.l) }));
  await hand.page.getByText(sayStory.pageAccepted(hand.l)).waitFor();
};

export const decline = async (hand: Hand): Promise<void> => {
  await hand.tap(hand.page.locator('.dock').getByRole('button', { name: sayStory.wayDecline(hand.l) }));
  await hand.page.locator('.dock').getByRole('button', { name: sayStory.wayDecline(hand.l) }).waitFor({ state: 'detached' });
};

/** From home: "Not me, but …", a name in the page's own script, one tap to send. */
export const handOn = async (hand: Hand, title: string, to: PersonKey): Promise<void> => {
  const { l, page } = hand;
  await hand.tap(arriving(hand, title).getByRole('button', { name: sayStory.wayHandOn(l) }));
  const dialog = page.locator('dialog[open]');
  await hand.type(dialog.getByLabel(sayStory.pageHandWho(l)), nameOf(l, to).split(' ').at(-1) as string);
  await hand.tap(dialog.locator('.pick li', { hasText: nameOf(l, to) }).getByRole('button'));
  await hand.look();
  await hand.tap(dialog.getByRole('button', { name: nameOf(l, to) }).last());
  await dialog.waitFor({ state: 'detached' });
};

/** The fields of an opinion except its last one, so that somebody can leave in the middle. */
export const writeOpinion = async (hand: Hand, said: Said): Promise<void> => {
  const form = hand.page.locator('#opinion');
  await hand.pick(form.locator('select').first(), 'pci');
  await hand.type(form.getByLabel(sayOpinions.formHeadline(hand.l)), said.headline);
  await hand.type(form.getByLabel(sayOpinions.formRationale(hand.l)), said.rationale);
};

export const giveOpinion = async (hand: Hand): Promise<void> => {
  const { l, page } = hand;
  const form = page.locator('#opinion');
  await hand.tap(form.getByRole('radio', { name: '4/5' }));
  await hand.tap(form.getByRole('radio', { name: sayOpinions.disclosureNone(l), exact: true }));
  await hand.tap(form.getByRole('button', { name: sayOpinions.formGive(l) }));
  await hand.tap(page.locator('dialog[open]').getByRole('button', { name: sayOpinions.formGive(l) }));
  await page.getByText(sayStory.pageAnswered(l)).waitFor();
};

/** The asker takes the suggestion of a colleague who handed on. */
export const askSuggested = async (hand: Hand, key: PersonKey): Promise<void> => {
  const { l, page } = hand;
  await hand.tap(page.getByRole('link', { name: sayStory.pageAskThem(l, { name: nameOf(l, key) }).replaceAll(/[\u2066-\u2069]/g, '') }));
  await page.locator('#chosen', { hasText: nameOf(l, key) }).waitFor();
  await hand.look();
  await hand.tap(hand.button(sayRouting.askAskMore(l, { n: 1 })));
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
};

export const decide = async (hand: Hand, words: { text: string; thanks: string }): Promise<void> => {
  const { l, page } = hand;
  await hand.tap(page.getByRole('button', { name: sayStory.pageDecide(l) }));
  await hand.pick(page.getByLabel(sayStory.pageChoice(l)), 'pci');
  await hand.type(page.getByLabel(sayStory.pageDecideText(l)), words.text);
  await hand.type(page.getByLabel(sayStory.pageDecideThanks(l)), words.thanks);
  await hand.look();
  await hand.tap(page.getByRole('button', { name: sayStory.pageDecide(l) }));
  await page.locator('#outcome').waitFor();
};

export const tellOutcome = async (hand: Hand): Promise<void> => {
  const { l, page } = hand;
  await hand.tap(page.locator('#outcome').getByRole('button', { name: sayStory.resultNoEvent(l) }).first());
  await hand.look();
  await hand.tap(page.locator('#outcome').getByRole('button', { name: sayStory.outcomeTell(l) }));
  await page.locator('#outcome b', { hasText: sayStory.resultNoEvent(l) }).waitFor();
};
