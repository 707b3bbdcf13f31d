// Two windows, one moment: of two ends of an ask only one counts, and who comes second is told so.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCase } from '#world/build.ts';
import { startNode, type TestNode } from '#world/node.ts';
import { sampleOpinion } from '#world/sample.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ seed: 51 });
  await node.sql('update app.people set weekly_cap = 50');
});
afterAll(() => node.close());

type Ended = { who: string; ends: number; answered: boolean; given: boolean };

test('declining, taking back and giving at once leave one end, and no opinion without its ask', { timeout: 60_000 }, async () => {
  const [asker, claire, daniel] = [await node.as('maryam'), await node.as('claire'), await node.as('daniel')];
  const { id: claireId } = node.world.people.claire;
  const seen = new Map<string, number>();
  for (let round = 0; round < 20; round++) {
    const { id } = await aCase(node.world, { asker: 'maryam', asks: [{ who: 'claire' }, { who: 'daniel' }] });
    const asks = new Map((await node.sql<{ id: string; expert: string }>('select id, expert_id as expert from app.asks where case_id = $1', [id])).map((a) => [a.expert, a.id]));
    const give = () => ({ id: node.newId(), ...sampleOpinion() });
    const answers = await Promise.all([
      claire.post(`/api/asks/${asks.get(claireId)}/decline`, { note: '' }), claire.post(`/api/cases/${id}/opinions`, give()), claire.post(`/api/cases/${id}/opinions`, give()),
      daniel.post(`/api/cases/${id}/opinions`, give()), asker.delete(`/api/asks/${asks.get(node.world.people.daniel.id)}`),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => ![200, 404, 409].includes(status))).toEqual([]);
    const ended = await node.sql<Ended>(`select a.expert_id as who, num_nonnulls(answered_at, declined_at, cancelled_at) as ends, answered_at is not null as answered,
      exists (select from app.opinions o where o.ask_id = a.id) as given from app.asks a where case_id = $1`, [id]);
    for (const one of ended) {
      expect(one.ends, JSON.stringify(one)).toBe(1);
      expect(one.given, JSON.stringify(one)).toBe(one.answered);
      const what = `${one.who === claireId ? 'claire' : 'daniel'} ${one.given}`;
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
  }
  expect([...seen.values()].reduce((a, b) => a + b)).toBe(40);
});
