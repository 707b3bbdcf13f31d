import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFiles } from './open-files.ts';

let folder = '';
const place = (n: number): string => join(folder, `${n}`);
const opened = (): number => readdirSync('/proc/self/fd').length;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-files-'));
  for (let n = 0; n < 12; n++) writeFileSync(place(n), Buffer.from(Array.from({ length: 1000 }, (_, at) => (at + n) & 255)));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('parts are what stands in the file, many at a time, whichever files are closed meanwhile', async () => {
  const files = openFiles(3);
  const asked = Array.from({ length: 200 }, (_, i) => ({ n: (i * 7) % 12, start: (i * 37) % 900, end: ((i * 37) % 900) + (i % 90) }));
  const parts = await Promise.all(asked.map(({ n, start, end }) => files.part(place(n), start, end)));
  for (const [i, { n, start, end }] of asked.entries()) expect(Array.from(parts[i] as Buffer)).toEqual(Array.from({ length: end - start + 1 }, (_, at) => (start + at + n) & 255));
  expect(files.size).toBe(3);
});

test.skipIf(process.platform !== 'linux')('one descriptor serves a file, and no more stay open than are kept', async () => {
  const files = openFiles(3);
  const before = opened();
  for (let i = 0; i < 50; i++) await files.part(place(1), i, i + 10);
  expect(opened() - before).toBe(1);
  for (let n = 0; n < 12; n++) await files.part(place(n), 0, 10);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(opened() - before).toBe(3);
});

test('a missing file and one that is too short are refused, and what was removed is asked for anew', async () => {
  const files = openFiles();
  await expect(files.part(join(folder, 'none'), 0, 1)).rejects.toThrow();
  await expect(files.part(place(2), 990, 1000)).rejects.toThrow('shorter');
  writeFileSync(join(folder, 'short-lived'), 'abc');
  expect(String(await files.part(join(folder, 'short-lived'), 0, 2))).toBe('abc');
  rmSync(join(folder, 'short-lived'));
  files.forget(join(folder, 'short-lived'));
  await expect(files.part(join(folder, 'short-lived'), 0, 2)).rejects.toThrow();
});
