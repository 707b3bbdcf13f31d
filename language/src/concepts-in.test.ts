import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceptTable } from './concept-table.ts';
import { concepts, readTaxonomy, type Term } from './concepts.ts';
import { conceptsIn } from './concepts-in.ts';

const named = (text: string, context?: readonly string[]): string[] => conceptsIn(text, context).filter(({ weight }) => weight === 1).map(({ id }) => id).sort();

test('what is named weighs whole, the field above half; the root is nothing', () => {
  expect(conceptsIn('رتروگرید')).toEqual([{ id: 'cor.cto.retro', weight: 1 }, { id: 'cor.cto', weight: 0.5 }, { id: 'cor', weight: 0.25 }]);
  expect(conceptsIn('retrograde for a CTO').slice(0, 2)).toEqual([{ id: 'cor.cto', weight: 1 }, { id: 'cor.cto.retro', weight: 1 }]);
});

test('a Persian text and an English one meet, in whatever form they are typed', () => {
  for (const [fa, en] of [
    ['تامپوناد حین روتابلیشن', 'Tamponade during rotational atherectomy'], ['تنگي مجدد داخل استنت', 'in-stent restenosis'], ['دریچه‌های بایکاسپید', 'bicuspid valves'],
    ['پرفوراسیون', 'perforations'], ['پیس‌میکر', 'pacemaker'], ['ضايعهٔ كلسيفيه', 'calcified lesion'], ['خونریزی', 'haemorrhage'], ['پرفوراسیونی در RCA', 'a perforation of the RCA'], ['تنگی شدید دریچه‌ی آئورت', 'severe aortic stenosis'], ['نارسایی متوسط میترال', 'moderate mitral regurgitation'], ['هماتوم', 'hematoma'],
  ] as const) {
    expect(named(fa).length, fa).toBeGreaterThan(0);
    expect(named(fa), fa).toEqual(named(en));
  }
});

test('an ambiguous abbreviation is never expanded where nothing decides it', () => {
  for (const { synonym } of conceptTable.ambiguous) {
    expect(named(synonym), synonym).toEqual([]);
    expect(named(`patient with ${synonym}`), synonym).toEqual([]);
    expect(named(`PCI of LAD, ${synonym} noted`).filter((id) => id !== 'cor' && id !== 'word.left-anterior-descending'), synonym).toEqual([]);
  }
});

test('near words decide it, far ones do not', () => {
  expect(named('BAV', ['sh.tavi'])).toEqual(['sh.tavi.bav']);
  expect(named('TAVI in BAV')).toEqual(['sh.tavi', 'sh.tavi.bav']);
  expect(named('RA of a calcified lesion')).toContain('cor.calc.ra');
  expect(named('CS with IABP')).toContain('shock');
  expect(named('TAVI در دریچهٔ دولتی')).toContain('sh.tavi.bav');
  expect(named('PCI های‌ریسک')).toContain('cor.chip');
  for (const [text, wrong] of [
    ['PCI, ST elevation in V1–V3', 'cor.st'], ['TAVI under MAC', 'sh.tmvr'], ['PFO closure, ASA 80 mg', 'sh.asa'], ['PPM after TAVI', 'sh.tavi.cond'],
    ['CTO of the PDA', 'sh.pda'], ['LAD in RAO', 'acc.rad'], ['بیمارستان دولتی', 'sh.tavi.bav'], ['ریسک جراحی', 'cor.chip'], ['drug as usual', 'sh.tavi'],
  ] as const) expect(named(text), text).not.toContain(wrong);
});

interface Bilingual { readonly en: string; readonly fa: string }
interface DemoCase {
  readonly id: string; readonly topics: readonly string[]; readonly title: Bilingual; readonly background: Bilingual; readonly investigations: Bilingual;
  readonly angiography?: { readonly lesions: readonly { readonly note?: Bilingual }[] }; readonly question: Bilingual;
}
const demo = (JSON.parse(readFileSync(new URL('../../tests/world/demo-cases.json', import.meta.url), 'utf8')) as { cases: DemoCase[] }).cases;
const textOf = (one: DemoCase, l: 'en' | 'fa'): string =>
  [one.title, one.background, one.investigations, ...(one.angiography?.lesions ?? []).flatMap(({ note }) => note ?? []), one.question].map((part) => part[l]).join('\n');

test('the Persian and the English form of each of the five demo cases give the same concepts, its own fields among them', () => {
  expect(demo).toHaveLength(5);
  for (const one of demo) {
    expect(conceptsIn(textOf(one, 'fa')), one.id).toEqual(conceptsIn(textOf(one, 'en')));
    const found = conceptsIn(textOf(one, 'fa')).map(({ id }) => id);
    expect(one.topics.filter((topic) => !found.includes(topic)), one.id).toEqual({ 'demo-lm-calc': ['cor.chip'], 'demo-perforation': ['pharm.hbr'] }[one.id] ?? []);
  }
});

test('every name of the table leads to its concept or asks', () => {
  for (const term of conceptTable.terms) for (const name of [term.en, term.fa, ...term.synonyms_en, ...term.synonyms_fa]) {
    const found = conceptTable.lookup(name);
    expect(found.kind === 'term' ? [found.id] : found.kind === 'ask' ? found.candidates : [], name).toContain(term.id);
  }
});

test('any text, any context and a megabyte are read; each concept comes once, heaviest first', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('cor', 'nothing', '__proto__', '')), (text, context) => {
    const found = conceptsIn(text, context);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const [i, { weight }] of found.entries()) expect(weight).toBeLessThanOrEqual(found[i - 1]?.weight ?? 1);
  }));
  const long = 'انسداد کامل مزمن RCA و STEMI؛ PPM ST '.repeat(30_000);
  expect(conceptsIn(long)).toEqual(conceptsIn(long.slice(0, 400)));
  expect(conceptsIn('ا'.repeat(1_000_000))).toEqual([]);
});

test('a taxonomy that is no tree is refused with what is wrong', () => {
  const term = (id: string, parent: string | null): Term => ({ id, parent, en: id, fa: id, synonyms_en: [], synonyms_fa: [] });
  const read = (...terms: Term[]) => () => readTaxonomy({ terms, ambiguous_abbreviations: [] });
  expect(read(term('a', null), term('b', 'c'), term('c', 'd'), term('d', 'b'))).toThrow('The taxonomy goes in a circle: b → c → d → b.');
  expect(read(term('a', 'a'))).toThrow('The taxonomy goes in a circle: a → a.');
  expect(read(term('a', null), term('b', 'x'))).toThrow('The taxonomy puts b below x, and there is no x.');
  expect(read(term('a', null), term('a', null))).toThrow('The taxonomy names the id a twice.');
  expect(concepts.ancestors('unknown')).toEqual([]);
  expect(concepts.descendants('unknown')).toEqual([]);
});
