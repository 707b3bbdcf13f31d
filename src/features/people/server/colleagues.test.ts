import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameKeysOf } from '../rules/name-keys.ts';
import { openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';

let node: PeopleNode;
beforeAll(async () => { node = await openPeopleNode([peopleDoors]); });
afterAll(() => node[Symbol.asyncDispose]());

const named = async (givenEn: string, familyEn: string, givenFa: string, familyFa: string, expertise: [string, string, number][] = [], layer: 'register' | null = 'register') => {
  const person = await node.person({ givenEn, familyEn, givenFa, familyFa, layer });
  await node.sql('update app.people set name_keys = $2 where id = $1', [person, nameKeysOf({ givenEn, familyEn, givenFa, familyFa })]);
  for (const [concept, level, n] of expertise) await node.sql('insert into app.expertise (person_id, concept, level, cases_per_year) values ($1, $2, $3, $4)', [person, concept, level, n]);
  return person;
};

test('a colleague is found by a name in either script and any usual spelling, or by a field and all below it', async () => {
  const mohammad = await named('Mohammad', 'Rezaei', 'محمد', 'رضایی', [['cor.cto.retro', 'reference', 60]]);
  const claire = await named('Claire', 'Morel', 'کلر', 'مورل', [['cor.cto', 'independent', 90]]);
  const browser = await node.as(await node.person());
  const found = async (query: string) => ((await browser.get(`/api/people?${query}`)).body as unknown as { id: string }[]).map(({ id }) => id);
  for (const typed of ['Rezaee', 'muhammad rezai', 'رضائی', 'محمد رضایی', 'Reza']) expect(await found(`q=${encodeURIComponent(typed)}`), typed).toContain(mohammad);
  expect(await found('q=Morel')).toEqual([claire]);
  expect(await found('concept=cor.cto')).toEqual([mohammad, claire]);
  expect(await found('concept=cor.cto.retro')).toEqual([mohammad]);
  expect(await found('q=CTO')).toEqual([mohammad, claire]);
  expect(await found('q=Morel&concept=cor.cto.retro')).toEqual([]);
  expect(await found('q=zzzz')).toEqual([]);
});

test('the unverified see nobody but themselves, and cannot vouch', async () => {
  const doctor = await named('Sara', 'Amini', 'سارا', 'امینی');
  const newcomer = await named('New', 'Comer', 'تازه', 'وارد', [], null);
  const browser = await node.as(newcomer);
  expect((await browser.get('/api/people')).body).toEqual([]);
  expect((await browser.get('/api/people?q=Amini')).body).toEqual([]);
  expect((await browser.get(`/api/people/${doctor}`)).status).toBe(404);
  expect((await browser.get(`/api/people/${newcomer}`)).body).toMatchObject({ isMe: true, verified: false, layer: 'declared', may: { vouch: false } });
  expect((await browser.post(`/api/people/${doctor}/vouch`, { note: '' })).status).toBe(404);
  await expect(node.house.db.asViewer(newcomer, (tx) => tx.write(`insert into app.verifications (id, person_id, layer, by_person, at) values (gen_random_uuid(), $1, 'vouched', $2, now())`, [doctor, newcomer]))).rejects.toThrow(/row-level security/);
});

test('two verified colleagues who vouch verify a newcomer at once, and one vouch taken back ends it at once', async () => {
  const newcomer = await named('Parisa', 'Noori', 'پریسا', 'نوری', [], null);
  const theirs = await node.as(newcomer);
  const [a, b] = [await named('Dr', 'One', 'یک', 'یک'), await named('Dr', 'Two', 'دو', 'دو')];
  const [one, two] = [await node.as(a), await node.as(b)];
  expect((await one.get('/api/people?waiting=1&q=Noori')).body).toMatchObject([{ id: newcomer, verified: false }]);
  expect((await one.get('/api/people?q=Noori')).body).toEqual([]);
  expect((await one.post(`/api/people/${newcomer}/vouch`, { note: 'trained together' })).body).toMatchObject({ verified: false, layer: 'declared', may: { vouch: false, takeVouchBack: true } });
  expect((await theirs.get('/api/me')).body.person).toMatchObject({ verified: false });
  expect((await one.post(`/api/people/${newcomer}/vouch`, {})).body.code).toBe('people.vouchedBefore');
  node.clock.step(60_000);
  const profile = (await two.post(`/api/people/${newcomer}/vouch`, {})).body;
  expect(profile).toMatchObject({ verified: true, seesCases: true, layer: 'vouched', layers: [{ layer: 'vouched', by: { id: a, nameEn: 'Dr One' } }, { layer: 'vouched', by: { id: b } }] });
  expect(JSON.stringify(profile)).not.toContain('trained together');
  expect((await theirs.get('/api/me')).body).toMatchObject({ person: { verified: true, seesCases: true, layer: 'vouched' }, unread: 2 });
  expect((await two.delete(`/api/people/${newcomer}/vouch`)).body).toMatchObject({ verified: false, may: { vouch: true } });
  expect((await theirs.get('/api/me')).body.person).toMatchObject({ verified: false, layer: 'declared' });
  expect((await two.delete(`/api/people/${newcomer}/vouch`)).status).toBe(404);
});

test('nobody vouches for themself', async () => {
  const one = await named('Self', 'Made', 'خود', 'ساخته');
  expect((await (await node.as(one)).post(`/api/people/${one}/vouch`, {})).body.code).toBe('people.vouchSelf');
});

test('a profile holds no address, licence number or avoidance', async () => {
  const one = await node.person({ email: 'private@example.org' });
  await node.sql(`insert into app.licences (id, person_id, authority, number, country) values (gen_random_uuid(), $1, 'IRIMC', '98765', 'IR')`, [one]);
  const seen = (await (await node.as(await node.person())).get(`/api/people/${one}`)).raw.body;
  expect(seen).not.toMatch(/private@example|98765|avoid/);
});
