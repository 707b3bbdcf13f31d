import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleDoors } from '#features/people/server/http.ts';
import { type Id, newId } from '#kernel/ids.ts';
import { type Browser, openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { hasSteward, makeStewardCode } from './door.ts';
import { stewardshipDoors } from './http.ts';

let node: PeopleNode;
let steward: Browser;
let stewardId: Id;
beforeAll(async () => {
  node = await openPeopleNode([peopleDoors, stewardshipDoors], { mode: 'up', mailWorks: false });
});
afterAll(() => node[Symbol.asyncDispose]());
const id = () => newId(node.clock.now(), node.house.random);

test('the code of the terminal makes the first steward, verified by the node itself, once and within an hour', async () => {
  expect(await hasSteward(node.house)).toBe(false);
  const { code, link } = await makeStewardCode(node.house);
  expect(link).toBe(`http://localhost/first?code=${code}`);
  steward = node.browser();
  const who = { email: 'first@example.org', lang: 'en', givenEn: 'Shirin', familyEn: 'Rad' };
  expect((await steward.post('/api/steward/first', { ...who, code: 'AAAA-BBBB-CCCC' })).body.code).toBe('stewardship.codeUnknown');
  expect((await steward.post('/api/steward/first', { ...who, code: code.toLowerCase() })).status).toBe(200);
  const { person } = (await steward.get('/api/me')).body as { person: { id: Id } };
  stewardId = person.id;
  expect(person).toMatchObject({ roles: ['steward'], verified: true, layer: 'register' });
  expect(await node.sql('select by_person from app.verifications where person_id = $1', [stewardId])).toEqual([{ by_person: null }]);
  expect((await node.browser().post('/api/steward/first', { ...who, email: 'again@example.org', code })).body.code).toBe('stewardship.codeUsed');
  const late = await makeStewardCode(node.house);
  node.clock.step(61 * 60_000);
  expect((await node.browser().post('/api/steward/first', { ...who, email: 'late@example.org', code: late.code })).body.code).toBe('stewardship.codeExpired');
  expect(await hasSteward(node.house)).toBe(true);
});

test('the queue shows papers, layers and who could vouch; a checked document verifies at once, and ending it ends that', async () => {
  await node.sql(`insert into app.cities values ('11111111-1111-4111-8111-111111111111', 'Shiraz', 'شیراز', 'IR', 'Asia/Tehran')`);
  const [newcomer, neighbour] = [await node.person({ familyEn: 'Karimi', layer: null }), await node.person({ familyEn: 'Near' })];
  await node.sql(`update app.people set city_id = '11111111-1111-4111-8111-111111111111' where id = any ($1)`, [[newcomer, neighbour]]);
  await node.sql(`insert into app.licences (id, person_id, authority, number, country, expires_on) values ($1, $2, 'IRIMC', '98765', 'IR', '2027-01-01')`, [id(), newcomer]);
  const theirs = await node.as(newcomer);
  expect((await steward.get('/api/steward/queue')).body).toMatchObject([{ id: newcomer, verified: false, licences: [{ number: '98765', expiresOn: '2027-01-01' }], layers: [], couldVouch: [{ id: neighbour }] }]);
  const checked = (await steward.post(`/api/steward/people/${newcomer}/layers`, { layer: 'document', note: 'card seen' })).body as { layers: { id: string }[] };
  expect(checked).toMatchObject({ verified: true, layer: 'document', layers: [{ layer: 'document', note: 'card seen', by: { id: stewardId } }] });
  expect((await theirs.get('/api/me')).body).toMatchObject({ person: { verified: true }, unread: 1 });
  expect((await steward.get('/api/steward/queue')).body).toEqual([]);
  expect((await steward.post(`/api/steward/people/${newcomer}/layers`, { layer: 'document' })).body.code).toBe('stewardship.layerThere');
  expect((await steward.delete(`/api/steward/people/${newcomer}/layers/${checked.layers[0]?.id}`)).body).toMatchObject({ verified: false });
  expect((await theirs.get('/api/me')).body.person).toMatchObject({ verified: false });
});

test('a steward’s own papers are checked by another', async () => {
  expect((await steward.post(`/api/steward/people/${stewardId}/layers`, { layer: 'document' })).body.code).toBe('stewardship.notOneself');
});

test('roles are given to the verified and ended at once, and the last steward stays', async () => {
  const [doctor, newcomer] = [await node.person(), await node.person({ layer: null })];
  const theirs = await node.as(doctor);
  await theirs.get('/api/me');
  expect((await steward.post(`/api/steward/people/${newcomer}/roles`, { role: 'coordinator' })).body.code).toBe('stewardship.verifyFirst');
  expect((await steward.post(`/api/steward/people/${doctor}/roles`, { role: 'steward' })).body).toMatchObject({ roles: ['steward'] });
  expect((await theirs.get('/api/steward/queue')).status).toBe(200);
  expect((await steward.delete(`/api/steward/people/${doctor}/roles/steward`)).status).toBe(200);
  expect((await theirs.get('/api/steward/queue')).status).toBe(404);
  expect((await steward.delete(`/api/steward/people/${stewardId}/roles/steward`)).body.code).toBe('stewardship.lastSteward');
});

test('who is no steward finds none of the steward’s doors', async () => {
  const doctor = await node.as(await node.person());
  const other = await node.person({ layer: null });
  for (const path of ['queue', 'people', 'invitations', 'settings', 'trail']) expect((await doctor.get(`/api/steward/${path}`)).status, path).toBe(404);
  for (const [path, body] of [
    [`people/${other}/layers`, { layer: 'register' }], [`people/${other}/roles`, { role: 'steward' }], [`people/${other}/sign-in-code`, { id: id() }],
    ['invitations', { id: id() }], ['unmask', { id: id(), caseId: id(), reason: 'a reason long enough' }],
  ] as const) expect((await doctor.post(`/api/steward/${path}`, body)).status, path).toBe(404);
  expect((await doctor.put('/api/steward/settings', { node: { nameEn: '', nameFa: '' }, openSignUp: true })).status).toBe(404);
});

test('without mail a steward hands over a one-time code; the person is told, and it works once for a day', async () => {
  const doctor = await node.person({ email: 'nomail@example.org' });
  const { code, link, qr } = (await steward.post(`/api/steward/people/${doctor}/sign-in-code`, { id: id() })).body as { code: string; link: string; qr: string };
  expect(link).toBe(`http://localhost/sign-in/link/${code}`);
  expect(qr).toMatch(/^<svg/);
  const browser = node.browser();
  expect((await browser.post('/api/session/link', { token: code.replaceAll('-', '').toLowerCase() })).status).toBe(200);
  expect((await browser.get('/api/me')).body).toMatchObject({ person: { id: doctor }, unread: 1 });
  expect(await node.sql('select kind from app.notices where person_id = $1', [doctor])).toEqual([{ kind: 'sign-in-code' }]);
  expect((await node.browser().post('/api/session/link', { token: code })).body.code).toBe('people.linkUsed');
  const old = (await steward.post(`/api/steward/people/${doctor}/sign-in-code`, { id: id() })).body as { code: string };
  node.clock.step(25 * 3_600_000);
  expect((await node.browser().post('/api/session/link', { token: old.code })).body.code).toBe('people.linkExpired');
});

const hiddenCase = async (asker: Id): Promise<Id> => {
  const one = id();
  await node.sql(`insert into app.cases (id, lang, hidden, started_at, edited_at, texts) values ($1, 'en', true, $2, $2, '{"en":{"title":"secret title"}}')`, [one, node.clock.now()]);
  await node.sql('insert into app.case_askers values ($1, $2)', [one, asker]);
  await node.sql('insert into app.postings values ($1, $2)', [one, node.clock.now()]);
  return one;
};

test('opening a hidden name wants a reason, tells the asker, is on the trail, and shows the name once', async () => {
  steward = await node.as(stewardId);
  const asker = await node.person({ givenEn: 'Hidden', familyEn: 'Asker' });
  const one = await hiddenCase(asker);
  expect((await steward.post('/api/steward/unmask', { id: id(), caseId: one, reason: 'short' })).body).toMatchObject({ status: 422, fields: ['reason'] });
  const request = { id: id(), caseId: one, reason: 'A formal complaint names this case.' };
  expect((await steward.post('/api/steward/unmask', request)).body).toMatchObject({ asker: { id: asker, nameEn: 'Hidden Asker' } });
  expect(await node.sql('select kind, case_id from app.notices where person_id = $1', [asker])).toEqual([{ kind: 'name-opened', case_id: one }]);
  expect(await node.sql('select kind from app.events where person_id = $1', [asker])).toEqual([{ kind: 'name-opened' }]);
  const again = await steward.post('/api/steward/unmask', request);
  expect(again.body).toMatchObject({ status: 409, code: 'stewardship.shownOnce' });
  expect(again.raw.body).not.toContain('Hidden');
  const trail = (await steward.get('/api/steward/trail')).raw.body;
  expect(JSON.parse(trail)[0]).toMatchObject({ verb: 'name-opened', about: one, note: request.reason, who: { id: stewardId } });
  expect(trail).not.toContain(asker);
  expect((await node.sql<{ n: number }>(`select count(*)::int as n from app.receipts where body like '%Hidden Asker%'`))[0]?.n).toBe(0);
});

test('nothing is opened for a case that is not there or is still a draft, and nobody is told', async () => {
  const asker = await node.person();
  const draft = await hiddenCase(asker);
  await node.sql('delete from app.postings where case_id = $1', [draft]);
  for (const caseId of [draft, id()]) expect((await steward.post('/api/steward/unmask', { id: id(), caseId, reason: 'A reason that is long enough.' })).status).toBe(404);
  expect(await node.sql('select from app.notices where person_id = $1', [asker])).toEqual([]);
  expect(await node.sql('select from app.unmaskings where case_id = $1', [draft])).toEqual([]);
});

test('swapping the asker of a hidden case changes no byte of what a steward’s screens are given', async () => {
  const [a, b] = [await node.person({ familyEn: 'Swap' }), await node.person({ familyEn: 'Swap' })];
  const one = await hiddenCase(a);
  const screens = async () => (await Promise.all(['queue', 'people', 'invitations', 'settings', 'trail'].map((path) => steward.get(`/api/steward/${path}`)))).map(({ raw }) => raw.body);
  const before = await screens();
  await node.sql('update app.case_askers set person_id = $2 where case_id = $1', [one, b]);
  expect(await screens()).toEqual(before);
  expect(before.join('')).not.toContain('secret title');
});
