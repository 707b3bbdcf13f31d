// What an ordinary account, or none, can try at the doors: texts that no database holds, signs that turn a line around, addresses that lie.

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as acts from '#world/acts.ts';
import { noticesJobs } from '#features/notices/server/jobs.ts';
import { sweepJobs } from '#server/sweep.ts';
import { aCase } from '#world/build.ts';
import { type Answer, startNode, type TestNode } from '#world/node.ts';
import { sampleCase, sampleOpinion } from '#world/sample.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 43, live: true, pages: true }); });
afterAll(() => node.close());

const refused = ({ status, raw }: Answer<unknown>): string => `${status} ${status < 500 ? '' : raw.body}`;

test('signs that no text may hold are left out, and what else was typed is kept', async () => {
  const asker = await node.as('maryam');
  const { id } = await aCase(node.world, { asker: 'maryam', asks: [{ who: 'daniel' }, { who: 'claire' }] });
  const [ask] = await node.sql<{ id: string }>('select id from app.asks where case_id = $1 and expert_id = $2', [id, node.world.people.daniel.id]);
  const turned = 'LAD \u202e%07\u202c \u061cnot\u2067 PCI\u0000\ud800.';
  const plain = 'LAD %07 not PCI.';
  expect((await (await node.as('daniel')).post(`/api/asks/${ask?.id}/decline`, { note: turned })).status).toBe(200);
  expect((await (await node.as('claire')).post(`/api/cases/${id}/opinions`, { id: node.newId(), ...sampleOpinion(), lang: 'en', texts: { en: { rationale: turned } } })).status).toBe(200);
  expect((await asker.post(`/api/cases/${id}/decision`, { lang: 'en', choice: 'pci', texts: { en: { text: turned } }, followed: [] })).status).toBe(200);
  expect((await asker.put(`/api/cases/${id}/outcomes/hospital`, { lang: 'en', result: 'event', details: { event: turned }, texts: { en: { text: turned } } })).status).toBe(200);
  const seen = JSON.stringify((await asker.get(`/api/cases/${id}`)).body);
  expect(seen.split(plain).length - 1).toBe(5);
  expect(seen).not.toMatch(/[\u061c\u202a-\u202e\u2066-\u2069]|\\u0000|\\ud800/);
  const draft = await acts.start(node.world, 'maryam', 'en', node.clock.now());
  const at = new Date(node.clock.now().getTime() + 86_400_000);
  expect((await asker.put(`/api/cases/${draft}`, sampleCase(at, { texts: { en: { title: turned } }, fields: { topics: [turned], more: { x: turned } } }))).status).toBe(200);
  expect((await asker.get<{ texts: object; fields: object }>(`/api/cases/${draft}`)).body).toMatchObject({ texts: { en: { title: plain } }, fields: { topics: [plain], more: { x: plain } } });
});

test('no address and no body makes a fault of the node', async () => {
  const [hand, steward] = [await node.as('maryam'), await node.as('nasrin')];
  const draft = await acts.start(node.world, 'maryam', 'en', node.clock.now());
  const answers = [
    await hand.get('/api/people?q=a&q=b'), await hand.get('/api/people?q=%00&concept=%00'), await hand.get('/api/institutions?q=a&q=b'), await hand.get('/api/cities?q[]=a'),
    await steward.get('/api/steward/people?q=a&q=b'), await hand.get('/api/cases?list=mine&list=node'), await hand.get('/api/invitations/%00'), await hand.delete('/api/me/passkeys/%00'),
    await hand.put(`/api/cases/${draft}`, { ...sampleCase(node.clock.now()), decideBy: '0000-01-01T00:00:00Z' }),
    await hand.get('/lang/fa?back=/a%0d%0aset-cookie:x'), await hand.get('/theme/lab?back=/a&back=/b'),
    await hand.post('/say', { code: 'web.__proto__', params: {} }), await hand.post('/say', { code: 'cases.tooManyRuns', params: { n: { toString: 1 } } }),
    await hand.get('/join/%00', { accept: 'text/html' }), await hand.get('/%', { accept: 'text/html' }), await hand.get('/api/cases/%E0%A4%A'),
  ];
  expect(answers.map(refused).filter((said) => said.startsWith('5'))).toEqual([]);
});

test('back leads nowhere but into this node', async () => {
  const hand = await node.as(null);
  for (const back of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/%09/elsewhere.example', '/%0a/elsewhere.example', 'javascript:alert(1)', '%00//elsewhere.example'])
    expect((await hand.get(`/lang/en?back=${back}`)).raw.headers.location, back).toBe('/');
});

test('behind a proxy, an address that the asker wrote into the request counts for nothing', async () => {
  process.env.HAMDEL_PROXY = '1';
  await using behind = await startNode({ seed: 44 });
  delete process.env.HAMDEL_PROXY;
  const guess = (i: number, from: string) => behind.app.inject({ url: `/api/invitations/GUESS-${i}`, headers: { 'x-forwarded-for': `198.51.100.${i}, ${from}` } });
  const codes: number[] = [];
  for (let i = 0; i < 45; i++) codes.push((await guess(i, '203.0.113.7')).statusCode);
  expect(codes.slice(0, 40)).toEqual(Array(40).fill(404));
  expect(codes.slice(40)).toEqual(Array(5).fill(429));
  expect((await guess(1, '203.0.113.8')).statusCode).toBe(404);
});

test('who comes in by a steward’s code cannot keep the person from hearing of it', async () => {
  const made = await (await node.as('nasrin')).post<{ code: string }>(`/api/steward/people/${node.world.people.maryam.id}/sign-in-code`, { id: node.newId() });
  const entered = await node.app.inject({ method: 'POST', url: '/api/session/link', payload: { token: made.body.code }, headers: { host: 'localhost' } });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const read = await node.app.inject({ method: 'POST', url: '/api/notices/read', payload: { ids: null }, headers: { cookie, host: 'localhost', 'idempotency-key': node.newId() } });
  expect(read.statusCode).toBe(200);
  node.clock.step(120_000);
  await noticesJobs(node.house)['mail-notices']?.(undefined as never);
  expect(node.letters.filter((l) => l.to.startsWith('maryam@')).map((l) => l.subject)).toEqual(['هم‌دل: مدیر سامانه برای حساب شما کد ورود ساخت']);
});

test('a stream of live events ends with its session', async () => {
  const base = await node.app.listen({ port: 0, host: '127.0.0.1' });
  const hand = await node.as('salim');
  const answer = await fetch(`${base}/api/live?after=0`, { headers: { cookie: hand.cookie, host: 'localhost' } });
  expect(answer.status).toBe(200);
  const read = (async () => { let text = ''; for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(part).toString(); return text; })();
  await aCase(node.world, { asker: 'maryam', asks: [{ who: 'salim' }] });
  expect((await hand.delete('/api/session')).status).toBe(200);
  await aCase(node.world, { asker: 'parisa', asks: [{ who: 'salim' }] });
  const text = await read;
  expect(text.split('event: asked').length - 1).toBeLessThan(2);
});

test('nobody floods a case: marks of one hand are counted', async () => {
  const { id } = await aCase(node.world, { asker: 'maryam', asks: [{ who: 'marek' }] });
  const runId = node.newId();
  await node.sql(`insert into app.runs (id, case_id, position, kind, sidecar, at) values ($1, $2, 0, 'xa', '{}', now())`, [runId, id]);
  await node.sql(`insert into app.marks (id, case_id, run_id, adviser_id, frame, shape, points, at) select gen_random_uuid(), $1, $2, $3, 0, 'text', '{0,0}', now() from generate_series(1, 199)`, [id, runId, node.world.people.marek.id]);
  const draw = async (who: 'marek' | 'maryam') => (await (await node.as(who)).post(`/api/cases/${id}/marks`, { id: node.newId(), runId, frame: 0, shape: 'text', points: [0, 0] })).raw;
  expect((await draw('marek')).statusCode).toBe(200);
  expect((await draw('marek')).json()).toMatchObject({ code: 'cases.tooManyMarks', params: { n: 200 } });
  expect((await draw('maryam')).statusCode).toBe(200);
});

test('receipts and events do not grow for ever, and those of the last weeks stay', async () => {
  await aCase(node.world, { asker: 'maryam', asks: [{ who: 'marek' }] });
  await (await node.as('maryam')).post('/api/cases', { id: node.newId(), lang: 'en' });
  const count = async () => (await node.sql<{ receipts: number; events: number }>('select (select count(*)::int from app.receipts) as receipts, (select count(*)::int from app.events) as events'))[0];
  const before = await count();
  await sweepJobs(node.house).sweep?.({});
  expect(await count()).toEqual(before);
  node.clock.step(31 * 86_400_000);
  await sweepJobs(node.house).sweep?.({});
  expect(await count()).toEqual({ ...before, receipts: 0 });
  node.clock.step(31 * 86_400_000);
  await sweepJobs(node.house).sweep?.({});
  expect(await count()).toEqual({ receipts: 0, events: 0 });
  expect(before?.events).toBeGreaterThan(0);
});

test('nobody drowns the list of places', async () => {
  const hand = await node.as('parisa');
  const city = (await hand.get<{ id: string }[]>('/api/cities?q=tehran')).body[0]?.id;
  const add = (i: number) => hand.post('/api/institutions', { id: node.newId(), nameEn: `Place ${i} of nobody`, nameFa: `جای ${i}`, cityId: city });
  const said: number[] = [];
  for (let i = 0; i < 22; i++) said.push((await add(i)).status);
  expect(said).toEqual([...Array<number>(20).fill(200), 429, 429]);
});
