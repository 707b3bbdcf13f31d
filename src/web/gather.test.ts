import { expect, test } from 'vitest';
import { gather } from './gather.ts';
import { definePage } from './page.ts';
import { type Answer, refusedAs } from './refusals.ts';

const page = definePage<{ case: string; scores: string | undefined }>({
  path: '/cases/:id', file: '', load: ({ id }, { run }) => ({ case: `/api/cases/${id}`, scores: `/api/scores?run=${run}` }), maybe: ['scores'], view: () => import('./pages/landing.tsx'),
});
const answering = (of: Record<string, Answer<unknown>>) => async (path: string) => of[path] ?? refusedAs('not-found', 'web.notFound');

test('each name gets the answer of its path', async () => {
  const get = answering({ '/api/cases/7': { ok: true, value: 'c' }, '/api/scores?run=2': { ok: true, value: 's' } });
  expect(await gather(page, { id: '7' }, { run: '2' }, get)).toMatchObject({ ok: true, value: { case: 'c', scores: 's' } });
});

test('what is refused takes the page with it, unless the page can stand without', async () => {
  expect(await gather(page, { id: '7' }, { run: '2' }, answering({ '/api/cases/7': { ok: true, value: 'c' } }))).toMatchObject({ ok: true, value: { case: 'c' } });
  expect(await gather(page, { id: '7' }, { run: '2' }, answering({}))).toMatchObject({ ok: false, family: 'not-found' });
});

test('a page is as old as its oldest part', async () => {
  const [old, older] = [new Date(2000), new Date(1000)];
  const get = answering({ '/api/cases/7': { ok: true, value: 'c', asOf: old }, '/api/scores?run=2': { ok: true, value: 's', asOf: older } });
  expect(await gather(page, { id: '7' }, { run: '2' }, get)).toMatchObject({ asOf: older });
});
