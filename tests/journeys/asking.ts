// The asker's part of the loop, step by step, in either language.

import { numberFrom } from '#kernel/digits.ts';
import type { Locale } from '#kernel/locale.ts';
import * as sayCases from '#words/cases.ts';
import * as sayRouting from '#words/routing.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, nameOf, plain, tapAsk } from './hand.ts';

export type Question = { readonly title: string; readonly question: string; readonly findings: string };

/** The same patient told in both languages; numbers are typed in the digits of the page. */
export const questions: Record<Locale, Question> = {
  fa: { title: 'CTO دهانهٔ RCA پس از یک تلاش ناموفق', question: 'تلاش دوم آنتگرید با IVUS، یا از ابتدا رتروگرید با سپتال دوم؟', findings: 'انسداد کامل RCA از دهانه؛ سپتال دوم پیوسته تا PDA می‌رسد.' },
  en: { title: 'Ostial RCA CTO after one failed attempt', question: 'A second antegrade attempt with IVUS, or retrograde through the second septal from the start?', findings: 'RCA occluded at its ostium; the second septal runs on into the PDA.' },
};
const digits: Record<Locale, { age: string; lvef: string; creatinine: string }> = { en: { age: '71', lvef: '45', creatinine: '1.2' }, fa: { age: '۷۱', lvef: '۴۵', creatinine: '۱٫۲' } };

/** From anywhere to an empty form of one's own. Answers the case's id. */
export const beginQuestion = async (hand: Hand): Promise<string> => {
  await tapAsk(hand);
  await hand.page.waitForURL(/\/cases\/[0-9a-f-]{36}\/edit/);
  await hand.page.getByLabel(sayCases.fieldQuestion(hand.l)).first().waitFor();
  await hand.page.locator('.form .later[aria-busy]').waitFor({ state: 'detached' });
  return new URL(hand.page.url()).pathname.split('/')[2] as string;
};

const within = (hand: Hand, id: string) => hand.page.locator(`[id="${id}"]`);

/** The question, its title, its topic: what one writes first. */
export const writeQuestion = async (hand: Hand, told: Question): Promise<void> => {
  const { l } = hand;
  await hand.type(within(hand, 'f-question').locator('textarea'), told.question);
  await hand.type(within(hand, 'f-title').locator('input'), told.title);
  // A topic named in the text is offered as one tap.
  await hand.tap(within(hand, 'f-topics').getByRole('button', { name: /^\+ .*CTO/ }).first());
  await within(hand, 'f-topics').locator('.chip').first().waitFor();
  await hand.type(within(hand, 'f-age').locator('input'), digits[l].age);
  await hand.tap(within(hand, 'f-sex').getByRole('radio', { name: sayCases.sexMale(l), exact: true }));
};

/** The rest of the required minimum. */
export const tellPatient = async (hand: Hand, told: Question): Promise<void> => {
  const { l } = hand;
  await hand.pick(within(hand, 'f-presentation').locator('select'), 'stable');
  await hand.pick(within(hand, 'f-symptoms').locator('select'), 'III');
  await hand.type(within(hand, 'f-lvefPct').locator('input'), digits[l].lvef);
  await hand.type(within(hand, 'f-creatinine').locator('input'), digits[l].creatinine);
  await hand.tap(within(hand, 'f-comorbidity').getByRole('button', { name: sayCases.formNoToRest(l) }));
  await hand.tap(hand.page.locator('svg.tree [data-id="1"]'));
  await hand.type(within(hand, 'f-findings').last().locator('textarea').or(hand.page.getByLabel(sayCases.fieldFindings(l), { exact: true })).first(), told.findings);
  await hand.tap(within(hand, 'f-shelf').getByRole('radio', { name: sayCases.stateHave(l), exact: true }).first());
  await hand.tap(within(hand, 'f-shelf').getByRole('button', { name: sayCases.formHaveNotRest(l) }));
  await hand.tap(within(hand, 'f-decideBy').getByRole('button', { name: sayCases.decideThreeDays(l) }));
};

export type Standing = Record<'question' | 'title' | 'age' | 'band' | 'lvef' | 'creatinine', string> & { topics: number };

/** What stands in the form now; numbers as numbers, in whichever digits they are written. */
export const standing = async (hand: Hand): Promise<Standing> => {
  const now = await hand.page.evaluate(() => {
    const value = (at: string): string => document.querySelector<HTMLInputElement>(`[id="${at}"] :is(input, textarea, select)`)?.value ?? '';
    return { question: value('f-question'), title: value('f-title'), age: value('f-age'), band: value('f-ageBand'), lvef: value('f-lvefPct'), creatinine: value('f-creatinine'), topics: document.querySelectorAll('#f-topics .chip').length };
  });
  const figure = (typed: string): string => String(numberFrom(typed) ?? '');
  return { ...now, age: figure(now.age), lvef: figure(now.lvef), creatinine: figure(now.creatinine) };
};

export const untilSaved = (hand: Hand): Promise<void> => hand.page.locator('.saved', { hasText: /\d|[۰-۹]/ }).first().waitFor();

/** One suggestion, and others by name in the script that is not the page's. */
export const chooseWhom = async (hand: Hand, suggested: PersonKey, named: readonly PersonKey[]): Promise<void> => {
  const { l, page } = hand;
  const other = l === 'fa' ? 'en' : 'fa';
  await hand.tap(page.locator('li.suggested', { hasText: nameOf(l, suggested) }).getByRole('button'));
  for (const key of named) {
    await hand.type(page.getByLabel(sayRouting.askSearch(l)).first(), nameOf(other, key).split(' ').at(-1) as string);
    await hand.tap(page.locator('.pick li', { hasText: nameOf(l, key) }).getByRole('button'));
    await page.locator('#chosen', { hasText: nameOf(l, key) }).waitFor();
  }
};

export const putQuestion = async (hand: Hand, n: number): Promise<void> => {
  await hand.tap(hand.button(sayRouting.askPut(hand.l, { n })));
  await hand.page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
};

export const toWhom = async (hand: Hand): Promise<void> => {
  await hand.tap(hand.button(sayCases.formChoose(hand.l)));
  await hand.page.getByRole('heading', { level: 1, name: plain(sayRouting.askTitle(hand.l)) }).waitFor();
};
