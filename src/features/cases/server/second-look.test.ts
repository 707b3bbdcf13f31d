import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { secondLook } from './second-look.ts';

const look = secondLook();
afterAll(() => look.close());

const film = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync('tests/world/films/pool-2/01.mp4'));

test('the bytes that were looked at come back with their sum and the verdict', async () => {
  const [good, bad] = await Promise.all([look('xa', 't1', film()), look('xa', 't2', film())]);
  expect(good.verified).toEqual({ ok: true, value: { mediaType: 'video/mp4' } });
  expect(bad.verified).toMatchObject({ ok: false, family: 'invalid' });
  for (const one of [good, bad]) {
    expect(Buffer.from(one.bytes).equals(Buffer.from(film()))).toBe(true);
    expect(one.sha256.equals(createHash('sha256').update(film()).digest())).toBe(true);
  }
});

test('a picture whose thread ends is answered with a fault, and the next is looked at again', async () => {
  const lost = look('xa', 't1', film());
  await look.close();
  await expect(lost).rejects.toThrow('ended');
  expect((await look('xa', 't1', film())).verified.ok).toBe(true);
});
