import { expect, test } from 'vitest';
import { covers, type Desk, emptyDesk, type Event, type Look, reduce } from './desk.ts';
import { cleanedOf, heldBytes, patientsOn, readyToSend, standingOf, toTick, underTheEyes, unlooked } from './looking.ts';
import { keyed, moved, newBox, sized } from './mask-edit.ts';

const look = (change: Partial<Look> = {}): Look => ({
  source: 'dicom', width: 512, height: 512, frames: 40, sidecar: null, view: 'LAO 40', changes: [],
  pictures: [{ kind: 'first', frame: 0, url: 'a' }, { kind: 'last', frame: 39, url: 'b' }, { kind: 'suspicious', frame: 38, url: 'c' }, { kind: 'static', frame: null, url: 'd' }],
  ...change,
});
const box = { left: 10, top: 10, width: 100, height: 20 };
const everywhere = { id: 'm-all', box, frames: 'all', reason: 'static' } as const;
const inOne = { id: 'm-one', box, frames: { from: 38, to: 38 }, reason: 'one-frame' } as const;
const after = (...events: Event[]): Desk => events.reduce(reduce, emptyDesk);
const read = (...ids: string[]): Event => ({ kind: 'read', items: ids.map((id) => ({ id, name: `${id}.dcm` })), asides: [] });
const proposed = (id: string, masks: typeof everywhere[] | typeof inOne[] = [], change: Partial<Look> = {}): Event => ({ kind: 'proposed', id, look: look(change), masks });
const sawAll = (id: string): Event[] => [0, 1, 2, 3].map((picture) => ({ kind: 'seen', id, picture }));

test('runs are looked at three at a time, a run with covers in single frames alone', () => {
  const desk = after(read('1', '2', '3', '4', '5'), proposed('1'), proposed('2', [everywhere]), proposed('3'), proposed('4'), proposed('5', [inOne]));
  expect(underTheEyes(desk).map(({ id }) => id)).toEqual(['1', '2', '3']);
  const next = reduce(desk, { kind: 'confirmed', ids: ['1', '2', '3'] });
  expect(underTheEyes(next).map(({ id }) => id)).toEqual(['4']);
  expect(underTheEyes(reduce(next, { kind: 'left-out', id: '4' })).map(({ id }) => id)).toEqual(['5']);
});

test('a confirmation waits until every picture was seen and every cover of single frames is ticked', () => {
  const desk = after(read('1'), proposed('1', [inOne]));
  expect(unlooked(underTheEyes(desk))).toEqual({ ticks: 1, unseen: 4 });
  const seen = [...sawAll('1'), { kind: 'ticked', id: '1', picture: 2 } as const].reduce(reduce, desk);
  expect(unlooked(underTheEyes(seen))).toEqual({ ticks: 0, unseen: 0 });
});

test('moving a cover takes back the tick of the pictures it stands on, and of no other', () => {
  const other = { ...inOne, id: 'm-last', frames: { from: 39, to: 39 } } as const;
  const desk = after(read('1'), { kind: 'proposed', id: '1', look: look(), masks: [inOne, other] }, { kind: 'ticked', id: '1', picture: 2 }, { kind: 'ticked', id: '1', picture: 1 }, { kind: 'masked', id: '1', mask: { ...inOne, box: { ...box, left: 50 } } });
  expect(desk.items[0]?.ticked).toEqual([1]);
  expect(desk.items[0]?.masks.map(({ id }) => id)).toEqual(['m-last', 'm-one']);
});

test('a cover of all frames stands on every picture, the static one included; one of a frame on that frame only', () => {
  expect(toTick({ look: look(), masks: [everywhere] })).toEqual([]);
  expect(toTick({ look: look(), masks: [everywhere, inOne] })).toEqual([2]);
});

test('nothing can be sent while a run is being read, cleaned, looked at or finished', () => {
  const ready = after(read('1', '2'), proposed('1'), { kind: 'confirmed', ids: ['1'] }, { kind: 'finished', id: '1', sizes: { t0: 1, t1: 2, t2: 3 }, still: 'x' });
  expect(readyToSend(ready)).toEqual([]);
  const done = reduce(ready, { kind: 'left-out', id: '2' });
  expect(readyToSend(done).map(({ id }) => id)).toEqual(['1']);
  expect(readyToSend(reduce(done, { kind: 'reading', bytes: 0, allBytes: 4 }))).toEqual([]);
  expect(standingOf(done)).toEqual({ clean: 1, looks: 0, leftOut: 1, refused: 0, working: 0 });
});

test('a copy of a screen is left out by itself, and taken up when a person asks for it', () => {
  const capture = { sidecar: { capture: true } as unknown as Look['sidecar'] };
  const desk = after(read('1'), proposed('1', [], capture));
  expect(desk.items[0]?.state).toBe('left-out');
  expect([{ kind: 'again', id: '1' } as const, proposed('1', [], capture)].reduce(reduce, desk).items[0]?.state).toBe('look');
});

test('a refused run keeps its reason and the others go on', () => {
  const desk = after(read('1', '2'), { kind: 'refused', id: '1', reason: { code: 'dicom-truncated', params: {} } }, proposed('2'));
  expect(desk.items.map(({ state, reason }) => [state, reason?.code])).toEqual([['refused', 'dicom-truncated'], ['look', undefined]]);
});

test('a late answer of the worker does not bring a left-out run back to cleaning', () => {
  const desk = after(read('1'), { kind: 'left-out', id: '1' }, { kind: 'cleaning', id: '1', stage: 'decode', done: 3, total: 9 });
  expect(desk.items[0]?.state).toBe('left-out');
});

test('two patients on one desk are counted, a left-out run is not', () => {
  const of = (id: string) => ({ changes: [{ tag: '00100020', keyword: 'PatientID', before: id, after: 'HAMDEL' }] });
  const desk = after(read('1', '2'), proposed('1', [], of('A-1')), proposed('2', [], of('B-2')));
  expect(patientsOn(desk)).toBe(2);
  expect(patientsOn(reduce(desk, { kind: 'left-out', id: '2' }))).toBe(1);
  expect(heldBytes(desk)).toBe(2 * 2 * 512 * 512 * 40);
});

test('what is cleaned is told in bytes of the source, the run under way by its frames', () => {
  const items = ['1', '2', '3'].map((id, n) => ({ id, name: id, bytes: (n + 1) * 100 }));
  const desk = after({ kind: 'read', items, asides: [] }, proposed('1'), { kind: 'cleaning', id: '2', stage: 'decode', done: 10, total: 40 });
  expect(cleanedOf(desk)).toEqual({ done: 100 + 200 * 0.125, all: 600 });
  expect(cleanedOf(reduce(desk, { kind: 'cleaning', id: '2', stage: 'search', done: 20, total: 40 })).done).toBe(100 + 200 * 0.75);
  expect(cleanedOf(['2', '3'].map((id) => proposed(id)).reduce(reduce, desk)).done).toBe(600);
});

test('a cover in frames that the strip had no room for is ticked on the picture of the brightest; the enlarged borders bear none', () => {
  const composed = [{ kind: 'brightest', frame: null, url: 'e' }, { kind: 'darkest', frame: null, url: 'f' }, { kind: 'corners', frame: null, url: 'g' }] as const;
  const wide = look({ pictures: [...look().pictures, ...composed] });
  const elsewhere = { ...inOne, id: 'm-20', frames: { from: 20, to: 20 } };
  expect(toTick({ look: wide, masks: [inOne, everywhere] })).toEqual([2]);
  expect(toTick({ look: wide, masks: [inOne, elsewhere] })).toEqual([2, 4]);
  expect(wide.pictures.map((picture) => covers(elsewhere, picture))).toEqual([false, false, false, false, true, true, false]);
  expect(wide.pictures.map((picture) => covers(everywhere, picture))).toEqual([true, true, true, true, true, true, false]);
});

test('a cover stays inside the frame however it is dragged or typed', () => {
  expect(moved(box, -500, 900, 512, 512)).toEqual({ ...box, left: 0, top: 492 });
  expect(sized(box, 9999, -9999, 512, 512)).toEqual({ ...box, width: 502, height: 4 });
  expect(keyed(box, 'ArrowLeft', false, 512, 512)).toEqual({ ...box, left: 5 });
  expect(keyed(box, 'ArrowUp', true, 512, 512)).toEqual({ ...box, height: 15 });
  expect([keyed(box, 'Delete', false, 512, 512), keyed(box, 'x', false, 512, 512)]).toEqual(['off', undefined]);
  expect(newBox(512, 512)).toEqual({ left: 171, top: 231, width: 171, height: 51 });
});
