import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf } from '#features/egress/rules/canonical.ts';
import { asJsonLines } from '#features/egress/rules/export.ts';
import { hashed, type LedgerRow, NO_HEAD } from '#features/egress/rules/ledger.ts';
import { tell } from './told.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'hamdel-ledger-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const lines = (() => {
  const rows: LedgerRow[] = [];
  for (let seq = 1; seq <= 4; seq++) {
    const row: LedgerRow = {
      ledger: 'an-institution', kind: 'institution', seq, prev: rows.at(-1)?.hash ?? NO_HEAD.hash, at: '2026-11-22T08:00:00.000Z', object: `o${seq}`, run: 'r', person: 'p', tier: 't1',
      mediaType: 'video/mp4', bytes: seq, sha256: digestOf(seq), certificate: null, certificateSha256: null, hash: '',
    };
    rows.push({ ...row, hash: digestOf(hashed(row)) });
  }
  return asJsonLines({ kind: 'institution', owner: 'an-institution', head: { seq: 4, hash: rows[3]?.hash ?? '' }, rows }).split('\n');
})();
const file = async (text: string): Promise<string> => {
  const path = join(folder, `${digestOf(text).slice(0, 8)}.jsonl`);
  await writeFile(path, text);
  return path;
};

test('a whole ledger is said to be whole; a kept hash must still be there', async () => {
  const path = await file(lines.join('\n'));
  expect(await tell(['verify-ledger', path])).toMatchObject({ code: 0, out: '4 rows reckoned anew: none is missing, altered or moved.\n' });
  const noted = (JSON.parse(lines[2] ?? '') as LedgerRow).hash;
  expect((await tell(['verify-ledger', path, '--head', noted])).code).toBe(0);
  expect((await tell(['verify-ledger', path, '--head', 'f'.repeat(64)])).code).toBe(1);
});

test('a row taken out, altered or swapped is named, and the exit code says so', async () => {
  const without = await tell(['verify-ledger', await file(lines.filter((_, n) => n !== 2).join('\n'))]);
  expect(without).toMatchObject({ code: 1, out: 'Row 2 is missing.\nThe ledger is not whole.\n' });
  const altered = await tell(['verify-ledger', await file(lines.join('\n').replace('"bytes":3', '"bytes":30')), '--json']);
  expect(JSON.parse(altered.out)).toMatchObject({ sound: false, troubles: [{ kind: 'altered', seq: 3 }] });
  const swapped = await tell(['verify-ledger', await file([lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n'))]);
  expect(swapped.out).toBe('Row 2 stands in place 1.\nRow 1 stands in place 2.\nThe ledger is not whole.\n');
});

test('what is no ledger is answered with a sentence', async () => {
  expect(await tell(['verify-ledger', await file('a,b\n1,2\n')])).toMatchObject({ code: 64, err: expect.stringMatching(/holds no ledger/) });
  expect((await tell(['verify-ledger', join(folder, 'none')])).code).toBe(64);
});
