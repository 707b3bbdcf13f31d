// The coordinator's hand: looks a wave over, changes it, lets it go; keeps the rota. A hidden asker stays hidden, and nobody else finds these doors.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConsoleView, RotaView } from '#features/routing/rules/console.ts';
import { routingJobs } from '#features/routing/server/jobs.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { aCase } from '#world/build.ts';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';

const MINUTE = 60_000;
let node: TestNode;
beforeAll(async () => {
  node = await startNode({ seed: 79 });
  await node.sql('update app.people set quiet_from = null, quiet_to = null, weekly_cap = 20');
  await node.sql('delete from app.absences');
});
afterAll(() => node.close());

const begun = async (asker: PersonKey, hidden = false): Promise<Id> => {
  const { id } = await aCase(node.world, { asker, hidden, content: { urgency: 'urgent' } });
  await node.sql(`update app.cases set fields = jsonb_set(fields, '{topics}', '["cor.bif"]') where id = $1`, [id]);
  expect((await (await node.as(asker)).post(`/api/cases/${id}/ladder`)).status).toBe(200);
  return id;
};
const climb = (id: Id) => routingJobs(node.house).climb?.({ caseId: id });
const consoleOf = async () => (await (await node.as('leila')).get<ConsoleView>('/api/coordinator')).body;
const asked = async (id: Id) => (await node.sql<{ who: string }>('select expert_id as who from app.asks where case_id = $1 order by asked_at, id', [id])).map(({ who }) => who);

test('nobody but a coordinator finds the console, the rota or a wave', async () => {
  const id = await begun('arman');
  for (const key of ['arman', 'claire', 'nasrin', 'mina', 'peter', 'ali'] as const) {
    const hand = await node.as(key);
    const doors = [await hand.get('/api/coordinator'), await hand.get('/api/coordinator/rota'), await hand.post('/api/coordinator/rota'), await hand.post(`/api/coordinator/cases/${id}/waves/0`, { people: [node.world.people.claire.id] }),
      await hand.post('/api/coordinator/shifts', { id: node.newId(), personId: node.world.people.claire.id, duty: 'on-call', from: '2026-11-22T00:00:00Z', to: '2026-11-22T06:00:00Z' })];
    expect(doors.map(({ status }) => status), key).toEqual([404, 404, 404, 404, 404]);
  }
});

test('one tap lets the suggested wave go before its time; the ladder climbs on from there', async () => {
  const id = await begun('arman');
  const item = (await consoleOf()).queue.find(({ caseId }) => caseId === id);
  expect(item).toMatchObject({ wanted: 3, given: 0, untaken: false, hidden: false, asker: { nameEn: 'Arman Rostami' }, wave: { step: 0, size: 3, going: false, mayName: true } });
  const people = (item?.wave?.people ?? []).slice(0, 3).map(({ person }) => person.id);
  const leila = await node.as('leila');
  expect((await leila.post(`/api/coordinator/cases/${id}/waves/0`, { people })).status).toBe(200);
  await climb(id);
  expect((await asked(id)).sort()).toEqual([...people].sort());
  expect((await leila.post(`/api/coordinator/cases/${id}/waves/0`, { people })).body).toMatchObject({ code: 'routing.waveGone' });
  expect(await node.sql('select act, coordinator_id from app.wave_looks where case_id = $1', [id])).toEqual([{ act: 'confirmed', coordinator_id: node.world.people.leila.id }]);
});

test('the coordinator changes a wave: takes one out, adds one by name, and nobody else is asked', async () => {
  const id = await begun('arman');
  const wave = (await consoleOf()).queue.find(({ caseId }) => caseId === id)?.wave;
  const found = (wave?.people ?? []).map(({ person }) => person.id);
  const named = Object.values(node.world.people).map((who) => who.id).find((who) => !found.includes(who) && who !== node.world.people.arman.id && [node.world.people.salim.id, node.world.people.parisa.id, node.world.people.anna.id].includes(who)) as string;
  const people = [named, found[1] as string, found[4] as string];
  expect((await (await node.as('leila')).post(`/api/coordinator/cases/${id}/waves/0`, { people })).status).toBe(200);
  await climb(id);
  expect((await asked(id)).sort()).toEqual([...people].sort());
});

test('of a hidden asker’s case the coordinator sees no name and no minute, and can add nobody whom the search has not found', async () => {
  const id = await begun('maryam', true);
  expect((await consoleOf()).queue.some(({ caseId }) => caseId === id)).toBe(false);
  const [ladder] = await node.sql<{ at: Date }>('select begins_at as at from app.ladders where case_id = $1', [id]);
  node.clock.step((ladder?.at.getTime() ?? 0) - node.clock.now().getTime());
  await climb(id);
  const seen = await (await node.as('leila')).get<ConsoleView>('/api/coordinator');
  const item = seen.body.queue.find(({ caseId }) => caseId === id);
  expect(item).toMatchObject({ hidden: true, asker: null, wave: { mayName: false } });
  for (const at of [item?.postedAt, item?.wave?.goesAt]) expect(new Date(at ?? 1).getTime() % HOUR_MS).toBe(0);
  expect(JSON.stringify(item)).not.toMatch(/Ahmadi|احمدی/);
  const people = (item?.wave?.people ?? []).map(({ person }) => person.id);
  const stranger = Object.values(node.world.people).map((who) => who.id).find((who) => !people.includes(who)) as string;
  expect((await (await node.as('leila')).post(`/api/coordinator/cases/${id}/waves/0`, { people: [stranger, people[0]] })).status).toBe(200);
  await climb(id);
  expect(await asked(id)).toContain(people[0]);
  expect(await asked(id)).not.toContain(stranger);
});

test('a case that nobody takes stands first, and the figures name nobody', async () => {
  const { id } = await aCase(node.world, { asker: 'omid', asks: [{ who: 'reza', state: 'declined' }] });
  const seen = await (await node.as('leila')).get<ConsoleView>('/api/coordinator');
  expect(seen.body.queue[0]).toMatchObject({ caseId: id, untaken: true });
  expect(seen.body.week.cases).toBeGreaterThan(3);
  expect(seen.body.capacity[0]).toMatchObject({ field: null });
  expect(seen.body.launch?.find(({ step }) => step === 'firstCase')).toMatchObject({ have: 1, want: 1 });
  const { queue: _queue, onCall: _onCall, ...figures } = seen.body;
  for (const { id: who } of Object.values(node.world.people)) expect(JSON.stringify(figures)).not.toContain(who);
});

test('the rota is filled with who is awake, has no gap that somebody could fill, and the on-call are asked when the ladder comes to them', async () => {
  const leila = await node.as('leila');
  const before = (await leila.get<RotaView>('/api/coordinator/rota')).body;
  expect(before.gaps.length).toBe(1);
  expect((await leila.post<{ added: number }>('/api/coordinator/rota')).body.added).toBe(before.proposed);
  const filled = (await leila.get<RotaView>('/api/coordinator/rota')).body;
  expect(filled).toMatchObject({ proposed: 0 });
  expect(filled.shifts.length).toBe(before.proposed);
  const [first] = filled.shifts;
  expect((await leila.delete(`/api/coordinator/shifts/${first?.id}`)).status).toBe(200);
  expect((await leila.delete(`/api/coordinator/shifts/${first?.id}`)).status).toBe(404);
  expect((await leila.post('/api/coordinator/shifts', { id: node.newId(), personId: node.world.people.marek.id, duty: 'on-call', from: '2026-11-25T06:00:00Z', to: '2026-11-25T05:00:00Z' })).body).toMatchObject({ code: 'routing.shiftSpan' });
  const from = node.clock.now();
  await leila.post('/api/coordinator/shifts', { id: node.newId(), personId: node.world.people.marek.id, duty: 'on-call', from: new Date(from.getTime() - HOUR_MS).toISOString(), to: new Date(from.getTime() + 2 * DAY_MS).toISOString() });
  const { id } = await aCase(node.world, { asker: 'arman', content: { urgency: 'emergency' } });
  await (await node.as('arman')).post(`/api/cases/${id}/ladder`);
  for (let quarter = 0; quarter < 2; quarter++) { node.clock.step(15 * MINUTE); await climb(id); }
  const marek = await node.sql<{ reasons: { key: string }[]; step: number }>('select reasons, step::int as step from app.asks where case_id = $1 and expert_id = $2', [id, node.world.people.marek.id]);
  expect(marek.length).toBe(1);
  if (marek[0]?.step === 2) expect(marek[0].reasons).toEqual([{ key: 'on-call' }]);
});
