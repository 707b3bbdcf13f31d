// The C-STORE receiver: a small sender of our own speaks to it, DCMTK's where it is installed, and somebody who does not mean well.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readDicom } from 'imaging';
import { demoStudy, fakeIdentity, renderRun, writeRun } from 'imaging/phantom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArrivalsView } from '#features/arrivals/rules/present.ts';
import { instanceOf } from '#features/arrivals/rules/part10.ts';
import { forwardTo } from '#features/arrivals/server/dimse/forward.ts';
import { dataUnit, pdu } from '#features/arrivals/server/dimse/pdu.ts';
import { openReceiver, type Receiver } from '#features/arrivals/server/dimse/receiver.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
let owner: Hand;
let receiver: Receiver;
let folder: string;
let file: string;
const dicom = writeRun(renderRun((demoStudy('demo-lm-calc', { frames: 4, size: 128 }) ?? [])[0] as never), fakeIdentity(5, 'male', 66), { burnName: false });
const instance = instanceOf(dicom) ?? { sopClass: '', sopInstance: '', transferSyntax: '' };
const metaLength = new DataView(dicom.buffer, dicom.byteOffset).getUint32(140, true);
const dataSet = Buffer.from(dicom.subarray(144 + metaLength));

beforeAll(async () => {
  process.env.HAMDEL_IMPORT = '1';
  node = await startNode({ seed: 71 });
  delete process.env.HAMDEL_IMPORT;
  const base = await node.app.listen({ port: 0, host: '127.0.0.1' });
  owner = await node.as('arman');
  const token = Buffer.from(node.house.random.bytes(32)).toString('base64url');
  await owner.post('/api/arrivals/tokens', { id: node.newId(), name: 'PACS', hash: createHash('sha256').update(token).digest('hex'), days: 30 });
  receiver = await openReceiver({ port: 0, aet: 'HAMDEL', from: ['PACS'], store: forwardTo({ url: `${base}/dicom-web`, token }) });
  folder = await mkdtemp(join(tmpdir(), 'hamdel-receive-'));
  file = join(folder, 'run.dcm');
  await writeFile(file, dicom);
});
afterAll(async () => {
  await receiver.close();
  await node.close();
  await rm(folder, { recursive: true, force: true });
});

const waiting = async () => (await owner.get<ArrivalsView>('/api/arrivals')).body.arrivals;
const onDisk = () => readdir(join(node.house.dataDir, 'quarantine')).catch(() => [] as string[]);

const item = (type: number, value: Buffer): Buffer => { const head = Buffer.from([type, 0, 0, 0]); head.writeUInt16BE(value.length, 2); return Buffer.concat([head, value]); };
const associate = ({ called = 'HAMDEL', calling = 'PACS', sop = instance.sopClass, syntax = instance.transferSyntax } = {}): Buffer =>
  pdu(1, Buffer.concat([Buffer.from([0, 1, 0, 0]), Buffer.from(called.padEnd(16)), Buffer.from(calling.padEnd(16)), Buffer.alloc(32), item(0x10, Buffer.from('1.2.840.10008.3.1.1.1')),
    item(0x20, Buffer.concat([Buffer.from([1, 0, 0, 0]), item(0x30, Buffer.from(sop)), item(0x40, Buffer.from(syntax))])), item(0x50, item(0x51, Buffer.from([0, 1, 0, 0])))]));
const field = (number: number, value: Buffer): Buffer => { const head = Buffer.alloc(8); head.writeUInt16LE(number, 2); head.writeUInt32LE(value.length, 4); return Buffer.concat([head, value]); };
const short = (n: number): Buffer => { const b = Buffer.alloc(2); b.writeUInt16LE(n, 0); return b; };
const uid = (text: string): Buffer => Buffer.from(text.length % 2 ? `${text}\0` : text);
const storeRequest = (): Buffer => dataUnit({ context: 1, command: true, last: true, data: Buffer.concat([field(2, uid(instance.sopClass)), field(0x100, short(1)), field(0x110, short(7)), field(0x800, short(1)), field(0x1000, uid(instance.sopInstance))]) });
const pieces = (bytes: Buffer, last = true): Buffer[] => {
  const out: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 9000) out.push(dataUnit({ context: 1, command: false, last: last && at + 9000 >= bytes.length, data: bytes.subarray(at, at + 9000) }));
  return out;
};

/** Says these units one after the other, each after an answer came to the one before when `waits` holds its place; gives what was answered. */
const speak = async (units: readonly (Buffer | 'wait')[], patience = 3000): Promise<Buffer> => {
  const socket: Socket = connect(receiver.port, '127.0.0.1');
  const heard: Buffer[] = [];
  let ended = false;
  socket.on('data', (bytes) => heard.push(bytes));
  socket.on('close', () => { ended = true; });
  socket.on('error', () => { ended = true; });
  await new Promise((done) => socket.once('connect', done));
  const until = async (done: () => boolean) => { for (let ms = 0; ms < patience && !done() && !ended; ms += 10) await pause(10); };
  for (const unit of units) {
    if (unit !== 'wait') socket.write(unit);
    else { const before = heard.length; await until(() => heard.length > before); }
  }
  await until(() => ended);
  socket.destroy();
  return Buffer.concat(heard);
};
/** Types of the units in an answer. */
const typesOf = (answer: Buffer): number[] => {
  const types: number[] = [];
  for (let at = 0; at + 6 <= answer.length; at += 6 + answer.readUInt32BE(at + 2)) types.push(answer.readUInt8(at));
  return types;
};
const release = pdu(5, Buffer.alloc(4));
/** (0000,0900) of the last response. */
const statusIn = (answer: Buffer): number => answer.readUInt16LE(answer.lastIndexOf(Buffer.from([0, 0, 0, 9, 2, 0, 0, 0])) + 8);

test('an instance sent by C-STORE waits for the owner of the token, its data set byte for byte', async () => {
  const answer = await speak([associate(), 'wait', storeRequest(), ...pieces(dataSet), 'wait', release, 'wait']);
  expect(typesOf(answer)).toEqual([2, 4, 6]);
  expect(statusIn(answer)).toBe(0);
  const [one] = await waiting();
  const { rawPayload } = (await owner.get(`/api/arrivals/${one?.id}/bytes`)).raw;
  expect(rawPayload.subarray(rawPayload.length - dataSet.length).equals(dataSet)).toBe(true);
  expect(instanceOf(rawPayload)).toEqual(instance);
  const read = readDicom(new Uint8Array(rawPayload));
  expect(read.ok && [read.value.transferSyntax.uid, read.value.trailing]).toEqual([instance.transferSyntax, 0]);
});

test('a stranger, a wrong address, a class that is no picture and a syntax nobody reads are refused', async () => {
  const before = (await waiting()).length;
  expect([...(await speak([associate({ called: 'ELSEWHERE' }), 'wait'])).subarray(0, 10)]).toEqual([3, 0, 0, 0, 0, 4, 0, 1, 1, 7]);
  expect([...(await speak([associate({ calling: 'STRANGER' }), 'wait'])).subarray(0, 10)]).toEqual([3, 0, 0, 0, 0, 4, 0, 1, 1, 3]);
  for (const [asked, reason] of [[{ sop: '1.2.840.10008.5.1.4.1.1.104.1' }, 3], [{ syntax: '1.2.840.10008.1.2.4.100' }, 4]] as const) {
    const answer = await speak([associate(asked), 'wait', release, 'wait']);
    expect(answer[answer.indexOf(Buffer.from([0x21, 0])) + 6], JSON.stringify(asked)).toBe(reason);
    expect(statusIn(await speak([associate(asked), 'wait', storeRequest(), ...pieces(dataSet), 'wait', release, 'wait']))).toBe(0xc000);
  }
  expect((await waiting()).length).toBe(before);
});

test('what is no DICOM is answered by an abort, leaves nothing behind, and the next is served', async () => {
  const [before, files] = [(await waiting()).length, (await onDisk()).length];
  const long = Buffer.from([1, 0, 0xff, 0xff, 0xff, 0xff, 1, 2, 3]);
  const cut = associate();
  cut.writeUInt16BE(60_000, 6 + 68 + 2);
  const wrong: Record<string, readonly (Buffer | 'wait')[]> = {
    'a web browser': [Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')], 'a length of four gigabytes': [long], 'data before an association': [storeRequest()], 'an item that is cut off': [cut],
    'an association twice': [associate(), 'wait', associate()], 'data without a command': [associate(), 'wait', ...pieces(Buffer.alloc(10))],
    'a command in the middle of a picture': [associate(), 'wait', storeRequest(), ...pieces(dataSet, false), storeRequest()],
    'a value longer than its unit': [associate(), 'wait', pdu(4, Buffer.from([0, 0, 0xff, 0xff, 1, 3, 0, 0]))],
    'a command without end': [associate(), 'wait', ...Array.from({ length: 3 }, () => dataUnit({ context: 1, command: true, last: false, data: Buffer.alloc(9000) }))],
  };
  for (const [name, units] of Object.entries(wrong)) expect(typesOf(await speak(units, 2000)).at(-1), name).toBe(7);
  // The line goes dead in the middle of a picture.
  await speak([associate(), 'wait', storeRequest(), ...pieces(dataSet, false)], 300);
  await pause(300);
  expect((await waiting()).length).toBe(before);
  expect((await onDisk()).length).toBe(files);
  expect(statusIn(await speak([associate(), 'wait', storeRequest(), ...pieces(dataSet), 'wait', release, 'wait']))).toBe(0);
});

test('a node that does not take it makes the sender know', async () => {
  const open = receiver;
  const base = `http://127.0.0.1:${(node.app.server.address() as { port: number }).port}`;
  const large = Buffer.concat([dataSet, Buffer.alloc(3_000_000)]);
  for (const url of ['http://127.0.0.1:1/dicom-web', `${base}/dicom-web`, `${base}/nowhere`]) {
    receiver = await openReceiver({ port: 0, from: [], store: forwardTo({ url, token: 'x'.repeat(30) }) });
    const answer = await speak([associate(), 'wait', storeRequest(), ...pieces(large), 'wait', release, 'wait']);
    await receiver.close();
    expect([typesOf(answer), statusIn(answer)], url).toEqual([[2, 4, 6], 0x0110]);
  }
  receiver = open;
});

const run = (program: string, args: readonly string[]): Promise<number> => new Promise((done) => { execFile(program, [...args], (error) => done(error === null ? 0 : Number(error.code ?? 1))); });
const dcmtk = existsSync('/usr/bin/storescu');

test.skipIf(!dcmtk)('DCMTK’s echoscu and storescu are served (skipped where they are not installed)', async () => {
  const to = ['-aet', 'PACS', '-aec', 'HAMDEL', '127.0.0.1', String(receiver.port)];
  expect(await run('/usr/bin/echoscu', to)).toBe(0);
  const before = (await waiting()).map(({ id }) => id);
  expect(await run('/usr/bin/storescu', ['-xs', ...to, file, file])).toBe(0);
  const fresh = (await waiting()).filter(({ id }) => !before.includes(id));
  expect(fresh).toHaveLength(2);
  const { rawPayload } = (await owner.get(`/api/arrivals/${fresh[0]?.id}/bytes`)).raw;
  const [sent, there] = [readDicom(dicom), readDicom(new Uint8Array(rawPayload))];
  expect(sent.ok && there.ok && Buffer.from(sent.value.pixel?.value ?? []).equals(Buffer.from(there.value.pixel?.value ?? []))).toBe(true);
  expect(await run('/usr/bin/echoscu', ['-aet', 'STRANGER', '-aec', 'HAMDEL', '127.0.0.1', String(receiver.port)])).not.toBe(0);
});
