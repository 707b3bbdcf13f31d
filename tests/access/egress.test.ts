// The egress ledgers over a real database: what is listed for whom, that no row is missing under concurrency, and that what was altered shows.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertObject } from '#features/cases/server/store.ts';
import { canonical, digestOf, type Json } from '#features/egress/rules/canonical.ts';
import { readJsonLines } from '#features/egress/rules/export.ts';
import type { CertificateView, LedgerView } from '#features/egress/rules/present.ts';
import { type Trouble, verifyLedger } from '#features/egress/rules/verify.ts';
import type { Id } from '#kernel/ids.ts';
import * as acts from '#world/acts.ts';
import { aCase } from '#world/build.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
let officer: Hand;
beforeAll(async () => {
  node = await startNode({ seed: 57 });
  officer = await node.as('mina');
});
afterAll(() => node.close());

const appoint = (who: PersonKey, of: PersonKey): Promise<unknown> =>
  node.sql(`insert into app.roles (id, person_id, role, granted_at, institution_id) select $1, $2, 'privacy-officer', $4, institution_id from app.people where id = $3`,
    [node.newId(), node.world.people[who].id, node.world.people[of].id, node.clock.now()]);
const bytes = (n: number) => new TextEncoder().encode(`clean ${n}`);
const aRun = (who: PersonKey, caseId: Id): Promise<Id> => acts.addRun(node.world, who, caseId, { kind: 'xa', label: '', position: 0, sidecar: {}, certificate: { version: 1, masks: [], software: 'hamdel-imaging 1' } },
  [{ tier: 't0', mediaType: 'image/webp', bytes: bytes(1) }, { tier: 't2', mediaType: 'application/dicom', bytes: bytes(2) }], node.clock.now());
const seen = async (hand: Hand, path = '/api/privacy/ledger'): Promise<LedgerView> => (await hand.get<LedgerView>(path)).body;
const runsSeen = async (hand: Hand, path?: string): Promise<string[]> => (await seen(hand, path)).newest.map(({ run }) => run);
const troubles = async (hand: Hand, path = '/api/me/ledger'): Promise<readonly Trouble[]> => {
  const { raw } = await hand.get(`${path}/lines`);
  const read = readJsonLines(raw.body);
  return verifyLedger(read?.rows ?? [], read?.head);
};

test('an object is in its person’s ledger as soon as it is one, and in the institution’s when the case is put with the name', async () => {
  const { id } = await aCase(node.world, { asker: 'arman', phase: 'draft' });
  const run = await aRun('arman', id);
  expect(await runsSeen(await node.as('arman'), '/api/me/ledger')).toContain(run);
  expect(await runsSeen(officer)).not.toContain(run);
  await aCase(node.world, { asker: 'arman', from: id });
  const view = await seen(officer);
  const listed = view.newest.find((one) => one.run === run);
  expect(listed).toMatchObject({ bytes: 14, case: null, person: { id: node.world.people.arman.id, nameEn: 'Arman Rostami' }, masks: 0 });
  const later = await aRun('arman', id);
  expect(await runsSeen(officer)).toContain(later);
  expect(await troubles(officer, '/api/privacy/ledger')).toEqual([]);
  expect(await troubles(await node.as('arman'))).toEqual([]);
});

test('a hidden case stands in no institution’s ledger, until its asker shows the name', async () => {
  const { id } = await aCase(node.world, { asker: 'arman', hidden: true, audience: 'node' });
  const run = await aRun('arman', id);
  const before = await seen(officer);
  expect(before.newest.map((one) => one.run)).not.toContain(run);
  expect(await runsSeen(await node.as('arman'), '/api/me/ledger')).toContain(run);
  const [certificate] = await node.sql<{ id: string }>('select id from app.certificates where run_id = $1', [run]);
  expect((await officer.get(`/api/certificates/${certificate?.id}`)).status).toBe(404);
  await node.sql('update app.cases set hidden = false where id = $1', [id]);
  expect(await runsSeen(officer)).toContain(run);
  expect((await seen(officer)).head.seq).toBe(before.head.seq + 2);
});

test('an officer reads the certificate of what is listed, and nothing of the case', async () => {
  const { id } = await aCase(node.world, { asker: 'arman' });
  const run = await aRun('arman', id);
  const listed = (await seen(officer)).newest.find((one) => one.run === run);
  const { body, status } = await officer.get<CertificateView>(`/api/certificates/${listed?.certificate}`);
  expect(status).toBe(200);
  expect(body.rows.map(({ kind, tier }) => [kind, tier])).toEqual([['institution', 't0'], ['institution', 't2']]);
  expect(digestOf(body.body as Json)).toBe(body.rows[0]?.certificateSha256);
  expect(JSON.stringify(body)).not.toContain(id);
  for (const path of [`/api/cases/${id}`, `/api/cases/${id}/runs/${run}/certificate`]) expect((await officer.get(path)).status).toBe(404);
});

test('only the officer of that institution finds its ledger; who moves house takes no ledger along', async () => {
  for (const who of ['arman', 'nasrin', 'leila', 'ali'] as const) expect((await (await node.as(who)).get('/api/privacy/ledger')).status, who).toBe(404);
  await appoint('marek', 'claire');
  const marek = await node.as('marek');
  expect((await seen(marek)).newest).toEqual([]);
  await node.sql('update app.people set institution_id = $2 where id = $1', [node.world.people.marek.id, node.world.ids.institutions.karun]);
  expect((await seen(marek)).newest).toEqual([]);
  await node.sql(`update app.roles set ended_at = now() where role = 'privacy-officer' and person_id = $1`, [node.world.people.marek.id]);
  expect((await marek.get('/api/privacy/ledger')).status).toBe(404);
});

test('a steward gives the role at the institution where the person works', async () => {
  const steward = await node.as('nasrin');
  expect((await steward.post(`/api/steward/people/${node.world.people.omid.id}/roles`, { role: 'privacy-officer' })).status).toBe(200);
  const omid = await node.as('omid');
  expect((await omid.get<LedgerView>('/api/privacy/ledger')).body.owner).toBe(node.world.ids.institutions[(await import('#world/cast.ts')).cast.omid.at]);
  await node.sql('update app.people set institution_id = null where id = $1', [node.world.people.kaveh.id]);
  expect((await steward.post(`/api/steward/people/${node.world.people.kaveh.id}/roles`, { role: 'privacy-officer' })).body).toMatchObject({ code: 'stewardship.officerWhere' });
});

test('of many objects at once none is lost and no number is left out', async () => {
  const { id } = await aCase(node.world, { asker: 'arman' });
  const runs = await Promise.all(Array.from({ length: 12 }, () => acts.addRun(node.world, 'arman', id, { kind: 'xa', label: '', position: 0, sidecar: {} }, [], node.clock.now())));
  await Promise.all(runs.flatMap((runId) => (['t0', 't1', 't2'] as const).map((tier) => node.house.db.asNode((tx) =>
    insertObject(tx, { id: node.newId(), runId, caseId: id, tier, mediaType: 'video/mp4', bytes: 3, sha256: createHash('sha256').update(`${runId} ${tier}`).digest() }, node.clock.now())))));
  const arman = await node.as('arman');
  const read = readJsonLines((await arman.get('/api/me/ledger/lines')).raw.body);
  expect(read?.rows.filter(({ run }) => runs.includes(run as Id))).toHaveLength(36);
  expect(verifyLedger(read?.rows ?? [], read?.head)).toEqual([]);
  expect(await troubles(officer, '/api/privacy/ledger')).toEqual([]);
});

test('a row that was altered, taken out or put in another’s place in the database is named', async () => {
  const arman = await node.as('arman');
  const owner = node.world.people.arman.id;
  const during = async (change: string): Promise<readonly Trouble[]> => {
    await node.sql('create table kept as select * from app.egress_rows where owner = $1', [owner]);
    await node.sql(change, [owner]);
    const found = await troubles(arman);
    await node.sql('delete from app.egress_rows where owner = $1', [owner]);
    await node.sql('insert into app.egress_rows select * from kept');
    await node.sql('drop table kept');
    return found;
  };
  expect(await during('delete from app.egress_rows where owner = $1 and seq = 3')).toEqual([{ kind: 'missing', from: 3, to: 3 }]);
  expect(await during(`update app.egress_rows set entry = entry || '{"bytes": 1}' where owner = $1 and seq = 2`)).toEqual([{ kind: 'altered', seq: 2 }]);
  expect(await during(`update app.egress_rows e set entry = o.entry, hash = o.hash from app.egress_rows o where e.owner = $1 and o.owner = $1 and (e.seq, o.seq) in ((2, 4), (4, 2)) `)).toEqual([{ kind: 'moved', seq: 4, at: 2 }, { kind: 'moved', seq: 2, at: 4 }]);
  expect(await troubles(arman)).toEqual([]);
});

test('no person writes a ledger, not even their own', async () => {
  const { id } = node.world.people.arman;
  for (const sql of [`update app.egress_rows set hash = hash`, 'delete from app.egress_rows', `insert into app.egress_heads (owner, kind, seq, hash) values (app.viewer(), 'person', 0, '')`,
    `select app.list_object('person', app.viewer(), o, app.viewer(), now()) from app.objects o`, `select app.canonical('{}')`])
    await expect(node.house.db.asViewer(id, (tx) => tx.write(sql)), sql).rejects.toMatchObject({ code: '42501' });
});

test('the database writes the same canonical text as the program that verifies', async () => {
  const leaf = fc.oneof(fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', '')), fc.integer(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({ tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,9}$/), tie('tree'), { maxKeys: 5 })) }));
  for (const value of fc.sample(tree, { numRuns: 200, seed: 3 })) {
    const [row] = await node.sql<{ text: string }>('select app.canonical($1::jsonb) as text', [JSON.stringify(value)]);
    expect(row?.text).toBe(canonical(value));
  }
});

test('the files can be kept: lines that verify, a table, a certificate', async () => {
  const arman = await node.as('arman');
  const lines = (await arman.get('/api/me/ledger/lines')).raw;
  expect([lines.headers['content-type'], lines.headers['content-disposition']]).toEqual(['application/jsonl; charset=utf-8', 'attachment; filename="hamdel-ledger-person.jsonl"']);
  const table = (await arman.get('/api/me/ledger/table')).raw;
  expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(table.body.split('\r\n')).toHaveLength(lines.body.split('\n').length);
  const [row] = (await seen(arman, '/api/me/ledger')).newest;
  expect((await arman.get(`/api/certificates/${row?.certificate}/file`)).raw.headers['content-disposition']).toMatch(/^attachment; filename="hamdel-certificate-[0-9a-f-]{36}\.json"$/);
});
