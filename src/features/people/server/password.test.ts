import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';

let node: PeopleNode;
beforeAll(async () => { node = await openPeopleNode([peopleDoors], { mode: 'up' }); });
afterAll(() => node[Symbol.asyncDispose]());

const password = 'four wires and a balloon';
const digits = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: node.clock.now().getTime() });
const next = () => node.clock.step(30_000);

const setUp = async (browser: Browser): Promise<{ secret: string; codes: string[] }> => {
  const begun = (await browser.post('/api/me/password/begin', { password })).body as { secret: string; pending: string; uri: string; qr: string };
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\//);
  expect(begun.qr).toMatch(/^<svg/);
  const confirmed = await browser.post('/api/me/password/confirm', { password, pending: begun.pending, otp: digits(begun.secret) });
  expect(confirmed.status).toBe(200);
  return { secret: begun.secret, codes: confirmed.body.recoveryCodes as string[] };
};

test('a password works only together with its second factor', async () => {
  const one = await node.person({ email: 'two@example.org' });
  const { secret, codes } = await setUp(await node.as(one));
  expect(codes).toHaveLength(10);
  const browser = node.browser();
  next();
  const sign = (more: object) => browser.post('/api/session/password', { email: 'two@example.org', password, ...more });
  expect((await sign({})).body).toMatchObject({ status: 403, code: 'people.codeWanted', fields: ['otp'] });
  expect((await sign({ otp: '000000' })).body.code).toBe('people.codeWrong');
  expect((await browser.get('/api/me')).body.person).toBeNull();
  expect((await sign({ otp: digits(secret) })).status).toBe(200);
  expect((await browser.get('/api/me')).body.person).toMatchObject({ id: one });
});

test('the six digits are taken in Persian, once, and not again within their half minute', async () => {
  const one = await node.person({ email: 'once@example.org' });
  const { secret } = await setUp(await node.as(one));
  next();
  const persian = digits(secret).replace(/\d/g, (d) => '۰۱۲۳۴۵۶۷۸۹'[Number(d)] ?? d);
  expect((await node.browser().post('/api/session/password', { email: 'once@example.org', password, otp: persian })).status).toBe(200);
  expect((await node.browser().post('/api/session/password', { email: 'once@example.org', password, otp: digits(secret) })).body.code).toBe('people.codeUsed');
});

test('a recovery code stands for the six digits, once', async () => {
  const one = await node.person({ email: 'lost@example.org' });
  const { codes } = await setUp(await node.as(one));
  const sign = (recovery: string | undefined) => node.browser().post('/api/session/password', { email: 'lost@example.org', password, recovery });
  expect((await sign(codes[3]?.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
  expect((await sign(codes[3])).body.code).toBe('people.recoveryWrong');
  expect((await (await node.as(one)).get('/api/me/ways-in')).body).toMatchObject({ hasPassword: true, codesLeft: 9, email: 'lost@example.org' });
});

test('a wrong password and an unknown address are answered alike, and the ninth try is refused', async () => {
  const one = await node.person({ email: 'guessed@example.org' });
  await setUp(await node.as(one));
  for (const email of ['guessed@example.org', 'nobodyhere@example.org']) {
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 9; i++) codes.push((await node.browser().post('/api/session/password', { email, password: `guess number ${i}` })).body.code);
    expect(codes.slice(0, 8).every((code) => code === 'people.signInWrong')).toBe(true);
    expect(codes[8]).toBe('people.tooManyTries');
  }
  node.clock.step(16 * 60_000);
});

test('a weak password is refused before anything is set up, with a sentence of its own', async () => {
  const browser = await node.as(await node.person({ email: 'weak@example.org' }));
  expect((await browser.post('/api/me/password/begin', { password: 'short' })).body).toMatchObject({ status: 422, code: 'people.passwordShort', fields: ['password'] });
  expect((await browser.post('/api/me/password/begin', { password: 'qwertyuiop1' })).body.code).toBe('people.passwordCommon');
});

test('nothing is set until the first six digits are right, and another person’s set-up is worth nothing', async () => {
  const [a, b] = [await node.person({ email: 'a1@example.org' }), await node.person({ email: 'b1@example.org' })];
  const [one, two] = [await node.as(a), await node.as(b)];
  const begun = (await one.post('/api/me/password/begin', { password })).body as { secret: string; pending: string };
  expect((await one.post('/api/me/password/confirm', { password, pending: begun.pending, otp: '123456' })).body.code).toBe('people.codeWrong');
  expect((await two.post('/api/me/password/confirm', { password, pending: begun.pending, otp: digits(begun.secret) })).body.code).toBe('people.setUpExpired');
  expect(await node.sql('select from app.passwords where person_id = any ($1)', [[a, b]])).toEqual([]);
});

test('the secret lies sealed in the table, and setting a password signs other devices out', async () => {
  const one = await node.person({ email: 'sealed@example.org' });
  const elsewhere = await node.as(one);
  expect((await elsewhere.get('/api/me')).body.person).not.toBeNull();
  const { secret } = await setUp(await node.as(one));
  const [row] = await node.sql<{ sealed: Buffer; hash: string }>('select sealed_secret as sealed, hash from app.second_factors f join app.passwords p using (person_id) where person_id = $1', [one]);
  const plain = Buffer.from(Secret.fromBase32(secret.replaceAll(' ', '')).buffer);
  expect(row?.sealed.includes(plain)).toBe(false);
  expect(row?.hash).toMatch(/^\$argon2id\$/);
  expect((await elsewhere.get('/api/me')).body.person).toBeNull();
});

test('changing or removing a password wants a fresh sign-in', async () => {
  const one = await node.person({ email: 'stale@example.org' });
  const browser = await node.as(one);
  await setUp(browser);
  node.clock.step(20 * 60_000);
  expect((await browser.delete('/api/me/password')).body.code).toBe('people.signInAgain');
  expect((await browser.post('/api/me/password/begin', { password })).body.code).toBe('people.signInAgain');
  expect((await browser.post('/api/me/recovery-codes')).body.code).toBe('people.signInAgain');
  const fresh = await node.as(one);
  expect(((await fresh.post('/api/me/recovery-codes')).body.recoveryCodes as string[]).length).toBe(10);
  expect((await fresh.delete('/api/me/password')).status).toBe(200);
  expect((await fresh.get('/api/me/ways-in')).body).toMatchObject({ hasPassword: false, codesLeft: 0 });
});
