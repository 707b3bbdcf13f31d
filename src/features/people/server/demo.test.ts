import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';

let node: PeopleNode;
beforeAll(async () => { node = await openPeopleNode([peopleDoors]); });
afterAll(() => node[Symbol.asyncDispose]());

test('a cast member signs in with one tap and is who /api/me says, until signing out', async () => {
  const niloufar = await node.person({ givenEn: 'Niloufar', familyEn: 'Kaviani', givenFa: 'نیلوفر', familyFa: 'کاویانی', role: 'steward' });
  const browser = node.browser();
  expect((await browser.get('/api/me')).body).toMatchObject({ person: null, demo: true });
  const cast = (await browser.get('/api/demo/cast')).body as unknown as { id: string }[];
  expect(cast).toContainEqual(expect.objectContaining({ id: niloufar, nameFa: 'نیلوفر کاویانی', verified: true, roles: ['steward'] }));
  expect((await browser.post('/api/session/demo', { personId: niloufar })).status).toBe(200);
  expect((await browser.get('/api/me')).body.person).toEqual({
    id: niloufar, nameEn: 'Niloufar Kaviani', nameFa: 'نیلوفر کاویانی', initialsEn: 'NK', initialsFa: 'نک', roles: ['steward'], verified: true, seesCases: true, layer: 'register',
  });
  expect((await browser.delete('/api/session')).status).toBe(200);
  expect((await browser.get('/api/me')).body.person).toBeNull();
});

test('the session cookie is __Host-, HttpOnly, Secure and SameSite=Lax, and the table keeps its hash alone', async () => {
  const one = await node.person();
  const browser = node.browser();
  const { raw } = await browser.post('/api/session/demo', { personId: one });
  expect(raw.cookies).toMatchObject([{ name: '__Host-hamdel', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);
  const [row] = await node.sql<{ text: string }>('select s::text as text from app.sessions s where person_id = $1', [one]);
  expect(row?.text).not.toContain(raw.cookies[0]?.value);
});

test('signing in again gives another token and ends the one this browser had', async () => {
  const one = await node.person();
  const browser = node.browser();
  await browser.post('/api/session/demo', { personId: one });
  const stolen = new Map(browser.cookies);
  await browser.post('/api/session/demo', { personId: one });
  expect((await browser.get('/api/me')).body.person).not.toBeNull();
  const thief = node.browser();
  for (const [name, value] of stolen) thief.cookies.set(name, value);
  expect((await thief.get('/api/me')).body.person).toBeNull();
});

test('a session ends after 30 days without use and slides while it is used', async () => {
  const one = await node.person();
  const [used, left] = [node.browser(), node.browser()];
  for (const b of [used, left]) await b.post('/api/session/demo', { personId: one });
  node.clock.step(20 * 86_400_000);
  expect((await used.get('/api/me')).body.person).not.toBeNull();
  node.clock.step(20 * 86_400_000);
  expect((await used.get('/api/me')).body.person).not.toBeNull();
  expect((await left.get('/api/me')).body.person).toBeNull();
});
