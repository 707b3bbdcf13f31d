// What programs send, and what somebody could send in their place: tokens, multipart of every kind of wrong, bounds, and whose the quarantine is.

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPlanted } from 'imaging';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrivalsJobs } from '#features/arrivals/server/jobs.ts';
import { LIMITS } from '#features/arrivals/rules/limits.ts';
import type { ArrivalsView } from '#features/arrivals/rules/present.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';
import { fakeIdentity, renderRun, demoStudy, writeRun } from 'imaging/phantom';
import { needlesOf } from '../journeys/images-disc.ts';

let node: TestNode;
let base: string;
let owner: Hand & { cookie: string };
let token: string;
const who = fakeIdentity(99, 'male', 66);
const dicom = writeRun(renderRun((demoStudy('demo-lm-calc', { frames: 3, size: 64 }) ?? [])[0] as never), who, { burnName: true });

beforeAll(async () => {
  process.env.HAMDEL_IMPORT = '1';
  node = await startNode({ seed: 61 });
  delete process.env.HAMDEL_IMPORT;
  base = await node.app.listen({ port: 0, host: '127.0.0.1' });
  owner = await node.as('arman');
  token = await newToken(owner);
});
afterAll(() => node.close());

const newToken = async (hand: Hand, days = 30, name = 'PACS'): Promise<string> => {
  const made = Buffer.from(node.house.random.bytes(32)).toString('base64url');
  const answer = await hand.post('/api/arrivals/tokens', { id: node.newId(), name, hash: createHash('sha256').update(made).digest('hex'), days });
  expect(answer.status).toBe(200);
  return made;
};
const body = (parts: readonly { type?: string; bytes: Uint8Array }[], boundary = 'edge', end = `\r\n--${boundary}--\r\n`): Buffer =>
  Buffer.concat([...parts.map(({ type = 'application/dicom', bytes }, n) => Buffer.concat([Buffer.from(`${n === 0 ? '' : '\r\n'}--${boundary}\r\nContent-Type: ${type}\r\n\r\n`), bytes])), Buffer.from(end)]);
const related = 'multipart/related; type="application/dicom"; boundary=edge';
type Stowed = { status: number; said: Record<string, { Value: Record<string, { Value: unknown[] }>[] }> };
const stow = async (payload: Buffer, { key = token, type = related, path = '/dicom-web/studies', headers = {} }: { key?: string | undefined; type?: string; path?: string; headers?: Record<string, string> } = {}): Promise<Stowed> => {
  const answer = await fetch(`${base}${path}`, { method: 'POST', headers: { host: 'localhost', 'content-type': type, ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers }, body: new Uint8Array(payload) });
  return { status: answer.status, said: JSON.parse((await answer.text()) || '{}') as Stowed['said'] };
};
const waiting = async (hand: Hand = owner) => (await hand.get<ArrivalsView>('/api/arrivals')).body.arrivals;
const reasons = ({ said }: Stowed): unknown[] => (said['00081198']?.Value ?? []).map((one) => one['00081197']?.Value[0]);
const onDisk = () => readdir(join(node.house.dataDir, 'quarantine')).catch(() => []);

test('an instance sent with a token waits for its owner, byte for byte, and stands sealed on the disk', async () => {
  const sent = await stow(body([{ bytes: dicom }]));
  expect(sent.status).toBe(200);
  expect(sent.said['00081199']?.Value[0]?.['00081155']?.Value[0]).toMatch(/^[0-9.]+$/);
  const [one] = await waiting();
  expect(one).toMatchObject({ bytes: dicom.length, from: 'PACS' });
  const { raw } = await owner.get(`/api/arrivals/${one?.id}/bytes`);
  expect(Buffer.compare(raw.rawPayload, Buffer.from(dicom))).toBe(0);
  const needles = needlesOf(who);
  expect(findPlanted(raw.rawPayload, needles).length).toBeGreaterThan(5);
  for (const name of await onDisk()) expect(findPlanted(new Uint8Array(await readFile(join(node.house.dataDir, 'quarantine', name))), needles)).toEqual([]);
  expect(findPlanted(Buffer.from(node.logLines.join('')), needles)).toEqual([]);
  const rows = await node.sql<{ text: string }>(`select string_agg(a::text, '') as text from app.arrivals a`);
  expect(findPlanted(Buffer.from(rows[0]?.text ?? ''), needles)).toEqual([]);
});

test('what waits is its owner’s alone', async () => {
  const [one] = await waiting();
  for (const key of ['salim', 'nasrin', 'mina', null] as const) {
    const other = await node.as(key);
    expect([403, 404], `${key}`).toContain((await other.get(`/api/arrivals/${one?.id}/bytes`)).status);
    expect([403, 404], `${key}`).toContain((await other.delete(`/api/arrivals/${one?.id}`)).status);
  }
  expect(await waiting(await node.as('salim'))).toEqual([]);
  expect((await owner.get(`/api/arrivals/${one?.id}/bytes`)).status).toBe(200);
});

test('no token, a wrong, a withdrawn or an old one opens nothing; nor does a cookie, nor does the token open anything else', async () => {
  const before = (await waiting()).length;
  const payload = body([{ bytes: dicom }]);
  for (const key of ['', 'A'.repeat(43), token.slice(0, -1), `${token}x`]) expect((await stow(payload, { key })).status, key).toBe(401);
  expect((await stow(payload, { key: '', headers: { cookie: owner.cookie } })).status).toBe(401);
  const made = await newToken(owner, 30, 'to be withdrawn');
  const row = (await owner.get<ArrivalsView>('/api/arrivals')).body.tokens.find(({ name }) => name === 'to be withdrawn');
  expect((await (await node.as('salim')).delete(`/api/arrivals/tokens/${row?.id}`)).status).toBe(404);
  expect((await stow(payload, { key: made })).status).toBe(200);
  expect((await owner.delete(`/api/arrivals/tokens/${row?.id}`)).status).toBe(200);
  expect((await stow(payload, { key: made })).status).toBe(401);
  for (const path of ['/api/arrivals', '/api/me/ledger', '/api/cases']) expect((await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${token}` } })).status, path).toBe(403);
  const short = await newToken(owner, 1);
  node.clock.step(2 * DAY_MS);
  expect((await stow(payload, { key: short })).status).toBe(401);
  expect((await waiting()).length).toBe(before + 1);
  const hashes = await node.sql<{ text: string }>(`select string_agg(t::text, '') as text from app.import_tokens t`);
  expect(hashes[0]?.text).not.toContain(token);
  expect(node.logLines.join('')).not.toContain(token);
});

test('an owner who is not verified any more sends nothing, and one who never was makes no token', async () => {
  const ali = await node.as('ali');
  expect((await ali.post('/api/arrivals/tokens', { id: node.newId(), name: 'x', hash: 'a'.repeat(64), days: 1 })).status).toBe(403);
  await node.sql('update app.people set verified_at = null where id = $1', [node.world.people.arman.id]);
  expect((await stow(body([{ bytes: dicom }]))).status).toBe(403);
  await node.sql('update app.people set verified_at = now() where id = $1', [node.world.people.arman.id]);
});

test('what is no DICOM file is not kept, and the others of the same request are', async () => {
  const before = (await waiting()).length;
  const files = (await onDisk()).length;
  const junk = Buffer.from('name and number of a person');
  const cut = dicom.subarray(0, 150);
  const lying = Buffer.from(dicom); // an element of group 2 that claims more than there is
  lying.writeUInt32LE(0xffff_fff0, 132 + 12 + 8);
  const only = await stow(body([{ bytes: junk }, { bytes: cut }, { bytes: lying }, { bytes: dicom, type: 'application/octet-stream' }, { bytes: new Uint8Array(0) }]));
  expect([only.status, reasons(only)]).toEqual([409, [0xc000, 0xc000, 0xc000, 0xc000, 0xc000]]);
  const mixed = await stow(body([{ bytes: junk }, { bytes: dicom }]));
  expect([mixed.status, reasons(mixed), mixed.said['00081199']?.Value.length]).toEqual([202, [0xc000], 1]);
  expect([(await waiting()).length, (await onDisk()).length]).toEqual([before + 1, files + 1]);
});

test('multipart that is not what it says is refused and leaves nothing', async () => {
  const files = (await onDisk()).length;
  const good = body([{ bytes: dicom }]);
  for (const type of ['application/dicom', 'multipart/form-data; boundary=edge', 'multipart/related; boundary=edge', 'multipart/related; type="application/dicom"', `multipart/related; type="application/dicom"; boundary=${'x'.repeat(71)}`,
    'multipart/related; type="application/dicom+json"; boundary=edge']) expect((await stow(good, { type })).status, type).toBe(415);
  const wrong: Record<string, Buffer> = {
    'no boundary at all': Buffer.from(dicom), 'an endless beginning': Buffer.alloc(200_000, 'a'), nothing: Buffer.alloc(0),
    'a header without end': Buffer.concat([Buffer.from('--edge\r\nContent-Type: '), Buffer.alloc(100_000, 'x')]),
    'a boundary that goes on': Buffer.from('--edgeX\r\n\r\nabc\r\n--edge--'), 'no last boundary': good.subarray(0, good.length - 12), 'only an end': Buffer.from('--edge--\r\n'),
  };
  for (const [name, payload] of Object.entries(wrong)) expect((await stow(payload)).status, name).toBe(400);
  expect((await stow(body(Array.from({ length: LIMITS.parts + 1 }, () => ({ bytes: Buffer.from('x') }))))).status).toBe(413);
  expect((await onDisk()).length).toBe(files);
});

test('a boundary that falls across two packets is found, and one inside the picture is not mistaken', async () => {
  const tricky = Buffer.concat([dicom, Buffer.from('\r\n--edg\r\n--edgy is no boundary'), Buffer.alloc(3)]);
  const payload = body([{ bytes: tricky }, { bytes: dicom }]);
  const before = (await waiting()).map(({ id }) => id);
  const slices = new ReadableStream({ start: (to) => { for (let at = 0; at < payload.length; at += 977) to.enqueue(new Uint8Array(payload.subarray(at, at + 977))); to.close(); } });
  const answer = await fetch(`${base}/dicom-web/studies/1.2.3`, { method: 'POST', headers: { host: 'localhost', 'content-type': related, authorization: `Bearer ${token}` }, body: slices, duplex: 'half' } as RequestInit);
  expect(answer.status).toBe(200);
  const now = (await waiting()).filter(({ id }) => !before.includes(id));
  expect(now.map(({ bytes }) => bytes).sort()).toEqual([tricky.length, dicom.length].sort());
});

test('a sender that goes away in the middle leaves nothing, and is no fault', async () => {
  const [before, files] = [(await waiting()).length, (await onDisk()).length];
  const stop = new AbortController();
  const slow = new ReadableStream({ start: (to) => { to.enqueue(new Uint8Array(body([{ bytes: dicom }]).subarray(0, 9000))); setTimeout(() => stop.abort(), 150); } });
  await expect(fetch(`${base}/dicom-web/studies`, { method: 'POST', headers: { host: 'localhost', 'content-type': related, authorization: `Bearer ${token}` }, body: slow, duplex: 'half', signal: stop.signal } as RequestInit)).rejects.toThrow();
  await expect.poll(async () => (await onDisk()).length).toBe(files);
  expect((await waiting()).length).toBe(before);
  expect(node.logLines.filter((line) => line.includes('fault'))).toEqual([]);
});

test('nobody’s quarantine grows beyond its bounds', async () => {
  const fill = async (bytes: number, person: string) => {
    const [row] = await node.sql<{ id: string }>('select id from app.import_tokens where person_id = $1 limit 1', [node.world.people.arman.id]);
    const id = node.newId();
    await node.sql('insert into app.arrivals (id, person_id, token_id, bytes, at) values ($1, $2, $3, $4, $5)', [id, person, row?.id, bytes, node.clock.now()]);
    return () => node.sql('delete from app.arrivals where id = $1', [id]);
  };
  const files = (await onDisk()).length;
  for (const [bytes, person] of [[LIMITS.personBytes - 100, node.world.people.arman.id], [LIMITS.nodeBytes - 100, node.world.people.salim.id]] as const) {
    const empty = await fill(bytes, person);
    const full = await stow(body([{ bytes: dicom }]));
    expect([full.status, reasons(full)]).toEqual([409, [0xa700]]);
    await empty();
  }
  expect((await onDisk()).length).toBe(files);
  // Room for two, and five come at once.
  const empty = await fill(LIMITS.personBytes - (await waiting()).reduce((sum, { bytes }) => sum + bytes, 0) - 2 * dicom.length - 100, node.world.people.arman.id);
  const answers = await Promise.all(Array.from({ length: 5 }, () => stow(body([{ bytes: dicom }]))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409]);
  await empty();
  expect((await onDisk()).length).toBe(files + 2);
});

test('what nobody looked at is gone after its days, and so is a file without a row', async () => {
  expect((await waiting()).length).toBeGreaterThan(3);
  await writeFile(join(node.house.dataDir, 'quarantine', node.newId()), 'left behind');
  await writeFile(join(node.house.dataDir, 'quarantine', `${node.newId()}.part`), 'cut off');
  node.clock.step((LIMITS.days + 1) * DAY_MS);
  await arrivalsJobs(node.house)['sweep-arrivals']?.({});
  expect(await waiting()).toEqual([]);
  expect(await onDisk()).toEqual([]);
});

test('deleted is deleted, row and bytes', async () => {
  const fresh = await newToken(owner);
  expect((await stow(body([{ bytes: dicom }]), { key: fresh })).status).toBe(200);
  const [one] = await waiting();
  expect((await owner.delete(`/api/arrivals/${one?.id}`)).status).toBe(200);
  expect([await waiting(), await onDisk()]).toEqual([[], []]);
});

test('where the operator has not opened it, there is no such door', async () => {
  await using closed = await startNode({ seed: 62 });
  expect((await closed.app.inject({ method: 'POST', url: '/dicom-web/studies', payload: 'x', headers: { authorization: `Bearer ${token}`, 'content-type': related } })).statusCode).toBe(404);
  expect((await (await closed.as('arman')).get<ArrivalsView>('/api/arrivals')).body.open).toBe(false);
});
