// "I look out for …": policy and row-level security in every cell, the story of a pair, and that nobody else can tell.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { may, type SponsorshipAct, type Standpoint } from '#features/sponsorship/rules/policy.ts';
import type { SponsorshipsView } from '#features/sponsorship/rules/present.ts';
import { sponsorshipJobs } from '#features/sponsorship/server/jobs.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { aCase } from '#world/build.ts';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';
import { posted, sampleOpportunity } from '#world/opportunity.ts';
import { type Attempt, attempted, unlike } from './probing.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 91 }); });
afterAll(() => node.close());

const idOf = (key: PersonKey): string => node.world.people[key].id;
const brief = { wants: { types: ['fellowship'], topics: ['cor.cto'], handsOn: true, myPassport: true }, passports: ['IR'], limits: 'Not before my board.', say: 'Calm hands.' };
const written = (change: object = {}) => ({ brief: { ...brief, ...change }, lang: 'en', version: 0 });
const offer = async (senior: PersonKey, junior: PersonKey) => {
  const id = node.newId();
  return { id, ...(await (await node.as(senior)).post('/api/sponsorships', { id, personId: idOf(junior), side: 'senior' })) };
};
const pair = async (senior: PersonKey, junior: PersonKey): Promise<string> => {
  const { id, status } = await offer(senior, junior);
  expect(status).toBe(200);
  expect((await (await node.as(junior)).post(`/api/sponsorships/${id}/agree`, { written: written() })).status).toBe(200);
  return id;
};
const seen = async (key: PersonKey) => (await (await node.as(key)).get<SponsorshipsView>('/api/sponsorships')).body;
const told = async (key: PersonKey) => (await (await node.as(key)).get<{ notices: { kind: string }[] }>('/api/notices')).body.notices.map(({ kind }) => kind).filter((kind) => kind.startsWith('sponsor') || kind === 'case-thought-of');
const nudge = (payload: object) => sponsorshipJobs(node.house)['nudge-sponsors']?.(payload as Record<string, unknown>);

test('policy and database agree for every act × state × looker', async () => {
  const { id } = await offer('nilufar', 'kaveh');
  const case_ = await aCase(node.world, { asker: 'parisa', phase: 'posted', audience: 'node' });
  const opportunity = await posted(node.world, 'claire', sampleOpportunity(node.world.ids.institutions.deuxRives, [idOf('nilufar')]), node.clock.now());
  const briefed = `insert into app.sponsorship_briefs (sponsorship_id, body, lang, at) values ('${id}', '{}', 'en', now()) on conflict do nothing;`;
  const stands = `${briefed} update app.sponsorships set agreed_at = now() where id = '${id}';`;
  const firsts = {
    proposed: '', stands, 'ended-by-senior': `${stands} update app.sponsorships set ended_at = now(), ended_by = senior_id where id = '${id}'`, 'ended-by-junior': `${stands} update app.sponsorships set ended_at = now(), ended_by = junior_id where id = '${id}'`,
  } as const;
  const acts: readonly { act: SponsorshipAct | 'never'; name: string; sql: string; first?: string; not?: readonly (keyof typeof firsts)[] }[] = [
    { act: 'read', name: 'read', sql: 'select from app.sponsorships where id = $S' },
    { act: 'agree', name: 'agree', first: briefed, sql: "update app.sponsorships set agreed_at = now() + interval '1 second' where id = $S" },
    { act: 'refuse', name: 'let pass', sql: 'insert into app.sponsorship_refusals (sponsorship_id, person_id, at) values ($S, app.viewer(), now())' },
    { act: 'take-back', name: 'take back', sql: 'delete from app.sponsorships where id = $S' },
    { act: 'end', name: 'end', sql: 'update app.sponsorships set ended_at = now(), ended_by = app.viewer() where id = $S and ended_at is null' },
    { act: 'read-brief', name: 'read the brief', first: briefed, sql: 'select from app.sponsorship_briefs where sponsorship_id = $S' },
    { act: 'write-brief', name: 'write the brief', sql: `insert into app.sponsorship_briefs (sponsorship_id, body, lang, at) values ($S, '{}', 'en', now()) on conflict (sponsorship_id) do update set body = excluded.body` },
    { act: 'read-goals', name: 'read goals', first: `insert into app.sponsorship_goals (id, sponsorship_id, by_person, lang, text, at) values (gen_random_uuid(), $S, '${idOf('kaveh')}', 'en', 'x', now());`, sql: 'select from app.sponsorship_goals where sponsorship_id = $S' },
    { act: 'set-goal', name: 'set a goal', sql: `insert into app.sponsorship_goals (id, sponsorship_id, by_person, lang, text, at) values (gen_random_uuid(), $S, app.viewer(), 'en', 'x', now())` },
    { act: 'remind', name: 'be reminded', sql: 'insert into app.sponsorship_reminders (sponsorship_id, person_id, due_on, at) values ($S, app.viewer(), now(), now())' },
    { act: 'lay-aside', name: 'lay aside', sql: `insert into app.sponsor_passes (sponsorship_id, opportunity_id, at) values ($S, '${opportunity}', now())` },
    { act: 'think-of', name: 'show a case', sql: `insert into app.sponsor_cases (id, sponsorship_id, case_id, lang, at) values (gen_random_uuid(), $S, '${case_.id}', 'en', now())` },
    { act: 'never', name: 'agree without a brief', first: 'delete from app.sponsorship_briefs;', sql: 'update app.sponsorships set agreed_at = now() where id = $S and agreed_at is null' },
    { act: 'never', name: 'end in another’s name', sql: 'update app.sponsorships set ended_at = now(), ended_by = case when app.viewer() = senior_id then junior_id else senior_id end where id = $S' },
    { act: 'never', name: 'read refusals of others', first: `insert into app.sponsorship_refusals (sponsorship_id, person_id, at) values ($S, '${idOf('peter')}', now());`, sql: 'select from app.sponsorship_refusals' },
    { act: 'never', name: 'read what was told', first: `insert into app.sponsor_nudges (sponsorship_id, opportunity_id, at) values ($S, '${opportunity}', now());`, sql: 'select from app.sponsor_nudges' },
    { act: 'never', name: 'read another’s reminder', first: `insert into app.sponsorship_reminders (sponsorship_id, person_id, due_on, at) values ($S, '${idOf('peter')}', now(), now());`, sql: 'select from app.sponsorship_reminders' },
    { act: 'never', name: 'become the senior', sql: 'update app.sponsorships set senior_id = app.viewer() where id = $S' },
  ];
  const lookers = ['nilufar', 'kaveh', 'leila', 'nasrin', 'ali', null] as const;
  const cells: Attempt[] = (Object.keys(firsts) as (keyof typeof firsts)[]).flatMap((state) => lookers.flatMap((who) => acts.map(({ act, name, sql, first = '' }) => {
    const side = who === 'nilufar' ? 'senior' as const : who === 'kaveh' ? 'junior' as const : null;
    const at: Standpoint = { side, state: state === 'proposed' || state === 'stands' ? state : 'ended', mine: who === 'nilufar', endedByMe: (state === 'ended-by-senior' && side === 'senior') || (state === 'ended-by-junior' && side === 'junior') };
    const fill = (text: string) => text.replaceAll('$S', `'${id}'`);
    return { name: `${who}: ${name} (${state})`, viewer: who === null ? null : idOf(who), wanted: act !== 'never' && may(act, at), first: fill(`${firsts[state]};${first}`), sql: fill(sql) };
  })));
  const found = await attempted(node.ownerUrl, cells);
  expect(found.filter(({ wanted }) => wanted).length).toBeGreaterThan(20);
  expect(unlike(found)).toEqual([]);
  const torn = await attempted(node.ownerUrl, cells, 'create policy leak on app.sponsorships for select to hamdel_app using (true)');
  expect(unlike(torn).map(({ cell }) => cell)).toContain('leila: read (stands)');
  expect((await (await node.as('nilufar')).delete(`/api/sponsorships/${id}`)).status).toBe(200);
});

test('a senior offers, the junior agrees by writing, and the brief is read by the senior alone', async () => {
  const { id } = await offer('nilufar', 'samira');
  expect(await told('samira')).toEqual(['sponsor-offered']);
  expect((await seen('nilufar')).juniors).toMatchObject([{ id, state: 'proposed', brief: null }]);
  const junior = await node.as('samira');
  expect((await junior.post(`/api/sponsorships/${id}/agree`, { written: null })).body).toMatchObject({ code: 'sponsorship.briefFirst' });
  expect((await (await node.as('nilufar')).post(`/api/sponsorships/${id}/agree`, { written: null })).status).toBe(404);
  expect((await junior.post(`/api/sponsorships/${id}/agree`, { written: written() })).status).toBe(200);
  expect((await seen('nilufar')).juniors).toMatchObject([{ id, state: 'stands', brief: { body: brief } }]);
  expect((await seen('samira')).seniors).toMatchObject([{ id, state: 'stands', fits: [], fittingCases: [] }]);
  expect((await (await node.as('nilufar')).put(`/api/sponsorships/${id}/brief`, written())).status).toBe(404);
  expect((await junior.put(`/api/sponsorships/${id}/brief`, { ...written({ say: 'Steady.' }), version: 1 })).body).toEqual({ version: 2 });
  expect((await junior.put(`/api/sponsorships/${id}/brief`, { ...written(), version: 1 })).body).toMatchObject({ code: 'web.stale' });
  expect(await seen('leila')).toEqual({ juniors: [], seniors: [] });
});

test('when something fits, the senior alone is told, once, with the reason; hands it on, and the junior sees who thought of them', async () => {
  const id = await pair('hossein', 'parisa');
  const opportunity = await posted(node.world, 'claire', sampleOpportunity(node.world.ids.institutions.deuxRives, [idOf('hossein'), idOf('nilufar')]), node.clock.now());
  const [queued] = await node.sql<{ n: string }>(`select count(*)::text as n from graphile_worker.jobs where task_identifier = 'nudge-sponsors' and key like $1`, [`%${opportunity}%`]);
  expect(queued?.n).not.toBe('0');
  await nudge({ opportunityId: opportunity });
  await nudge({ opportunityId: opportunity });
  expect((await told('hossein')).filter((kind) => kind === 'sponsor-nudge')).toHaveLength(1);
  expect((await told('parisa'))).not.toContain('sponsor-nudge');
  expect((await seen('hossein')).juniors).toMatchObject([{ id, fits: [{ opportunity: { id: opportunity }, because: ['types', 'topics', 'handsOn', 'myPassport'], handed: false }] }]);
  expect(JSON.stringify(await seen('parisa'))).not.toContain(opportunity);
  const hand = await node.as('hossein');
  expect((await hand.post(`/api/opportunities/${opportunity}/hands`, { hands: [{ id: node.newId(), personId: idOf('parisa') }], note: 'I thought of you.', lang: 'en' })).status).toBe(200);
  expect((await (await node.as('parisa')).get<{ from: { person: { nameEn: string } }[] }>(`/api/opportunities/${opportunity}`)).body.from).toMatchObject([{ person: { id: idOf('hossein') }, note: 'I thought of you.' }]);
  expect((await seen('hossein')).juniors[0]?.fits).toMatchObject([{ handed: true }]);
  // Interest keeps her own centre out from here on, not herself: whoever thinks of her next is seen too.
  const junior = await node.as('parisa');
  expect((await junior.put(`/api/opportunities/${opportunity}/interest`, { note: '', lang: 'en' })).status).toBe(200);
  expect((await (await node.as('nilufar')).post(`/api/opportunities/${opportunity}/hands`, { hands: [{ id: node.newId(), personId: idOf('parisa') }], note: '', lang: 'en' })).status).toBe(200);
  expect((await junior.get<{ from: { person: { id: string } }[] }>(`/api/opportunities/${opportunity}`)).body.from.map(({ person }) => person.id).sort()).toEqual([idOf('hossein'), idOf('nilufar')].sort());
  const other = await posted(node.world, 'claire', sampleOpportunity(node.world.ids.institutions.deuxRives, [idOf('hossein')], { fields: { ...sampleOpportunity(null, []).fields, passports: 'only', passportCountries: ['FR'] } as never }), node.clock.now());
  await nudge({ opportunityId: other });
  expect((await told('hossein')).filter((kind) => kind === 'sponsor-nudge')).toHaveLength(1);
  const third = await posted(node.world, 'claire', sampleOpportunity(node.world.ids.institutions.deuxRives, [idOf('hossein')]), node.clock.now());
  expect((await hand.post(`/api/sponsorships/${id}/passes`, { opportunityId: third })).status).toBe(200);
  expect((await seen('hossein')).juniors[0]?.fits.map((fit) => fit.opportunity.id)).toEqual([opportunity]);
});

test('a junior asks a senior; what is not answered and what is let pass look the same, until both are swept', async () => {
  const ids = [node.newId(), node.newId()];
  for (const [n, senior] of (['daniel', 'marek'] as const).entries())
    expect((await (await node.as('omid')).post('/api/sponsorships', { id: ids[n], personId: idOf(senior), side: 'junior', written: written() })).status).toBe(200);
  expect((await seen('daniel')).juniors).toMatchObject([{ state: 'to-answer', brief: { body: brief } }]);
  expect((await (await node.as('daniel')).delete(`/api/sponsorships/${ids[0]}`)).status).toBe(200);
  expect((await seen('daniel')).juniors).toEqual([]);
  const shapes = (await seen('omid')).seniors.map((one) => JSON.stringify({ ...one, person: null, id: null }));
  expect(new Set(shapes).size).toBe(1);
  expect(shapes).toHaveLength(2);
  node.clock.step(61 * DAY_MS);
  await sponsorshipJobs(node.house)['remind-sponsors']?.({});
  expect((await seen('omid')).seniors).toEqual([]);
});

test('goals and reminders are the two’s; a reminder comes once on its day; a case open to all can be shown', async () => {
  const id = await pair('leila', 'arman');
  const [senior, junior] = [await node.as('leila'), await node.as('arman')];
  const goal = node.newId();
  expect((await junior.post(`/api/sponsorships/${id}/goals`, { id: goal, lang: 'en', text: 'Ten antegrade wires as first operator', dueOn: '2027-06-01' })).status).toBe(200);
  expect((await senior.post(`/api/sponsorship-goals/${goal}/reached`, {})).status).toBe(200);
  expect((await seen('arman')).seniors[0]?.goals).toMatchObject([{ id: goal, mine: true }]);
  expect((await seen('arman')).seniors[0]?.goals[0]?.doneAt).not.toBeNull();
  expect((await (await node.as('marek')).post(`/api/sponsorship-goals/${goal}/reached`, {})).status).toBe(404);
  const today = node.clock.now().toISOString().slice(0, 10);
  expect((await senior.put(`/api/sponsorships/${id}/reminder`, { dueOn: today })).status).toBe(200);
  for (const _ of [1, 2]) await sponsorshipJobs(node.house)['remind-sponsors']?.({});
  expect((await told('leila')).filter((kind) => kind === 'sponsor-reminder')).toHaveLength(1);
  const [open, closed] = [await aCase(node.world, { asker: 'parisa', phase: 'posted', audience: 'node' }), await aCase(node.world, { asker: 'parisa', phase: 'posted' })];
  expect((await senior.post(`/api/sponsorships/${id}/cases`, { id: node.newId(), caseId: open.id, lang: 'en', note: 'Look at the wire.' })).status).toBe(200);
  expect((await senior.post(`/api/sponsorships/${id}/cases`, { id: node.newId(), caseId: closed.id, lang: 'en', note: '' })).status).toBe(404);
  expect((await seen('arman')).seniors[0]?.cases).toMatchObject([{ caseId: open.id, note: 'Look at the wire.' }]);
  expect((await seen('arman')).seniors[0]?.cases[0]?.title).not.toBe('');
});

test('an end is quiet, two who end at once both find it done, and a block parts like an end', async () => {
  const id = await pair('claire', 'kaveh');
  const before = await told('kaveh');
  const answers = await Promise.all([(await node.as('claire')).delete(`/api/sponsorships/${id}`), (await node.as('kaveh')).delete(`/api/sponsorships/${id}`)]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(await told('kaveh')).toEqual(before);
  expect((await seen('kaveh')).seniors).toEqual([]);
  await pair('claire', 'kaveh');
  await (await node.as('kaveh')).put(`/api/blocks/${idOf('claire')}`);
  expect((await seen('claire')).juniors).toEqual([]);
});

test('that somebody is looked out for changes no byte of what anybody else obtains', async () => {
  const doors = ['/api/people?q=a', '/api/home', '/api/notices', '/api/cases?list=node', '/api/opportunities', '/api/sponsorships', '/api/ties', '/api/groups', ...['bahram', 'reza'].map((key) => `/api/people/${idOf(key as PersonKey)}`)];
  const obtained = async () => {
    const all: string[] = [];
    for (const key of ['salim', 'nasrin', 'marek'] as const) {
      const hand = await node.as(key);
      for (const door of doors) all.push(`${key} ${door} ${(await hand.get(door)).raw.body}`);
    }
    return all;
  };
  const before = await obtained();
  await pair('bahram', 'reza');
  expect(await obtained()).toEqual(before);
});
