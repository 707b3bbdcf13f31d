import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concepts } from './concepts.ts';
import { fold } from './fold.ts';

const allNames = concepts.terms.flatMap((term) => [term.en, term.fa, ...term.synonyms_en, ...term.synonyms_fa].map((name) => ({ id: term.id, name })));

test('every name and synonym leads to its term, or asks with it among the candidates', () => {
  expect(concepts.terms).toHaveLength(94);
  for (const { id, name } of allNames) {
    const found = concepts.lookup(name);
    const reached = found.kind === 'term' ? [found.id] : found.kind === 'ask' ? found.candidates : [];
    expect(reached, name).toContain(id);
  }
});

test('a name is found however it is typed', () => {
  for (const { name } of allNames) {
    const typed = name.toUpperCase().replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('\u200c', ' ');
    expect(concepts.lookup(typed), name).toEqual(concepts.lookup(name));
    expect(concepts.lookup(fold(name))).toEqual(concepts.lookup(name));
  }
});

test('an ambiguous abbreviation asks until a near term decides', () => {
  expect(concepts.lookup('BAV')).toMatchObject({ kind: 'ask', candidates: ['sh.tavi.bav', 'sh.bav'] });
  expect(concepts.lookup('BAV', ['sh.tavi'])).toEqual({ kind: 'term', id: 'sh.tavi.bav' });
  expect(concepts.lookup('RA', ['cor.calc'])).toEqual({ kind: 'term', id: 'cor.calc.ra' });
  expect(concepts.lookup('RA', ['acc'])).toEqual({ kind: 'term', id: 'acc.rad' });
  expect(concepts.lookup('PPM')).toMatchObject({ kind: 'ask', senses: ['permanent pacemaker', 'prosthesis-patient mismatch'] });
  expect(concepts.lookup('PPM', ['cor.cto'])).toMatchObject({ kind: 'ask' });
});

test('a synonym of two terms asks as well', () => {
  expect(concepts.lookup('slow flow')).toEqual({ kind: 'ask', candidates: ['cor.inoca', 'acs.norefl'], senses: [] });
});

test('the longest name in a running text wins, and the clear ones help the others', () => {
  const found = concepts.mentions('انسداد کامل مزمن RCA؛ روتا و RA پیشنهاد شد');
  expect(found.map((mention) => mention.found)).toEqual([
    { kind: 'term', id: 'cor.cto' }, { kind: 'term', id: 'cor.calc.ra' }, { kind: 'term', id: 'cor.calc.ra' },
  ]);
});

test('kinship halves for each level up and is 0 sideways and downwards', () => {
  expect(concepts.kinship('cor.cto.retro', 'cor.cto.retro')).toBe(1);
  expect(concepts.kinship('cor.cto.retro', 'cor.cto')).toBe(0.5);
  expect(concepts.kinship('cor.cto.retro', 'ic')).toBe(0.125);
  expect(concepts.kinship('cor.cto', 'cor.cto.retro')).toBe(0);
  expect(concepts.kinship('nothing', 'nothing')).toBe(0);
});

test('ancestors and descendants mirror each other', () => {
  for (const { id } of concepts.terms) for (const below of concepts.descendants(id)) expect(concepts.ancestors(below)).toContain(id);
  expect(concepts.descendants('ic')).toHaveLength(93);
  expect(concepts.ancestors('cor.cto.retro')).toEqual(['cor.cto', 'cor', 'ic']);
});

test('any text can be read', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { concepts.mentions(text); concepts.lookup(text); }));
});
