import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, digestOf } from './canonical.ts';
import { asJsonLines, asTable, readJsonLines } from './export.ts';
import { type Head, hashed, type LedgerRow, NO_HEAD } from './ledger.ts';
import { verifyLedger } from './verify.ts';

/** A sound ledger of `n` rows. */
const chain = (n: number, ledger = 'a-person'): { rows: LedgerRow[]; head: Head } => {
  const rows: LedgerRow[] = [];
  for (let seq = 1; seq <= n; seq++) {
    const row = {
      ledger, kind: 'person', seq, prev: rows.at(-1)?.hash ?? NO_HEAD.hash, at: '2026-11-22T08:00:00.000Z', object: `o${seq}`, run: `r${seq}`, person: ledger, tier: 't2',
      mediaType: 'application/dicom', bytes: 1000 + seq, sha256: digestOf(seq), certificate: null, certificateSha256: null, case: 'c', hash: '',
    } as const;
    rows.push({ ...row, hash: digestOf(hashed(row)) });
  }
  return { rows, head: { seq: n, hash: rows.at(-1)?.hash ?? NO_HEAD.hash } };
};
const rehashed = (row: LedgerRow): LedgerRow => ({ ...row, hash: digestOf(hashed(row)) });

test('the canonical text has its keys in order and no spaces', () => {
  expect(canonical({ b: [1, null, true], a: { d: 'گ"\n', c: -2 }, e: undefined })).toBe('{"a":{"c":-2,"d":"گ\\"\\n"},"b":[1,null,true]}');
});

test('a sound ledger has no trouble, nor has an empty one', () => {
  const { rows, head } = chain(5);
  expect(verifyLedger(rows, head)).toEqual([]);
  expect(verifyLedger(rows)).toEqual([]);
  expect(verifyLedger([], NO_HEAD)).toEqual([]);
});

test('a row taken out is named, wherever it stood', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (n, at) => {
    const { rows, head } = chain(n);
    const out = (at % n) + 1;
    expect(verifyLedger(rows.filter(({ seq }) => seq !== out), head)).toContainEqual({ kind: 'missing', from: out, to: out });
  }));
  const { rows, head } = chain(6);
  expect(verifyLedger(rows.slice(0, 4), head)).toEqual([{ kind: 'missing', from: 5, to: 6 }]);
  expect(verifyLedger([], head)).toEqual([{ kind: 'missing', from: 1, to: 6 }]);
});

test('an altered row is named, also when its own hash was made anew', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.nat(), fc.boolean(), fc.constantFrom('bytes', 'sha256', 'at', 'person', 'prev'), (n, at, again, field) => {
    const { rows, head } = chain(n);
    const seq = (at % n) + 1;
    const changed = rows.map((row) => (row.seq === seq ? { ...row, [field]: field === 'bytes' ? 7 : 'x' } : row)).map((row) => (again && row.seq === seq ? rehashed(row) : row));
    expect(verifyLedger(changed, head)).toEqual([{ kind: 'altered', seq }]);
  }));
});

test('two rows in each other’s place are both named, and also when they took each other’s number', () => {
  const { rows, head } = chain(6);
  const [a, b] = [rows[1], rows[3]] as [LedgerRow, LedgerRow];
  const swapped = rows.map((row) => (row === a ? b : row === b ? a : row));
  expect(verifyLedger(swapped, head)).toEqual([{ kind: 'moved', seq: 4, at: 2 }, { kind: 'moved', seq: 2, at: 4 }]);
  const renumbered = rows.map((row) => (row === a ? { ...b, seq: a.seq, prev: a.prev } : row === b ? { ...a, seq: b.seq, prev: b.prev } : row)).map(rehashed);
  expect(verifyLedger(renumbered, head)).toEqual([{ kind: 'altered', seq: 2 }, { kind: 'altered', seq: 4 }]);
});

test('a row put in twice, or taken from another ledger, is named', () => {
  const { rows, head } = chain(3);
  expect(verifyLedger([...rows, rows[1] as LedgerRow], head)).toEqual([{ kind: 'twice', seq: 2 }]);
  expect(verifyLedger([...rows, ...chain(1, 'another').rows], head)).toEqual([{ kind: 'foreign', at: 4 }]);
});

test('what is written as lines is read again; a line that is no row is named', () => {
  const { rows, head } = chain(3);
  const text = asJsonLines({ kind: 'person', owner: 'a-person', head, rows });
  expect(readJsonLines(text)).toEqual({ rows, head, unread: [] });
  expect(readJsonLines(text.replace('"seq":2', '"seq":"2"'))?.unread).toEqual([3]);
  expect(readJsonLines('a,b\n1,2')).toBeUndefined();
  expect(asTable({ kind: 'person', owner: 'a-person', head, rows }).split('\r\n')).toHaveLength(5);
});
