// Applications over a real database: policy and row-level security in every cell, a frozen copy, order of arrival, silence towards everybody else.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApplicationAct, type ApplicationPhase, type ApplicationStanding, may } from '#features/applications/rules/policy.ts';
import type { ApplyView, ChoosingView, MyApplication } from '#features/applications/rules/present.ts';
import { applicationsJobs } from '#features/applications/server/jobs.ts';
import { scopes } from '#features/candidates/rules/vocabulary.ts';
import { types } from '#features/opportunities/rules/limits.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { PersonKey } from '#world/cast.ts';
import { writeCvs } from '#world/demo/cvs.ts';
import { writeReferences } from '#world/demo/references.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';
import { posted, sampleOpportunity } from '#world/opportunity.ts';
import { type Attempt, attempted, unlike } from './probing.ts';

let node: TestNode;
let letters: Id[];
const hands = new Map<PersonKey, Hand>();
const hand = async (key: PersonKey): Promise<Hand> => hands.get(key) ?? (hands.set(key, await node.as(key)).get(key) as Hand);
const idOf = (key: PersonKey): Id => node.world.people[key].id;
const named = ['soran', 'mina', 'maryam', 'parisa'] as const;

const offer = (more: object = {}): Promise<Id> => posted(node.world, 'claire', sampleOpportunity(node.world.ids.institutions.deuxRives, named.map(idOf), more), node.clock.now());
const applyTo = async (key: PersonKey, to: Id, more: object = {}) => {
  const id = node.newId();
  const answer = await (await hand(key)).post(`/api/opportunities/${to}/application`, { id, lang: 'en', words: 'Why I would like to come.', parts: ['summary', 'procedures'], evidence: true, letters: [], ...more });
  return { id, answer };
};
const choosing = async (key: PersonKey, of: Id) => (await (await hand(key)).get<ChoosingView>(`/api/opportunities/${of}/candidates`));

const scenes = new Map<ApplicationPhase, { offer: Id; id: Id }>();
beforeAll(async () => {
  node = await startNode({ seed: 83 });
  await writeCvs(node.world, node.clock.now());
  letters = await writeReferences(node.world, node.clock.now());
  for (const phase of ['standing', 'withdrawn', 'decided'] as const) {
    const to = await offer();
    expect((await (await hand('claire')).post(`/api/opportunities/${to}/hirers`, { personId: idOf('isabelle') })).status).toBe(200);
    const { id, answer } = await applyTo('soran', to, { letters: letters.slice(0, 2) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    scenes.set(phase, { offer: to, id });
  }
  const { id: withdrawn } = scenes.get('withdrawn') as { id: Id };
  expect((await (await hand('soran')).delete(`/api/applications/${withdrawn}`)).status).toBe(200);
  const { id: decided } = scenes.get('decided') as { id: Id };
  expect((await (await hand('isabelle')).post(`/api/applications/${decided}/decision`, { outcome: 'offered', lang: 'en', words: 'Come.' })).status).toBe(200);
}, 60_000);
afterAll(() => node.close());

test('the kinds of opportunity and those that a reference is for are the same', () => { expect([...scopes].sort()).toEqual([...types].sort()); });

const members: readonly { who: PersonKey | null; standing: ApplicationStanding }[] = [
  { who: 'soran', standing: 'candidate' }, { who: 'claire', standing: 'chooser' }, { who: 'isabelle', standing: 'chooser' },
  // Another candidate's place, the chief and a colleague of his centre, the writers of the letters, a steward, somebody unverified, industry, nobody.
  ...(['mina', 'omid', 'reza', 'nilufar', 'hossein', 'nasrin', 'ali', 'peter', null] as const).map((who) => ({ who, standing: null })),
];
const probes: readonly { name: string; act: ApplicationAct | 'never'; sql: string; first?: string }[] = [
  { name: 'read it', act: 'read', sql: 'select from app.applications where id = $A' },
  { name: 'read which letters came', act: 'read', sql: 'select from app.application_letters where application_id = $A' },
  { name: 'read the answer', act: 'read-decision', sql: 'select from app.application_decisions where application_id = $A' },
  { name: 'read notes', act: 'read-notes', first: `insert into app.application_notes (id, application_id, author_id, lang, body, at) values (gen_random_uuid(), $A, $P, 'en', 'x', now())`, sql: 'select from app.application_notes where application_id = $A' },
  { name: 'write a note', act: 'write-note', sql: `insert into app.application_notes (id, application_id, author_id, lang, body, at) values (gen_random_uuid(), $A, $V, 'en', 'x', now())` },
  { name: 'write a note in another’s name', act: 'never', sql: `insert into app.application_notes (id, application_id, author_id, lang, body, at) values (gen_random_uuid(), $A, $T, 'en', 'x', now())` },
  { name: 'put on the shortlist', act: 'shortlist', sql: 'insert into app.shortlists (application_id, by_person, at) values ($A, $V, now())' },
  { name: 'read the shortlist', act: 'read-notes', first: 'insert into app.shortlists (application_id, by_person, at) values ($A, $P, now())', sql: 'select from app.shortlists where application_id = $A' },
  { name: 'decide', act: 'decide', sql: `insert into app.application_decisions (application_id, outcome, lang, words, by_person, at) values ($A, 'another', 'en', 'x', $V, now())` },
  { name: 'withdraw', act: 'withdraw', sql: 'insert into app.application_withdrawals (application_id, at) values ($A, now())' },
  { name: 'change what was given', act: 'never', sql: `update app.applications set words = 'x' where id = $A` },
  { name: 'take it away', act: 'never', sql: 'delete from app.applications where id = $A' },
];
const cells = (): Attempt[] => [...scenes].flatMap(([phase, scene]) => members.flatMap(({ who, standing }) => probes.map((probe): Attempt => {
  const fill = (sql: string) => sql.replaceAll('$A', `'${scene.id}'::uuid`).replaceAll('$V', who ? `'${idOf(who)}'::uuid` : 'null::uuid').replaceAll('$P', `'${idOf('claire')}'::uuid`).replaceAll('$T', `'${idOf('marek')}'::uuid`);
  return { name: `${who} ${probe.name} (${phase})`, viewer: who && idOf(who), wanted: probe.act !== 'never' && may(probe.act, standing, phase), sql: fill(probe.sql), ...(probe.first && { first: fill(probe.first) }) };
})));

test('policy and row-level security say the same of everybody in every state', async () => {
  const all = cells();
  const seen = await attempted(node.ownerUrl, all);
  process.stdout.write(`${all.length} cells\n`);
  expect(unlike(seen)).toEqual([]);
  expect(seen.filter(({ found }) => found === 'done').length).toBeGreaterThan(30);
  // Planted: notes open to whoever can read the table.
  const leak = await attempted(node.ownerUrl, all, 'create policy leak on app.application_notes for select to hamdel_app using (true)');
  expect(unlike(leak).some(({ cell }) => cell.startsWith('soran read notes'))).toBe(true);
});

test('those who choose see candidates in the order in which they came, and only what each chose to give, as it was then', async () => {
  const to = await offer();
  for (const who of ['mina', 'soran', 'maryam'] as const) {
    expect((await applyTo(who, to, who === 'soran' ? { parts: ['procedures'], evidence: false, letters: letters.slice(0, 2) } : {})).answer.status, who).toBe(200);
    node.clock.step(60_000);
  }
  const { body } = await choosing('claire', to);
  expect(body.candidates.map(({ person }) => person.nameEn)).toEqual(['Mina Karimi', 'Soran Moradi', 'Maryam Ahmadi']);
  const soran = body.candidates[1];
  expect([soran?.sheets.en.sections.map(({ part }) => part), soran?.evidence]).toEqual([['procedures'], null]);
  expect(soran?.letters.map(({ writer, text }) => [writer.nameEn, text !== null])).toEqual([['Nilufar Kazemi', true], ['Hossein Mousavi', true]]);
  expect(JSON.stringify(soran)).not.toContain('LM bifurcation');
  const stored = await node.sql<{ copy: { body: { summaryFa: string; training: unknown[] } } }>('select copy from app.applications where opportunity_id = $1 and person_id = $2', [to, idOf('soran')]);
  expect([stored[0]?.copy.body.summaryFa, stored[0]?.copy.body.training]).toEqual(['', []]);
  // His own letter from Hossein he may not read, in his own application neither.
  const own = (await (await hand('soran')).get<ApplyView>(`/api/opportunities/${to}/application`)).body.mine;
  expect(own?.letters.map(({ text }) => text !== null)).toEqual([true, false]);
  await node.sql(`update app.cvs set body = jsonb_set(body, '{procedures}', '[]') where person_id = $1`, [idOf('soran')]);
  expect((await choosing('claire', to)).body.candidates[1]?.sheets.en.sections.map(({ part }) => part)).toEqual(['procedures']);
  const pdf = await (await hand('claire')).get(`/api/applications/${soran?.id}/pdf?lang=fa`);
  expect(pdf.raw.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await (await hand('omid')).get(`/api/applications/${soran?.id}/pdf?lang=fa`)).status).toBe(404);
});

test('a reference goes along within its scope, while it holds, and once if its writer said so', async () => {
  const post = await offer();
  await node.sql(`update app.opportunities set type = 'post' where id = $1`, [post]);
  expect((await applyTo('soran', post, { letters: letters.slice(0, 1) })).answer.raw.json()).toMatchObject({ code: 'applications.letterNotForThis' });
  const [a, b] = [await offer(), await offer()];
  await node.sql('update app.reference_letters set reuse = false where id = $1', [letters[0]]);
  expect((await applyTo('soran', a, { letters: letters.slice(0, 1) })).answer.raw.json()).toMatchObject({ code: 'applications.letterNotForThis' });
  await node.sql('update app.reference_letters set reuse = true where id = $1', [letters[0]]);
  expect((await applyTo('soran', a, { letters: letters.slice(0, 1) })).answer.status).toBe(200);
  expect((await applyTo('mina', b, { letters: letters.slice(0, 1) })).answer.raw.json()).toMatchObject({ code: 'applications.letterNotForThis' });
  // Revoked after it was given: those who choose read it no more.
  expect((await (await hand('nilufar')).delete(`/api/references/${letters[0]}`)).status).toBe(200);
  const [given] = (await choosing('claire', a)).body.candidates[0]?.letters ?? [];
  expect(given).toMatchObject({ holds: false, text: null });
  expect((await choosing('claire', a)).raw.body).not.toContain('plans before he wires');
});

test('one application, before the deadline, by who may see it and does not choose there', async () => {
  const to = await offer({ deadline: new Date(node.clock.now().getTime() + DAY_MS).toISOString() });
  expect((await applyTo('mina', to)).answer.status).toBe(200);
  expect((await applyTo('mina', to)).answer.raw.json()).toMatchObject({ code: 'applications.once' });
  expect((await applyTo('claire', to)).answer.raw.json()).toMatchObject({ code: 'applications.ownSide' });
  for (const who of ['marek', 'omid', 'ali', 'peter'] as const) expect((await applyTo(who, to)).answer.status, who).toBe(404);
  expect((await applyTo('maryam', to, { parts: [] })).answer.status).toBe(422);
  node.clock.step(2 * DAY_MS);
  expect((await applyTo('maryam', to)).answer.raw.json()).toMatchObject({ code: 'applications.closed' });
});

test('who chooses is known before one applies; nobody from a candidate’s own centre is added after', async () => {
  const to = await offer();
  const claire = await hand('claire');
  await claire.post(`/api/opportunities/${to}/hirers`, { personId: idOf('isabelle') });
  expect((await (await hand('soran')).get<ApplyView>(`/api/opportunities/${to}/application`)).body.readers.map(({ nameEn }) => nameEn)).toEqual(['Claire Morel', 'Isabelle Laurent']);
  await applyTo('soran', to);
  for (const chief of ['omid', 'reza'] as const) expect((await claire.post(`/api/opportunities/${to}/hirers`, { personId: idOf(chief) })).raw.json(), chief).toMatchObject({ code: 'applications.hirerOfTheirCentre' });
  expect((await claire.post(`/api/opportunities/${to}/hirers`, { personId: idOf('soran') })).raw.json()).toMatchObject({ code: 'applications.hirerIsCandidate' });
  expect((await (await hand('isabelle')).post(`/api/opportunities/${to}/hirers`, { personId: idOf('marek') })).status).toBe(404);
  expect((await claire.post(`/api/opportunities/${to}/hirers`, { personId: idOf('marek') })).status).toBe(200);
  expect((await choosing('marek', to)).body.candidates).toHaveLength(1);
  expect((await claire.delete(`/api/opportunities/${to}/hirers/${idOf('marek')}`)).status).toBe(200);
  expect((await choosing('marek', to)).status).toBe(404);
});

test('a shortlist and notes are the group’s; the answer goes to the candidate with its kind word and with nothing else', async () => {
  const to = await offer();
  const { id } = await applyTo('mina', to);
  const claire = await hand('claire');
  await claire.put(`/api/applications/${id}/shortlist`);
  await claire.post(`/api/applications/${id}/notes`, { id: node.newId(), lang: 'en', text: 'Ask about her French.' });
  const before = (await (await hand('mina')).get(`/api/opportunities/${to}/application`)).raw.body;
  expect(before).not.toMatch(/French|shortlist/);
  expect((await claire.post(`/api/applications/${id}/decision`, { outcome: 'another', lang: 'en', words: '  ' })).status).toBe(422);
  expect((await claire.post(`/api/applications/${id}/decision`, { outcome: 'another', lang: 'en', words: 'Thank you; come and visit us.' })).status).toBe(200);
  expect((await claire.post(`/api/applications/${id}/decision`, { outcome: 'offered', lang: 'en', words: 'x' })).raw.json()).toMatchObject({ code: 'applications.notNow' });
  const mine = (await (await hand('mina')).get<MyApplication[]>('/api/me/applications')).body.find(({ offer }) => offer.id === to);
  expect(mine?.mine.decision).toMatchObject({ outcome: 'another', words: 'Thank you; come and visit us.', by: { nameEn: 'Claire Morel' } });
  expect((await (await hand('mina')).get<{ notices: { kind: string }[] }>('/api/notices')).body.notices.map(({ kind }) => kind)).toContain('application-decided');
  expect((await (await hand('mina')).delete(`/api/applications/${id}`)).raw.json()).toMatchObject({ code: 'applications.notNow' });
});

test('that somebody applied changes no byte for his chief, his centre, a steward, other candidates or anybody else', async () => {
  const to = await offer();
  await applyTo('mina', to);
  const outside = async (): Promise<string> => {
    const all: string[] = [];
    for (const who of ['omid', 'reza', 'nasrin', 'leila', 'peter', 'ali', 'mina', 'maryam'] as const) {
      const urls = ['/api/me/applications', '/api/notices', '/api/home', '/api/me', '/api/opportunities', `/api/opportunities/${to}`, `/api/opportunities/${to}/application`, `/api/opportunities/${to}/candidates`, `/api/people/${idOf('soran')}`, '/api/people?q=moradi'];
      for (const url of urls) all.push(`${who} ${url} ${(await (await hand(who)).get(url)).raw.body}`);
    }
    return all.join('\n');
  };
  const before = await outside();
  const { id } = await applyTo('soran', to);
  expect((await choosing('claire', to)).body.candidates).toHaveLength(2);
  await (await hand('claire')).put(`/api/applications/${id}/shortlist`);
  await (await hand('claire')).post(`/api/applications/${id}/decision`, { outcome: 'offered', lang: 'en', words: 'Come.' });
  expect((await outside()) === before).toBe(true);
});

test('both sides’ words end on the day that was shown', async () => {
  const to = await offer();
  const { id } = await applyTo('parisa', to);
  const until = (await (await hand('parisa')).get<ApplyView>(`/api/opportunities/${to}/application`)).body.mine?.expiresAt ?? '';
  const there = async () => (await node.sql('select from app.applications where id = $1', [id])).length;
  const sweep = applicationsJobs(node.house)['sweep-applications'];
  node.clock.step(new Date(until).getTime() - node.clock.now().getTime() - DAY_MS);
  await sweep?.({});
  expect(await there()).toBe(1);
  node.clock.step(2 * DAY_MS);
  await sweep?.({});
  expect(await there()).toBe(0);
});
