import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';
import { peopleJobs } from './jobs.ts';

let node: PeopleNode;
beforeAll(async () => { node = await openPeopleNode([peopleDoors], { mode: 'up' }); });
afterAll(() => node[Symbol.asyncDispose]());

/** Runs the letters that wait, as the worker would. */
const deliver = async (): Promise<string | undefined> => {
  const waiting = await node.sql<{ id: string; payload: unknown }>(`select j.id, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail-link'`);
  for (const { payload } of waiting) await peopleJobs(node.house)['mail-link'](payload);
  await node.sql('delete from graphile_worker._private_jobs');
  return /\/sign-in\/link\/([0-9A-Z]+)/.exec(node.letters.at(-1)?.text ?? '')?.[1];
};

test('a mailed link signs in once, in the language asked for, and proves the address', async () => {
  const one = await node.person({ email: 'maryam@example.org' });
  await node.sql('update app.emails set proved_at = null where person_id = $1', [one]);
  const browser = node.browser();
  expect((await browser.post('/api/session/email', { email: ' Maryam@Example.org ', lang: 'fa' })).status).toBe(202);
  const token = await deliver();
  const letter = node.letters.at(-1);
  expect(letter).toMatchObject({ to: 'maryam@example.org', lang: 'fa', subject: 'هم‌دل: پیوند ورود شما' });
  expect((await browser.post('/api/session/link', { token })).status).toBe(200);
  expect((await browser.get('/api/me')).body.person).toMatchObject({ id: one });
  expect(await node.sql('select proved_at is not null as proved from app.emails where person_id = $1', [one])).toEqual([{ proved: true }]);
  expect((await node.browser().post('/api/session/link', { token })).body.code).toBe('people.linkUsed');
});

test('the token of a letter lies in no table and in no job', async () => {
  await node.person({ email: 'quiet@example.org' });
  await node.browser().post('/api/session/email', { email: 'quiet@example.org', lang: 'en' });
  const [job] = await node.sql<{ payload: unknown }>('select payload from graphile_worker._private_jobs');
  const [link] = await node.sql<{ text: string }>('select l::text as text from app.sign_in_links l order by made_at desc, expires_at desc limit 1');
  const token = await deliver();
  expect(token).toMatch(/^[2-9A-Z]{26}$/);
  expect(JSON.stringify(job) + link?.text).not.toContain(token);
});

test('an unknown address is answered like a known one and gets no letter', async () => {
  const before = node.letters.length;
  const known = await node.person({ email: 'known@example.org' }).then(async () => {
    const from = performance.now();
    const { status, raw } = await node.browser().post('/api/session/email', { email: 'known@example.org', lang: 'en' });
    return { status, body: raw.body, ms: performance.now() - from };
  });
  await deliver();
  expect(node.letters.length).toBe(before + 1);
  const from = performance.now();
  const { status, raw } = await node.browser().post('/api/session/email', { email: 'nobody@example.org', lang: 'en' });
  expect({ status, body: raw.body }).toEqual({ status: known.status, body: known.body });
  expect(performance.now() - from).toBeGreaterThan(140);
  await deliver();
  expect(node.letters.length).toBe(before + 1);
});

test('a link expires after half an hour, and a letter that comes too late is not sent', async () => {
  await node.person({ email: 'late@example.org' });
  await node.browser().post('/api/session/email', { email: 'late@example.org', lang: 'en' });
  const token = await deliver();
  node.clock.step(31 * 60_000);
  expect((await node.browser().post('/api/session/link', { token })).body.code).toBe('people.linkExpired');
  await node.browser().post('/api/session/email', { email: 'late@example.org', lang: 'en' });
  node.clock.step(31 * 60_000);
  const before = node.letters.length;
  await deliver();
  expect(node.letters.length).toBe(before);
});

test('a sixth letter within a quarter of an hour is refused with the minutes to wait, known address or not', async () => {
  for (const email of ['often@example.org', 'neverhere@example.org']) {
    for (let i = 0; i < 5; i++) expect((await node.browser().post('/api/session/email', { email, lang: 'en' })).status).toBe(202);
    expect((await node.browser().post('/api/session/email', { email, lang: 'en' })).body).toMatchObject({ status: 429, code: 'people.tooManyTries', params: { minutes: 15 } });
  }
  node.clock.step(16 * 60_000);
  expect((await node.browser().post('/api/session/email', { email: 'often@example.org', lang: 'en' })).status).toBe(202);
});

test('guessing codes from one address ends after forty', async () => {
  node.clock.step(60 * 60_000);
  const browser = node.browser();
  const codes: (string | undefined)[] = [];
  for (let i = 0; i < 41; i++) codes.push((await browser.post('/api/session/link', { token: `AAAA-BBBB-${String(2222 + i)}` })).body.code);
  expect(codes.slice(0, 40).every((code) => code === 'people.linkUnknown')).toBe(true);
  expect(codes[40]).toBe('people.tooManyTries');
  node.clock.step(60 * 60_000);
});

test('the first proof of an address ends what a stranger had set up with it', async () => {
  const one = await node.person({ email: 'victim@example.org' });
  await node.sql('update app.emails set proved_at = null where person_id = $1', [one]);
  const stranger = await node.as(one);
  await node.sql(`insert into app.passkeys (id, person_id, public_key, counter, added_at) values ('stranger', $1, '\\x00', 0, now())`, [one]);
  expect((await stranger.get('/api/me')).body.person).not.toBeNull();
  const owner = node.browser();
  await owner.post('/api/session/email', { email: 'victim@example.org', lang: 'en' });
  await owner.post('/api/session/link', { token: await deliver() });
  expect((await stranger.get('/api/me')).body.person).toBeNull();
  expect(await node.sql('select id from app.passkeys where person_id = $1', [one])).toEqual([]);
});

test('a node without mail says so instead of promising a letter', async () => {
  await using silent = await openPeopleNode([peopleDoors], { mode: 'up', mailWorks: false });
  expect((await silent.browser().post('/api/session/email', { email: 'a@example.org', lang: 'en' })).body).toMatchObject({ status: 503, code: 'people.noMail' });
  expect((await silent.browser().get('/api/me')).body).toMatchObject({ mailWorks: false, demo: false });
  expect((await silent.browser().get('/api/demo/cast')).status).toBe(404);
});

test('behind plain http on another name the cookie is neither Secure nor __Host-, on https it is both', async () => {
  await using lan = await openPeopleNode([peopleDoors], { origin: 'http://hamdel.lan' });
  const one = await lan.person();
  const plain = await lan.app.inject({ method: 'POST', url: '/api/session/demo', payload: { personId: one }, headers: { host: 'hamdel.lan' } });
  expect(plain.cookies).toMatchObject([{ name: 'hamdel', httpOnly: true }]);
  expect(plain.cookies[0]).not.toHaveProperty('secure');
  await using open = await openPeopleNode([peopleDoors], { origin: 'https://hamdel.example.org' });
  const two = await open.person();
  const safe = await open.app.inject({ method: 'POST', url: '/api/session/demo', payload: { personId: two }, headers: { host: 'hamdel.example.org' } });
  expect(safe.cookies).toMatchObject([{ name: '__Host-hamdel', secure: true, httpOnly: true, sameSite: 'Lax' }]);
});
