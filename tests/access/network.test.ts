// Ties, blocks and mutes: policy and row-level security cell by cell, what each of the two is shown, and what nobody else can tell.

import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areTied, isBlockedBetween, tiesOf } from '#features/network/server/door.ts';
import { networkJobs } from '#features/network/server/jobs.ts';
import { may, type Standpoint, type TieAct } from '#features/network/rules/policy.ts';
import type { TiesView, WithView } from '#features/network/rules/present.ts';
import { groundStrength } from '#features/network/rules/strength.ts';
import { tieKinds } from '#features/network/rules/tie.ts';
import { indexDue } from '#features/search/server/indexing.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';
import { aCase } from '#world/build.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 77 }); });
afterAll(() => node.close());

const idOf = (key: PersonKey) => node.world.people[key].id;
const propose = async (by: PersonKey, to: PersonKey, change: object = {}) => {
  const id = node.newId();
  const answer = await (await node.as(by)).post('/api/ties', { id, personId: idOf(to), kind: 'operated', place: 'Shiraz', ...change });
  return { id, ...answer };
};
const tie = async (a: PersonKey, b: PersonKey, change: object = {}) => {
  const { id, status } = await propose(a, b, change);
  expect(status).toBe(200);
  expect((await (await node.as(b)).post(`/api/ties/${id}/confirm`)).status).toBe(200);
  return id;
};
const seen = async (key: PersonKey) => (await (await node.as(key)).get<TiesView>('/api/ties')).body;
const between = async (key: PersonKey, other: PersonKey) => (await (await node.as(key)).get<WithView>(`/api/ties/with/${idOf(other)}`)).body;
const kindsTold = async (key: PersonKey) => (await (await node.as(key)).get<{ notices: { kind: string; caseId: string | null }[] }>('/api/notices')).body.notices.map(({ kind }) => kind);

// The states of a tie between nilufar (who proposes) and omid, and who looks.
const states = ['proposed', 'tied', 'ended-by-proposer', 'ended-by-other'] as const;
const lookers = ['nilufar', 'omid', 'leila', 'nasrin', 'ali', null] as const;
const acts: readonly (readonly [TieAct | 'never', string, string])[] = [
  ['read', 'read', 'select from app.ties where id = $T'],
  ['confirm', 'confirm', "update app.ties set confirmed_at = now() + interval '1 second' where id = $T"],
  ['refuse', 'let pass', 'insert into app.tie_refusals (tie_id, person_id, at) values ($T, app.viewer(), now())'],
  ['end', 'end', 'update app.ties set ended_at = now(), ended_by = app.viewer() where id = $T and ended_at is null'],
  ['never', 'end in another’s name', 'update app.ties set ended_at = now(), ended_by = case when app.viewer() = low then high else low end where id = $T'],
  ['take-back', 'take back', 'delete from app.ties where id = $T'],
  ['never', 'tie two others', `insert into app.ties (id, low, high, kind, proposed_by, proposed_at, confirmed_at) select gen_random_uuid(), low, high, 'congress', proposed_by, now(), now() from app.ties where id = $T`],
  ['never', 'change the ground', `update app.ties set kind = 'congress' where id = $T`],
  ['never', 'read refusals of others', 'select from app.tie_refusals where person_id <> app.viewer()'],
  ['never', 'read blocks of others', 'select from app.blocks where person_id <> app.viewer() or app.viewer() is null'],
  ['never', 'read mutes of others', 'select from app.mutes where person_id <> app.viewer() or app.viewer() is null'],
  ['never', 'block in another’s name', `insert into app.blocks (person_id, other_id, at) select id, coalesce(app.viewer(), gen_random_uuid()), now() from app.people where id <> app.viewer() limit 1`],
];

const done = async (viewer: string, first: string, sql: string): Promise<boolean> => {
  const owner = new Client({ connectionString: node.ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    if (first) await owner.query(first);
    await owner.query(`set local role hamdel_app; set local "hamdel.viewer" = '${viewer}'`);
    return ((await owner.query(sql)).rowCount ?? 0) > 0;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '42501' || code === '23514' || code === '23503' || code === '23505') return false;
    throw error;
  } finally {
    await owner.query('rollback').catch(() => {});
    await owner.end();
  }
};

test('policy and database agree for every act × state × looker', async () => {
  const { id } = await propose('nilufar', 'omid', { kind: 'co-author' });
  const [low] = await node.sql<{ nilufarLow: boolean }>('select $1::uuid < $2::uuid as "nilufarLow"', [idOf('nilufar'), idOf('omid')]);
  expect(low).toBeDefined();
  await node.sql(`insert into app.blocks select $1, $2, now()`, [idOf('samira'), idOf('peter')]);
  await node.sql(`insert into app.mutes select $1, $2, now()`, [idOf('samira'), idOf('peter')]);
  const other = await propose('claire', 'marek', { kind: 'co-author' });
  await (await node.as('marek')).post(`/api/ties/${other.id}/let-pass`);
  const firsts: Record<(typeof states)[number], string> = {
    proposed: '', tied: `update app.ties set confirmed_at = now() where id = '${id}'`,
    'ended-by-proposer': `update app.ties set confirmed_at = now(), ended_at = now(), ended_by = proposed_by where id = '${id}'`,
    'ended-by-other': `update app.ties set confirmed_at = now(), ended_at = now(), ended_by = '${idOf('omid')}' where id = '${id}'`,
  };
  const wrong: string[] = [];
  let yes = 0;
  for (const state of states) for (const who of lookers) for (const [act, name, sql] of acts) {
    const side: Standpoint['side'] = who === 'nilufar' ? 'proposer' : who === 'omid' ? 'other' : 'none';
    const at: Standpoint = { side, state: state === 'proposed' || state === 'tied' ? state : 'ended', endedByMe: (state === 'ended-by-proposer' && side === 'proposer') || (state === 'ended-by-other' && side === 'other') };
    const wanted = act !== 'never' && may(act, at);
    const found = await done(who === null ? '' : idOf(who), firsts[state], sql.replaceAll('$T', `'${id}'`));
    if (found !== wanted) wrong.push(`${who}: ${name} (${state}) wanted ${wanted}`);
    if (found) yes += 1;
  }
  expect(wrong).toEqual([]);
  expect(yes).toBe(11);
  // The same cells find a fault that is planted.
  expect(await done(idOf('leila'), 'create policy leak on app.ties for select to hamdel_app using (true)', `select from app.ties where id = '${id}'`)).toBe(true);
  expect(await done(idOf('nilufar'), 'drop trigger hands on app.ties', `update app.ties set confirmed_at = now() where id = '${id}'`)).toBe(true);
  await node.sql('delete from app.blocks; delete from app.mutes; delete from app.ties');
});

test('a tie is proposed by one and confirmed by the other; both are told in their time and see the same ground', async () => {
  const { id, status } = await propose('nilufar', 'claire', { kind: 'proctor', senior: 'me', fromYear: 2021, toYear: 2023, place: 'Lyon' });
  expect(status).toBe(200);
  expect((await seen('claire')).toConfirm).toMatchObject([{ person: { nameEn: 'Nilufar Kazemi' }, grounds: [{ id, kind: 'proctor', senior: 'other', fromYear: 2021, toYear: 2023, place: 'Lyon', may: { confirm: true, end: false } }] }]);
  expect((await seen('nilufar')).proposed).toHaveLength(1);
  expect(await kindsTold('claire')).toContain('tie-proposed');
  expect((await (await node.as('nilufar')).post(`/api/ties/${id}/confirm`)).status).toBe(404);
  expect((await (await node.as('marek')).post(`/api/ties/${id}/confirm`)).status).toBe(404);
  expect((await (await node.as('claire')).post(`/api/ties/${id}/confirm`)).status).toBe(200);
  expect(await kindsTold('nilufar')).toContain('tie-confirmed');
  expect((await seen('nilufar')).tied).toMatchObject([{ person: { nameEn: 'Claire Morel' }, grounds: [{ senior: 'me', state: 'tied' }] }]);
  expect(JSON.stringify([await seen('nilufar'), await between('claire', 'nilufar')])).not.toMatch(/strength|"count"/i);
  expect((await propose('claire', 'nilufar', { kind: 'proctor', senior: 'other' })).body).toMatchObject({ code: 'network.tiedAlready' });
});

test('both propose the same: the second is the confirmation, also of what was let pass', async () => {
  const first = await propose('hossein', 'omid', { kind: 'trained-with' });
  expect((await (await node.as('omid')).post(`/api/ties/${first.id}/let-pass`)).status).toBe(200);
  expect((await seen('omid')).toConfirm).toEqual([]);
  expect((await propose('omid', 'hossein', { kind: 'trained-with' })).body).toEqual({ state: 'tied' });
  expect((await between('hossein', 'omid')).tied).toBe(true);
});

test('what is let pass looks to the proposer as what was never read, byte for byte, until it is swept', async () => {
  const [refused, unread] = [await propose('daniel', 'marek', { kind: 'congress' }), await propose('daniel', 'salim', { kind: 'congress' })];
  await (await node.as('marek')).post(`/api/ties/${refused.id}/let-pass`);
  const shapes = (await seen('daniel')).proposed.map(({ grounds }) => JSON.stringify(grounds[0]).replace(refused.id, '').replace(unread.id, ''));
  expect(new Set(shapes).size).toBe(1);
  expect(await kindsTold('daniel')).toEqual([]);
  node.clock.step(61 * DAY_MS);
  await networkJobs(node.house)['sweep-network']?.({});
  expect((await seen('daniel')).proposed).toEqual([]);
  expect((await seen('nilufar')).tied).toHaveLength(1);
});

test('one side ends it and the other sees nothing but its absence; two who end it at once both find it done', async () => {
  const id = await tie('leila', 'maryam', { kind: 'mentor', senior: 'me' });
  const told = await kindsTold('maryam');
  expect((await (await node.as('leila')).delete(`/api/ties/${id}`)).status).toBe(200);
  expect((await seen('maryam')).tied).toEqual([]);
  expect((await (await node.as('maryam')).delete(`/api/ties/${id}`)).status).toBe(404);
  expect(await kindsTold('maryam')).toEqual(told);
  const again = await tie('leila', 'maryam', { kind: 'operated' });
  await tie('leila', 'maryam', { kind: 'congress' });
  const [a, b] = [await node.as('leila'), await node.as('maryam')];
  const answers = await Promise.all([a.delete(`/api/ties/with/${idOf('maryam')}`), b.delete(`/api/ties/with/${idOf('leila')}`), a.delete(`/api/ties/${again}`)]);
  expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([200, 200]);
  expect([200, 404]).toContain(answers[2]?.status);
  expect(await node.sql('select from app.ties where id = $1 and ended_at is null', [again])).toEqual([]);
  expect(await kindsTold('maryam')).toEqual([...Array.from({ length: 2 }, () => 'tie-proposed'), ...told]);
});

test('wrong input gets a sentence and changes nothing', async () => {
  const hand = await node.as('arman');
  const at = { id: node.newId(), personId: idOf('samira'), kind: 'operated' };
  const said = async (change: object) => { const { status, body } = await hand.post('/api/ties', { ...at, ...change }); return [status, body.code]; };
  expect(await said({ kind: 'friend' })).toEqual([422, 'web.checkFields']);
  expect(await said({ kind: 'mentor' })).toEqual([422, 'web.checkFields']);
  expect(await said({ senior: 'me' })).toEqual([422, 'web.checkFields']);
  expect(await said({ fromYear: 2020, toYear: 2010 })).toEqual([422, 'web.checkFields']);
  expect(await said({ toYear: 2150 })).toEqual([422, 'network.yearAhead']);
  expect(await said({ place: 'x'.repeat(121) })).toEqual([422, 'web.checkFields']);
  expect((await said({ personId: idOf('arman') }))[0]).toBe(404);
  expect((await said({ personId: node.newId() }))[0]).toBe(404);
  expect((await (await node.as('ali')).post('/api/ties', at)).body).toMatchObject({ code: 'network.unverified' });
  expect((await hand.put(`/api/blocks/${idOf('arman')}`)).body).toMatchObject({ code: 'network.notYourself' });
  expect(await seen('arman')).toEqual({ tied: [], toConfirm: [], proposed: [], blocked: [], muted: [] });
});

const found = async (hand: Hand, name: string) => (await hand.get<{ nameEn: string }[]>(`/api/people?q=${name}`)).body.map(({ nameEn }) => nameEn);

test('a block hides each from the other: finder, profile, ties, suggestions, asks; and says nothing', async () => {
  const id = await tie('kaveh', 'parisa', { kind: 'operated' });
  await indexDue(node.house);
  expect((await (await node.as('kaveh')).get('/api/search?q=noori')).raw.body).toContain(idOf('parisa'));
  const [a, b] = [await node.as('kaveh'), await node.as('parisa')];
  const told = await kindsTold('parisa');
  expect((await a.put(`/api/blocks/${idOf('parisa')}`)).status).toBe(200);
  for (const [hand, other, name] of [[a, 'parisa', 'noori'], [b, 'kaveh', 'soltani']] as const) {
    expect(await found(hand, name)).toEqual([]);
    expect((await hand.get('/api/people?concept=sh')).raw.body).not.toContain(idOf(other));
    expect((await hand.get(`/api/search?q=${name}`)).raw.body).not.toContain(idOf(other));
    const nobody = await hand.get(`/api/people/${node.newId()}`);
    const gone = await hand.get(`/api/people/${idOf(other)}`);
    expect([gone.status, gone.body]).toEqual([nobody.status, nobody.body]);
    expect((await hand.post('/api/ties', { id: node.newId(), personId: idOf(other), kind: 'congress' })).status).toBe(404);
  }
  expect((await seen('parisa'))).toMatchObject({ tied: [], blocked: [] });
  expect(await seen('kaveh')).toMatchObject({ tied: [], blocked: [{ nameEn: 'Parisa Noori' }] });
  expect((await b.get(`/api/ties/with/${idOf('kaveh')}`)).body).toEqual({ grounds: [], tied: false, blocked: false, muted: false, institutionId: null, may: { propose: false } });
  expect(await kindsTold('parisa')).toEqual(told);
  const c = await aCase(node.world, { asker: 'parisa', phase: 'posted' });
  const asked = await b.post(`/api/cases/${c.id}/asks`, { asks: [{ id: node.newId(), personId: idOf('kaveh'), seat: 'operator' }] });
  const stranger = await b.post(`/api/cases/${c.id}/asks`, { asks: [{ id: node.newId(), personId: idOf('ali'), seat: 'operator' }] });
  expect([asked.status, asked.body.params]).toEqual([stranger.status, stranger.body.params]);
  expect((await a.delete(`/api/blocks/${idOf('parisa')}`)).status).toBe(200);
  expect(await found(b, 'soltani')).toEqual(['Kaveh Soltani']);
  // Lifted, what was ended stays ended.
  expect((await seen('kaveh')).tied).toEqual([]);
  expect((await b.post(`/api/ties/${id}/confirm`)).status).toBe(404);
});

test('later features learn whom one is tied with, and whom a block parts whichever side set it', async () => {
  await tie('samira', 'shirin', { kind: 'group' });
  const asked = (key: PersonKey) => node.house.db.asViewer(idOf(key), async (tx) => [await tiesOf(tx), await areTied(tx, idOf('shirin'), idOf('samira')), await isBlockedBetween(tx, idOf('shirin'), idOf('samira'))]);
  expect(await asked('samira')).toEqual([[idOf('shirin')], true, false]);
  expect(await asked('marek')).toEqual([[], true, false]);
  await (await node.as('shirin')).put(`/api/blocks/${idOf('samira')}`);
  expect(await asked('samira')).toEqual([[], false, true]);
});

test('a mute stills notices and changes nothing else', async () => {
  expect((await (await node.as('bahram')).put(`/api/mutes/${idOf('reza')}`)).status).toBe(200);
  await propose('reza', 'bahram', { kind: 'congress' });
  expect(await kindsTold('bahram')).not.toContain('tie-proposed');
  expect((await seen('bahram')).toConfirm).toHaveLength(1);
  expect((await seen('bahram')).muted).toMatchObject([{ nameEn: 'Reza Bakhtiari' }]);
  expect(await found(await node.as('reza'), 'azimi')).toEqual(['Bahram Azimi']);
});

test('the database and the rule reckon the same strength', async () => {
  const now = node.clock.now();
  for (const kind of tieKinds) for (const toYear of [null, 1960, 2004, 2006, 2016, 2020, 2024, 2026, 2027]) for (const confirmed of ['2010-12-31T23:59:00Z', '2026-11-01T00:00:00Z']) {
    const [row] = await node.sql<{ s: number }>('select app.ground_strength($1, $2::smallint, $3, $4) as s', [kind, toYear, confirmed, now]);
    expect(row?.s, `${kind} ${toYear} ${confirmed}`).toBe(groundStrength({ kind, toYear, confirmedAt: new Date(confirmed) }, now));
  }
});
