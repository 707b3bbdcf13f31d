// Measures go the way of marks: kept with their author, vector and calibration, and a wire that takes no nonsense.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MarkView } from '#features/story/rules/present.ts';
import { aCase, anOpinion } from '../world/build.ts';
import { addRun } from '../world/acts.ts';
import { startNode, type TestNode } from '../world/node.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 9 }); });
afterAll(() => node.close());

const catheter = { by: 'catheter', french: 6, px: 9.5 };
const stenosis = { frame: 3, shape: 'stenosis', points: [0.5, 0.5, 0.51, 0.5, 0.5, 0.4, 0.53, 0.4], details: { calibration: catheter } };
const opened = async () => {
  const { id } = await aCase(node.world, { asker: 'arman', asks: [{ who: 'nilufar', state: 'accepted' }, { who: 'claire', state: 'accepted' }] });
  const runId = await addRun(node.world, 'arman', id, { kind: 'xa', label: '', position: 0, sidecar: { frames: 10 } }, [], node.clock.now());
  return { id, runId };
};

test('a measure is kept with its author, its places, its calibration and its time, and is met by the asker', async () => {
  const { id, runId } = await opened();
  const claire = await node.as('claire');
  const markId = node.newId();
  expect((await claire.post(`/api/cases/${id}/marks`, { id: markId, runId, ...stenosis })).status).toBe(200);
  const marksOf = async (who: 'arman' | 'nilufar' | 'claire') => (await (await node.as(who)).get<{ marks: MarkView[] }>(`/api/cases/${id}`)).body.marks;
  const [seen] = await marksOf('claire');
  expect(seen).toMatchObject({ id: markId, runId, by: node.world.people.claire.id, frame: 3, shape: 'stenosis', details: { calibration: catheter } });
  expect(new Date(seen?.at ?? '').getTime()).toBe(node.clock.now().getTime());
  expect(seen?.points.map((p) => Math.round(1000 * p))).toEqual(stenosis.points.map((p) => Math.round(1000 * p)));
  expect([(await marksOf('nilufar')).length, (await marksOf('arman')).length]).toEqual([0, 0]);
  await anOpinion(node.world, id, 'claire');
  expect([(await marksOf('nilufar')).length, (await marksOf('arman')).map(({ shape }) => shape)]).toEqual([0, ['stenosis']]);
});

test('what is no shape, has not its number of places, or says more than its shape allows is refused', async () => {
  const { id, runId } = await opened();
  const arman = await node.as('arman');
  const tried = async (mark: object): Promise<number> => (await arman.post(`/api/cases/${id}/marks`, { id: node.newId(), runId, frame: 0, ...mark })).status;
  const wave = (places: number): number[] => Array.from({ length: 2 * places }, (_, i) => (i % 2 ? 0.5 : i / (2 * places)));
  const vessel = { shape: 'vessel', points: wave(4), details: { calibration: { by: 'none' }, widths: [9, 4, 5, 9], leastPx: 4, referencePx: 9, lengthPx: 30, at: 1, from: 1, to: 2, limit: false } };
  const fine = [
    { shape: 'freehand', points: wave(200) }, { shape: 'segment', points: [0.5, 0.5], details: { segment: '16a' } }, { shape: 'catheter', points: wave(2), details: { french: 6 } },
    { shape: 'angle', points: wave(3), details: { calibration: { by: 'none' } } }, vessel,
  ];
  for (const mark of fine) expect(await tried(mark), mark.shape).toBe(200);
  const wrong = [
    { shape: 'circle', points: wave(2) }, { shape: 'arrow', points: wave(1) }, { shape: 'arrow', points: wave(3) }, { shape: 'text', points: [0.5, 1.2] },
    { shape: 'freehand', points: wave(201) }, { shape: 'freehand', points: [0, 0, 1] }, { shape: 'freehand', points: wave(1) },
    { shape: 'segment', points: [0.5, 0.5], details: { segment: 'SVG to OM, Mr Ahmadi' } }, { shape: 'segment', points: [0.5, 0.5] },
    { shape: 'catheter', points: wave(2), details: { french: 60 } }, { shape: 'length', points: wave(2) }, { shape: 'length', points: wave(2), details: { calibration: { by: 'catheter', french: 6, px: 1 } } },
    { shape: 'length', points: wave(2), details: { calibration: { by: 'none' }, said: 'a name' } }, { shape: 'arrow', points: wave(2), details: { said: 'a name' } },
    { ...vessel, details: { ...vessel.details, widths: [9, 4, 5] } }, { ...vessel, details: { ...vessel.details, at: 4 } }, { ...vessel, points: wave(65), details: { ...vessel.details, widths: Array.from({ length: 65 }, () => 9) } },
  ];
  for (const mark of wrong) expect(await tried(mark), JSON.stringify(mark).slice(0, 90)).toBe(422);
});

test('the database keeps the shapes too, whoever writes', async () => {
  const { id, runId } = await opened();
  const insert = (shape: string, points: string, details: string): Promise<unknown> =>
    node.sql(`insert into app.marks (id, case_id, run_id, frame, shape, points, details, at) values (gen_random_uuid(), $1, $2, 0, $3, $4, $5, now())`, [id, runId, shape, points, details]);
  await insert('length', '{0,0,1,1}', '{}');
  await expect(insert('circle', '{0,0}', '{}')).rejects.toThrow(/marks_shape_check/);
  await expect(insert('freehand', '{0,0,1}', '{}')).rejects.toThrow(/marks_points_check/);
  await expect(insert('freehand', `{${Array.from({ length: 402 }, () => 0).join()}}`, '{}')).rejects.toThrow(/marks_points_check/);
  await expect(insert('length', '{0,0,1,1}', '[]')).rejects.toThrow(/marks_details_check/);
  await expect(insert('length', '{0,0,1,1}', JSON.stringify({ x: 'y'.repeat(5000) }))).rejects.toThrow(/marks_details_check/);
});
