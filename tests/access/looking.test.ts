// A wish is read by its owner and by whom they chose, never from their own institution; passports, gender and unwilling stays by nobody else.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';
import { type Attempt, attempted, unlike } from './probing.ts';

let node: TestNode;
const idOf = (key: PersonKey): string => node.world.people[key].id;
const [wish, search, stay, shy] = ['0191a0a0-0000-7000-8000-00000000000a', '0191a0a0-0000-7000-8000-00000000000b', '0191a0a0-0000-7000-8000-00000000000c', '0191a0a0-0000-7000-8000-00000000000d'];

beforeAll(async () => {
  node = await startNode();
  const soran = await node.as('soran');
  const place = node.world.ids.institutions.deuxRives;
  expect((await soran.put('/api/me/wishes', { id: wish, kind: 'wish', wants: { topics: ['cor.cto'] }, lang: 'fa', readers: [idOf('hossein'), idOf('nilufar')] })).status).toBe(200);
  expect((await soran.put('/api/me/wishes', { id: search, kind: 'search', wants: {}, lang: 'fa' })).status).toBe(200);
  expect((await soran.put('/api/me/passports', { countries: ['IR', 'DE', 'IR'] })).status).toBe(200);
  expect((await soran.put('/api/me/gender', { gender: 'other' })).status).toBe(200);
  expect((await soran.post('/api/me/stays', { id: stay, institutionId: place, type: 'fellowship', fromYear: 2019, toYear: 2020, willing: true })).status).toBe(200);
  expect((await soran.post('/api/me/stays', { id: shy, institutionId: place, type: 'post', fromYear: 2021, toYear: null, willing: false })).status).toBe(200);
  // Hossein knows Soran; Kaveh knows Hossein; Claire knows neither.
  for (const [a, b] of [['soran', 'hossein'], ['hossein', 'kaveh']] as const) {
    await node.sql(`insert into app.ties (id, low, high, kind, proposed_by, proposed_at, confirmed_at) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'operated', $2, now(), now())`, [node.newId(), idOf(a), idOf(b)]);
  }
}, 60_000);
afterAll(() => node.close());

type Cell = { what: string; sql: string; allowed: readonly PersonKey[]; first?: string };
const everybody: readonly (PersonKey | null)[] = ['soran', 'hossein', 'nilufar', 'kaveh', 'omid', 'reza', 'claire', 'nasrin', 'ali', 'peter', null];
const attempts = (): Attempt[] => {
  const own: Cell[] = [
    { what: 'the wish', sql: `select from app.wishes where id = '${wish}'`, allowed: ['soran', 'hossein', 'nilufar'] },
    { what: 'a search of one’s own, whoever is put beside it', sql: `select from app.wishes where id = '${search}'`, allowed: ['soran'], first: `insert into app.wish_readers (wish_id, person_id, at) values ('${search}', '${idOf('hossein')}', now())` },
    { what: 'the wish, once Hossein works where Soran does', sql: `select from app.wishes where id = '${wish}'`, allowed: ['soran', 'nilufar'], first: `update app.people set institution_id = '${node.world.ids.institutions.parau}' where id = '${idOf('hossein')}'` },
    { what: 'the wish, once one of the two blocks the other', sql: `select from app.wishes where id = '${wish}'`, allowed: ['soran', 'hossein'], first: `insert into app.blocks (person_id, other_id, at) values ('${idOf('nilufar')}', '${idOf('soran')}', now())` },
    { what: 'the wish, once it is ended', sql: `select from app.wishes where id = '${wish}'`, allowed: ['soran'], first: `update app.wishes set ended_at = now() where id = '${wish}'` },
    { what: 'who may read it', sql: `select from app.wish_readers where wish_id = '${wish}'`, allowed: ['soran'] },
    { what: 'what was told of it', sql: `select from app.wish_matches where wish_id = '${wish}'`, allowed: ['soran'], first: `insert into app.opportunities (id, poster_id, lang, started_at, edited_at) values ('${shy}', '${idOf('claire')}', 'en', now(), now()); insert into app.wish_matches values ('${wish}', '${shy}', now())` },
    { what: 'passports', sql: `select from app.passports where person_id = '${idOf('soran')}'`, allowed: ['soran'] },
    { what: 'gender', sql: `select from app.declared_genders where person_id = '${idOf('soran')}'`, allowed: ['soran'] },
    { what: 'a willing stay, within two hops', sql: `select from app.stays where id = '${stay}'`, allowed: ['soran', 'hossein', 'kaveh'] },
    { what: 'a stay about which one may not be asked', sql: `select from app.stays where id = '${shy}'`, allowed: ['soran'] },
    { what: 'let somebody of one’s own institution read it', sql: `insert into app.wish_readers (wish_id, person_id, at) values ('${wish}', '${idOf('omid')}', now())`, allowed: [] },
    { what: 'let oneself read another’s wish', sql: `insert into app.wish_readers (wish_id, person_id, at) values ('${wish}', app.viewer(), now())`, allowed: [] },
    { what: 'change the wish', sql: `update app.wishes set note = 'x' where id = '${wish}'`, allowed: ['soran'] },
    { what: 'delete the wish', sql: `delete from app.wishes where id = '${wish}'`, allowed: [] },
    { what: 'the fairness table', sql: `select from app.opportunity_fairness(now() - interval '1 year')`, allowed: ['nasrin'], first: `insert into app.declared_genders (person_id, gender, at) select id, 'woman', now() from app.people where id <> '${idOf('soran')}' on conflict do nothing` },
  ];
  return own.flatMap(({ what, sql, allowed, first }) => everybody.map((who) => ({ name: `${who ?? 'nobody'}: ${what}`, viewer: who ? idOf(who) : null, wanted: who !== null && allowed.includes(who), sql, ...(first ? { first } : {}) })));
};

test('what is sealed is read by whom it was shown to and by nobody else, in every cell; a loosened policy is found', async () => {
  const all = attempts();
  expect(unlike(await attempted(node.ownerUrl, all))).toEqual([]);
  const open = await attempted(node.ownerUrl, all, 'drop policy chosen on app.wishes; create policy chosen on app.wishes for select to hamdel_app using (true)');
  expect(unlike(open).map(({ cell }) => cell)).toContain('omid: the wish');
});

test('a colleague of one’s own institution is refused as a reader by a sentence, and an untrue filter is no wish', async () => {
  const soran = await node.as('soran');
  expect((await soran.put('/api/me/wishes', { id: wish, kind: 'wish', wants: {}, lang: 'fa', readers: [idOf('omid')] })).body).toMatchObject({ code: 'opportunities.ownInstitution', fields: [idOf('omid')] });
  expect((await soran.put('/api/me/wishes', { id: wish, kind: 'search', wants: {}, lang: 'fa', readers: [idOf('hossein')] })).status).toBe(422);
  expect((await soran.put('/api/me/wishes', { id: wish, kind: 'wish', wants: { salary: 9 }, lang: 'fa' })).status).toBe(422);
  expect((await soran.get<{ passports: string[]; wishes: { readers: unknown[] }[] }>('/api/me/looking')).body).toMatchObject({ passports: ['DE', 'IR'], wishes: [{ readers: [idOf('hossein'), idOf('nilufar')].sort().map((id) => ({ id })) }, { readers: [] }] });
  expect((await (await node.as('hossein')).get<{ toldMe: { person: { id: string } }[] }>('/api/me/looking')).body.toldMe.map(({ person }) => person.id)).toEqual([idOf('soran')]);
});

test('no group of fewer than eight is in the steward’s table, nor one whose absence would give a smaller one away', async () => {
  const table = async () => (await (await node.as('nasrin')).get<{ dimension: string; cell: string; people: number }[]>('/api/steward/fairness')).body;
  expect((await (await node.as('leila')).get('/api/steward/fairness')).status).toBe(404);
  const cells = await table();
  expect(cells.every(({ people }) => people >= 8)).toBe(true);
  // One person alone said something: who said nothing would be everybody but that one, so neither is shown.
  expect(cells.filter(({ dimension }) => dimension === 'gender')).toEqual([]);
  await node.sql(`insert into app.declared_genders (person_id, gender, at) select id, 'woman', now() from app.people where verified_at is not null and stage <> 'industry' and id <> $1 order by id limit 9`, [idOf('soran')]);
  await node.sql(`update app.declared_genders set gender = 'woman' where person_id = $1`, [idOf('soran')]);
  expect((await table()).filter(({ dimension }) => dimension === 'gender').map(({ cell, people }) => [cell, people >= 8])).toEqual([['unsaid', true], ['woman', true]]);
});
