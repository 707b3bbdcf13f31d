// Ties, in both languages: proposed on a colleague's page, confirmed from home, ended by both at once, kept away from.

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as say from '#words/network.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, nameOf, plain } from './hand.ts';
import { expectSound, openScene, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => { scene = await openScene(4740); }, 180_000);
afterAll(() => scene?.close());
/** The row of a list that names somebody. */
const rowOf = (hand: Hand, who: PersonKey) => hand.page.locator('main .list > li').filter({ hasText: nameOf(hand.l, who) });

test.each([['fa', 'phone', 'bahram', 'kaveh'], ['en', 'desk', 'marek', 'daniel']] as const)('a tie is proposed on a colleague’s page and confirmed from home (%s, %s)', { timeout: 120_000 }, async (l, screen, one, other) => {
  const [a, b] = [await scene.handOf(one, l, screen), await scene.handOf(other, l, screen)];
  await a.go(`/people/${scene.idOf(other)}`);
  await a.tap(a.button(say.propose(l)));
  await a.pick(a.page.getByLabel(say.formKind(l)), 'mentor');
  await a.page.locator('dialog .seg label').first().click();
  await a.type(a.page.getByLabel(say.formFrom(l)), l === 'fa' ? '۱۳۹۸' : '2019');
  await a.type(a.page.getByRole('textbox', { name: say.formPlace(l) }), 'Krakow');
  await picture(a, 'tie-form');
  // A reload in the middle loses nothing that was typed.
  await a.reload();
  await a.tap(a.button(say.propose(l)));
  expect(await a.page.getByRole('textbox', { name: say.formPlace(l) }).inputValue()).toBe('Krakow');
  await a.tap(a.page.locator('dialog button[type=submit]'));
  await a.page.getByText(plain(say.formSent(l))).waitFor();
  await picture(a, 'person-proposed');
  await expectSound(a);

  await b.go('/');
  const row = rowOf(b, one).first();
  await row.waitFor();
  await picture(b, 'home-to-confirm');
  await b.tap(row.getByRole('button', { name: say.confirm(l) }));
  await b.page.getByText(plain(say.confirmed(l, { name: nameOf(l, one) }))).waitFor();
  await b.go('/ties');
  await rowOf(b, one).first().waitFor();
  await picture(b, 'ties');
  await expectSound(b);
  await a.go('/notices');
  await a.page.locator('main a[href="/ties"]').first().waitFor();
  await a.close();
  await b.close();
});

test.each([['en', 'phone'], ['fa', 'desk']] as const)('two who end a tie in the same moment both find it ended (%s, %s)', { timeout: 90_000 }, async (l, screen) => {
  const [a, b] = [await scene.handOf('leila', l, screen), await scene.handOf(l === 'en' ? 'nilufar' : 'maryam', l, screen)];
  const them = [[a, l === 'en' ? 'nilufar' : 'maryam'], [b, 'leila']] as const;
  for (const [hand] of them) await hand.go('/ties');
  const buttons = them.map(([hand, who]) => rowOf(hand, who).getByRole('button', { name: plain(say.endOf(l, { name: nameOf(l, who) })) }));
  await Promise.all(buttons.map((button) => button.click()));
  for (const [hand, who] of them) {
    await expect.poll(async () => { await hand.go('/ties'); return rowOf(hand, who).count(); }).toBe(0);
    expect(hand.faults).toEqual([]);
    await hand.close();
  }
});

test('a block hides, is seen among what is kept away, and is lifted there', { timeout: 90_000 }, async () => {
  const a = await scene.handOf('hossein', 'fa', 'phone');
  await a.go(`/people/${scene.idOf('arman')}`);
  await a.tap(a.button(say.block('fa')));
  await a.tap(a.page.locator('dialog .btn.stop'));
  await a.page.waitForURL(/\/ties$/);
  await a.page.getByText(say.isBlocked('fa'), { exact: true }).waitFor();
  await picture(a, 'kept-away');
  const b = await scene.handOf('arman', 'en', 'desk');
  expect((await b.page.goto(`/people/${scene.idOf('hossein')}`))?.status()).toBe(404);
  await a.tap(a.button(say.unblock('fa')));
  await a.page.getByText(say.isBlocked('fa'), { exact: true }).waitFor({ state: 'detached' });
  expect((await b.page.goto(`/people/${scene.idOf('hossein')}`))?.status()).toBe(200);
  await expectSound(a);
});

const introduction = {
  fa: { context: 'می‌خواهم دربارهٔ جراحی ریشهٔ آئورت در دریچهٔ دولتی بیاموزم.', contact: 'شمارهٔ من ۰۹۱۲۳۴۵۶۷۸۹ است', letter: 'هر دو را به هم می‌سپارم.' },
  en: { context: 'I would like to learn about root surgery in bicuspid valves.', contact: 'Write to me@clinic.example', letter: 'I leave you to each other.' },
} as const;

test.each([['fa', 'phone', 'omid', 'claire', ['nilufar']], ['en', 'desk', 'soran', 'claire', ['hossein', 'nilufar']]] as const)('an introduction from the first look to how it went (%s, %s)', { timeout: 180_000 }, async (l, screen, asker, to, middles) => {
  const text = introduction[l];
  const a = await scene.handOf(asker, l, screen);
  await a.go(`/people/${scene.idOf(to)}`);
  await a.tap(a.page.getByRole('link', { name: say.reachAct(l) }));
  await a.page.waitForURL(/\/reach$/);
  await a.page.getByText(plain(say.reachCount(l, { n: 1 }))).waitFor();
  const body = (await a.page.locator('main').textContent()) ?? '';
  for (const key of middles) expect(body).not.toContain(nameOf(l, key));
  const context = a.page.getByRole('textbox', { name: say.askContext(l) });
  await a.type(context, text.contact);
  await a.page.getByText(say.askContactInside(l)).waitFor();
  await a.type(context, text.context);
  await a.reload();
  expect(await context.inputValue()).toBe(text.context);
  await picture(a, 'reach');
  await expectSound(a);
  await a.tap(a.page.locator('main form button[type=submit]'));
  await a.page.waitForURL(/\/introductions\/./);
  await a.page.getByText(say.stageAsked(l)).first().waitFor();
  await picture(a, 'introduction-asked');
  const at = new URL(a.page.url()).pathname;
  for (const key of middles) {
    const m = await scene.handOf(key, l, screen);
    await m.go('/');
    await m.tap(m.page.locator(`main a[href="${at}"]`).first());
    await picture(m, `introduction-middle-${key}`);
    await m.tap(m.button(say.iAmWilling(l)));
    await m.page.getByText(say.partWilling(l)).first().waitFor();
    await expectSound(m);
    await m.close();
  }
  await a.go(at);
  await a.page.getByText(nameOf(l, middles[0])).first().waitFor();
  const t = await scene.handOf(to, l, screen);
  await t.go(at);
  await t.tap(t.button(say.iAgree(l)));
  await t.page.getByText(say.stageAgreed(l)).first().waitFor();
  const m = await scene.handOf(middles.at(-1) as PersonKey, l, screen);
  await m.go(at);
  await m.type(m.page.getByRole('textbox', { name: say.letterText(l) }), text.letter);
  await m.tap(m.button(say.letterSend(l)));
  await m.page.getByText(text.letter).first().waitFor();
  for (const hand of [a, t]) {
    await hand.go(at);
    await hand.page.getByText(text.letter).first().waitFor();
  }
  await a.tap(a.button(say.howTell(l)));
  await a.tap(a.page.locator('.seg label').first());
  await a.tap(a.button(say.howSend(l)));
  await a.page.getByText(say.stageTold(l)).first().waitFor();
  await picture(a, 'introduction-told');
  await m.go(at);
  await m.page.getByText(say.howMet(l), { exact: true }).first().waitFor();
  await expectSound(m);
  await expectSound(a);
  for (const hand of [a, t, m]) await hand.close();
});

const card = (name: string, email: string) => `BEGIN:VCARD\r\nVERSION:2.1\r\nFN:${name}\r\nEMAIL;INTERNET:${email}\r\nEND:VCARD\r\n`;
const contactFile = `${card('Dr Nilufar Kazemi', 'somewhere@else.example')}${card('A patient of mine', 'patient@mail.example')}BEGIN:VCARD\r\nFN:cut`;

test.each([['fa', 'phone', 'parisa'], ['en', 'desk', 'salim']] as const)('contacts are compared on the device, and nothing leaves before a tick (%s, %s)', { timeout: 90_000 }, async (l, screen, who) => {
  const a = await scene.handOf(who, l, screen);
  await a.go('/ties/import');
  const sent: string[] = [];
  a.page.on('request', (one) => { if (one.method() !== 'GET') sent.push(`${one.url()} ${one.postData() ?? ''}`); });
  const file = a.page.getByLabel(say.importFile(l));
  await file.setInputFiles({ name: 'photo.vcf', mimeType: 'text/vcard', buffer: Buffer.from([0xff, 0xd8, 0xff, 0, 0]) });
  await a.page.getByText(say.importNotContacts(l)).waitFor();
  await file.setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer: Buffer.from(contactFile) });
  await a.page.getByText(plain(say.importSkipped(l, { n: 1 }))).waitFor();
  const tick = a.page.locator('main label.tick');
  await tick.first().waitFor();
  expect(await tick.allTextContents()).toEqual([expect.stringContaining('Dr Nilufar Kazemi')]);
  expect(sent).toEqual([]);
  await a.tap(tick.locator('input'));
  await picture(a, 'import');
  await expectSound(a);
  await a.tap(a.page.locator('main .btn.main'));
  await a.page.locator('main .who').filter({ hasText: nameOf(l, 'nilufar') }).waitFor();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatch(/contacts\/looked \{"hashes":\["[0-9a-f]{32}"(,"[0-9a-f]{32}")*\]\}$/);
  await picture(a, 'import-found');
  await a.close();
});

test.each([['fa', 'phone', 'maryam', 'kaveh'], ['en', 'desk', 'salim', 'samira']] as const)('two meet where no network is; the tie stands when both have one again (%s, %s)', { timeout: 120_000 }, async (l, screen, one, other) => {
  const [a, b] = [await scene.handOf(one, l, screen), await scene.handOf(other, l, screen)];
  for (const hand of [a, b]) {
    await hand.go('/ties/meet');
    await hand.page.waitForLoadState('networkidle');
    await hand.page.context().setOffline(true);
  }
  await a.tap(a.button(say.meetShow(l)));
  await a.page.getByText(say.meetOnDevice(l)).waitFor();
  await a.page.locator('.qr').waitFor();
  const code = (await a.page.locator('.code').textContent()) ?? '';
  await picture(a, 'meet-shown');
  await b.type(b.page.getByRole('textbox', { name: say.meetTyped(l) }), code.toLowerCase().replace('-', ' '));
  await b.tap(b.button(say.meetKeep(l)));
  await b.page.getByText(say.meetOnDevice(l)).waitFor();
  await picture(b, 'meet-met');
  for (const hand of [b, a]) {
    await hand.page.context().setOffline(false);
    await expect.poll(async () => { await hand.page.goto('/unsent'); return hand.page.locator('main .list > li').count(); }, { timeout: 30_000 }).toBe(0);
  }
  await expect.poll(async () => { await a.go('/ties'); return rowOf(a, other).count(); }, { timeout: 20_000 }).toBe(1);
  await b.go('/ties');
  await rowOf(b, one).first().waitFor();
  await a.close();
  await b.close();
});
