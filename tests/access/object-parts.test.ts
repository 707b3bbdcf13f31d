// Parts of a film: who may have them, and what is said of them on the way.

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as acts from '#world/acts.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
let asker: Hand;
let url = '';
const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => at & 255));

beforeAll(async () => {
  node = await startNode({ seed: 43 });
  asker = await node.as('maryam');
  const now = node.clock.now();
  const caseId = await acts.start(node.world, 'maryam', 'en', now);
  const runId = await acts.addRun(node.world, 'maryam', caseId, { kind: 'xa', label: 'LAD', position: 0, sidecar: {} }, [{ tier: 't2', mediaType: 'application/dicom', bytes }], now);
  const [object] = await node.sql<{ id: string }>('select id from app.objects where run_id = $1', [runId]);
  url = `/api/objects/${object?.id}`;
});
afterAll(() => node.close());

test('a part is exactly what was asked for, named by the object’s hash, and kept for good by who has it', async () => {
  const { status, raw } = await asker.get(url, { range: 'bytes=100-299' });
  expect(status).toBe(206);
  expect(raw.rawPayload.equals(bytes.subarray(100, 300))).toBe(true);
  expect(raw.headers).toMatchObject({ 'content-range': 'bytes 100-299/5000', 'content-length': '200', 'accept-ranges': 'bytes', 'cache-control': 'private, max-age=31536000, immutable' });
  expect(raw.headers['content-encoding']).toBeUndefined();
  const again = await asker.get(url, { range: 'bytes=100-299', 'if-none-match': String(raw.headers.etag) });
  expect(again.status).toBe(304);
  expect(again.raw.rawPayload).toHaveLength(0);
});

test('the whole comes whole; several ranges and one beyond the end are refused', async () => {
  const whole = await asker.get(url);
  expect(whole.status).toBe(200);
  expect(whole.raw.rawPayload.equals(bytes)).toBe(true);
  for (const range of ['bytes=0-9,20-29', 'bytes=5000-', 'bytes=9-3']) expect((await asker.get(url, { range })).status, range).toBe(416);
});

test('what is remembered of one viewer serves no other', async () => {
  expect((await asker.get(url, { range: 'bytes=0-9' })).status).toBe(206);
  for (const key of ['claire', null] as const) {
    const other = await node.as(key);
    const { status, raw } = await other.get(url, { range: 'bytes=0-9' });
    expect([403, 404]).toContain(status);
    expect(raw.rawPayload.includes(bytes.subarray(0, 10))).toBe(false);
  }
});
