// Meetings without a network: either device may come first, a signed card needs one of them alone, and nothing else makes a tie.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardText, codeFrom } from '#features/network/rules/meeting.ts';
import type { WithView } from '#features/network/rules/present.ts';
import { networkJobs } from '#features/network/server/jobs.ts';
import { after, DAY_MS } from '#kernel/clock.ts';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 80 }); });
afterAll(() => node.close());

const idOf = (key: PersonKey) => node.world.people[key].id;
const newCode = () => codeFrom(node.house.random.bytes(10));
const post = async (who: PersonKey, what: 'shown' | 'met' | 'keys', body: object) => { const { status, body: said } = await (await node.as(who)).post(`/api/meetings/${what}`, body); return [status, said.state ?? said.code]; };
const side = (code: string, change: object = {}) => ({ code, at: node.clock.now().toISOString(), ...change });
const tied = async (a: PersonKey, b: PersonKey) => (await (await node.as(a)).get<WithView>(`/api/ties/with/${idOf(b)}`)).body;

const keys = new Map<PersonKey, { id: string; sign(text: string): Promise<string> }>();
const keyOf = async (who: PersonKey) => {
  const there = keys.get(who);
  if (there) return there;
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const id = node.newId();
  expect(await post(who, 'keys', { id, spki: Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('hex') })).toEqual([200, undefined]);
  const made = { id, sign: async (text: string) => Buffer.from(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Buffer.from(text))).toString('base64url') };
  keys.set(who, made);
  return made;
};
const card = async (who: PersonKey, code: string, { signer = who, at = node.clock.now() }: { signer?: PersonKey; at?: Date } = {}) => {
  const text = cardText({ personId: idOf(who), keyId: (await keyOf(who)).id, at, code, name: who });
  return `${text}|${await (await keyOf(signer)).sign(text)}`;
};

test('a typed code: in either order, the second side makes the tie, with its place, and both are told', async () => {
  const [one, other] = [newCode(), newCode()];
  expect(await post('claire', 'shown', side(one, { place: 'Paris' }))).toEqual([200, 'waits']);
  expect((await tied('claire', 'marek')).tied).toBe(false);
  expect(await post('marek', 'met', side(one))).toEqual([200, 'tied']);
  expect((await tied('claire', 'marek')).grounds).toMatchObject([{ kind: 'congress', fromYear: 2026, place: 'Paris', state: 'tied' }]);
  expect((await (await node.as('claire')).get('/api/notices')).raw.body).toContain('tie-confirmed');
  expect(await post('marek', 'met', side(one))).toEqual([200, 'tied']);
  expect(await post('salim', 'met', side(other))).toEqual([200, 'waits']);
  expect(await post('daniel', 'shown', side(other))).toEqual([200, 'tied']);
  expect((await tied('salim', 'daniel')).tied).toBe(true);
});

test('a scanned card that its owner’s device has signed makes the tie alone; a forged one waits for the owner', async () => {
  const code = newCode();
  expect(await post('arman', 'met', side(code, { scanned: await card('hossein', code) }))).toEqual([200, 'tied']);
  expect((await tied('hossein', 'arman')).tied).toBe(true);
  const forged = newCode();
  await keyOf('peter');
  expect(await post('arman', 'met', side(forged, { scanned: await card('nilufar', forged, { signer: 'peter' }) }))).toEqual([200, 'waits']);
  const [moved, other] = [newCode(), newCode()];
  expect(await post('arman', 'met', side(moved, { scanned: await card('leila', other) }))).toEqual([200, 'waits']);
  expect(await post('arman', 'met', side(newCode(), { scanned: 'HAMDEL1|x' }))).toEqual([200, 'waits']);
  expect([(await tied('arman', 'nilufar')).tied, (await tied('arman', 'leila')).tied]).toEqual([false, false]);
  // Signed for one and claimed by another: the card's word stands.
  const claimed = newCode();
  expect(await post('samira', 'shown', side(claimed))).toEqual([200, 'waits']);
  expect(await post('omid', 'met', side(claimed, { scanned: await card('hossein', claimed) }))).toEqual([409, 'network.codeUsed']);
});

test('old, used, one’s own, ahead of its time, of the blocked or the unverified: no tie, and a sentence where one is due', async () => {
  const [own, used, late, apart] = [newCode(), newCode(), newCode(), newCode()];
  await post('parisa', 'shown', side(own));
  expect(await post('parisa', 'met', side(own))).toEqual([422, 'network.ownCode']);
  await post('parisa', 'shown', side(used));
  await post('kaveh', 'met', side(used));
  expect(await post('reza', 'met', side(used))).toEqual([409, 'network.codeUsed']);
  await post('parisa', 'shown', side(late));
  expect(await post('reza', 'met', side(late, { at: after(node.clock.now(), 9 * 60_000).toISOString() }))).toEqual([200, 'tied']);
  const stale = newCode();
  await post('maryam', 'shown', side(stale, { at: after(node.clock.now(), -3_600_000).toISOString() }));
  expect(await post('reza', 'met', side(stale))).toEqual([409, 'network.cardStale']);
  expect(await post('reza', 'met', side(newCode(), { at: after(node.clock.now(), -15 * DAY_MS).toISOString() }))).toEqual([409, 'network.meetingOld']);
  expect(await post('reza', 'met', side(newCode(), { at: after(node.clock.now(), 3_600_000).toISOString() }))).toEqual([422, 'network.clockAhead']);
  expect(await post('reza', 'met', side('short'))).toEqual([422, 'web.checkFields']);
  expect(await post('ali', 'shown', side(newCode()))).toEqual([403, 'network.unverified']);
  await (await node.as('shirin')).put(`/api/blocks/${idOf('bahram')}`);
  await post('shirin', 'shown', side(apart));
  expect(await post('bahram', 'met', side(apart))).toEqual([200, 'waits']);
  expect((await tied('shirin', 'bahram')).tied).toBe(false);
});

test('a meeting is read by its two sides alone, its code stands nowhere, and what is old is swept', async () => {
  const code = newCode();
  await post('claire', 'shown', side(code));
  const hash = createHash('sha256').update(code).digest();
  const read = (who: PersonKey) => node.house.db.asViewer(idOf(who), (tx) => tx.rows('select from app.meetings where code_hash = $1', [hash]));
  expect([(await read('claire')).length, (await read('marek')).length]).toEqual([1, 0]);
  expect(await node.house.db.asViewer(idOf('marek'), (tx) => tx.rows('select from app.meeting_keys where person_id <> app.viewer()'))).toEqual([]);
  await expect(node.house.db.asViewer(idOf('marek'), (tx) => tx.rows('update app.meetings set met_by = app.viewer() returning 1'))).rejects.toMatchObject({ code: '42501' });
  expect(JSON.stringify(await node.sql('select * from app.meetings'))).not.toContain(code);
  node.clock.step(30 * DAY_MS);
  await networkJobs(node.house)['sweep-network']?.({});
  expect(await node.sql('select from app.meetings')).toEqual([]);
  expect((await tied('claire', 'marek')).tied).toBe(true);
});
