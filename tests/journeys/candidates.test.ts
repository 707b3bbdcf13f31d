// From an empty CV to an answer with a kind word, in both languages: publications brought, a reference asked, signed and proved, an application read and answered.

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as sayApplications from '#words/applications.ts';
import * as say from '#words/candidates.ts';
import { nameOf, plain } from './hand.ts';
import { expectSound, openScene, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => { scene = await openScene(4760); }, 180_000);
afterAll(() => scene?.close());
const bib = '@article{a, author={Okafor, Daniel}, title={Culotte in long left mains}, journal={EuroIntervention}, year=2024, volume=12, pages={45--50}}\n@article{broken, title={';

test.each([['fa', 'phone', 'omid'], ['en', 'desk', 'daniel']] as const)('publications are seen before they are added, and a reload loses nothing (%s, %s)', { timeout: 120_000 }, async (l, screen, who) => {
  const hand = await scene.handOf(who, l, screen);
  await hand.go('/me/cv');
  await hand.type(hand.page.getByLabel(l === 'fa' ? say.summaryFa(l) : say.summaryEn(l), { exact: true }), l === 'fa' ? 'اتند در کرمانشاه؛ بیمار ۶۲ ساله با EF=30%' : 'Bifurcations, mostly.');
  await hand.type(hand.page.getByRole('textbox', { name: say.importTitle(l) }), bib);
  await hand.tap(hand.button(say.importRead(l)));
  await hand.page.getByText(plain(say.importFound(l, { n: 1 }))).waitFor();
  await hand.page.getByText(plain(say.importUnread(l, { n: 1, list: l === 'fa' ? '۲' : '2' }))).waitFor();
  await picture(hand, 'cv-bring');
  await hand.tap(hand.button(say.importAdd(l, { n: 1 })));
  await hand.page.locator('.saved-strip .saved').filter({ hasText: /\d|[۰-۹]/ }).waitFor();
  await hand.reload();
  await hand.page.getByText('Culotte in long left mains').first().waitFor();
  await expectSound(hand);
  await hand.go('/me/cv/sheet');
  await hand.page.locator('.paper').getByText('Culotte in long left mains').waitFor();
  await picture(hand, 'cv-sheet');
  await expectSound(hand);
  const pdf = await hand.page.context().request.get(`${scene.node.baseURL}/api/me/cv/pdf?lang=${l}`);
  expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  await hand.close();
});

test.each([['fa', 'phone', 'arman', 'kaveh'], ['en', 'desk', 'daniel', 'marek']] as const)('a reference is asked, written, signed, and proved to somebody without an account (%s, %s)', { timeout: 120_000 }, async (l, screen, asker, writer) => {
  const [a, b] = [await scene.handOf(asker, l, screen), await scene.handOf(writer, l, screen)];
  await a.go('/me/references');
  await a.type(a.page.getByRole('searchbox', { name: plain(say.refAskWhom(l)) }), nameOf(l, writer));
  await a.tap(a.page.locator('.pick .member').first());
  await a.type(a.page.getByLabel(say.refPurpose(l)), l === 'fa' ? 'برای فلوشیپ' : 'For a fellowship');
  await a.tap(a.button(say.refAsk(l)));
  await a.page.locator('main').getByText(plain(say.refFrom(l, { name: nameOf(l, writer) }))).first().waitFor();
  await expectSound(a);

  await b.go('/me/references');
  await b.tap(b.page.locator('main li').filter({ hasText: nameOf(l, asker) }).getByRole('link', { name: say.refWrite(l) }));
  const words = b.page.getByLabel(say.refWords(l), { exact: true });
  await b.type(words, l === 'fa' ? 'دو سال با هم کار کرده‌ایم و به دستش اعتماد دارم.' : 'We worked together for two years, and I trust these hands.');
  await b.page.locator('.saved').filter({ hasText: /\d|[۰-۹]/ }).waitFor();
  await b.reload();
  expect(await words.inputValue()).toContain(l === 'fa' ? 'اعتماد' : 'trust');
  await picture(b, 'reference-write');
  await expectSound(b);
  await b.tap(b.button(say.refSign(l)));
  await b.page.waitForURL(/\/me\/references$/);

  await a.go('/me/references');
  const letter = a.page.locator('main li').filter({ hasText: nameOf(l, writer) }).filter({ hasText: say.stateValid(l) });
  const link = await letter.getByRole('link', { name: say.refLink(l) }).getAttribute('href');
  const stranger = await scene.handOf(null, l, screen);
  await stranger.go(link ?? '');
  await stranger.page.getByText(say.checkValid(l)).waitFor();
  await stranger.page.getByText(say.checkShut(l)).waitFor();
  await picture(stranger, 'reference-check');
  await expectSound(stranger);
  await Promise.all([a, b, stranger].map((hand) => hand.close()));
});

test('a fellow in Kermanshah applies on a phone in Persian; in Toronto it is read on a desk in English and answered with a kind word', { timeout: 120_000 }, async () => {
  const [soran, daniel] = [await scene.handOf('soran', 'fa', 'phone'), await scene.handOf('daniel', 'en', 'desk')];
  const to = scene.node.world.opportunities.toronto;
  await soran.go(`/opportunities/${to}`);
  await soran.tap(soran.page.locator(`main a[href="/opportunities/${to}/apply"]`).first());
  await soran.page.getByText(nameOf('fa', 'daniel')).first().waitFor();
  const words = soran.page.getByLabel(sayApplications.words('fa'), { exact: true });
  await soran.type(words, 'سه ماه دیدن بایفورکیشن کارم را دگرگون می‌کند.');
  await soran.reload();
  expect(await words.inputValue()).toContain('بایفورکیشن');
  await picture(soran, 'apply');
  await expectSound(soran);
  await soran.tap(soran.button(sayApplications.send('fa')));
  await soran.page.getByText(sayApplications.sent('fa')).waitFor();

  await daniel.go(`/opportunities/${to}/candidates`);
  const one = daniel.page.locator('article').filter({ hasText: nameOf('en', 'soran') });
  await daniel.tap(one.getByText(sayApplications.cv('en'), { exact: true }));
  await one.locator('.paper').getByText('Parau Heart Centre, Kermanshah').first().waitFor();
  await daniel.tap(one.getByText(sayApplications.decide('en'), { exact: true }));
  await daniel.tap(one.locator('.seg label').first());
  await daniel.type(one.getByLabel(sayApplications.decideWords('en'), { exact: true }), 'We would be glad. Come in spring.');
  await picture(daniel, 'choosing');
  await daniel.tap(one.getByRole('button', { name: sayApplications.decideSend('en') }));
  await one.getByText(sayApplications.answered('en')).waitFor();
  await expectSound(daniel);
  await soran.go('/me/applications');
  await soran.page.getByText(sayApplications.offered('fa')).waitFor();
  await soran.go(`/opportunities/${to}/apply`);
  await soran.page.getByText('Come in spring').waitFor();
  await expectSound(soran);
  await Promise.all([soran.close(), daniel.close()]);
});
