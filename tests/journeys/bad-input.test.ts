// What goes wrong gets a clear sentence in the reader's language and loses nothing typed. Broken pictures are in images.test.ts, a node that is away
// while a question is written in offline.test.ts, two devices on one question in writing.test.ts, `kill -9` in tests/faults.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeHash } from '#features/people/server/tokens.ts';
import type { Both, Locale } from '#kernel/locale.ts';
import * as sayCases from '#words/cases.ts';
import * as sayOpinions from '#words/opinions.ts';
import * as sayPeople from '#words/people.ts';
import * as sayRouting from '#words/routing.ts';
import * as sayStory from '#words/story.ts';
import * as say from '#words/web.ts';
import type { PersonKey } from '#world/cast.ts';
import { leftMain } from '#world/demo/left-main.ts';
import { tavi } from '#world/demo/tavi.ts';
import { beginQuestion, chooseWhom, questions, tellPatient, toWhom, untilSaved, writeQuestion } from './asking.ts';
import { launchBrowser } from './browser.ts';
import { enter, type Hand, openHand, plain } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  node = await startJourneyNode({ from: 4780, told: [leftMain, tavi], films: false });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

const languages = ['en', 'fa'] as const;
const patient = { timeout: 15_000 };
const as = async (key: PersonKey, l: Locale): Promise<Hand> => {
  const hand = await openHand(browser, { screen: 'phone', l, baseURL: node.baseURL });
  await enter(hand, node.baseURL, node.world.people[key].id);
  return hand;
};
/** What stands in a part of the page, without the marks around variables. */
const read = async (page: Page, selector: string): Promise<string> => plain((await page.locator(selector).allInnerTexts()).join(' ')).replaceAll(/\s+/g, ' ');
const story = (key: string): string => `/cases/${node.world.cases[key]}`;
type Kept = { asks: { id: string }[]; remarks: { id: string }[]; opinions: 'sealed' | { mine: boolean; versions: unknown[] }[]; draft: { content: { texts: Record<string, { rationale?: string }> } } | null; texts: Record<string, { question?: string; title?: string }> };
const kept = (hand: Hand, path: string): Promise<Kept> => hand.page.evaluate(async (at) => (await (await fetch(`/api${at}`)).json()) as never, path);

test.each(languages)('a number that is none, or too large, is marked with a sentence, stays as typed, and counts as missing (%s)', { timeout: 60_000 }, async (l) => {
  const hand = await as('arman', l);
  await hand.go('/cases/new');
  await hand.page.locator('[id="f-lvefPct"] input').waitFor();
  const lvef = hand.page.locator('[id="f-lvefPct"]');
  for (const [typed, sentence] of [['about half', say.fieldNumber(l, { example: '35' })], [l === 'fa' ? '۹۵۰' : '950', say.fieldBetween(l, { low: '5', high: '90' })]] as const) {
    await hand.type(lvef.locator('input'), typed);
    await expect.poll(() => read(hand.page, '[id="f-lvefPct"] .err'), patient).toMatch(typed === 'about half' ? /\S/ : new RegExp(plain(sentence).replaceAll(/[.()]/g, '.')));
    expect(await lvef.locator('input').inputValue()).toBe(typed);
    expect(await lvef.locator('input').getAttribute('aria-invalid')).toBe('true');
  }
  expect(await read(hand.page, '.miss')).toContain(sayCases.fieldLvef(l));
  await hand.type(lvef.locator('input'), '۴۵');
  await expect.poll(() => hand.page.locator('[id="f-lvefPct"] .err').count(), patient).toBe(0);
  await hand.close();
});

test('bodies of a wrong type, an unknown field, a text too long: each is refused with a sentence in both languages, and nothing changes', { timeout: 60_000 }, async () => {
  const hand = await as('parisa', 'en');
  await hand.go('/');
  const path = `/api/cases/${node.world.cases.tavi}`;
  const refused = await hand.page.evaluate(async (at) => {
    const now = (await (await fetch(at)).json()) as Record<string, unknown>;
    const { version, lang, kind, urgency, audience, hidden, decideBy, fields, texts } = now;
    const whole = { version, lang, kind, urgency, audience, hidden, decideBy, fields, texts };
    const bodies = [{ ...whole, version: 'two' }, { ...whole, secret: 1 }, { ...whole, fields: { lvefPct: 'thirty' } }, { ...whole, texts: { en: { title: 'x'.repeat(5000) } } }, { ...whole, decideBy: 'soon' }, 'no object'];
    const told: { status: number; code: string; said: { en?: string; fa?: string } }[] = [];
    for (const body of bodies) {
      const send = (url: string, method: string, it: unknown) => fetch(url, { method, headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(it) });
      const answer = await send(at, 'PUT', body);
      const { code = '', params = {} } = (await answer.json()) as { code?: string; params?: object };
      told.push({ status: answer.status, code, said: (await (await send('/say', 'POST', { code, params })).json()) as { en?: string; fa?: string } });
    }
    const after = (await (await fetch(at)).json()) as { version: number };
    return { told, same: after.version === version };
  }, path);
  expect(refused.same).toBe(true);
  for (const { status, code, said } of refused.told) {
    expect(status, code).toBeGreaterThanOrEqual(400);
    expect(status, code).toBeLessThan(500);
    expect(said.en, code).toMatch(/[A-Za-z].*\.$/);
    expect(said.fa, code).toMatch(/[ء-ی].*\.$/);
  }
  await hand.close();
});

test('two tabs on one question in Persian: both versions stand side by side, and the one kept is on the node', { timeout: 90_000 }, async () => {
  const hand = await as('kaveh', 'fa');
  await hand.go('/cases/new');
  await hand.page.waitForURL(/\/edit$/);
  const path = new URL(hand.page.url()).pathname;
  const id = path.split('/')[2] as string;
  await hand.page.locator('[id="f-question"] textarea').waitFor();
  const other = await hand.page.context().newPage();
  await other.goto(path);
  await other.locator('html[data-ready]').waitFor({ state: 'attached' });
  await other.locator('[id="f-question"] textarea').fill('از برگهٔ دوم');
  await expect.poll(async () => (await kept(hand, `/cases/${id}`)).texts.fa?.question, patient).toBe('از برگهٔ دوم');
  await hand.type(hand.page.locator('[id="f-question"] textarea'), 'از برگهٔ نخست');
  const both = hand.page.getByRole('region', { name: say.savedTwoTitle('fa') });
  await both.waitFor();
  const text = await both.innerText();
  for (const part of [say.savedTwoLead('fa'), 'از برگهٔ نخست', 'از برگهٔ دوم']) expect(text).toContain(part);
  await hand.look();
  await both.getByRole('button', { name: say.savedKeepMine('fa') }).click();
  await expect.poll(async () => (await kept(hand, `/cases/${id}`)).texts.fa?.question, patient).toBe('از برگهٔ نخست');
  expect(hand.faults).toEqual([]);
  await hand.close();
});

test.each(languages)('two fast taps have one effect: on putting the question, on a remark, on giving an opinion (%s)', { timeout: 120_000 }, async (l) => {
  const asker = await as(l === 'fa' ? 'omid' : 'salim', l);
  await asker.go('/');
  const id = await beginQuestion(asker);
  await writeQuestion(asker, questions[l]);
  await tellPatient(asker, questions[l]);
  await untilSaved(asker);
  await toWhom(asker);
  await chooseWhom(asker, 'nilufar', []);
  await asker.page.getByRole('button', { name: sayRouting.askPut(l, { n: 1 }) }).dblclick();
  await asker.page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  expect((await kept(asker, `/cases/${id}`)).asks).toHaveLength(1);
  const expert = await as('nilufar', l);
  await expert.go(`/cases/${id}`);
  await expert.page.locator('.dock').getByRole('button', { name: sayStory.wayAccept(l) }).dblclick();
  const form = expert.page.locator('#opinion');
  await form.locator('select').first().selectOption('wait');
  await form.getByLabel(sayOpinions.formRationale(l)).fill('One tap or two.');
  await form.getByRole('radio', { name: '3/5' }).check();
  await form.getByRole('radio', { name: sayOpinions.disclosureNone(l), exact: true }).check();
  await form.getByRole('button', { name: sayOpinions.formGive(l) }).click();
  await expert.page.locator('dialog[open]').getByRole('button', { name: sayOpinions.formGive(l) }).dblclick();
  await expert.page.getByText(sayStory.pageAnswered(l)).waitFor();
  await expert.page.getByLabel(sayStory.pageWrite(l)).fill('Said once.');
  await expert.page.getByRole('button', { name: sayStory.pageSend(l), exact: true }).dblclick();
  await expert.page.locator('li', { hasText: 'Said once.' }).first().waitFor();
  await expert.page.waitForTimeout(600);
  const now = await kept(expert, `/cases/${id}`);
  expect(now.remarks).toHaveLength(1);
  expect(now.opinions === 'sealed' ? [] : now.opinions.map(({ versions }) => versions.length)).toEqual([1]);
  await asker.close();
  await expert.close();
});

const linkIs = async (kind: 'used' | 'expired'): Promise<string> => {
  const token = `${kind}-${crypto.randomUUID()}`;
  await node.sql(`insert into app.sign_in_links (token_hash, person_id, made_at, expires_at, used_at) values ($1, $2, now() - interval '1 hour', now() + $3::interval, $4)`,
    [codeHash(node.nodeKey, token), node.world.people.samira.id, kind === 'used' ? '1 hour' : '-1 minute', kind === 'used' ? new Date() : null]);
  return `/sign-in/link/${token}`;
};

test.each(languages)('a link that was used, has expired, or was cut short says so, and offers a new one (%s)', { timeout: 60_000 }, async (l) => {
  const hand = await openHand(browser, { screen: 'phone', l, baseURL: node.baseURL });
  for (const [path, sentence] of [[await linkIs('used'), sayPeople.linkUsed(l)], [await linkIs('expired'), sayPeople.linkExpired(l)], ['/sign-in/link/ABCD-EFGH-JKLN', sayPeople.linkUnknown(l)]] as const) {
    await hand.go(path);
    await hand.page.getByRole('button', { name: sayPeople.linkEnter(l) }).click();
    await hand.page.getByText(sentence).waitFor();
    await hand.page.getByRole('link', { name: sayPeople.linkNew(l) }).waitFor();
    await hand.look();
  }
  expect(hand.faults).toEqual([]);
  await hand.close();
});

const rationales: Both = { en: 'Written before the link went away, and after.', fa: 'نوشته شد، پیش از آن‌که اینترنت برود و پس از آن.' };

test.each([['en', 'the link of this device goes'], ['fa', 'the node is ended and started again']] as const)('an opinion in the middle of which the way is lost (%s: %s) stays, says where it is, and goes by itself', { timeout: 90_000 }, async (l, _what) => {
  const hand = await as(l === 'en' ? 'shirin' : 'kaveh', l);
  const path = story(l === 'en' ? 'left-main' : 'tavi');
  await hand.go(path);
  const rationale = hand.page.locator('#opinion').getByLabel(sayOpinions.formRationale(l));
  await rationale.fill(rationales[l].slice(0, 10));
  await untilSaved(hand);
  await (l === 'en' ? hand.page.context().setOffline(true) : node.stop());
  await rationale.fill(rationales[l]);
  const waits = plain(say.savedDevice(l, { time: '|' })).split('|') as [string, string];
  await expect.poll(() => read(hand.page, '#opinion .saved'), patient).toContain(waits[1].trim());
  await expect.poll(() => read(hand.page, '.offline'), patient).toContain(say.awayTitle(l));
  expect(await rationale.inputValue()).toBe(rationales[l]);
  await (l === 'en' ? hand.page.context().setOffline(false) : node.start());
  const saved = plain(say.savedAt(l, { time: '|' })).split('|') as [string, string];
  await expect.poll(() => read(hand.page, '#opinion .saved'), { timeout: 40_000 }).toContain(saved[1].trim());
  // A draft keeps the language it was begun in, whatever the language of the page.
  await expect.poll(async () => Object.values((await kept(hand, path)).draft?.content.texts ?? {}).map(({ rationale: text }) => text), patient).toContain(rationales[l]);
  expect(await rationale.inputValue()).toBe(rationales[l]);
  await hand.close();
});

test('a question that lacks something is not put: the sentence counts what is missing and each line leads to its field', { timeout: 60_000 }, async () => {
  const hand = await as('parisa', 'fa');
  await hand.go('/cases/new');
  await hand.page.waitForURL(/\/edit$/);
  await hand.type(hand.page.locator('[id="f-title"] input'), 'فقط یک نام');
  await untilSaved(hand);
  const id = new URL(hand.page.url()).pathname.split('/')[2] as string;
  const { status, code, params } = await hand.page.evaluate(async (at) => {
    const answer = await fetch(`/api/cases/${at}/post`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: '{}' });
    return { status: answer.status, ...((await answer.json()) as { code: string; params: { n: number } }) };
  }, id);
  expect({ status, code }).toEqual({ status: 422, code: 'cases.incomplete' });
  expect(sayCases.incomplete('fa', params)).toContain('محفوظ');
  await hand.go(`/cases/${id}/ask`);
  await hand.page.locator('#missing').waitFor();
  expect(await hand.page.locator('#missing li').count()).toBe(params.n);
  await hand.close();
});

/** Holds this device's store for a while, as a busy disk does; what is to be written waits its turn behind it. */
const holdStore = (page: Page, ms: number): Promise<void> =>
  page.evaluate((long) => new Promise<void>((done, fail) => {
    const opening = indexedDB.open('hamdel');
    opening.onerror = () => fail(new Error('no store'));
    opening.onsuccess = () => {
      const until = performance.now() + long;
      const writing = opening.result.transaction('outbox', 'readwrite');
      const more = (): void => {
        const asked = writing.objectStore('outbox').get('nothing');
        if (performance.now() < until) asked.onsuccess = more;
      };
      more();
      writing.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  }), ms);

test('while the store of a device is slow, fields filled one right after another all stand, here and on the node', { timeout: 60_000 }, async () => {
  const hand = await as('mina', 'fa');
  await hand.go('/cases/new');
  await hand.page.waitForURL(/\/edit$/);
  const id = new URL(hand.page.url()).pathname.split('/')[2] as string;
  const question = hand.page.locator('[id="f-question"] textarea');
  const title = hand.page.locator('[id="f-title"] input');
  await question.waitFor();
  await expect.poll(() => read(hand.page, '.sent'), patient).toContain(say.sentState('fa'));
  const held = holdStore(hand.page, 2500);
  await question.fill('پرسش نخست');
  await hand.page.waitForTimeout(400);
  await title.fill('نام');
  await held;
  await hand.page.waitForTimeout(300);
  await question.fill('پرسش دوم');
  await expect.poll(async () => (await kept(hand, `/cases/${id}`)).texts.fa, patient).toEqual({ question: 'پرسش دوم', title: 'نام' });
  expect([await question.inputValue(), await title.inputValue()]).toEqual(['پرسش دوم', 'نام']);
  await hand.close();
});
