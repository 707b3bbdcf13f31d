import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calculatorNames, score } from './calculators.ts';
import { isNpi, isOrcid } from './ids.ts';

interface Vector { readonly in: unknown; readonly refused?: string[]; readonly why?: string; readonly [output: string]: unknown }

const file = JSON.parse(readFileSync(new URL('../vectors/calculator-vectors.json', import.meta.url), 'utf8')) as Record<string, Vector[]>;
const explaining = ['in', 'source', 'why', 'note', 'ref', 'refused'];

/** The expected outputs of a vector, without the keys that only explain it. */
function expected(vector: Vector): Record<string, unknown> {
  return Object.fromEntries(Object.entries(vector).filter(([key]) => !explaining.includes(key)));
}

const names = Object.keys(file).filter((name) => name !== 'note' && name !== 'ids');
const count = names.reduce((sum, name) => sum + (file[name]?.length ?? 0), 0);

test('the file holds vectors for every calculator, 262 or more in all', () => {
  expect(names.toSorted()).toEqual([...calculatorNames].toSorted());
  expect(count).toBeGreaterThanOrEqual(262);
});

for (const name of names) {
  for (const [i, vector] of (file[name] ?? []).entries()) {
    test(`${name} ${i + 1}: ${vector.why ?? (vector.refused ? 'is refused' : 'gives the expected value')}`, () => {
      const outcome = score(name, vector.in);
      if (vector.refused) {
        expect('fields' in outcome && outcome.fields.toSorted()).toEqual(vector.refused.toSorted());
      } else {
        expect(outcome).toMatchObject({ ok: true });
        const value = 'value' in outcome ? outcome.value : {};
        for (const [key, wanted] of Object.entries(expected(vector))) expect(value[key], key).toEqual(wanted);
      }
    });
  }
}

test('identifier check digits agree with the vectors', () => {
  const ids = file['ids'] as unknown as Record<'orcidValid' | 'orcidInvalid' | 'npiValid' | 'npiInvalid', string[]>;
  expect(ids.orcidValid.length * ids.orcidInvalid.length * ids.npiValid.length * ids.npiInvalid.length).toBeGreaterThan(0);
  expect(ids.orcidValid.filter((id) => !isOrcid(id))).toEqual([]);
  expect(ids.orcidInvalid.filter((id) => isOrcid(id))).toEqual([]);
  expect(ids.npiValid.filter((id) => !isNpi(id))).toEqual([]);
  expect(ids.npiInvalid.filter((id) => isNpi(id))).toEqual([]);
});
