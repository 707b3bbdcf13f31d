import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { found } from './net.ts';
import { bytesWaiting, flush, keepDraft, openOutbox, sendOrKeep, type Settled, onSettled, tryAgain, waitingDraft, waitingNow, withdraw } from './outbox.ts';

// A node of a few lines: remembers what it was asked, answers as told, and like ours gives one effect for one key.
type Told = { status: number; body: unknown } | 'break' | 'lose';
let server: Server;
let asked: { method: string; path: string; key: string; body: unknown }[];
let effects: Map<string, unknown>;
let tell: (path: string, body: { version?: number }) => Told;
const real = globalThis.fetch;

beforeEach(async () => {
  asked = [];
  effects = new Map();
  tell = () => ({ status: 200, body: {} });
  server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const body = text === '' ? undefined : JSON.parse(text);
    const key = String(request.headers['idempotency-key']);
    asked.push({ method: request.method ?? '', path: request.url ?? '', key, body });
    const kept = effects.get(key);
    const told: Told = kept === undefined ? tell(request.url ?? '', body) : { status: 200, body: kept };
    if (told === 'break') return void request.socket.destroy();
    if (told === 'lose') {
      effects.set(key, { version: (body?.version ?? 0) + 1 });
      return void request.socket.destroy();
    }
    if (told.status === 200) effects.set(key, told.body);
    response.writeHead(told.status, { 'content-type': 'application/json' }).end(JSON.stringify(told.body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page asks by path; Node's fetch wants the host too.
  globalThis.fetch = (path, init) => real(`${base}${String(path)}`, init);
  await openOutbox('niloofar');
});

afterEach(async () => {
  for (const one of waitingNow()) await withdraw(one.id);
  globalThis.fetch = real;
  found(true);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const what = { en: 'an opinion', fa: 'یک نظر' };
const reply = (text: string) => ({ method: 'POST' as const, path: '/api/cases/7/remarks', body: { text }, what, open: '/cases/7' });

test('what reaches the node leaves nothing on the device', async () => {
  expect(await sendOrKeep(reply('thank you'))).toMatchObject({ ok: true });
  expect(waitingNow()).toEqual([]);
});

test('without network it waits, counted in bytes, and goes later under the same key', async () => {
  tell = () => 'break';
  expect(await sendOrKeep(reply('thank you'))).toMatchObject({ ok: false, family: 'offline', waiting: true });
  expect(waitingNow()).toHaveLength(1);
  expect(bytesWaiting()).toBe('{"text":"thank you"}'.length);
  tell = () => ({ status: 200, body: {} });
  await flush();
  expect(waitingNow()).toEqual([]);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
});

test('an answer is late when nobody waits for it any more, and only then', async () => {
  const late: boolean[] = [];
  const stop = onSettled((one) => late.push(one.late));
  await sendOrKeep(reply('at once'));
  tell = () => 'break';
  await sendOrKeep(reply('told that it waits'));
  tell = () => ({ status: 200, body: {} });
  await flush();
  stop();
  expect(late).toEqual([false, true]);
});

test('the writer hears that it is on the device before anything is sent', async () => {
  let then: number | undefined;
  await sendOrKeep({ ...reply('thank you'), kept: () => { then = asked.length; expect(waitingNow()).toHaveLength(1); } });
  expect(then).toBe(0);
  expect(asked).toHaveLength(1);
});

test('an answer lost on the way back makes no second effect', async () => {
  tell = () => (asked.length === 1 ? 'lose' : { status: 200, body: {} });
  await sendOrKeep(reply('once'));
  await flush();
  expect(effects.size).toBe(1);
  expect(waitingNow()).toEqual([]);
});

test('a refusal goes back to the form and does not wait', async () => {
  tell = () => ({ status: 422, body: { family: 'invalid', code: 'web.checkFields', params: {}, fields: ['text'] } });
  expect(await sendOrKeep(reply(''))).toMatchObject({ ok: false, family: 'invalid', fields: ['text'] });
  expect(waitingNow()).toEqual([]);
});

test('what was refused while nobody looked stays, with its reason, until it is tried again or withdrawn', async () => {
  tell = () => 'break';
  await sendOrKeep(reply('late'));
  tell = () => ({ status: 409, body: { family: 'conflict', code: 'cases.closed', params: {} } });
  await flush();
  expect(waitingNow()[0]).toMatchObject({ refused: { code: 'cases.closed' }, body: { text: 'late' } });
  tell = () => ({ status: 200, body: {} });
  await tryAgain(waitingNow()[0]?.id ?? '');
  expect(waitingNow()).toEqual([]);
});

test('a thing that needs another first goes after it, and not at all when that was refused', async () => {
  tell = () => 'break';
  await sendOrKeep({ ...reply('the case'), id: 'case-7-key' });
  await sendOrKeep({ ...reply('the ask'), path: '/api/asks', after: ['case-7-key'] });
  tell = (path) => (path === '/api/asks' ? { status: 200, body: {} } : { status: 403, body: { family: 'forbidden', code: 'cases.unverified', params: {} } });
  asked.length = 0;
  await flush();
  expect(asked.map(({ path }) => path).filter((path) => path !== '/say')).toEqual(['/api/cases/7/remarks']);
  expect(waitingNow()).toHaveLength(2);
});

test('signed out in between: the text waits for its person, and for nobody else', async () => {
  tell = () => ({ status: 403, body: { family: 'forbidden', code: 'web.signInFirst', params: {} } });
  expect(await sendOrKeep(reply('mine'))).toMatchObject({ waiting: true });
  await openOutbox('claire');
  expect(waitingNow()).toEqual([]);
  tell = () => ({ status: 200, body: {} });
  await openOutbox('niloofar');
  await flush();
  expect(asked.at(-1)?.body).toEqual({ text: 'mine' });
});

const draft = (text: string, version: number) => ({ method: 'PUT' as const, path: '/api/cases/7', slot: '/api/cases/7', body: { text, version }, what, open: '/cases/7/edit' });

test('of a draft only the newest text waits', async () => {
  await keepDraft(draft('a', 1));
  await keepDraft(draft('ab', 1));
  expect(waitingNow()).toHaveLength(1);
  expect(waitingDraft('/api/cases/7')?.body).toEqual({ text: 'ab', version: 1 });
});

test('a draft whose answer was lost is first sent again as it was, then the newer text upon the version it got', async () => {
  tell = () => 'lose';
  await keepDraft(draft('first', 1));
  await flush();
  await keepDraft(draft('first and more', 1));
  tell = (_path, body) => ({ status: 200, body: { version: (body.version ?? 0) + 1 } });
  const settled: Settled[] = [];
  const stop = onSettled((one) => settled.push(one));
  await flush();
  stop();
  expect(asked.map(({ body }) => body)).toEqual([{ text: 'first', version: 1 }, { text: 'first', version: 1 }, { text: 'first and more', version: 2 }]);
  expect(asked[0]?.key).toBe(asked[1]?.key);
  expect(settled.map(({ answer }) => answer)).toMatchObject([{ value: { version: 2 } }, { value: { version: 3 } }]);
});

test('a stale draft stays on the device for comparing', async () => {
  tell = () => ({ status: 409, body: { family: 'conflict', code: 'web.stale', params: { version: 5 } } });
  await keepDraft(draft('mine', 3));
  await flush();
  expect(waitingDraft('/api/cases/7')).toMatchObject({ body: { text: 'mine' }, refused: { params: { version: 5 } } });
});

test('typing while a draft is on its way never goes upon the version before it', async () => {
  let version = 1;
  let stale = 0;
  tell = (_, body) => {
    if (body.version !== version) {
      stale += 1;
      return { status: 409, body: { family: 'conflict', code: 'web.stale', params: { version } } };
    }
    version += 1;
    return { status: 200, body: { version } };
  };
  // As a form does: it knows the version of the last answer it has seen, and types at any moment.
  let known = 1;
  const stop = onSettled(({ answer }) => { if (answer.ok) known = (answer.value as { version: number }).version; });
  const path = '/api/cases/9';
  for (let i = 0; i < 60; i++) {
    void keepDraft({ method: 'PUT', path, slot: path, what, open: '/', body: { version: known, text: `text ${i}` } as { version: number } }).then(() => flush());
    if (i % 3 !== 0) await new Promise((done) => setTimeout(done, i % 7));
  }
  await new Promise((done) => setTimeout(done, 100));
  await flush();
  stop();
  expect(stale).toBe(0);
  expect(asked.at(-1)?.body).toMatchObject({ text: 'text 59' });
  expect(waitingNow()).toEqual([]);
});
