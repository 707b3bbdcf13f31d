// What a search finds is what the viewer may see, and nothing tells of the rest: the index and row-level security agree for every viewer,
// part and phase; a hidden thing changes neither content nor order.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { standing } from '#features/cases/rules/policy.ts';
import type { Found } from '#features/search/rules/hit.ts';
import { indexDue } from '#features/search/server/indexing.ts';
import * as acts from '#world/acts.ts';
import { aCase } from '#world/build.ts';
import type { PersonKey } from '#world/cast.ts';
import { personKeys } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';
import { sampleCase } from '#world/sample.ts';
import { asked, audiences, members, phases, standpointOf, viewerOf } from './members.ts';
import { type Scene, scenes } from './matrix.ts';

const sample = sampleCase(new Date('2026-12-01T00:00:00Z'));
let node: TestNode;
let all: Scene[];
beforeAll(async () => {
  node = await startNode();
  all = await scenes(node);
  // A word of its own in every part of every case.
  for (const [i, { id, phase }] of all.entries()) {
    await node.sql(`update app.cases set texts = jsonb_build_object('en', jsonb_build_object('title', $2::text)) where id = $1`, [id, `storyword${i}x`]);
    await node.sql(`insert into app.plans (case_id, texts, at) values ($1, jsonb_build_object('en', $2::text), now()) on conflict (case_id) do update set texts = excluded.texts`, [id, `planword${i}x`]);
    await node.sql(`insert into app.remarks (id, case_id, lang, texts, at) values ($1, $2, 'en', jsonb_build_object('en', $3::text), now())`, [node.newId(), id, `talkword${i}x`]);
    if (phase === 'decided' || phase === 'closed') await node.sql(`update app.decisions set texts = jsonb_build_object('en', jsonb_build_object('text', $2::text)) where case_id = $1`, [id, `outcomeword${i}x`]);
  }
  await indexDue(node.house);
}, 120_000);
afterAll(() => node.close());

const ids = async (who: PersonKey, q: string): Promise<string[]> => {
  const { body, status } = await (await node.as(who)).get<Found>(`/api/search?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body.kinds.flatMap(({ hits }) => hits.map(({ id }) => id));
};

/** By the words of the policy: which parts of a case this member may find. */
const opens = (s: string | null, decided: boolean): Record<string, boolean> => ({
  story: s !== null, outcome: decided && s !== null && s !== 'sealed', plan: s === 'asker' || s === 'open' || ((s === 'reader' || s === 'coordinator') && decided), talk: s === 'asker' || s === 'open',
});

test('in every phase and audience each member finds the parts that are open to them, and no other', async () => {
  const wrong: string[] = [];
  let found = 0;
  let refused = 0;
  const hands = new Map(await Promise.all([...new Set(members.flatMap((m) => (m.who && !m.first ? [m.who] : [])))].map(async (who) => [who, await node.as(who)] as const)));
  for (const [i, scene] of all.entries()) for (const member of members.filter((m) => m.who && !m.first)) {
    const s = standing(viewerOf(member, node.world), standpointOf(member, scene.phase, scene.hidden, scene.audience));
    const decided = scene.phase === 'decided' || scene.phase === 'closed';
    for (const [part, wanted] of Object.entries(opens(s, decided))) {
      const { body } = await (hands.get(member.who as PersonKey) as Awaited<ReturnType<TestNode['as']>>).get<Found>(`/api/search?kind=case&q=${part}word${i}x`);
      const there = body.kinds.some(({ hits }) => hits.some((hit) => hit.id === scene.id && (part === 'story' || hit.part === (part === 'plan' ? 'opinions' : part))));
      if (there !== wanted) wrong.push(`${member.name}: ${part} (${scene.phase}, ${scene.audience}) wanted ${wanted}`);
      if (wanted) found++; else refused++;
    }
  }
  expect(wrong).toEqual([]);
  expect([found > 100, refused > 100]).toEqual([true, true]);
}, 120_000);

test('the second look under row-level security says the same as the lanes: a lane that is wrong shows nothing', async () => {
  const i = all.findIndex((s) => s.phase === 'posted' && s.audience === 'people');
  const scene = all[i] as Scene;
  const stranger = members.find((m) => m.who && !m.first && standing(viewerOf(m, node.world), standpointOf(m, 'posted', scene.hidden, 'people')) === null && viewerOf(m, node.world).seesCases)?.who as PersonKey;
  await node.sql(`update app.search_postings set lane = (select id from app.search_lanes where kind = 'case' and reach = 'clinicians') where doc in (select id from app.search_docs where about = $1)`, [scene.id]);
  await node.sql(`update app.search_docs set lane = (select id from app.search_lanes where kind = 'case' and reach = 'clinicians') where about = $1`, [scene.id]);
  expect(await ids(stranger, `storyword${i}x`)).not.toContain(scene.id);
  await node.sql('insert into app.search_due (kind, about) values ($1, $2)', ['case', scene.id]);
  await indexDue(node.house);
});

test('a case withdrawn or narrowed is gone at once, before it was written anew', async () => {
  const { id } = await aCase(node.world, { asker: 'arman', audience: 'node', asks: asked });
  await node.sql(`update app.cases set texts = '{"en":{"title":"vanishingword"}}' where id = $1`, [id]);
  await indexDue(node.house);
  expect(await ids('salim', 'vanishingword')).toEqual([id]);
  await acts.withdraw(node.world, 'arman', id, '', node.clock.now());
  expect(await ids('salim', 'vanishingword')).toEqual([]);
  await indexDue(node.house);
  expect([await ids('salim', 'vanishingword'), await ids('arman', 'vanishingword')]).toEqual([[], [id]]);
});

test('a hidden asker’s name never finds the case, in either script', async () => {
  for (const hidden of [true, false]) {
    const { id } = await aCase(node.world, { asker: 'maryam', hidden, audience: 'node' });
    await indexDue(node.house);
    for (const q of ['Maryam Ahmadi', 'Ahmadi', 'مریم احمدی', 'احمدی']) expect(await ids('salim', q)).not.toContain(id);
  }
});

test('what is not for the viewer changes no byte of an answer: neither order nor what is offered', async () => {
  const questions = ['calcified left main', 'storyword', 'rotablation of the left main', 'تنگی تنهٔ اصلی', 'strangeword', 'BAV', 'reza'];
  const answers = async () => Promise.all((['salim', 'peter', 'ali', 'reza'] as const).map(async (who) => {
    const hand = await node.as(who);
    return Promise.all(questions.flatMap((q) => ['', '&typing=1'].map(async (more) => (await hand.get(`/api/search?q=${encodeURIComponent(q)}${more}`)).raw.body)));
  }));
  const before = await answers();
  for (let n = 0; n < 12; n++) {
    const { id } = await aCase(node.world, { asker: 'kaveh', phase: 'draft' });
    await node.sql('update app.cases set texts = $2 where id = $1', [id, { en: { title: 'strangeword storywords calcified left main rotablation rezas', background: 'strangewords left main '.repeat(n + 1) } }]);
  }
  await indexDue(node.house);
  expect(await answers()).toEqual(before);
  // The comparison finds what it looks for.
  const { id } = await aCase(node.world, { asker: 'kaveh', audience: 'node' });
  await node.sql(`update app.cases set texts = '{"en":{"title":"strangeword"}}' where id = $1`, [id]);
  await indexDue(node.house);
  expect((await answers())[0]).not.toEqual(before[0]);
}, 60_000);

test('a Persian question finds an English case by concept, and says which', async () => {
  const { id } = await aCase(node.world, { asker: 'arman', audience: 'node', content: { fields: { ...sample.fields, topics: ['cor.cto'] }, texts: { en: { title: 'A second attempt at a chronic total occlusion', question: 'Antegrade again?' } } } });
  await indexDue(node.house);
  const { body } = await (await node.as('salim')).get<Found>(`/api/search?q=${encodeURIComponent('انسداد مزمن کامل')}`);
  const hit = body.kinds.find(({ kind }) => kind === 'case')?.hits.find((one) => one.id === id);
  expect(hit?.as.map(({ id: concept }) => concept)).toEqual(['cor.cto']);
});

test('people are found across scripts; nobody unverified finds a colleague; every part of the index is covered', async () => {
  expect(await ids('arman', 'کاظمی')).toContain(node.world.people.nilufar.id);
  expect(await ids('arman', 'Kazemi')).toContain(node.world.people.nilufar.id);
  expect(await ids('ali', 'Kazemi')).toEqual([]);
  expect(personKeys.length).toBeGreaterThan(10);
  expect([audiences.length, phases.length]).toEqual([2, 5]);
});

test('an opportunity is found by those to whom it came, and by nobody from whom it is kept', async () => {
  const id = node.newId();
  const { claire, salim, arman } = node.world.people;
  await node.sql(`insert into app.opportunities (id, poster_id, type, lang, texts, started_at, edited_at) values ($1, $2, 'fellowship', 'en', '{"en":{"title":"wanderwort fellowship"}}', now(), now())`, [id, claire.id]);
  const finders = async () => { await indexDue(node.house); return Promise.all((['claire', 'salim', 'arman', 'ali'] as const).map(async (who) => (await ids(who, 'wanderwort')).includes(id))); };
  expect(await finders()).toEqual([true, false, false, false]);
  await node.sql('insert into app.opportunity_postings (opportunity_id, at) values ($1, now())', [id]);
  await node.sql('insert into app.opportunity_hands (id, opportunity_id, person_id, by_person, hop, at) values ($1, $2, $3, $4, 1, now())', [node.newId(), id, salim.id, claire.id]);
  expect(await finders()).toEqual([true, true, false, false]);
  await node.sql('insert into app.opportunity_bars (id, opportunity_id, person_id, at) values ($1, $2, $3, now())', [node.newId(), id, arman.id]);
  await node.sql(`insert into app.opportunity_widenings (id, opportunity_id, step, at) values ($1, $2, 'node', now())`, [node.newId(), id]);
  expect(await finders()).toEqual([true, true, false, false]);
  await node.sql('delete from app.opportunity_bars where opportunity_id = $1', [id]);
  expect(await finders()).toEqual([true, true, true, false]);
});

test('too long a question is refused with a sentence, an empty one finds nothing, other scripts do no harm', async () => {
  const hand = await node.as('arman');
  const long = await hand.get(`/api/search?q=${'a'.repeat(401)}`);
  expect([long.status, long.body.code]).toEqual([422, 'search.tooLong']);
  for (const q of ['', '   ', '‌', '冠動脈 стеноз', "'; drop table app.cases; --", '%_\\', '#cor.cto', '~ksm', '=medina:1,1,1']) expect((await hand.get(`/api/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
});

test('cases alike share the rarer traits, and are those the viewer may see', async () => {
  const fields = { ...sample.fields, topics: ['cor.lm'], lesions: [{ segments: ['5', '6'], stenosisPct: 80, timi: 3, medina: '1,1,1', calcification: 'heavy' as const }] };
  const make = async (audience: 'node' | 'people') => (await aCase(node.world, { asker: 'arman', audience, content: { fields } })).id;
  const [here, open, closed] = [await make('node'), await make('node'), await make('people')];
  await indexDue(node.house);
  const similar = async (who: PersonKey) => (await (await node.as(who)).get<{ id: string; shared: { key: string }[] }[]>(`/api/cases/${here}/similar`)).body as unknown as { id: string; shared: { key: string }[] }[];
  const mine = await similar('salim');
  expect(mine[0]?.id).toBe(open);
  expect(mine[0]?.shared.map(({ key }) => key)).toEqual(expect.arrayContaining(['medina', 'calcification', 'left-main']));
  expect(mine.map(({ id }) => id)).not.toContain(closed);
  expect((await similar('arman')).map(({ id }) => id)).toContain(closed);
  expect((await (await node.as('peter')).get(`/api/cases/${here}/similar`)).status).toBe(404);
});
