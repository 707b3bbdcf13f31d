import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';

let node: PeopleNode;
beforeAll(async () => { node = await openPeopleNode([peopleDoors]); });
afterAll(() => node[Symbol.asyncDispose]());

const alive = async (browser: { get(url: string): Promise<{ body: Record<string, unknown> }> }) => (await browser.get('/api/me')).body.person !== null;

test('devices are listed with where one is now, and one can be signed out at once', async () => {
  const one = await node.person();
  const phone = node.browser('Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537');
  const desk = node.browser('Mozilla/5.0 (Windows NT 10.0) Firefox/140.0');
  for (const b of [phone, desk]) await b.post('/api/session/demo', { personId: one });
  const list = (await desk.get('/api/me/sessions')).body as unknown as { id: string; device: string; here: boolean }[];
  expect(list.map(({ device, here }) => ({ device, here }))).toEqual(expect.arrayContaining([{ device: 'Chrome, Android', here: false }, { device: 'Firefox, Windows', here: true }]));
  expect(await alive(phone)).toBe(true);
  expect((await desk.delete(`/api/me/sessions/${list.find(({ here }) => !here)?.id}`)).status).toBe(200);
  expect(await alive(phone)).toBe(false);
  expect(await alive(desk)).toBe(true);
});

test('signing out everywhere else leaves this device alone', async () => {
  const one = await node.person();
  const browsers = [node.browser(), node.browser(), node.browser()];
  for (const b of browsers) await b.post('/api/session/demo', { personId: one });
  for (const b of browsers) expect(await alive(b)).toBe(true);
  expect((await browsers[0]?.delete('/api/me/sessions'))?.body).toEqual({ ended: 2 });
  expect(await Promise.all(browsers.map(alive))).toEqual([true, false, false]);
});

test('another person’s session can be neither seen nor ended', async () => {
  const [a, b] = [node.browser(), node.browser()];
  await a.post('/api/session/demo', { personId: await node.person() });
  await b.post('/api/session/demo', { personId: await node.person() });
  const [mine] = (await a.get('/api/me/sessions')).body as unknown as { id: string }[];
  expect((await b.delete(`/api/me/sessions/${mine?.id}`)).status).toBe(404);
  expect((await b.delete('/api/me/sessions/not-an-id')).status).toBe(404);
  expect(await alive(a)).toBe(true);
  expect((await node.browser().get('/api/me/sessions')).body.code).toBe('web.signInFirst');
});
