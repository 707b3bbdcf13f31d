import { describe, expect, test } from 'vitest';
import { Incoming } from './incoming.ts';

const stream = (parts: readonly number[], broken = false): Response => {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const size = parts[at];
      if (size === undefined) return broken ? controller.error(new TypeError('network')) : controller.close();
      controller.enqueue(new Uint8Array(size).fill(at + 1));
      at++;
    },
  });
  return new Response(body, { headers: broken ? {} : { 'content-length': String(parts.reduce((sum, part) => sum + part, 0)) } });
};

describe('a file on its way', () => {
  test('is used part by part, and knows its length from the start', async () => {
    const file = new Incoming(stream([3, 2]));
    expect(file.length).toBe(5);
    await Promise.all([file.more(), file.more()]);
    expect([...file.bytes]).toEqual([1, 1, 1]);
    expect(file.done).toBe(false);
    await file.more();
    expect([...file.bytes]).toEqual([1, 1, 1, 2, 2]);
    expect(file.done).toBe(true);
  });

  test('grows past what was told, and is whole in the end', async () => {
    const file = new Incoming(stream([60_000, 60_000, 7], false));
    expect((await file.whole()).length).toBe(120_007);
  });

  test('says when the connection broke, and keeps what has come', async () => {
    const file = new Incoming(stream([4], true));
    await file.more();
    await expect(file.more()).rejects.toThrow('network');
    expect(file.bytes.length).toBe(4);
    expect(file.length).toBe(Number.POSITIVE_INFINITY);
  });
});
