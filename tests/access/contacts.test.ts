// Matching on the device: the node gives prefixes, learns nothing of contacts that are not ticked, and names nobody who did not wish to be found.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTACT_LIMITS } from '#features/network/rules/contacts.ts';
import type { LookedView, SetView } from '#features/network/rules/contacts-wire.ts';
import { matching, prefixesOf } from '#features/network/web/import/match.ts';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 79 }); });
afterAll(() => node.close());

const idOf = (key: PersonKey) => node.world.people[key].id;
const setOf = async (key: PersonKey) => (await (await node.as(key)).get<SetView>('/api/contacts/set')).body;
const findable = async (key: PersonKey, on: boolean) => (await (await node.as(key)).put('/api/contacts/findable', { on })).status;
const mine = [
  { name: 'Prof. Nilufar Kazemi', emails: [] }, { name: 'Somebody Unknown', emails: ['claire@hamdel.example'] },
  { name: 'Marek Nowak', emails: ['marek@hamdel.example'] }, { name: 'A Patient of Mine', emails: ['patient@mail.example'] },
];
const matched = async (key: PersonKey) => matching(mine, await setOf(key), () => {});

test('nobody is found who did not wish to be; who wishes is found by address or name, in either script', async () => {
  expect(await matched('leila')).toEqual([]);
  expect([await findable('nilufar', true), await findable('claire', true)]).toEqual([200, 200]);
  const found = await matched('leila');
  expect(found.map(({ contact }) => contact.name)).toEqual(['Prof. Nilufar Kazemi', 'Somebody Unknown']);
  const persian = await matching([{ name: 'دکتر نیلوفر کاظمی', emails: [] }, { name: 'کلر مورل', emails: [] }], await setOf('leila'), () => {});
  expect(persian).toHaveLength(2);
  const looked = await (await node.as('leila')).post<LookedView>('/api/contacts/looked', { hashes: found.flatMap(({ hashes }) => hashes) });
  expect(looked.body.people).toMatchObject([{ nameEn: 'Claire Morel', tied: false }, { nameEn: 'Nilufar Kazemi', tied: false }]);
  expect((await setOf('nilufar')).findable).toBe(true);
});

test('what the node gives holds no whole hash, and no address stands in the table', async () => {
  const set = await setOf('leila');
  const rows = await node.sql<{ hash: Buffer }>('select hash from app.contact_hashes');
  expect(Buffer.from(set.prefixes, 'base64').length % CONTACT_LIMITS.prefixBytes).toBe(0);
  for (const { hash } of rows) {
    expect(prefixesOf(set.prefixes).has(hash.toString('hex').slice(0, CONTACT_LIMITS.prefixBytes * 2))).toBe(true);
    expect(set.prefixes).not.toContain(hash.toString('base64').slice(0, 16));
  }
  expect(JSON.stringify(await node.sql('select * from app.contact_hashes'))).not.toMatch(/hamdel\.example|claire|nilufar/i);
  // A prefix is not enough to learn whose it is.
  const guess = `${rows[0]?.hash.toString('hex').slice(0, 10)}${'0'.repeat(22)}`;
  expect((await (await node.as('leila')).post<LookedView>('/api/contacts/looked', { hashes: [guess] })).body.people).toEqual([]);
});

test('nobody claims another’s address: only proved ones are hashed', async () => {
  await node.sql(`insert into app.emails (email, person_id, proved_at) values ('marek@clinic.example', $1, null)`, [idOf('omid')]);
  expect(await findable('omid', true)).toBe(200);
  const found = await matching([{ name: '', emails: ['marek@clinic.example'] }, { name: '', emails: ['omid@hamdel.example'] }], await setOf('leila'), () => {});
  expect(found.map(({ contact }) => contact.emails[0])).toEqual(['omid@hamdel.example']);
});

test('a block hides here too, the unverified are shown nothing, and who stops is found no more', async () => {
  await (await node.as('claire')).put(`/api/blocks/${idOf('leila')}`);
  expect((await matched('leila')).map(({ contact }) => contact.name)).toEqual(['Prof. Nilufar Kazemi']);
  expect((await (await node.as('ali')).get('/api/contacts/set')).status).toBe(403);
  expect((await (await node.as('ali')).put('/api/contacts/findable', { on: true })).status).toBe(403);
  expect(await findable('nilufar', false)).toBe(200);
  expect(await matched('leila')).toEqual([]);
  expect((await (await node.as('leila')).post('/api/contacts/looked', { hashes: ['zz'] })).status).toBe(422);
  expect((await (await node.as('leila')).post('/api/contacts/looked', { hashes: Array.from({ length: 201 }, () => '0'.repeat(32)) })).status).toBe(422);
  const read = await node.house.db.asViewer(idOf('leila'), (tx) => tx.rows('select from app.contact_hashes'));
  expect(read).toEqual([]);
});
