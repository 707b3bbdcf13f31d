// H2: policy and row-level security say the same in every cell of cast × act × state × hidden × audience.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '#features/story/rules/present.ts';
import { may, standing } from '#features/cases/rules/policy.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';
import { audiences, members, phases, standpointOf, viewerOf } from './members.ts';
import { cellsOf, disagreements, reality, type Scene, scenes } from './matrix.ts';
import { probes } from './probes.ts';

let node: TestNode;
let all: Scene[];
beforeAll(async () => {
  node = await startNode();
  all = await scenes(node);
});
afterAll(() => node.close());

const partial = probes.filter((p) => p.only).reduce((n, p) => n + phases.filter((phase) => p.only?.(phase)).length, 0);
const total = members.length * 2 * audiences.length * (probes.filter((p) => !p.only).length * phases.length + partial);

test(`policy and database agree in all ${total} cells`, async () => {
  const cells = cellsOf(all, node.world);
  expect(cells.length).toBe(total);
  expect(total).toBeGreaterThan(1500);
  const seen = await reality(node.ownerUrl, node.world, cells);
  expect(disagreements(seen)).toEqual([]);
  // A matrix of refusals alone, or of permissions alone, would prove nothing.
  expect(seen.filter((s) => s.wanted).length).toBeGreaterThan(500);
  expect(seen.filter((s) => !s.wanted).length).toBeGreaterThan(500);
}, 120_000);

test('every act of the policy has a probe that is somewhere allowed and somewhere refused', () => {
  const cells = cellsOf(all, node.world);
  for (const { act, name } of probes.filter((p) => p.act !== 'never')) {
    const mine = cells.filter((c) => c.name.includes(`: ${name} (`)).map((c) => c.wanted);
    expect(new Set(mine), `${act} ${name}`).toEqual(new Set([true, false]));
  }
});

test('the matrix fails when a policy is broken: each of five planted faults is found', async () => {
  const cells = cellsOf(all, node.world);
  const faults = [
    ['create policy leak on app.case_askers for select to hamdel_app using (true)', 'who asks'],
    ['drop policy read on app.opinions; create policy read on app.opinions for select to hamdel_app using (app.standing(case_id) is not null)', 'opinions of others'],
    ['create policy leak on app.remarks for insert to hamdel_app with check (true)', 'speak as another adviser'],
    ['alter table app.decisions disable row level security', 'the decision'],
    ['drop trigger hands on app.asks', 'answer an ask for another'],
  ] as const;
  for (const [planted, name] of faults) {
    const found = disagreements(await reality(node.ownerUrl, node.world, cells.filter((c) => c.name.includes(`: ${name} (`)), planted));
    expect(found.length, planted).toBeGreaterThan(0);
    expect(found.every((f) => f.found === 'done' && !f.wanted), planted).toBe(true);
  }
});

test('the database reckons the same standing as the policy, for all of the cast at every case', async () => {
  for (const scene of all) for (const m of members.filter((one) => one.who && !one.first)) {
    const viewer = viewerOf(m, node.world);
    const [row] = await node.house.db.asViewer(viewer.id, (tx) => tx.rows<{ s: string | null }>('select app.reckon_standing($1) as s', [scene.id]));
    expect([m.name, scene.phase, scene.audience, row?.s]).toEqual([m.name, scene.phase, scene.audience, standing(viewer, standpointOf(m, scene.phase, scene.hidden, scene.audience))]);
  }
});

const shows = (view: CaseView | null) => ({
  read: view !== null, 'read-asker': view?.asker != null, 'read-plan': view !== null && view.plan !== 'sealed' && view.plan !== null,
  'read-opinions': view !== null && view.opinions !== 'sealed', 'read-remarks': (view?.remarks.length ?? 0) > 0,
});

test('the page of a case shows to each what the policy lets them see, and nothing else', async () => {
  for (const { id } of all.filter((s) => s.phase !== 'draft')) await node.sql(`insert into app.remarks (id, case_id, lang, texts, at) values ($1, $2, 'en', '{"en":"So."}', now())`, [node.newId(), id]);
  const hands = new Map<PersonKey | null, Hand>();
  for (const { who } of members) hands.set(who, await node.as(who));
  for (const scene of all.filter((s) => s.phase !== 'draft')) for (const m of members.filter((one) => one.who && !one.first)) {
    const viewer = viewerOf(m, node.world);
    const answer = await hands.get(m.who)?.get<CaseView>(`/api/cases/${scene.id}`);
    const seen = shows(answer?.status === 200 ? answer.body : null);
    const at = standpointOf(m, scene.phase, scene.hidden, scene.audience);
    // A steward who opened a name is told it once; the case itself stays as closed to them as before.
    const wanted = Object.fromEntries((Object.keys(seen) as (keyof typeof seen)[]).map((act) => [act, may(viewer, act, at) && may(viewer, 'read', at)]));
    expect([m.name, scene.phase, scene.hidden, scene.audience, seen]).toEqual([m.name, scene.phase, scene.hidden, scene.audience, wanted]);
  }
});
