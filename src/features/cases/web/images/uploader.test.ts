import { expect, test } from 'vitest';
import { totals } from './leaving.tsx';
import { lineMeter } from './line-meter.ts';
import type { Kept } from './shelf.ts';
import { nextPart, wholeOnNode } from './uploader.ts';

const part = (bytes: number, done = false) => ({ bytes, sha256: '', done });
const run = (id: string, change: Partial<Kept> = {}): Kept => ({
  id, caseId: 'c', person: 'p', kind: 'xa', position: 0, name: '', view: '', frames: 1, sidecar: {}, certificate: { id: '', body: {} },
  parts: { t0: part(3), t1: part(40), t2: part(5000) }, going: true, announced: true, hurry: false, ...change,
});

test('all stills go before all previews, and all previews before any full film', () => {
  let runs = [run('a'), run('b')];
  const order: string[] = [];
  for (let next = nextPart(runs, true); next !== undefined; next = nextPart(runs, true)) {
    const { run: { id }, tier } = next;
    order.push(`${id} ${tier}`);
    runs = runs.map((one) => (one.id === id ? { ...one, parts: { ...one.parts, [tier]: part(1, true) } } : one));
  }
  expect(order).toEqual(['a t0', 'b t0', 'a t1', 'b t1', 'a t2', 'b t2']);
});

test('on a mobile network the full film waits unless the person is in a hurry; unconfirmed and refused runs never go', () => {
  const light = { t0: part(3, true), t1: part(40, true), t2: part(5000) };
  expect(nextPart([run('a', { parts: light })], false)).toBeUndefined();
  expect(nextPart([run('a', { parts: light, hurry: true })], false)?.tier).toBe('t2');
  expect(nextPart([run('a', { going: false }), run('b', { refused: { ok: false, family: 'invalid', code: 'x', params: {} } })], true)).toBeUndefined();
});

test('rows go from the shelf when every run of their case is on the node, and wait for each other until then', () => {
  const all = { t0: part(3, true), t1: part(40, true), t2: part(5000, true) };
  const ids = (runs: readonly Kept[]): string[] => wholeOnNode(runs).map(({ id }) => id);
  expect(ids([run('a', { parts: all }), run('b')])).toEqual([]);
  expect(ids([run('a', { parts: all }), run('b', { parts: all }), run('d', { caseId: 'other' })])).toEqual(['a', 'b']);
  expect(ids([run('a', { parts: all }), run('b', { going: false })]), 'what is not confirmed yet is another drop').toEqual(['a']);
});

test('bytes sent are those that arrived and those of the chunk under way', () => {
  const runs = [run('a', { parts: { t0: part(3, true), t2: part(5000) } }), run('b')];
  expect(totals({ runs, now: { id: 'b', tier: 't2', sent: 700 } }, 't2')).toEqual({ sent: 700, all: 10_000 });
  expect(totals({ runs, now: undefined }, 't0')).toEqual({ sent: 3, all: 6 });
});

test('the rate is that of the last half minute of sending, pauses between files left out', () => {
  let now = 0;
  const meter = lineMeter(() => now);
  meter.start();
  expect(meter.at(0)).toBe(0);
  now = 1000;
  expect(meter.at(50_000)).toBe(50_000);
  now = 600_000;
  meter.start();
  expect(meter.at(200_000)).toBe(0);
  now = 602_000;
  expect(meter.at(220_000)).toBe(10_000);
});
