// W9: with the name hidden, nobody who reads can tell who asked. The same story is told twice, with another asker in the hidden place;
// whatever a reader can fetch is compared byte for byte.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonKey } from '#world/cast.ts';
import { castMember } from '#world/cast.ts';
import { type Hand, pagesAreBuilt } from '#world/node.ts';
import { type Asker, neverLogged, type Story, tellHidden } from './hidden-story.ts';

/** From every place one can stand, but the two who change places: their own pages are theirs. */
const readers: readonly (PersonKey | null)[] = ['nilufar', 'claire', 'bahram', 'daniel', 'hossein', 'reza', 'kaveh', 'marek', 'omid', 'parisa', 'leila', 'nasrin', 'mina', 'shirin', 'ali', 'peter', null];

/** What may differ, and why. */
const exceptions: readonly { url: RegExp; why: string; without(body: string): string }[] = [
  { url: /^\/api\/notices/, why: 'the id of a notice is drawn by the database, anew in every run', without: (body) => {
    const { notices, ...rest } = JSON.parse(body) as { notices?: Record<string, unknown>[] };
    return JSON.stringify({ ...rest, notices: notices?.map(({ id: _id, ...n }) => n) });
  } },
];
/** Node's own clock, not the house's. */
const headersApart = new Set(['date']);

let one: Story;
let other: Story;
beforeAll(async () => { [one, other] = [await tellHidden('maryam'), await tellHidden('salim')]; }, 120_000);
afterAll(async () => { await one.node.close(); await other.node.close(); });

const queries: Record<string, readonly string[]> = {
  '/api/cases': ['', '?list=mine', '?list=asked', '?list=node'],
  '/api/people': ['', '?q=maryam', '?q=احمدی', '?q=balushi', '?q=سلیم', '?concept=cor', '?q=a'],
  '/api/steward/people': ['', '?q=maryam', '?q=salim'],
  '/api/search': ['', '?q=maryam', '?q=احمدی&kind=case', '?q=balushi', '?q=سلیم', '?q=left main', '?q=تنهٔ اصلی&told=1', '?q=perf&typing=1', '?topic=cor.lm&kind=case'],
  '/api/institutions': ['', '?q=heart'], '/api/cities': ['', '?q=te'],
};

/** Every address that answers GET, with every id in every place of its own. */
const addresses = (story: Story): string[] => {
  const routes = [...new Set(story.node.getRoutes)].filter((url) => url.startsWith('/api/') && url !== '/api/live' && url !== '/api/openapi.json' && !url.startsWith('/api/uploads'));
  // A person's id is no case's and the other way round; an address of a kind not known here gets all.
  const idsFor = (url: string): string[] => (/^\/api\/(cases|objects)\//.test(url) ? [...story.ids, ...story.people.slice(0, 2)] : /^\/api\/people\//.test(url) ? story.people : [...story.ids, ...story.people]);
  return routes.flatMap((url) => (url.includes(':') ? idsFor(url).map((id) => url.replaceAll(/:\w+/g, id)) : (queries[url] ?? ['']).map((q) => url + encodeURI(q))));
};

type Fetched = Map<string, { status: number; body: Buffer; said: string }>;
const fetchAll = async (story: Story, who: PersonKey | null): Promise<Fetched> => {
  const hand = await story.node.as(who);
  const all: Fetched = new Map();
  for (const url of addresses(story)) {
    const { raw } = await hand.get(url);
    const except = raw.statusCode === 200 ? exceptions.find((e) => e.url.test(url)) : undefined;
    const headers = Object.entries(raw.headers).filter(([name]) => !headersApart.has(name) && !(except && name === 'content-length'));
    all.set(url, { status: raw.statusCode, body: raw.rawPayload, said: `${raw.statusCode} ${JSON.stringify(headers)} ${except ? except.without(raw.body) : raw.rawPayload.toString('latin1')}` });
  }
  return all;
};

let fetched: Map<PersonKey | null, { a: Fetched; b: Fetched }>;
const fetchedOf = async (): Promise<typeof fetched> => {
  if (fetched) return fetched;
  fetched = new Map();
  for (const who of readers) fetched.set(who, { a: await fetchAll(one, who), b: await fetchAll(other, who) });
  return fetched;
};

const differing = (a: Fetched, b: Fetched): string[] => [...a].filter(([url, { said }]) => said !== b.get(url)?.said).map(([url]) => url);

test('the two stories have the same ids at the same minutes, and readers do see them', async () => {
  expect(other.hidden).toEqual(one.hidden);
  expect(other.ids).toEqual(one.ids);
  expect([...other.askerActed]).toEqual([...one.askerActed]);
  const all = await fetchedOf();
  const page = (who: PersonKey, id: string) => all.get(who)?.a.get(`/api/cases/${id}`)?.status;
  expect(['nilufar', 'claire', 'bahram', 'daniel', 'hossein', 'leila'].map((who) => page(who as PersonKey, one.hidden.asked))).toEqual([200, 200, 200, 200, 200, 200]);
  expect(['reza', 'kaveh', 'marek', 'nasrin', 'ali', 'peter'].map((who) => page(who as PersonKey, one.hidden.asked))).toEqual([404, 404, 404, 404, 404, 404]);
  expect(page('mina', one.hidden.node)).toBe(200);
  // The node has asked for the fourth, and the coordinator sees it in the queue, by the hour.
  expect((await one.node.sql('select 1 from app.asks where case_id = $1', [one.hidden.ladder])).length).toBeGreaterThan(2);
  expect(all.get('leila')?.a.get('/api/coordinator')?.body.toString()).toContain(one.hidden.ladder);
  // The privacy officers of both institutions read ledgers that hold the named cases: it is the hidden ones that are not there.
  const listed = (who: PersonKey) => JSON.parse(all.get(who)?.a.get('/api/privacy/ledger')?.body.toString() ?? '{}') as { runs: number };
  expect([listed('parisa').runs, listed('kaveh').runs]).toEqual([1, 1]);
  expect(all.get('nasrin')?.a.get('/api/privacy/ledger')?.status).toBe(404);
}, 300_000);

test('with another asker in the hidden place, no answer of any address changes by a byte for any reader', async () => {
  const all = await fetchedOf();
  const differences = [...all].flatMap(([who, { a, b }]) => differing(a, b).map((url) => `${who}: ${url}`));
  const count = [...all.values()].reduce((n, { a }) => n + a.size, 0);
  process.stdout.write(`${count} answers of ${one.node.getRoutes.length} routes compared for ${all.size} readers\n`);
  expect(count).toBeGreaterThan(2000);
  expect(differences).toEqual([]);
}, 120_000);

test('the comparison finds what it looks for: a case with the name shown differs', async () => {
  for (const { node, hidden } of [one, other]) await node.sql('update app.cases set hidden = false where id = $1', [hidden.node]);
  const url = `/api/cases/${one.hidden.node}`;
  const [a, b] = [await (await one.node.as('mina')).get(url), await (await other.node.as('mina')).get(url)];
  for (const { node, hidden } of [one, other]) await node.sql('update app.cases set hidden = true where id = $1', [hidden.node]);
  expect(a.raw.body).not.toBe(b.raw.body);
  expect([a.raw.body.includes('Ahmadi'), b.raw.body.includes('Balushi')]).toEqual([true, true]);
});

const aboutHidden = (story: Story, url: string): boolean => Object.values(story.hidden).some((id) => url.includes(id));

test('no page of a hidden case names its asker, by id or in either script', async () => {
  const all = await fetchedOf();
  const signs = (asker: Asker, story: Story): string[] => [story.node.world.people[asker].id, castMember(asker).en[1], castMember(asker).fa[1]];
  for (const [, { a, b }] of all) for (const [story, fetchedOne] of [[one, a], [other, b]] as const) for (const [url, { body }] of fetchedOne) {
    if (!aboutHidden(story, url)) continue;
    for (const sign of signs(story.asker, story)) expect(body.includes(Buffer.from(sign)), `${url} ${sign}`).toBe(false);
  }
}, 60_000);

test('no reader learns the minute of an act of the asker: what is theirs stands on the hour', async () => {
  const all = await fetchedOf();
  const times = new Set<number>();
  for (const [, { a }] of all) for (const [url, { body }] of a) {
    const text = body.toString('utf8');
    if (!aboutHidden(one, url) && !/^\/api\/(home|notices|cases)/.test(url)) continue;
    for (const found of text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g)) times.add(new Date(found[0]).getTime());
  }
  expect([...times].filter((at) => [...one.askerActed].some((acted) => Math.abs(acted - at) < 1000))).toEqual([]);
  // Clocks of the named cases around it run from the start of the story by fixed spans.
  const start = Math.min(...one.othersActed);
  const strange = [...times].filter((at) => at % 3_600_000 !== 0 && !one.othersActed.has(at) && (at - start) % 3_600_000 !== 0);
  expect(strange.map((at) => new Date(at).toISOString())).toEqual([]);
  expect(times.size).toBeGreaterThan(20);
});

test.skipIf(!pagesAreBuilt)('the pages themselves are the same, as a browser without scripts gets them', async () => {
  const outside = [...new Set(one.node.getRoutes)].filter((url) => !/^\/(api\/|assets\/|healthz)|\*|\.\w+$|^\/(lang|theme|say|sayings)\b/.test(url));
  const urls = outside.flatMap((url) => (url.includes(':') ? Object.values(one.hidden).map((id) => url.replaceAll(/:\w+/g, id)) : [url]));
  expect(urls.length).toBeGreaterThan(5);
  const differences: string[] = [];
  for (const who of ['nilufar', 'bahram', 'leila', 'mina', 'nasrin'] as const) for (const url of urls) {
    const page = async ({ node }: Story) => (await (await node.as(who)).get(url, { accept: 'text/html', 'accept-language': 'fa' })).raw;
    const [a, b] = [await page(one), await page(other)];
    const plain = (html: string) => html.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f-]{17}/g, 'a-notice');
    if (a.statusCode !== b.statusCode || plain(a.body) !== plain(b.body)) differences.push(`${who}: ${url}`);
  }
  expect(differences).toEqual([]);
}, 60_000);

test('live events, mail and log lines are the same too, and none holds a person, a text or a minute', async () => {
  const stream = async ({ node }: Story, hand: { cookie: string }, base: string): Promise<string> => {
    const stop = new AbortController();
    const answer = await fetch(`${base}/api/live?after=0`, { headers: { cookie: hand.cookie }, signal: stop.signal });
    let text = '';
    setTimeout(() => stop.abort(), 250);
    try { for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(part).toString(); } catch { /* stopped */ }
    expect(node.app.server.listening).toBe(true);
    return text;
  };
  const bases = await Promise.all([one, other].map(({ node }) => node.app.listen({ port: 0, host: '127.0.0.1' })));
  for (const who of readers.filter((key) => key !== null)) {
    const [a, b] = await Promise.all([one, other].map(async (story, i) => stream(story, await story.node.as(who), bases[i] as string)));
    expect(a, who).toBe(b);
    if (who === 'bahram') expect(a).toContain('event: remark');
  }
  const letters = (story: Story) => story.node.letters.filter((l) => !/^(maryam|salim)@/.test(l.to)).map((l) => JSON.stringify(l)).sort();
  expect(letters(one).length).toBeGreaterThan(3);
  expect(letters(one)).toEqual(letters(other));
  for (const story of [one, other]) {
    const log = story.node.logLines.join('');
    expect(story.node.logLines.length).toBeGreaterThan(100);
    expect(log).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(log).not.toContain(neverLogged);
    for (const letter of letters(story)) expect(letter).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7|A title|عنوان/);
  }
}, 60_000);

test('writes by readers are answered alike, whether or not they touch the asker by chance', async () => {
  const tries = async (story: Story): Promise<string[]> => {
    const { node, hidden } = story;
    const said: string[] = [];
    const say = async (hand: Hand, url: string, body: object) => { const { raw } = await hand.post(url, body); said.push(`${url} ${raw.statusCode} ${raw.body}`); };
    const [ask] = await node.sql<{ id: string }>('select id from app.asks where case_id = $1 and expert_id = $2', [hidden.asked, node.world.people.nilufar.id]);
    const [accepted] = await node.sql<{ id: string }>('select id from app.asks where case_id = $1 and expert_id = $2', [hidden.asked, node.world.people.claire.id]);
    await say(await node.as('nilufar'), `/api/asks/${ask?.id}/hand-on`, { personId: node.world.people.maryam.id, note: '' });
    await say(await node.as('claire'), `/api/asks/${accepted?.id}/hand-on`, { personId: node.world.people.salim.id, note: '' });
    for (const who of ['marek', 'leila', 'nasrin', 'mina'] as const) {
      await say(await node.as(who), `/api/cases/${hidden.node}/asks`, { asks: [{ id: node.newId(), personId: node.world.people.maryam.id, seat: 'operator' }] });
      await say(await node.as(who), `/api/cases/${hidden.node}/remarks`, { id: node.newId(), lang: 'en', text: 'x' });
      await say(await node.as(who), `/api/cases/${hidden.asked}/withdraw`, { reason: '' });
    }
    return said;
  };
  const [a, b] = [await tries(one), await tries(other)];
  expect(a).toEqual(b);
  expect(a[0]).toContain(' 200 ');
});

test('a steward opens the name by a reasoned act alone; the asker is told, and nobody else learns more', async () => {
  const open = async (story: Story) => {
    const hand = await story.node.as('nasrin');
    const answer = await hand.post<{ asker: { nameEn: string } }>('/api/steward/unmask', { id: story.node.newId(), caseId: story.hidden.asked, reason: 'A question of patient safety.' });
    expect(answer.status).toBe(200);
    const told = await (await story.node.as(story.asker)).get<{ notices: { kind: string; caseId: string }[] }>('/api/notices');
    expect(told.body.notices.filter((n) => n.kind === 'name-opened')).toMatchObject([{ caseId: story.hidden.asked }]);
    expect((await (await story.node.as(story.asker)).get(`/api/cases/${story.hidden.asked}`)).body).toMatchObject({ unmaskings: [{ reason: 'A question of patient safety.' }] });
    expect((await hand.get(`/api/cases/${story.hidden.asked}`)).status).toBe(404);
    return answer.body.asker.nameEn;
  };
  expect([await open(one), await open(other)]).toEqual(['Maryam Ahmadi', 'Salim Al Balushi']);
  for (const who of ['bahram', 'leila', 'nasrin'] as const) expect(differing(await fetchAll(one, who), await fetchAll(other, who)), who).toEqual([]);
  expect((await (await one.node.as('leila')).post('/api/steward/unmask', { id: one.node.newId(), caseId: one.hidden.node, reason: 'I would like to know.' })).status).toBe(404);
}, 60_000);
