// The whole story of a case over HTTP, as browsers tell it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { CaseView } from '#features/story/rules/present.ts';
import type { HomeView } from '#features/story/rules/lines.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';
import { sampleCase, sampleOpinion } from '#world/sample.ts';

let node: TestNode;
let arman: Hand;
let nilufar: Hand;
let claire: Hand;
beforeAll(async () => {
  node = await startNode();
  [arman, nilufar, claire] = [await node.as('arman'), await node.as('nilufar'), await node.as('claire')];
});
afterAll(() => node.close());

const content = (change = {}) => sampleCase(after(node.clock.now(), 3 * DAY_MS), change);
const started = async (change = {}): Promise<string> => {
  const id = node.newId();
  expect((await arman.post('/api/cases', { id, lang: 'en' })).status).toBe(200);
  expect((await arman.put(`/api/cases/${id}`, content(change))).body).toMatchObject({ version: 2 });
  return id;
};
const posted = async (change = {}): Promise<string> => {
  const id = await started(change);
  expect((await arman.post(`/api/cases/${id}/post`)).status).toBe(200);
  return id;
};
const page = async (who: Hand, id: string): Promise<CaseView> => (await who.get<CaseView>(`/api/cases/${id}`)).body;
const askId = async (id: string, who: 'nilufar' | 'claire'): Promise<string> => {
  const ask = node.newId();
  expect((await arman.post(`/api/cases/${id}/asks`, { asks: [{ id: ask, personId: node.world.people[who].id, seat: 'operator' }] })).status).toBe(200);
  return ask;
};
const decision = { lang: 'en', choice: 'pci', texts: { en: { text: 'PCI, DK crush.' }, fa: { text: 'PCI با DK crush.' } }, followed: [] };
const outcome = (result: string, details = {}) => ({ lang: 'en', result, details, texts: { en: { text: 'Told.', thanks: 'Thank you.' }, fa: { text: 'گفته شد.', thanks: 'سپاس.' } } });

test('a case goes from a draft to its end, and each step is seen by those it concerns', async () => {
  const id = await posted();
  const ask = await askId(id, 'nilufar');
  expect((await nilufar.get<HomeView>('/api/home')).body.asks.map((a) => a.ask.id)).toContain(ask);
  for (const step of ['seen', 'accept']) expect((await nilufar.post(`/api/asks/${ask}/${step}`)).status).toBe(200);
  expect((await page(arman, id)).asks[0]?.state).toBe('accepted');

  const typed = { version: 0, ...sampleOpinion() };
  expect((await nilufar.put(`/api/cases/${id}/opinion`, typed)).body).toMatchObject({ version: 1 });
  expect(await page(nilufar, id)).toMatchObject({ standing: 'sealed', opinions: 'sealed', plan: 'sealed', decision: null, draft: { version: 1 } });

  expect((await nilufar.post(`/api/cases/${id}/opinions`, { id: node.newId(), ...sampleOpinion() })).body).toMatchObject({ version: 1 });
  const open = await page(nilufar, id);
  expect(open).toMatchObject({ standing: 'open', plan: { texts: { en: 'I would lean towards CABG.' } }, draft: null, opinions: [{ mine: true, versions: [{ beforeDecision: true }] }] });

  expect((await nilufar.post(`/api/cases/${id}/opinions`, { id: node.newId(), ...sampleOpinion({ body: { stance: 'cabg', confidence: 3, disclosure: 'none' } }) })).body).toMatchObject({ version: 2 });
  expect((await arman.post(`/api/cases/${id}/remarks`, { id: node.newId(), lang: 'fa', text: 'سپاس، IVUS داریم.' })).status).toBe(200);
  expect((await nilufar.post(`/api/cases/${id}/remarks`, { id: node.newId(), lang: 'en', text: 'Then measure the circumflex ostium.' })).status).toBe(200);

  expect((await arman.post(`/api/cases/${id}/decision`, decision)).body).toEqual({ told: 1 });
  expect((await nilufar.post(`/api/cases/${id}/opinions`, { id: node.newId(), ...sampleOpinion() })).body).toMatchObject({ version: 3 });
  const versions = (await page(arman, id)).opinions;
  expect(versions).not.toBe('sealed');
  expect((versions as Exclude<CaseView['opinions'], 'sealed'>)[0]?.versions.map((v) => [v.version, v.beforeDecision])).toEqual([[1, true], [2, true], [3, false]]);

  node.clock.step(8 * DAY_MS);
  expect((await arman.put(`/api/cases/${id}/outcomes/hospital`, outcome('no-event'))).body).toEqual({ told: 1, closed: false });
  node.clock.step(30 * DAY_MS);
  expect((await arman.get<HomeView>('/api/home')).body.due).toMatchObject([{ moment: 'd30', case: { id } }]);
  expect((await arman.put(`/api/cases/${id}/outcomes/d30`, outcome('event', { event: 'TLR' }))).body).toEqual({ told: 1, closed: false });
  node.clock.step(340 * DAY_MS);
  expect((await arman.put(`/api/cases/${id}/outcomes/y1`, outcome('no-event'))).body).toEqual({ told: 1, closed: true });
  expect(await page(nilufar, id)).toMatchObject({ phase: 'closed', decision: { choice: 'pci' }, outcomes: [{ result: 'no-event' }, { result: 'event' }, { result: 'no-event' }] });
  const kinds = (await nilufar.get<{ notices: { kind: string; caseId: string }[] }>('/api/notices')).body.notices.filter((n) => n.caseId === id).map((n) => n.kind);
  expect(kinds.sort()).toEqual(['asked', 'decided', 'outcome-told', 'outcome-told', 'outcome-told', 'remark']);
});

test('a write sent twice under one key has one effect, and a key used elsewhere is refused', async () => {
  const id = await started();
  const key = { 'idempotency-key': 'the-same-key-twice' };
  const first = await arman.post(`/api/cases/${id}/post`, {}, key);
  const again = await arman.post(`/api/cases/${id}/post`, {}, key);
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  expect((await arman.post(`/api/cases/${id}/withdraw`, {}, key)).body).toMatchObject({ code: 'web.keyReused' });
  const ask = { asks: [{ id: node.newId(), personId: node.world.people.claire.id, seat: 'operator' }] };
  const twice = await Promise.all([1, 2].map(() => arman.post(`/api/cases/${id}/asks`, ask, { 'idempotency-key': 'asked-at-once-twice' })));
  expect(twice.map((a) => a.status).filter((s) => s === 200).length).toBeGreaterThan(0);
  expect((await node.sql<{ n: number }>('select count(*)::int as n from app.asks where case_id = $1', [id]))[0]?.n).toBe(1);
  expect((await node.sql<{ n: number }>(`select count(*)::int as n from app.notices where case_id = $1 and kind = 'asked'`, [id]))[0]?.n).toBe(1);
});

test('a draft typed on a stale version is refused and nothing of the newer one is lost', async () => {
  const id = await started();
  expect((await arman.put(`/api/cases/${id}`, content({ version: 2, urgency: 'urgent' }))).body).toMatchObject({ version: 3 });
  const stale = await arman.put(`/api/cases/${id}`, content({ version: 2, urgency: 'emergency' }));
  expect([stale.status, stale.body]).toMatchObject([409, { code: 'web.stale', params: { version: 3 } }]);
  expect(await page(arman, id)).toMatchObject({ version: 3, urgency: 'urgent' });
});

test('an incomplete case names what it lacks, and a posted one is not posted again', async () => {
  const id = node.newId();
  await arman.post('/api/cases', { id, lang: 'fa' });
  const refused = await arman.post(`/api/cases/${id}/post`);
  expect([refused.status, refused.body]).toMatchObject([422, { code: 'cases.incomplete', fields: expect.arrayContaining(['title', 'question', 'shelf', 'decideBy']) }]);
  const out = await posted();
  expect((await arman.post(`/api/cases/${out}/post`)).body).toMatchObject({ family: 'conflict', code: 'cases.notNow', params: { phase: 'posted' } });
});

test('acts out of their time or by others are refused without telling more than a reader may know', async () => {
  const id = await posted();
  expect((await claire.get(`/api/cases/${id}`)).status).toBe(404);
  for (const wrong of [claire.post(`/api/cases/${id}/decision`, decision), claire.post(`/api/cases/${id}/opinions`, { id: node.newId(), ...sampleOpinion() }), claire.put(`/api/cases/${id}`, content())])
    expect((await wrong).status).toBe(404);
  const ask = await askId(id, 'claire');
  expect((await nilufar.post(`/api/asks/${ask}/accept`)).status).toBe(404);
  expect((await claire.post(`/api/cases/${id}/remarks`, { id: node.newId(), lang: 'en', text: 'Too early.' })).body).toMatchObject({ code: 'cases.notNow' });
  expect((await claire.post(`/api/cases/${id}/opinions`, { id: node.newId(), lang: 'en', body: {}, texts: {} })).body).toMatchObject({ code: 'opinions.incomplete', fields: ['stance', 'confidence', 'rationale', 'disclosure'] });
  expect((await arman.put(`/api/cases/${id}/outcomes/d30`, outcome('no-event'))).body).toMatchObject({ code: 'cases.notNow' });
  expect((await (await node.as(null)).get(`/api/cases/${id}`)).status).toBe(403);
  expect((await (await node.as('ali')).post('/api/cases', { id: node.newId(), lang: 'fa' })).body).toMatchObject({ code: 'cases.unverified' });
});

test('"not me, but …" puts a name before the asker and opens nothing to that name', async () => {
  const id = await posted();
  const ask = await askId(id, 'claire');
  expect((await claire.post(`/api/asks/${ask}/hand-on`, { personId: node.world.people.daniel.id, note: 'He does these weekly.' })).status).toBe(200);
  expect((await page(arman, id)).asks).toMatchObject([{ state: 'handed-on', handedTo: { nameEn: 'Daniel Okafor' }, handedNote: 'He does these weekly.' }]);
  expect((await (await node.as('daniel')).get(`/api/cases/${id}`)).status).toBe(404);
});

test('a withdrawn case is gone for its readers and stays with its asker, opinions and all', async () => {
  const id = await posted();
  const ask = await askId(id, 'nilufar');
  await nilufar.post(`/api/asks/${ask}/accept`);
  await nilufar.post(`/api/cases/${id}/opinions`, { id: node.newId(), ...sampleOpinion() });
  expect((await arman.post(`/api/cases/${id}/withdraw`, { reason: 'The patient chose otherwise.' })).status).toBe(200);
  expect((await nilufar.get(`/api/cases/${id}`)).status).toBe(404);
  expect(await page(arman, id)).toMatchObject({ phase: 'withdrawn', opinions: [{ author: { nameEn: 'Nilufar Kazemi' } }] });
  expect((await arman.post(`/api/cases/${id}/decision`, decision)).body).toMatchObject({ code: 'cases.notNow', params: { phase: 'withdrawn' } });
  expect((await nilufar.get<{ notices: { kind: string; caseId: string }[] }>('/api/notices')).body.notices.filter((n) => n.caseId === id).map((n) => n.kind)).toContain('case-withdrawn');
});

test('death ends the later questions, and the story closes', async () => {
  const id = await posted();
  await arman.post(`/api/cases/${id}/decision`, decision);
  node.clock.step(8 * DAY_MS + HOUR_MS);
  expect((await arman.put(`/api/cases/${id}/outcomes/hospital`, outcome('died'))).body).toMatchObject({ closed: true });
  expect(await page(arman, id)).toMatchObject({ phase: 'closed', outcomes: [{ result: 'died' }, { result: 'died' }, { result: 'died' }] });
});
