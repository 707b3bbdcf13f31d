import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCase, anOpinion } from '../world/build.ts';
import { addRun, mark } from '../world/acts.ts';
import { startNode, type TestNode } from '../world/node.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 5 }); });
afterAll(() => node.close());

type Seen = { marks: { by: string | null }[] };

test('an adviser’s mark is theirs alone until their opinion is given, then everybody’s who may see opinions', async () => {
  const { world } = node;
  const at = node.clock.now();
  const { id } = await aCase(world, { asker: 'arman', asks: [{ who: 'nilufar', state: 'accepted' }, { who: 'claire', state: 'answered' }, { who: 'marek', state: 'seen' }] });
  const runId = await addRun(world, 'arman', id, { kind: 'xa', label: '', position: 0, sidecar: { frames: 10 } }, [], at);
  await mark(world, 'nilufar', id, { runId, frame: 3, shape: 'text', points: [0.5, 0.5], note: 'cap' }, at);
  const marksFor = async (who: 'arman' | 'nilufar' | 'claire' | 'marek') => (await (await node.as(who)).get<Seen>(`/api/cases/${id}`)).body.marks.length;
  expect([await marksFor('nilufar'), await marksFor('arman'), await marksFor('claire'), await marksFor('marek')]).toEqual([1, 0, 0, 0]);
  await anOpinion(world, id, 'nilufar');
  expect([await marksFor('nilufar'), await marksFor('arman'), await marksFor('claire'), await marksFor('marek')]).toEqual([1, 1, 1, 0]);
});
