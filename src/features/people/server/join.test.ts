import { afterAll, beforeAll, expect, test } from 'vitest';
import { stewardshipDoors } from '#features/stewardship/server/http.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';

let node: PeopleNode;
let steward: Browser;
beforeAll(async () => {
  node = await openPeopleNode([peopleDoors, stewardshipDoors], { mode: 'up' });
  steward = await node.as(await node.person({ givenEn: 'Shirin', familyEn: 'Rad', role: 'steward' }));
});
afterAll(() => node[Symbol.asyncDispose]());

const invite = async (more: object = {}): Promise<{ id: string; code: string; link: string; qr: string }> => {
  const { status, body } = await steward.post('/api/steward/invitations', { id: newId(node.clock.now(), node.house.random), ...more });
  expect(status).toBe(200);
  return body as unknown as { id: string; code: string; link: string; qr: string };
};
const person = (email: string) => ({ email, lang: 'fa', givenFa: 'مینا', familyFa: 'کریمی' });

test('an invitation is shown once with a link and a QR code, makes one unverified person, and is then used up', async () => {
  const { code, link, qr } = await invite({ note: 'from Tabriz' });
  expect(link).toBe(`http://localhost/join/${code}`);
  expect(qr).toMatch(/^<svg/);
  const browser = node.browser();
  expect((await browser.get(`/api/invitations/${code}`)).body).toMatchObject({ byEn: 'Shirin Rad', email: '' });
  expect((await browser.post('/api/join', { ...person('mina@example.org'), code: code.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
  expect((await browser.get('/api/me')).body.person).toMatchObject({ nameFa: 'مینا کریمی', verified: false, seesCases: false, layer: 'declared' });
  expect((await node.browser().get(`/api/invitations/${code}`)).body.code).toBe('people.invitationUsed');
  expect((await node.browser().post('/api/join', { ...person('second@example.org'), code })).body.code).toBe('people.invitationUsed');
  expect((await steward.get('/api/steward/invitations')).body).toContainEqual(expect.objectContaining({ state: 'used', note: 'from Tabriz', usedBy: expect.objectContaining({ nameFa: 'مینا کریمی' }) }));
});

test('of two who use one invitation at the same moment one joins', async () => {
  const { code } = await invite();
  const answers = await Promise.all(['x@example.org', 'y@example.org'].map((email) => node.browser().post('/api/join', { ...person(email), code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a repeated invitation request makes no second invitation and shows no code again', async () => {
  const id = newId(node.clock.now(), node.house.random);
  expect((await steward.post('/api/steward/invitations', { id })).status).toBe(200);
  expect((await steward.post('/api/steward/invitations', { id })).body).toMatchObject({ status: 409, code: 'stewardship.shownOnce' });
  const [row] = await node.sql<{ text: string }>(`select string_agg(body, ' ') as text from app.receipts`);
  expect(row?.text ?? '').not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
});

test('an expired, a withdrawn and an unknown invitation each have their sentence', async () => {
  const { code, id } = await invite({ days: 1 });
  const old = await invite({ days: 1 });
  expect((await steward.delete(`/api/steward/invitations/${id}`)).status).toBe(200);
  expect((await node.browser().get(`/api/invitations/${code}`)).body.code).toBe('people.invitationWithdrawn');
  node.clock.step(25 * 3_600_000);
  expect((await node.browser().get(`/api/invitations/${old.code}`)).body.code).toBe('people.invitationExpired');
  expect((await node.browser().post('/api/join', { ...person('old@example.org'), code: old.code })).body.code).toBe('people.invitationExpired');
  expect((await node.browser().get('/api/invitations/ABCD-EFGH-JKLM')).body.code).toBe('people.invitationUnknown');
});

test('joining without an invitation is open only when the steward says so', async () => {
  expect((await node.browser().post('/api/join', person('walk-in@example.org'))).body.code).toBe('people.invitationWanted');
  expect((await steward.put('/api/steward/settings', { node: { nameEn: 'Demo society', nameFa: 'انجمن نمونه' }, openSignUp: true })).status).toBe(200);
  expect((await node.browser().get('/api/me')).body).toMatchObject({ openSignUp: true, node: { nameEn: 'Demo society', nameFa: 'انجمن نمونه' } });
  expect((await node.browser().post('/api/join', person('walk-in@example.org'))).status).toBe(200);
  expect((await node.browser().post('/api/join', person('walk-in@example.org'))).body).toMatchObject({ status: 409, code: 'people.emailKnown', fields: ['email'] });
});

test('a name in one script is wanted, and an address', async () => {
  const { code } = await invite();
  expect((await node.browser().post('/api/join', { code, email: 'nameless@example.org', lang: 'en' })).body).toMatchObject({ status: 422, fields: ['familyEn'] });
  expect((await node.browser().post('/api/join', { ...person('not an address'), code })).body).toMatchObject({ status: 422, fields: ['email'] });
  expect((await node.browser().get(`/api/invitations/${code}`)).status).toBe(200);
});
