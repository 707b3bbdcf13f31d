import { expect, test } from 'vitest';
import { type Laid, matrix, opinionLacks } from './opinion.ts';

test('an opinion wants a stance, how sure, the rationale and the disclosure; the rest is free', () => {
  expect(opinionLacks({ lang: 'en', body: {}, texts: {} })).toEqual(['stance', 'confidence', 'rationale', 'disclosure']);
  expect(opinionLacks({ lang: 'fa', body: { stance: 'pci', confidence: 3, disclosure: 'none' }, texts: { en: { rationale: 'x' } } })).toEqual(['rationale']);
  expect(opinionLacks({ lang: 'fa', body: { stance: 'pci', confidence: 3, disclosure: 'none' }, texts: { fa: { rationale: 'چون' } } })).toEqual([]);
});

const laid = (body: Laid['body'], texts: Laid['texts'] = {}): Laid => ({ body, texts });

test('what all say alike stands first; what one did not say is empty and never counted', () => {
  const rows = matrix([laid({ stance: 'pci', access: ['radial-right'] }, { stop: '3 Gy' }), laid({ stance: 'pci' }, { stop: '25 min' })]);
  expect(rows.map((r) => [r.field, r.same])).toEqual([['stance', true], ['access', false], ['stop', false]]);
  expect(rows[1]?.cells).toEqual([['radial-right'], null]);
});

test('one opinion agrees with nobody, and rows that nobody filled are left out', () => {
  expect(matrix([laid({ stance: 'cabg' })])).toEqual([{ field: 'stance', same: false, cells: ['cabg'] }]);
});

test('rows keep the order of arrival and hold no number about it', () => {
  const rows = matrix([laid({ stance: 'cabg' }), laid({ stance: 'pci' }), laid({ stance: 'pci' })]);
  expect(rows).toEqual([{ field: 'stance', same: false, cells: ['cabg', 'pci', 'pci'] }]);
});
