// What a dishonest program could send in place of pictures, past the browser's cleaning.

import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { fakeIdentity } from 'imaging/phantom/identity';
import { renderRun } from 'imaging/phantom/run';
import { writeRun } from 'imaging/phantom/write-run';
import { picturesOfSequence } from 'imaging/photo/webp-sequence';
import { rebuild } from 'imaging/clean/rebuild';
import { verify } from 'imaging/clean/verify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesJobs } from '#features/cases/server/jobs.ts';
import type { Id } from '#kernel/ids.ts';
import * as acts from '#world/acts.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
let base: string;
let asker: Hand & { cookie: string };
let caseId: string;
let still: Buffer;

beforeAll(async () => {
  node = await startNode({ seed: 41 });
  base = await node.app.listen({ port: 0, host: '127.0.0.1' });
  asker = await node.as('maryam');
  caseId = await acts.start(node.world, 'maryam', 'en', node.clock.now());
  still = await readFile(join(import.meta.dirname, '../world/films/pool-2/01.webp'));
});
afterAll(() => node.close());

const text = (s: string): string => Buffer.from(s).toString('base64');
const tus = (method: string, path: string, headers: Record<string, string>, body?: Uint8Array | ReadableStream): Promise<Response> =>
  fetch(`${base}${path}`, { method, headers: { cookie: asker.cookie, host: 'localhost', 'tus-resumable': '1.0.0', ...headers }, ...(body ? { body: body as BodyInit, duplex: 'half' as const } : {}) });
const create = (runId: string, tier: string, length: number, body?: Uint8Array, sha256?: string): Promise<Response> =>
  tus('POST', '/api/uploads', {
    'upload-length': String(length), 'upload-metadata': `runId ${text(runId)},tier ${text(tier)}${sha256 ? `,sha256 ${text(sha256)}` : ''}`, ...(body ? { 'content-type': 'application/offset+octet-stream' } : {}),
  }, body);
const append = (path: string, offset: number, body: Uint8Array | ReadableStream): Promise<Response> =>
  tus('PATCH', path, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body);

const newRun = async (kind = 'xa'): Promise<string> => {
  const id = node.newId();
  const answer = await asker.post(`/api/cases/${caseId}/runs`, { id, kind, position: 0, sidecar: { version: 1, frames: 1, rows: 2, columns: 2 }, certificate: { id: node.newId(), body: {} } });
  expect(answer.status).toBe(200);
  return id;
};

/** A PNG that the verifier takes, large enough that looking at it and putting it on the disk last a while. */
const largePng = (bytes: number): Buffer => {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 16, 0, 0, 0, 16, 0, 8, 2, 0, 0, 0]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', Buffer.alloc(bytes, 7)), chunk('IEND', Buffer.alloc(0))]);
};

test('what is served is what was verified, also when the upload is begun anew in the moment between', { timeout: 60_000 }, async () => {
  const good = largePng(8_000_000);
  const evil = Buffer.from('name and number of a person');
  let taken = 0;
  for (let round = 0; round < 6; round++) {
    const runId = await newRun('still');
    const path = (await create(runId, 't2', good.length)).headers.get('location') ?? '';
    const last = append(path, 0, good);
    const file = join(node.house.dataDir, 'uploads', path.split('/').at(-1) ?? '');
    while ((await stat(file)).size < good.length) await pause(2);
    await pause(round * 10);
    await Promise.all([last, create(runId, 't2', good.length, evil)]);
    const [object] = await node.sql<{ id: string; sha256: Buffer }>('select id, sha256 from app.objects where run_id = $1', [runId]);
    if (!object) continue;
    taken++;
    const served = createHash('sha256');
    for await (const part of node.house.blobs.read(object.id as Id, 0, good.length)) served.update(part as Uint8Array);
    expect(served.digest('hex'), `round ${round}`).toBe(object.sha256.toString('hex'));
  }
  expect(taken).toBeGreaterThan(0);
});

/** An upload as a killed node leaves it: every byte on the disk, none of them looked at. */
const leftWhole = async (runId: string, tier: string, bytes: Uint8Array): Promise<string> => {
  const path = (await create(runId, tier, bytes.length, undefined, createHash('sha256').update(bytes).digest('hex'))).headers.get('location') ?? '';
  await writeFile(join(node.house.dataDir, 'uploads', path.split('/').at(-1) ?? ''), bytes);
  return path;
};

test('bytes that were whole when the node was killed become a picture before anyone hears that they are whole', async () => {
  const picture = largePng(10_000);
  const runId = await newRun('still');
  const path = await leftWhole(runId, 't2', picture);
  const asked = await Promise.all([tus('HEAD', path, {}), tus('HEAD', path, {})]);
  for (const { status, headers } of asked) expect([status, headers.get('upload-offset'), headers.get('upload-length')]).toEqual([200, String(picture.length), String(picture.length)]);
  expect(await node.sql('select 1 from app.objects where run_id = $1', [runId])).toHaveLength(1);
});

test('whole bytes that are no picture are never called whole', async () => {
  const runId = await newRun();
  const path = await leftWhole(runId, 't0', Buffer.from('name and number of a person'));
  expect((await tus('HEAD', path, {})).status).toBe(422);
  expect((await tus('HEAD', path, {})).status).toBe(404);
  expect(await node.sql('select 1 from app.objects where run_id = $1', [runId])).toEqual([]);
});

test('a tier takes no more than it is for, before a byte of it has come', async () => {
  const runId = await newRun();
  expect((await create(runId, 't0', 300_000)).status).toBe(413);
  expect((await create(runId, 't1', 17 * 1024 * 1024)).status).toBe(413);
  expect((await create(runId, 't2', 513 * 1024 * 1024)).status).toBe(413);
  expect((await create(runId, 't0', still.length)).status).toBe(201);
});

test('an upload is its beginner’s alone: another can neither see, go on with, nor end it, by whatever spelling', async () => {
  const runId = await newRun();
  const path = (await create(runId, 't0', still.length)).headers.get('location') ?? '';
  const name = path.split('/').at(-1) ?? '';
  const theirs = await node.as('salim');
  const own = (await (async () => {
    const id = await acts.start(node.world, 'salim', 'en', node.clock.now());
    const run = node.newId();
    await theirs.post(`/api/cases/${id}/runs`, { id: run, kind: 'xa', position: 0, sidecar: { version: 1, frames: 1, rows: 2, columns: 2 }, certificate: { id: node.newId(), body: {} } });
    return fetch(`${base}/api/uploads`, { method: 'POST', headers: { cookie: theirs.cookie, host: 'localhost', 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': `runId ${text(run)},tier ${text('t0')}` } });
  })()).headers.get('location')?.split('/').at(-1) ?? '';
  expect(own).toMatch(/^[0-9a-f]{16}_/);
  const spellings = [name, `${own}/${name}`, `${own}%2F..%2F${name}`, `${own}/../${name}`, `${own}/x/${name}/`, `${own}?x=/${name}`, `?x=/${name}`, `${own}%2f%2e%2e%2f..%2fobjects`];
  for (const spelling of spellings) for (const method of ['HEAD', 'PATCH', 'DELETE']) {
    const answer = await fetch(`${base}/api/uploads/${spelling}`, {
      method, headers: { cookie: theirs.cookie, host: 'localhost', 'tus-resumable': '1.0.0', ...(method === 'PATCH' ? { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } : {}) },
      ...(method === 'PATCH' ? { body: new Uint8Array(still) } : {}),
    });
    // Where the own one is meant, the own one answers.
    if (!/^\?|\?x/.test(spelling)) expect([400, 404], `${method} ${spelling}`).toContain(answer.status);
  }
  expect((await readdir(join(node.house.dataDir, 'uploads'))).includes(name)).toBe(true);
  expect((await tus('HEAD', path, {})).headers.get('upload-offset')).toBe('0');
});

const spacedFilm = (): Uint8Array => {
  const run = renderRun({
    seed: 5, run: 3, patient: { sex: 'female' }, projection: { primary: 44.6, secondary: -29.7 }, system: 'LCA', dominance: 'right', lesions: [], frames: 6, frameMs: 50, size: 64, style: 'log',
  });
  const made = rebuild(writeRun(run, fakeIdentity(9, 'female', 71)), { key: new Uint8Array(32).fill(5), caseSalt: new Uint8Array(16), reviewed: true });
  if (!made.ok) throw new Error(made.code);
  return made.value.bytes;
};

test('what is said of a run is the film’s own word: a spacing that the sender made up measures nothing', async () => {
  const runId = node.newId();
  const lie = { version: 1, frames: 6, rows: 64, columns: 64, imagerPixelSpacing: [9, 9], offsets: [{ offset: 0, length: 132 }], stillFrame: 2 };
  expect((await asker.post(`/api/cases/${caseId}/runs`, { id: runId, kind: 'xa', position: 0, sidecar: lie, certificate: { id: node.newId(), body: {} } })).status).toBe(200);
  const film = spacedFilm();
  const path = (await create(runId, 't2', film.length)).headers.get('location') ?? '';
  expect((await append(path, 0, film)).status).toBe(204);
  const [run] = await node.sql<{ sidecar: Record<string, unknown> }>('select sidecar from app.runs where id = $1', [runId]);
  const truth = verify(film);
  if (!truth.ok || !run) throw new Error('no film');
  expect(truth.value.imagerPixelSpacing).not.toEqual([9, 9]);
  expect(run.sidecar).toEqual({ ...JSON.parse(JSON.stringify(truth.value)), stillFrame: 2 });
});

test('a film that comes without a preview has one made on the node; one that has its own keeps it', { timeout: 60_000 }, async () => {
  const film = spacedFilm();
  const runId = await newRun();
  const path = (await create(runId, 't2', film.length)).headers.get('location') ?? '';
  expect((await append(path, 0, film)).status).toBe(204);
  const preview = casesJobs(node.house)['make-preview'] as (payload: object) => Promise<void>;
  const t1 = async () => node.sql<{ id: string; media_type: string }>(`select id, media_type from app.objects where run_id = $1 and tier = 't1'`, [runId]);
  expect(await node.sql('select key from graphile_worker.jobs where key = $1', [`preview ${runId}`])).toHaveLength(1);
  expect(await t1()).toEqual([]);
  await preview({ runId });
  const [kept] = await t1();
  expect(kept?.media_type).toBe('image/webp');
  const shown = await fetch(`${base}/api/objects/${kept?.id}`, { headers: { cookie: asker.cookie, host: 'localhost' } });
  expect(picturesOfSequence(new Uint8Array(await shown.arrayBuffer()))?.length).toBe(3);
  await preview({ runId });
  expect(await t1()).toEqual([kept]);
});
