// References over a real database: who reads what, that a decline is silent, that a link tells no more than it should, and that nobody outside can tell any of it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckView, ReferencesView, WritingView } from '#features/candidates/rules/reference-view.ts';
import { candidatesJobs } from '#features/candidates/server/jobs.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
const keys = ['soran', 'nilufar', 'omid', 'reza', 'leila', 'nasrin', 'mina', 'ali', 'peter', 'claire', 'hossein', 'daniel', 'marek'] as const;
let hands: Record<string, Hand>;
beforeAll(async () => {
  node = await startNode({ seed: 71 });
  hands = Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await node.as(key)])));
});
afterAll(() => node.close());

const hand = (key: (typeof keys)[number]): Hand => hands[key] as Hand;
const idOf = (key: PersonKey): Id => node.world.people[key].id;
const viewOf = async (key: (typeof keys)[number]): Promise<ReferencesView> => (await hand(key).get<ReferencesView>('/api/me/references')).body;
const WORDS = 'He plans before he wires and stops in time.';

const ask = async (who: (typeof keys)[number], writer: PersonKey, scopes = ['fellowship']) => {
  const id = node.newId();
  const answer = await hand(who).post('/api/reference-asks', { id, personId: idOf(writer), purpose: 'For a fellowship abroad.', scopes, lang: 'en' });
  return { id, answer };
};
const write = async (writer: (typeof keys)[number], askId: Id, more: object = {}) => {
  const id = node.newId();
  const answer = await hand(writer).post(`/api/reference-asks/${askId}/letter`, { id, text: WORDS, lang: 'en', scopes: ['fellowship'], mayRead: true, reuse: true, months: 12, ...more });
  return { id, answer };
};
const linkOf = async (who: (typeof keys)[number], letter: Id): Promise<string> => {
  const found = (await viewOf(who)).about.find(({ id }) => id === letter);
  return `/api/reference-check/${found?.check.split('/').at(-1)}`;
};
const nobody = async (url: string) => (await (await node.as(null)).get<CheckView>(url));

test('a reference is asked once of one colleague, saved as typed, signed, and told to the one it is about', async () => {
  const { id } = await ask('soran', 'nilufar');
  expect((await ask('soran', 'nilufar')).answer.raw.json()).toMatchObject({ code: 'candidates.askedAlready' });
  expect((await ask('soran', 'ali')).answer.raw.json()).toMatchObject({ code: 'candidates.writerUnknown' });
  expect((await ask('soran', 'soran')).answer.raw.json()).toMatchObject({ code: 'candidates.writerUnknown' });
  expect((await ask('ali', 'nilufar')).answer.raw.json()).toMatchObject({ code: 'candidates.unverified' });
  expect((await viewOf('nilufar')).toWrite).toMatchObject([{ id, purpose: 'For a fellowship abroad.', person: { nameEn: 'Soran Moradi' } }]);
  const body = { text: WORDS, lang: 'en', scopes: ['fellowship'], mayRead: true, reuse: true, months: 12 };
  expect((await hand('nilufar').put(`/api/reference-asks/${id}/draft`, { version: 0, ...body })).body).toMatchObject({ version: 1 });
  expect((await hand('nilufar').put(`/api/reference-asks/${id}/draft`, { version: 0, ...body, text: 'other' })).raw.json()).toMatchObject({ code: 'candidates.stale' });
  expect((await hand('nilufar').get<WritingView>(`/api/reference-asks/${id}`)).body.draft.text).toBe(WORDS);
  const letter = await write('nilufar', id);
  expect(letter.answer.status).toBe(200);
  expect((await write('nilufar', id)).answer.status).toBe(404);
  expect((await viewOf('soran')).about).toMatchObject([{ id: letter.id, state: 'valid', text: WORDS, opened: false }]);
  expect((await hand('soran').get<{ notices: { kind: string }[] }>('/api/notices')).body.notices.map(({ kind }) => kind)).toContain('reference-written');
  expect((await viewOf('nilufar')).toWrite).toEqual([]);
  expect(await node.sql('select from app.reference_drafts where ask_id = $1', [id])).toEqual([]);
});

test('a link says whether it holds, who wrote for whom, and nothing else until its holder opens it', async () => {
  const { id } = await ask('soran', 'claire');
  const letter = await write('claire', id);
  const link = await linkOf('soran', letter.id);
  const shut = await nobody(link);
  expect(shut.body).toMatchObject({ state: 'valid', writerEn: 'Claire Morel', personEn: 'Soran Moradi', opened: null });
  expect(shut.raw.body).not.toContain('plans before');
  expect(shut.raw.body).not.toContain('fellowship');
  expect(shut.raw.headers['x-robots-tag']).toBe('noindex');
  await hand('soran').put(`/api/references/${letter.id}/opening`);
  expect((await nobody(link)).body.opened).toMatchObject({ text: WORDS });
  await hand('soran').delete(`/api/references/${letter.id}/opening`);
  expect((await nobody(link)).body.opened).toBeNull();
  expect((await nobody('/api/reference-check/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  // Neither the writer nor anybody else opens what is the holder's.
  for (const who of ['claire', 'omid', 'nasrin'] as const) expect((await hand(who).put(`/api/references/${letter.id}/opening`)).status, who).toBe(404);
});

test('what the writer keeps from them, the one it is about never reads nor opens', async () => {
  const { id } = await ask('soran', 'hossein');
  const letter = await write('hossein', id, { mayRead: false });
  expect((await hand('soran').get('/api/me/references')).raw.body).not.toMatch(new RegExp(`"id":"${letter.id}"[^}]*plans before`));
  expect((await viewOf('soran')).about.find((one) => one.id === letter.id)).toMatchObject({ text: null, mayRead: false, state: 'valid' });
  expect((await hand('soran').put(`/api/references/${letter.id}/opening`)).raw.json()).toMatchObject({ code: 'candidates.notYoursToOpen' });
  const rows = await node.house.db.asViewer(idOf('soran'), (tx) => tx.rows('select from app.reference_texts where letter_id = $1', [letter.id]));
  expect(rows).toEqual([]);
});

test('a revoked and an expired letter say so, and words that were changed behind its back are found', async () => {
  const { id } = await ask('soran', 'daniel');
  const letter = await write('daniel', id, { months: 6 });
  const link = await linkOf('soran', letter.id);
  await hand('soran').put(`/api/references/${letter.id}/opening`);
  await node.sql('update app.reference_texts set body = $2 where letter_id = $1', [letter.id, `${WORDS} Never stops.`]);
  expect((await nobody(link)).body).toMatchObject({ state: 'broken', opened: null });
  await node.sql('update app.reference_texts set body = $2 where letter_id = $1', [letter.id, WORDS]);
  await node.sql(`update app.reference_letters set expires_at = expires_at + interval '5 years' where id = $1`, [letter.id]);
  expect((await nobody(link)).body.state).toBe('broken');
  await node.sql(`update app.reference_letters set expires_at = expires_at - interval '5 years' where id = $1`, [letter.id]);
  expect((await nobody(link)).body.state).toBe('valid');
  expect((await hand('omid').delete(`/api/references/${letter.id}`)).status).toBe(404);
  expect((await hand('soran').delete(`/api/references/${letter.id}`)).status).toBe(404);
  expect((await hand('daniel').delete(`/api/references/${letter.id}`)).status).toBe(200);
  expect((await nobody(link)).body).toMatchObject({ state: 'revoked', opened: null });
  expect((await viewOf('soran')).about.find((one) => one.id === letter.id)).toMatchObject({ state: 'revoked', text: null, opened: false });
});

test('who declines is not told of: the one who asked reads the same as before, byte for byte', async () => {
  const { id } = await ask('mina', 'marek');
  const before = (await hand('mina').get('/api/me/references')).raw.body;
  expect((await hand('marek').post(`/api/reference-asks/${id}/decline`)).status).toBe(200);
  expect((await hand('mina').get('/api/me/references')).raw.body).toBe(before);
  expect((await viewOf('marek')).toWrite).toEqual([]);
  expect((await write('marek', id)).answer.status).toBe(404);
  await hand('marek').get('/api/notices');
  expect((await hand('mina').get<{ notices: unknown[] }>('/api/notices')).body.notices).toEqual([]);
  const seen = await node.house.db.asViewer(idOf('mina'), (tx) => tx.rows('select from app.reference_declines'));
  expect(seen).toEqual([]);
});

test('a blocked colleague may ask, and is answered by the same silence', async () => {
  await node.sql('insert into app.blocks (person_id, other_id, at) values ($1, $2, now())', [idOf('leila'), idOf('mina')]);
  const { answer } = await ask('mina', 'leila');
  expect(answer.status).toBe(200);
  expect((await viewOf('leila')).toWrite).toEqual([]);
  expect((await hand('leila').get<{ notices: { kind: string }[] }>('/api/notices')).body.notices.map(({ kind }) => kind)).not.toContain('reference-asked');
  await node.sql('delete from app.blocks');
});

/** What anybody outside can read of these two people, wherever it stands. */
const outside = async (): Promise<string> => {
  const urls = ['/api/me/references', '/api/me/cv', '/api/me/evidence', '/api/notices', '/api/people', '/api/people?q=moradi', `/api/people/${idOf('soran')}`, `/api/people/${idOf('nilufar')}`, '/api/home', '/api/me'];
  const all: string[] = [];
  for (const who of ['omid', 'reza', 'nasrin', 'leila', 'peter', 'ali'] as const) for (const url of urls) all.push(`${who} ${url} ${(await hand(who).get(url)).raw.body}`);
  return all.join('\n');
};

test('that someone has a CV, asks, and is written for changes no byte for his chief, his centre, a steward or anybody else', async () => {
  const before = await outside();
  expect(before).toContain('Soran');
  await hand('soran').put('/api/me/cv', { version: 0, summaryEn: 'I look for a place.', summaryFa: '', training: [], posts: [], procedures: [], publications: [], languages: [], certificates: [] });
  const { id } = await ask('soran', 'marek');
  const letter = await write('marek', id);
  await hand('soran').put(`/api/references/${letter.id}/opening`);
  expect((await outside()) === before).toBe(true);
  for (const who of ['omid', 'reza', 'nasrin'] as const) {
    for (const url of [`/api/reference-asks/${id}`, `/api/references/${letter.id}/jws`]) expect((await hand(who).get(url)).status, `${who} ${url}`).toBe(404);
    const tables = ['cvs', 'reference_asks', 'reference_letters', 'reference_texts', 'reference_openings', 'reference_revocations', 'reference_declines', 'reference_drafts', 'signing_keys'];
    for (const table of tables) expect(await node.house.db.asViewer(idOf(who), (tx) => tx.rows(`select from app.${table}`)), `${who} ${table}`).toEqual([]);
  }
  // The comparison finds what it looks for.
  await node.sql(`update app.people set asked_about = 'CTO' where id = $1`, [idOf('soran')]);
  expect((await outside()) === before).toBe(false);
});

test('thirty days after they ceased to hold, words are forgotten, and the link still tells the truth', async () => {
  const letters = (await viewOf('soran')).about;
  const revoked = letters.find(({ state }) => state === 'revoked');
  const valid = letters.find(({ state }) => state === 'valid');
  const link = `/api/reference-check/${revoked?.check.split('/').at(-1)}`;
  const texts = async () => (await node.sql<{ id: string }>('select letter_id as id from app.reference_texts')).map(({ id }) => id);
  node.clock.step(29 * DAY_MS);
  const sweep = candidatesJobs(node.house)['sweep-references'];
  await sweep?.({});
  expect(await texts()).toContain(revoked?.id);
  node.clock.step(2 * DAY_MS);
  await sweep?.({});
  expect(await texts()).not.toContain(revoked?.id);
  expect(await texts()).toContain(valid?.id);
  expect((await nobody(link)).body.state).toBe('revoked');
  node.clock.step(360 * DAY_MS);
  expect((await viewOf('soran')).about.map(({ state }) => state).filter((state) => state === 'valid')).toEqual([]);
});
