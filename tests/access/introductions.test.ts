// Introductions: nobody is named before they are willing, a refusal looks like no answer, ways share nobody, and both ways of reckoning them agree.

import { Client } from 'pg';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { IntroductionsView, IntroductionView, ReachView } from '#features/network/rules/introduction-view.ts';
import { bestWay, type Way, waysApart } from '#features/network/rules/paths.ts';
import { strengthOf } from '#features/network/rules/strength.ts';
import { tieKinds } from '#features/network/rules/tie.ts';
import { bestWayTo } from '#features/network/server/introductions.store.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { personKeys, type PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 78 }); });
afterAll(() => node.close());
beforeEach(async () => {
  await node.sql(`truncate app.ties, app.tie_refusals, app.blocks, app.mutes, app.introducing, app.introductions, app.introduction_steps, app.introduction_refusals, app.introduction_letters, app.introduction_ends cascade`);
  await node.sql('delete from app.notices; delete from app.avoidances');
});

const idOf = (key: PersonKey) => node.world.people[key].id;
const tie = (a: PersonKey, b: PersonKey, kind = 'operated', toYear: number | null = null) =>
  node.sql(`insert into app.ties (id, low, high, kind, senior, to_year, proposed_by, proposed_at, confirmed_at) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, case when $4 in ('proctor', 'mentor') then $2::uuid end, $5, $2, $6, $6)`,
    [node.newId(), idOf(a), idOf(b), kind, toYear, node.clock.now()]);
const willing = async (key: PersonKey, whom = 'anybody', chosen: PersonKey[] = []) => expect((await (await node.as(key)).put('/api/introducing', { whom, chosen: chosen.map(idOf) })).status).toBe(200);
const reach = async (from: PersonKey, to: PersonKey) => (await (await node.as(from)).get<ReachView>(`/api/reach?person=${idOf(to)}`)).body;
const text = 'A fellowship in CTO, one year, with a grant.';
const ask = async (from: PersonKey, to: PersonKey, change: object = {}) => {
  const id = node.newId();
  const answer = await (await node.as(from)).post('/api/introductions', { id, personId: idOf(to), lang: 'en', context: text, promise: 'I will tell you how it went.', ...change });
  return { id, ...answer };
};
const seen = async (key: PersonKey, id: string) => (await (await node.as(key)).get<IntroductionView>(`/api/introductions/${id}`));
const act = async (key: PersonKey, id: string, what: 'agree' | 'pass') => (await (await node.as(key)).post(`/api/introductions/${id}/${what}`)).status;
const told = async (key: PersonKey) => (await (await node.as(key)).get<{ notices: { kind: string }[] }>('/api/notices')).body.notices.map(({ kind }) => kind);

/** arman – hossein – nilufar – claire, and arman – leila – claire; daniel knows claire and is not willing. */
const world = async () => {
  for (const [a, b] of [['arman', 'hossein'], ['hossein', 'nilufar'], ['nilufar', 'claire'], ['arman', 'leila'], ['leila', 'claire'], ['arman', 'daniel'], ['daniel', 'claire']] as const) await tie(a, b);
  for (const key of ['hossein', 'nilufar', 'leila'] as const) await willing(key);
};

test('how many could help is told, and nobody is named', async () => {
  await world();
  const view = await reach('arman', 'claire');
  expect(view).toMatchObject({ n: 2, direct: [], may: { ask: true } });
  for (const key of ['hossein', 'nilufar', 'leila', 'daniel'] as const) expect(JSON.stringify(view)).not.toContain(idOf(key));
  expect(await reach('arman', 'hossein')).toMatchObject({ n: 0, direct: [{ id: idOf('hossein') }], may: { ask: false } });
  expect(await reach('marek', 'claire')).toMatchObject({ n: 0, direct: [], may: { ask: false } });
  const centre = (await (await node.as('arman')).get<ReachView>(`/api/reach?institution=${node.world.ids.institutions.deuxRives}`)).body;
  expect(centre).toMatchObject({ n: 2, direct: [], institution: { nameEn: 'Deux-Rives Heart Institute' } });
});

test('the whole way: asked, willing, agreed, letters to both in one place, and how it went', async () => {
  await world();
  const { id, status, body } = await ask('arman', 'claire');
  expect([status, body.n]).toEqual([200, 2]);
  expect((await seen('arman', id)).body).toMatchObject({ stage: 'asked', willing: [], open: false, may: { takeBack: true, write: false } });
  // The first of each way is asked; who comes later on it knows of nothing.
  expect([await told('leila'), await told('hossein'), await told('nilufar'), await told('claire')]).toEqual([['introduction-asked'], ['introduction-asked'], [], []]);
  expect((await seen('nilufar', id)).status).toBe(404);
  expect((await seen('hossein', id)).body).toMatchObject({ asker: { nameEn: 'Arman Rostami' }, target: { nameEn: 'Claire Morel' }, willing: [], mine: 'to-answer' });
  expect(await act('hossein', id, 'agree')).toBe(200);
  expect((await seen('arman', id)).body).toMatchObject({ stage: 'willing', willing: [{ nameEn: 'Hossein Mousavi' }] });
  expect((await seen('nilufar', id)).body).toMatchObject({ mine: 'to-answer', willing: [{ nameEn: 'Hossein Mousavi' }] });
  expect(await act('leila', id, 'agree')).toBe(200);
  // Leila was first at the end: the other way is over, and Claire is asked once.
  expect((await seen('nilufar', id)).body).toMatchObject({ mine: 'over', may: { answer: false } });
  expect(await act('nilufar', id, 'agree')).toBe(404);
  expect(await told('claire')).toEqual(['introduction-wanted']);
  expect((await seen('claire', id)).body).toMatchObject({ part: 'target', asker: { nameEn: 'Arman Rostami' }, willing: [{ nameEn: 'Leila Farahani' }], context: text });
  const letter = (key: PersonKey) => node.as(key).then((hand) => hand.post(`/api/introductions/${id}/letters`, { id: node.newId(), lang: 'en', text: `From ${key}` }));
  expect((await letter('leila')).status).toBe(404);
  expect(await act('claire', id, 'agree')).toBe(200);
  for (const key of ['leila', 'arman', 'claire'] as const) {
    node.clock.step(60_000);
    expect((await letter(key)).status).toBe(200);
  }
  for (const key of ['hossein', 'nilufar', 'daniel'] as const) expect((await letter(key)).status, key).toBe(404);
  expect((await seen('claire', id)).body.letters.map((l) => l.text)).toEqual(['From leila', 'From arman', 'From claire']);
  expect((await seen('hossein', id)).body).toMatchObject({ letters: [], open: false });
  expect((await (await node.as('leila')).post(`/api/introductions/${id}/told`, { how: 'met' })).status).toBe(404);
  expect((await (await node.as('arman')).post(`/api/introductions/${id}/told`, { how: 'together', note: 'I start in spring.' })).status).toBe(200);
  expect((await seen('leila', id)).body).toMatchObject({ ends: [{ how: 'together', note: 'I start in spring.', person: { nameEn: 'Arman Rostami' } }] });
  expect(await told('leila')).toContain('introduction-told');
});

/** What the asker can fetch, without what differs by chance. */
const everything = async (key: PersonKey) => {
  const hand = await node.as(key);
  const list = (await hand.get<IntroductionsView>('/api/introductions')).raw.body;
  const notices = JSON.parse((await hand.get('/api/notices')).raw.body) as { notices: { kind: string; at: string }[]; unread: number };
  return JSON.stringify([list, notices.notices.map(({ kind, at }) => [kind, at]), notices.unread]);
};

test('a refusal changes no byte of what the asker obtains, at any place of a way', async () => {
  await world();
  const { id } = await ask('arman', 'claire');
  const before = await everything('arman');
  expect(await act('leila', id, 'pass')).toBe(200);
  expect(await everything('arman')).toBe(before);
  expect((await seen('leila', id)).body.mine).toBe('passed');
  await act('hossein', id, 'agree');
  const then = await everything('arman');
  expect(await act('nilufar', id, 'pass')).toBe(200);
  expect(await everything('arman')).toBe(then);
  node.clock.step(22 * DAY_MS);
  expect((await seen('arman', id)).body).toMatchObject({ stage: 'expired', may: { takeBack: false } });
  expect(await act('leila', id, 'agree')).toBe(404);
});

test('the end may pass too, and the asker is left as with no answer', async () => {
  await world();
  const { id } = await ask('arman', 'claire');
  await act('leila', id, 'agree');
  const before = await everything('arman');
  expect(await act('claire', id, 'pass')).toBe(200);
  expect(await everything('arman')).toBe(before);
});

test('nobody has more than two requests at once, and who has one comes after who has none', async () => {
  await world();
  for (const key of ['omid', 'reza', 'mina'] as const) await tie(key, 'leila');
  expect((await ask('omid', 'claire')).body.n).toBe(1);
  expect((await ask('reza', 'claire')).body.n).toBe(1);
  expect(await reach('mina', 'claire')).toMatchObject({ n: 0, may: { ask: false } });
  expect((await ask('mina', 'claire')).body).toMatchObject({ code: 'network.noWay' });
  expect(await reach('arman', 'claire')).toMatchObject({ n: 1 });
  const two = await Promise.all([ask('arman', 'nilufar'), ask('arman', 'nilufar')]);
  expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('whom one would introduce is one’s own to say: nobody, ties, chosen ones, anybody', async () => {
  await world();
  await willing('leila', 'nobody');
  await willing('hossein', 'ties');
  await willing('nilufar', 'chosen', ['marek']);
  expect((await reach('arman', 'claire')).n).toBe(0);
  await willing('nilufar', 'chosen', ['arman', 'marek']);
  expect((await reach('arman', 'claire')).n).toBe(1);
  await willing('nilufar', 'ties');
  expect((await reach('arman', 'claire')).n).toBe(0);
  expect((await (await node.as('nilufar')).get<IntroductionsView>('/api/introductions')).body.introducing).toEqual({ whom: 'ties', chosen: [] });
});

test('a block, an avoidance or a mute leaves no way through, and a block ends what waits', async () => {
  await world();
  const { id } = await ask('arman', 'claire');
  await (await node.as('arman')).put(`/api/blocks/${idOf('leila')}`);
  expect((await seen('leila', id)).body).toMatchObject({ mine: 'over' });
  expect((await reach('arman', 'claire')).n).toBe(1);
  await node.sql(`insert into app.avoidances values ($1, $2, 'conflict', now())`, [idOf('nilufar'), idOf('arman')]);
  expect((await reach('arman', 'claire')).n).toBe(0);
  await node.sql('delete from app.avoidances');
  await (await node.as('hossein')).put(`/api/mutes/${idOf('arman')}`);
  expect((await reach('arman', 'claire')).n).toBe(0);
  await (await node.as('claire')).put(`/api/blocks/${idOf('arman')}`);
  expect((await (await node.as('arman')).get(`/api/reach?person=${idOf('claire')}`)).status).toBe(404);
});

test('wrong input: contact data, a way to oneself, a second request, a stranger’s hand, an ended clock', async () => {
  await world();
  const said = async (change: object) => (await ask('arman', 'claire', change)).body.code;
  expect(await said({ context: 'Write to arman@clinic.example' })).toBe('network.contactInside');
  expect(await said({ promise: '۰۹۱۲۳۴۵۶۷۸۹' })).toBe('network.contactInside');
  expect(await said({ context: ' ' })).toBe('web.checkFields');
  expect(await said({ institutionId: node.world.ids.institutions.deuxRives })).toBe('web.checkFields');
  expect((await ask('arman', 'arman')).status).toBe(404);
  expect((await ask('arman', 'leila')).body.code).toBe('network.knownAlready');
  expect((await ask('ali', 'claire')).body.code).toBe('network.unverified');
  const { id } = await ask('arman', 'claire');
  expect(await said({})).toBe('network.askedAlready');
  for (const key of ['marek', 'claire', 'arman', 'nilufar'] as const) expect(await act(key, id, 'agree'), key).toBe(404);
  expect((await (await node.as('leila')).delete(`/api/introductions/${id}`)).status).toBe(404);
  expect((await (await node.as('arman')).delete(`/api/introductions/${id}`)).status).toBe(200);
  expect(await act('leila', id, 'agree')).toBe(404);
  expect((await seen('arman', id)).body.stage).toBe('taken-back');
  expect((await (await node.as('arman')).get('/api/reach?person=x')).status).toBe(422);
});

const reads = ['app.introductions', 'app.introduction_steps', 'app.introduction_refusals', 'app.introduction_letters', 'app.introduction_ends', 'app.introducing'];
test('who stands in no introduction reads no row of any of its tables; who stands in it, their own part', async () => {
  await world();
  const { id } = await ask('arman', 'claire');
  await act('hossein', id, 'agree');
  await act('nilufar', id, 'pass');
  const count = async (viewer: string, sql: string): Promise<number> => {
    const owner = new Client({ connectionString: node.ownerUrl });
    await owner.connect();
    try {
      await owner.query(`begin; set local role hamdel_app; set local "hamdel.viewer" = '${viewer}'`);
      return (await owner.query(sql)).rowCount ?? 0;
    } finally {
      await owner.query('rollback').catch(() => {});
      await owner.end();
    }
  };
  for (const who of ['marek', 'daniel', 'nasrin', 'ali'] as const) for (const table of reads) expect(await count(idOf(who), `select from ${table}`), `${who} ${table}`).toBe(0);
  const rows = async (who: PersonKey) => Promise.all(reads.map((table) => count(idOf(who), `select from ${table}`)));
  expect(await rows('arman')).toEqual([1, 1, 0, 0, 0, 0]); // hossein, who is willing
  expect(await rows('hossein')).toEqual([1, 1, 0, 0, 0, 1]);
  expect(await rows('nilufar')).toEqual([1, 3, 1, 0, 0, 1]); // own, hossein before, the end she knows
  expect(await rows('leila')).toEqual([1, 2, 0, 0, 0, 1]);
  expect(await rows('claire')).toEqual([0, 0, 0, 0, 0, 0]);
  const writes = [
    `update app.introduction_steps set agreed_at = now() where introduction_id = '${id}' and person_id <> app.viewer()`,
    `insert into app.introduction_steps (id, introduction_id, route, step, part, person_id, asked_at) values (gen_random_uuid(), '${id}', 3, 1, 'middle', app.viewer(), now())`,
    `insert into app.introduction_letters (id, introduction_id, author_id, lang, text, at) values (gen_random_uuid(), '${id}', app.viewer(), 'en', 'x', now())`,
    `select app.move_introduction('${id}', array(select id from app.introduction_steps), '{}', now()) where app.introduction_part('${id}') is null`,
  ];
  for (const sql of writes) expect(await count(idOf('marek'), sql).catch((error: { code: string }) => (error.code === '42501' ? 0 : -1)), sql).toBe(0);
});

test('that introductions happen changes no byte for an outsider', async () => {
  await world();
  const hand = await node.as('marek');
  const urls = ['/api/ties', '/api/introductions', '/api/notices', `/api/ties/with/${idOf('arman')}`, `/api/reach?person=${idOf('claire')}`, `/api/people/${idOf('arman')}`, `/api/people/${idOf('leila')}`, '/api/people?q=a', '/api/home', '/api/me'];
  const all = async () => Promise.all(urls.map(async (url) => (await hand.get(url)).raw.body));
  const before = await all();
  const { id } = await ask('arman', 'claire');
  await act('leila', id, 'agree');
  await act('claire', id, 'agree');
  await (await node.as('leila')).post(`/api/introductions/${id}/letters`, { id: node.newId(), lang: 'en', text: 'Both of you' });
  await tie('samira', 'shirin');
  await (await node.as('samira')).put(`/api/blocks/${idOf('shirin')}`);
  await (await node.as('samira')).put(`/api/mutes/${idOf('maryam')}`);
  expect(await all()).toEqual(before);
});

test('the database and the rule choose the same ways in any small world', async () => {
  const people = personKeys.filter((key) => !['ali', 'peter'].includes(key)).slice(0, 9);
  const pair = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people), fc.constantFrom(...tieKinds), fc.option(fc.integer({ min: 1995, max: 2026 }))).filter(([a, b]) => a !== b);
  const makeUp = fc.record({
    ties: fc.uniqueArray(pair, { selector: ([a, b, kind]) => [...[a, b].sort(), kind].join(), minLength: 12, maxLength: 26 }),
    whom: fc.array(fc.constantFrom('nobody', 'ties', 'anybody', 'anybody', 'anybody'), { minLength: people.length, maxLength: people.length }),
    ends: fc.uniqueArray(fc.constantFrom(...people.slice(1)), { minLength: 1, maxLength: 3 }),
  });
  let found = 0;
  await fc.assert(fc.asyncProperty(makeUp, async ({ ties, whom, ends }) => {
    await node.sql('delete from app.ties; delete from app.introducing');
    for (const [a, b, kind, toYear] of ties) await tie(a, b, kind, toYear);
    for (const [i, key] of people.entries()) await node.sql(`insert into app.introducing values ($1, $2, '{}', now())`, [idOf(key), whom[i]]);
    const now = node.clock.now();
    const neighbours = (id: string): ReadonlyMap<string, number> => new Map(people.flatMap((key) => {
      const grounds = ties.filter(([a, b]) => [idOf(a), idOf(b)].includes(id as never) && [a, b].includes(key) && idOf(key) !== id).map(([, , kind, toYear]) => ({ kind, toYear, confirmedAt: now }));
      return grounds.length > 0 ? [[idOf(key), strengthOf(grounds, now)] as const] : [];
    }));
    const viewer = idOf(people[0] as PersonKey);
    const free = (id: string, place: 'first' | 'second') => {
      const said = whom[people.findIndex((key) => idOf(key) === id)];
      return said === 'anybody' || (said === 'ties' && (place === 'first' || neighbours(viewer).has(id))) ? 2 : 0;
    };
    const goal = ends.map(idOf);
    const byRule = await waysApart(async (without) => bestWay(neighbours, free, viewer, goal, new Set(without)));
    const byDatabase = await node.house.db.asViewer(viewer, (tx) => waysApart((without) => bestWayTo(tx, goal, without, now)));
    const plain = (ways: readonly Way[]) => ways.map((w) => ({ ...w }));
    expect(plain(byDatabase)).toEqual(plain(byRule));
    found += byRule.length;
  }), { numRuns: 60, seed: 5 });
  expect(found).toBeGreaterThan(40);
});
