// The ladder over the real database: waves at their times, seats filled anew, nothing sent twice, nobody over their cap, no wave by another's hand.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { routingJobs } from '#features/routing/server/jobs.ts';
import type { Asking, LadderView } from '#features/routing/rules/ladder-view.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { aCase, anOpinion } from '#world/build.ts';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';

const MINUTE = 60_000;
let node: TestNode;
beforeAll(async () => {
  node = await startNode({ seed: 73 });
  // One day for all: who sleeps when is another test's.
  await node.sql('update app.people set quiet_from = null, quiet_to = null, weekly_cap = 20');
  await node.sql('delete from app.absences');
});
afterAll(() => node.close());

type Sent = { id: Id; who: string; step: number; state: string; released: boolean };
const sent = (id: Id) => node.sql<Sent>(`select a.id, a.expert_id as who, a.step::int as step, case when released_at is not null then 'released' when cancelled_at is not null then 'cancelled' when answered_at is not null then 'answered'
    when declined_at is not null then 'declined' when accepted_at is not null then 'accepted' when expired_at is not null then 'expired' else 'asked' end as state from app.asks a where a.case_id = $1 order by a.step, a.asked_at, a.id`, [id]);
const keyOf = (id: string): PersonKey => (Object.entries(node.world.people) as [PersonKey, { id: string }][]).find(([, who]) => who.id === id)?.[0] as PersonKey;
const minutePass = async (ms: number) => { node.clock.step(ms); await routingJobs(node.house)['keep-clocks']?.({}); };
const climbNow = async (id: Id) => routingJobs(node.house).climb?.({ caseId: id });
const begun = async (urgency: 'elective' | 'urgent' | 'emergency', change: { hidden?: boolean; topics?: string[] } = {}): Promise<Id> => {
  const { id } = await aCase(node.world, { asker: 'arman', hidden: change.hidden ?? false, content: { urgency } });
  // Broad enough that more than a dozen of the cast could be asked.
  await node.sql(`update app.cases set fields = jsonb_set(fields, '{topics}', $2) where id = $1`, [id, JSON.stringify(change.topics ?? ['cor.bif'])]);
  expect((await (await node.as('arman')).post(`/api/cases/${id}/ladder`)).status).toBe(200);
  return id;
};
const accept = async (ask: Sent) => (await node.as(keyOf(ask.who))).post(`/api/asks/${ask.id}/accept`);

test('an urgent case waits twenty minutes for the coordinator, then three are asked, then three more', async () => {
  const id = await begun('urgent');
  expect(await sent(id)).toEqual([]);
  const seen = (await (await node.as('arman')).get<Asking>(`/api/cases/${id}/ladder`)).body.ladder as LadderView;
  expect(seen).toMatchObject({ wanted: 3, given: 0, ended: null, begun: true });
  expect(seen.next?.people.length).toBe(3);
  await minutePass(19 * MINUTE);
  expect(await sent(id)).toEqual([]);
  await minutePass(MINUTE);
  expect((await sent(id)).map(({ step }) => step)).toEqual([0, 0, 0]);
  expect((await sent(id)).map(({ who }) => keyOf(who)).sort()).toEqual((await Promise.all((seen.next?.people ?? []).map(({ id: who }) => keyOf(who)))).sort());
  for (const ask of (await sent(id)).slice(0, 2)) await accept(ask);
  // One is silent past the clock to accept: the seat goes on to the next, and the second wave comes at its time.
  await minutePass(3 * HOUR_MS + MINUTE);
  expect((await sent(id)).map(({ step, state }) => `${step} ${state}`).sort()).toEqual(['0 accepted', '0 accepted', '0 asked', '0 expired']);
  await minutePass(9 * HOUR_MS);
  expect((await sent(id)).filter(({ step }) => step === 1).length).toBe(3);
});

test('where minutes count the wave goes with the tap, and again after a quarter of an hour', async () => {
  const id = await begun('emergency');
  expect((await sent(id)).length).toBe(5);
  await minutePass(15 * MINUTE);
  const two = (await sent(id)).filter(({ step }) => step === 1).length;
  expect(two).toBeGreaterThan(0);
  expect(two).toBeLessThanOrEqual(5);
  await minutePass(15 * MINUTE);
  expect(await node.sql(`select step::int as step from app.wave_takings where case_id = $1 order by step`, [id])).toEqual([{ step: 0 }, { step: 1 }, { step: 2 }]);
  expect(await node.sql(`select kind from app.notices where case_id = $1 and person_id = $2`, [id, node.world.people.leila.id])).toContainEqual({ kind: (await sent(id)).some(({ who }) => keyOf(who) === 'leila') ? 'asked' : 'case-untaken' });
});

test('however often and from however many sides it climbs, each wave goes once', async () => {
  const id = await begun('urgent');
  node.clock.step(20 * MINUTE);
  await Promise.all([climbNow(id), climbNow(id), climbNow(id), routingJobs(node.house)['keep-clocks']?.({})]);
  expect((await sent(id)).map(({ step }) => step)).toEqual([0, 0, 0]);
  expect(await node.sql('select step::int as step from app.wave_takings where case_id = $1', [id])).toEqual([{ step: 0 }]);
  expect((await node.sql<{ n: number }>(`select count(*)::int as n from app.notices where case_id = $1 and kind = 'asked'`, [id]))[0]?.n).toBe(3);
});

test('who declines with a better name: that colleague is asked at once, and what one knows of the other is kept', async () => {
  const id = await begun('urgent');
  await minutePass(20 * MINUTE);
  const [first] = (await sent(id)) as [Sent];
  const asked = new Set((await sent(id)).map(({ who }) => keyOf(who)));
  const named = (['marek', 'salim', 'kaveh', 'reza'] as const).find((key) => !asked.has(key)) as PersonKey;
  const hand = await node.as(keyOf(first.who));
  expect((await hand.post(`/api/asks/${first.id}/hand-on`, { personId: node.world.people[named].id, note: '' })).status).toBe(200);
  await climbNow(id);
  const now = await sent(id);
  expect(now.length).toBe(4);
  expect(now.map(({ who }) => keyOf(who))).toContain(named);
  expect(await node.sql('select by_person, person_id, topics from app.namings where ask_id = $1', [first.id])).toEqual([{ by_person: first.who, person_id: node.world.people[named].id, topics: ['cor.bif'] }]);
  expect((await node.sql<{ reasons: { key: string }[] }>('select reasons from app.asks where case_id = $1 and expert_id = $2', [id, node.world.people[named].id]))[0]?.reasons[0]).toEqual({ key: 'handed-on' });
});

test('"wrong topic" and "too busy" free the seat for the next best, once', async () => {
  const id = await begun('urgent');
  await minutePass(20 * MINUTE);
  const [a, b] = (await sent(id)) as [Sent, Sent];
  await (await node.as(keyOf(a.who))).post(`/api/asks/${a.id}/decline`, { note: '', why: 'topic' });
  await (await node.as(keyOf(b.who))).post(`/api/asks/${b.id}/decline`, { note: '', why: 'busy' });
  await climbNow(id);
  await climbNow(id);
  const now = await sent(id);
  expect(now.map(({ state }) => state).sort()).toEqual(['asked', 'asked', 'asked', 'declined', 'declined']);
  expect(new Set(now.map(({ step }) => step))).toEqual(new Set([0]));
});

test('when enough have answered, the silent are released with thanks and nobody more is asked', async () => {
  const id = await begun('emergency');
  const all = await sent(id);
  for (const ask of all.slice(0, 3)) { await accept(ask); await anOpinion(node.world, id, keyOf(ask.who), { body: { stance: ask === all[0] ? 'pci' : 'cabg', confidence: 3, disclosure: 'none' } }); }
  await minutePass(MINUTE);
  expect((await sent(id)).map(({ state }) => state).sort()).toEqual(['answered', 'answered', 'answered', 'released', 'released']);
  expect(await node.sql('select why from app.ladder_ends where case_id = $1', [id])).toEqual([{ why: 'enough' }]);
  await minutePass(DAY_MS);
  expect((await sent(id)).length).toBe(5);
  const released = (await sent(id)).find(({ state }) => state === 'released') as Sent;
  const notices = (await (await node.as(keyOf(released.who))).get<{ notices: { kind: string; caseId: string }[] }>('/api/notices')).body.notices;
  expect(notices.find((n) => n.caseId === id)?.kind).toBe('ask-released');
});

test('a cap is a cap: whoever is at it is asked by no wave, also when two cases climb at once', async () => {
  await node.sql('update app.people set weekly_cap = 1 + (select count(*) from app.asks a where a.expert_id = people.id and a.cancelled_at is null and a.asked_at >= $1)::int', [new Date(node.clock.now().getTime() - 7 * DAY_MS)]);
  const ids = [await begun('emergency'), await begun('emergency'), await begun('urgent'), await begun('urgent')];
  node.clock.step(30 * MINUTE);
  await Promise.all(ids.map((id) => climbNow(id)));
  const over = await node.sql(`select p.id from app.people p where weekly_cap < (select count(*) from app.asks a where a.expert_id = p.id and a.cancelled_at is null and a.asked_at >= $1)`, [new Date(node.clock.now().getTime() - 7 * DAY_MS)]);
  expect(over).toEqual([]);
  await node.sql('update app.people set weekly_cap = 20');
});

test('nobody in their quiet hours is asked, but where minutes count and they allow it', async () => {
  node.clock.step(8 * DAY_MS);
  await node.sql(`update app.people set quiet_from = '00:00', quiet_to = '23:59'`);
  const urgent = await begun('urgent');
  await minutePass(20 * MINUTE);
  expect(await sent(urgent)).toEqual([]);
  // The wave is not lost with the night: the ladder looks again each half hour, and the coordinator is told once.
  await minutePass(30 * MINUTE);
  expect((await node.sql<{ n: number }>(`select count(*)::int as n from app.notices where case_id = $1 and kind = 'case-untaken'`, [urgent]))[0]?.n).toBe(1);
  expect(await node.sql(`select kind from app.notices where case_id = $1 and person_id = $2`, [urgent, node.world.people.leila.id])).toContainEqual({ kind: 'case-untaken' });
  await node.sql('update app.people set wakes_for_now = true where id = any ($1)', [[node.world.people.daniel.id, node.world.people.claire.id]]);
  const now = await begun('emergency');
  expect((await sent(now)).map(({ who }) => keyOf(who))).toContain('daniel');
  await node.sql('update app.people set quiet_from = null, quiet_to = null');
  await minutePass(30 * MINUTE);
  expect((await sent(urgent)).map(({ step }) => step)).toEqual([0, 0, 0]);
});

test('of a hidden asker’s case nothing goes at the minute of the tap, and what goes stands on the hour', async () => {
  const tapped = node.clock.now().getTime();
  const id = await begun('urgent', { hidden: true });
  const [ladder] = await node.sql<{ begins: Date }>('select begins_at as begins from app.ladders where case_id = $1', [id]);
  expect(ladder?.begins.getTime()).toBeGreaterThan(tapped);
  expect(await node.sql('select 1 from app.waves where case_id = $1', [id])).toEqual([]);
  await minutePass(30 * MINUTE);
  await minutePass(20 * MINUTE);
  const asks = await node.sql<{ at: Date; by: Date }>('select asked_at as at, accept_by as by from app.asks where case_id = $1', [id]);
  expect(asks.length).toBe(3);
  expect(asks.every(({ at, by }) => at.getTime() % HOUR_MS === 0 && by.getTime() % HOUR_MS === 0)).toBe(true);
});

test('only the asker begins, sees and stops it; stopped, it asks nobody more', async () => {
  const { id } = await aCase(node.world, { asker: 'arman', content: { urgency: 'urgent' } });
  for (const key of ['claire', 'leila', 'nasrin'] as const) expect((await (await node.as(key)).post(`/api/cases/${id}/ladder`)).status, key).not.toBe(200);
  const asker = await node.as('arman');
  await asker.post(`/api/cases/${id}/ladder`, { wanted: 2 });
  expect((await asker.post(`/api/cases/${id}/ladder`)).status).toBe(200);
  for (const key of ['claire', 'nasrin'] as const) expect((await (await node.as(key)).get(`/api/cases/${id}/ladder`)).status, key).toBe(404);
  // The coordinator stands to the case, and sees its waves in the queue; the asker's own page is the asker's.
  expect((await (await node.as('leila')).get(`/api/cases/${id}/ladder`)).body).toEqual({ ladder: null });
  expect((await (await node.as('claire')).delete(`/api/cases/${id}/ladder`)).status).toBe(404);
  expect((await asker.delete(`/api/cases/${id}/ladder`)).status).toBe(200);
  await minutePass(DAY_MS);
  expect(await sent(id)).toEqual([]);
  expect((await asker.post(`/api/cases/${id}/ladder`)).body).toMatchObject({ code: 'routing.ladderEnded' });
});

test('from the ask itself: busy until a day is leave from today, the cap and quiet hours change at once, and a profile open elsewhere is asked again', async () => {
  const claire = await node.as('claire');
  const { body: profile } = await claire.get<{ version: number }>('/api/me/profile');
  const until = new Date(node.clock.now().getTime() + 7 * DAY_MS).toISOString().slice(0, 10);
  expect((await claire.put('/api/me/availability', { awayUntil: until })).status).toBe(200);
  expect((await claire.put('/api/me/availability', { weeklyCap: 1, quiet: { from: '21:30', to: '06:00' }, wakesForNow: true })).status).toBe(200);
  expect((await claire.get('/api/me/availability')).body).toEqual({ weeklyCap: 1, quietFrom: '21:30', quietTo: '06:00', wakesForNow: true, awayUntil: until });
  expect((await claire.get<{ version: number }>('/api/me/profile')).body.version).toBeGreaterThan(profile.version);
  const { id } = await aCase(node.world, { asker: 'arman', content: { urgency: 'emergency' } });
  await (await node.as('arman')).post(`/api/cases/${id}/ladder`);
  expect((await sent(id)).map(({ who }) => keyOf(who))).not.toContain('claire');
  expect((await claire.put('/api/me/availability', { awayUntil: '2020-01-01' })).body).toMatchObject({ code: 'people.awaySpan' });
  expect((await claire.put('/api/me/availability', { awayUntil: null, quiet: null })).status).toBe(200);
  expect((await claire.get('/api/me/availability')).body).toMatchObject({ quietFrom: null, awayUntil: null, weeklyCap: 1 });
});
