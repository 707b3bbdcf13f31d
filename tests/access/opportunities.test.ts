// Who may do what with an opportunity: policy and row-level security in every cell of standing × phase.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { may, type OpportunityAct, type OpportunityPhase, type OpportunityStanding } from '#features/opportunities/rules/policy.ts';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';
import { handOn, posted, sampleOpportunity, start } from '#world/opportunity.ts';
import { type Attempt, attempted, unlike } from './probing.ts';

let node: TestNode;
const idOf = (key: PersonKey): string => node.world.people[key].id;
const scenes = new Map<OpportunityPhase, string>();

// Claire posts; Nilufar has it in hand one, Samira in hand two, the last that is allowed; Marek is in the group; Arman works where it is barred; Omid is barred by name.
const named: readonly PersonKey[] = ['nilufar', 'leila', 'kaveh'];
beforeAll(async () => {
  node = await startNode();
  const { world, clock } = node;
  const body = sampleOpportunity(world.ids.institutions.deuxRives, named.map(idOf), {
    plan: { named: named.map(idOf) as never, note: 'a word', hands: 2, via: 'any', barredPeople: [idOf('omid') as never], barredInstitutions: [world.ids.institutions.karun as never] },
  });
  const group = node.newId();
  const nilufar = await node.as('nilufar');
  await nilufar.post('/api/groups', { id: group, kind: 'club', nameEn: 'CTO club', nameFa: 'حلقهٔ CTO' });
  for (const key of ['marek', 'omid'] as const) {
    await nilufar.post(`/api/groups/${group}/invitations`, { id: node.newId(), personId: idOf(key) });
    await (await node.as(key)).post(`/api/groups/${group}/join`);
  }
  const claire = await node.as('claire');
  const draft = await start(world, 'claire', 'en', clock.now());
  expect((await claire.put(`/api/opportunities/${draft}`, { ...body })).status).toBe(200);
  scenes.set('draft', draft);
  for (const phase of ['posted', 'closed'] as const) {
    const id = await posted(world, 'claire', body, clock.now());
    await handOn(world, 'nilufar', id, ['samira'], 'I thought of you.', 'en', clock.now());
    expect((await claire.post(`/api/opportunities/${id}/widenings`, { id: node.newId(), step: 'group', groupId: group })).status).toBe(200);
    if (phase === 'closed') expect((await claire.post(`/api/opportunities/${id}/closing`, { result: 'filled', words: 'Thank you.', lang: 'en' })).status).toBe(200);
    scenes.set(phase, id);
  }
}, 60_000);
afterAll(() => node.close());

type Member = { who: PersonKey | null; standing: OpportunityStanding; handsLeft: boolean; seesCases?: boolean };
const members: readonly Member[] = [
  { who: 'claire', standing: 'poster', handsLeft: true }, { who: 'nilufar', standing: 'handed', handsLeft: true }, { who: 'samira', standing: 'handed', handsLeft: false }, { who: 'marek', standing: 'group', handsLeft: false },
  { who: 'omid', standing: null, handsLeft: false }, { who: 'arman', standing: null, handsLeft: false }, { who: 'nasrin', standing: null, handsLeft: false }, { who: 'ali', standing: null, handsLeft: false, seesCases: false }, { who: null, standing: null, handsLeft: false, seesCases: false },
];

const hop = 'coalesce(app.opportunity_next_hop($O), 1)';
const probes: readonly { name: string; act: OpportunityAct | 'never'; sql: string; first?: string; not?: readonly OpportunityPhase[]; only?: (m: Member) => boolean }[] = [
  { name: 'read it', act: 'read', sql: 'select from app.opportunities where id = $O' },
  { name: 'read that it is told', act: 'read', sql: 'select from app.opportunity_postings where opportunity_id = $O', not: ['draft'] },
  { name: 'read how it ended', act: 'read', sql: 'select from app.opportunity_closings where opportunity_id = $O', not: ['draft', 'posted'] },
  { name: 'read the way it has travelled', act: 'read-chain', sql: 'select from app.opportunity_chain($O)', not: ['draft'] },
  { name: 'read from whom it is kept', act: 'read-bars', sql: 'select from app.opportunity_bars where opportunity_id = $O', not: ['draft'] },
  { name: 'read how wide it is', act: 'read-widenings', sql: 'select from app.opportunity_widenings where opportunity_id = $O', not: ['draft'] },
  { name: 'read the plan', act: 'read-plan', sql: 'select from app.opportunity_plans where opportunity_id = $O' },
  { name: 'read who is interested', act: 'read-interests', first: `insert into app.opportunity_interests (opportunity_id, person_id, at) values ($O, $T, now())`, sql: 'select from app.opportunity_interests where opportunity_id = $O and person_id = $T', not: ['draft'] },
  { name: 'read an answered question', act: 'read', first: `insert into app.opportunity_questions (id, opportunity_id, lang, text, at) values ($Q, $O, 'en', 'what', now()); insert into app.opportunity_answers (question_id, lang, text, at) values ($Q, 'en', 'that', now())`, sql: 'select from app.opportunity_questions where id = $Q', not: ['draft'] },
  { name: 'read its answer', act: 'read', first: `insert into app.opportunity_questions (id, opportunity_id, lang, text, at) values ($Q, $O, 'en', 'what', now()); insert into app.opportunity_answers (question_id, lang, text, at) values ($Q, 'en', 'that', now())`, sql: 'select from app.opportunity_answers where question_id = $Q', not: ['draft'] },
  { name: 'change it', act: 'write', sql: `update app.opportunities set texts = texts where id = $O` },
  { name: 'tell it', act: 'post', sql: 'insert into app.opportunity_postings (opportunity_id, at) values ($O, now())', not: ['posted', 'closed'] },
  { name: 'hand it on', act: 'hand-on', sql: `insert into app.opportunity_hands (id, opportunity_id, person_id, by_person, hop, at) values (gen_random_uuid(), $O, $N, $V, ${hop}, now())` },
  { name: 'answer a hand', act: 'answer-hand', sql: `update app.opportunity_hands set answer = 'nobody', answered_at = now() where opportunity_id = $O and person_id = $V`, not: ['draft'] },
  { name: 'widen it', act: 'widen', sql: `insert into app.opportunity_widenings (id, opportunity_id, step, at) values (gen_random_uuid(), $O, 'node', now())` },
  { name: 'bar', act: 'bar', sql: `insert into app.opportunity_bars (id, opportunity_id, person_id, at) values (gen_random_uuid(), $O, $N, now())` },
  { name: 'show interest', act: 'show-interest', sql: `insert into app.opportunity_interests (opportunity_id, person_id, at) values ($O, $V, now())` },
  { name: 'ask', act: 'ask', sql: `insert into app.opportunity_questions (id, opportunity_id, lang, text, at) values (gen_random_uuid(), $O, 'en', 'what', now())` },
  { name: 'answer a question', act: 'reply', first: `insert into app.opportunity_questions (id, opportunity_id, lang, text, at) values ($Q, $O, 'en', 'what', now())`, sql: `insert into app.opportunity_answers (question_id, lang, text, at) values ($Q, 'en', 'that', now())`, not: ['draft'] },
  { name: 'close it', act: 'close', sql: `insert into app.opportunity_closings (opportunity_id, result, lang, at) values ($O, 'nobody', 'en', now())`, not: ['closed'] },
  { name: 'hand it on one hand too far', act: 'never', sql: `insert into app.opportunity_hands (id, opportunity_id, person_id, by_person, hop, at) values (gen_random_uuid(), $O, $N, $V, 3, now())` },
  { name: 'hand it on in another’s name', act: 'never', sql: `insert into app.opportunity_hands (id, opportunity_id, person_id, by_person, hop, at) values (gen_random_uuid(), $O, $N, $T, ${hop}, now())` },
  { name: 'read hands between others', act: 'never', sql: 'select from app.opportunity_hands where opportunity_id = $O and by_person is distinct from $V and person_id is distinct from $V' },
  { name: 'read what was stopped', act: 'never', sql: 'select from app.opportunity_stops' },
  { name: 'read of which hand it is', act: 'never', sql: 'select hop from app.opportunity_hands where opportunity_id = $O' },
  { name: 'answer for another', act: 'never', sql: `update app.opportunity_hands set answer = 'nobody', answered_at = now() where opportunity_id = $O and person_id is distinct from $V` },
  { name: 'be interested for another', act: 'never', sql: `insert into app.opportunity_interests (opportunity_id, person_id, at) values ($O, $N, now())` },
  { name: 'read who asks', act: 'never', first: `insert into app.opportunity_questions (id, opportunity_id, lang, text, at) values ($Q, $O, 'en', 'what', now()); insert into app.opportunity_question_askers (question_id, person_id) values ($Q, $T)`, sql: 'select from app.opportunity_question_askers where question_id = $Q' },
  { name: 'read an open question of another', act: 'never', first: `insert into app.opportunity_questions (id, opportunity_id, lang, text, at) values ($Q, $O, 'en', 'what', now())`, sql: 'select from app.opportunity_questions where id = $Q', only: ({ standing }) => standing !== 'poster' },
  { name: 'become its poster', act: 'never', sql: 'update app.opportunities set poster_id = $V where id = $O' },
  { name: 'take a bar away', act: 'never', sql: 'delete from app.opportunity_bars where opportunity_id = $O' },
  { name: 'narrow it again', act: 'never', sql: 'delete from app.opportunity_widenings where opportunity_id = $O' },
  { name: 'delete it', act: 'never', sql: 'delete from app.opportunities where id = $O' },
];

const cells = (): Attempt[] => [...scenes].flatMap(([phase, id]) => members.flatMap((member) => probes.filter(({ not, only }) => !not?.includes(phase) && (only?.(member) ?? true)).map(({ name, act, sql, first }) => {
  const { who, handsLeft, seesCases = true } = member;
  const standing = phase === 'draft' && member.standing !== 'poster' ? null : member.standing;
  const fill = (text: string) => text.replaceAll('$O', `'${id}'::uuid`).replaceAll('$V', who ? `'${idOf(who)}'::uuid` : 'null::uuid').replaceAll('$T', `'${idOf('kaveh')}'::uuid`).replaceAll('$N', `'${idOf('daniel')}'::uuid`).replaceAll('$Q', `'${question}'::uuid`);
  return { name: `${who ?? 'nobody'}: ${name} (${phase})`, viewer: who ? idOf(who) : null, wanted: act !== 'never' && may(act, { standing, phase, handsLeft, seesCases }), sql: fill(sql), ...(first ? { first: fill(first) } : {}) };
})));
const question = '0191a0a0-0000-7000-8000-000000000001';

test('policy and database agree on an opportunity in every cell', async () => {
  const seen = await attempted(node.ownerUrl, cells());
  process.stdout.write(`${seen.length} cells of opportunities, ${seen.filter(({ wanted }) => wanted).length} of them allowed\n`);
  expect(unlike(seen)).toEqual([]);
});

test('a bar that was forgotten in the database is found by the matrix', async () => {
  const { rows } = { rows: await node.sql<{ body: string }>(`select pg_get_functiondef('app.opportunity_standing_of(uuid, uuid)'::regprocedure) as body`) };
  const torn = await attempted(node.ownerUrl, cells(), (rows[0]?.body ?? '').replace('b.own and (b.person_id', 'false and (b.person_id'));
  expect(unlike(torn).map(({ cell }) => cell)).toContain('omid: read it (posted)');
});
