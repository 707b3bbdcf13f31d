import { expect, test } from 'vitest';
import { chunksOf } from './citation-chunks.ts';
import { vancouver, workFromCsl, workKey, workLang } from './works.ts';

const csl = { title: 'Retrograde <i>CTO</i>\u202e', author: [{ family: 'Rezaei', given: 'Mohammad Ali' }, { literal: 'The CTO Group' }, { family: 'رضایی', given: 'مریم' }], 'container-title': 'EuroIntervention', issued: { 'date-parts': [[2024, 3]] }, volume: '12', issue: '3', page: '45-50', DOI: '10.1000/x' };

test('what a citation file says is kept without marks, and what has no title is nothing', () => {
  expect(workFromCsl(csl, 'bibtex')).toMatchObject({ title: 'Retrograde CTO', authors: ['Rezaei Mohammad Ali', 'The CTO Group', 'رضایی مریم'], year: '2024', pages: '45-50', source: 'bibtex' });
  for (const bad of [null, 7, 'x', {}, { title: ' ' }, { title: { a: 1 } }]) expect(workFromCsl(bad, 'ris')).toBeNull();
});

test('a line after Vancouver keeps its order in either script', () => {
  const work = workFromCsl({ ...csl, author: csl.author.slice(0, 1) }, 'ris');
  expect(work && vancouver(work, workLang(work))).toBe('Rezaei MA. Retrograde CTO. EuroIntervention. 2024;12(3):45-50. doi:10.1000/x');
  const persian = workFromCsl({ title: 'انسداد کامل مزمن (CTO)', author: [{ family: 'رضایی', given: 'مریم' }], 'container-title': 'مجلهٔ قلب', issued: { 'date-parts': [[1402]] }, volume: '۳', page: '10-15' }, 'ris');
  expect(persian && vancouver(persian, workLang(persian))).toBe('رضایی م. انسداد کامل مزمن (CTO). مجلهٔ قلب. ۱۴۰۲؛ ۳، ص ۱۰ تا ۱۵.');
  expect(vancouver({ title: 'T', authors: Array.from({ length: 9 }, (_, n) => `N${n} A`), journal: '', year: '', volume: '', issue: '', pages: '', doi: '', source: 'typed' }, 'en')).toBe('N0 A, N1 A, N2 A, N3 A, N4 A, N5 A, et al. T.');
});

test('the same work is known again by its DOI, else by the letters of its title', () => {
  expect(workKey({ doi: '10.1/X', title: 'a' })).toBe(workKey({ doi: '10.1/x', title: 'b' }));
  expect(workKey({ doi: '', title: 'The CTO: a study.' })).toBe(workKey({ doi: '', title: 'the cto – a study' }));
});

test('a file is cut into entries; abbreviations go with each, comments with none', () => {
  expect(chunksOf('\uFEFF@string{ei = {EuroIntervention}}\n@comment{x}\n@article{a, title={x}}\r\n  @book{b, title={y}}')?.chunks).toEqual([
    '@string{ei = {EuroIntervention}}\n\n@article{a, title={x}}\n', '@string{ei = {EuroIntervention}}\n\n  @book{b, title={y}}',
  ]);
  expect(chunksOf('TY  - JOUR\nER  - \nTY  - BOOK\n')).toMatchObject({ form: 'ris', left: 0 });
  expect(chunksOf('just @someone wrote')).toBeNull();
});
