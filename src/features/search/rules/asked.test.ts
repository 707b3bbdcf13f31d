import { expect, test } from 'vitest';
import { askedOf } from './asked.ts';
import { weigh } from './weigh.ts';

const words = (text: string, how = {}) => askedOf(text, how).terms.map(({ word }) => word);
const ofDocument = (text: string) => new Map(weigh({ pieces: [{ text }] }).map(({ word, weight }) => [word, weight]));

test('what is typed and what is kept meet: Arabic letters, ZWNJ left out or as a space', () => {
  const kept = ofDocument('تنگی‌های شریان کرونری');
  for (const typed of ['تنگي‌هاي شريان كرونري', 'تنگیهای شریان کرونری', 'تنگی های شریان کرونری']) {
    const found = words(typed).filter((word) => !word.startsWith('#') && kept.has(word));
    expect(found.length, typed).toBeGreaterThanOrEqual(3);
  }
});

test('a concept named in one language is asked for in both; broader ones at half', () => {
  const asked = askedOf('انسداد مزمن کامل');
  const [named] = asked.named;
  expect(named?.id).toBe('cor.cto');
  const kept = ofDocument('Second attempt at a CTO of the right coronary artery');
  expect(kept.get('#cor.cto')).toBe(1);
  expect(kept.get('#cor')).toBe(0.5);
  expect(asked.terms.filter(({ word }) => word.startsWith('#')).map(({ word, weight }) => [word, weight])).toEqual([['#cor.cto', 1.5], ['#cor', 0.75]]);
});

test('an abbreviation with two readings is asked about and not expanded, until one is chosen or the words decide', () => {
  const bare = askedOf('BAV');
  expect(bare.named).toEqual([]);
  expect(bare.ambiguous).toMatchObject([{ text: 'bav' }]);
  expect(bare.ambiguous[0]?.senses.length).toBeGreaterThan(1);
  const chosen = askedOf('BAV', { meant: ['sh.bav'] });
  expect([chosen.ambiguous, chosen.named.map(({ id }) => id)]).toEqual([[], ['sh.bav']]);
});

test('only the last word can be unfinished, and not after a space', () => {
  const modeOf = (text: string) => askedOf(text, { unfinished: true }).terms.filter(({ word }) => !word.startsWith('~')).map(({ word, mode }) => `${word}:${mode}`);
  expect(modeOf('severe calc')).toEqual(['severe:alike', 'calc:begun']);
  expect(modeOf('severe calc ')).toEqual(['severe:alike', 'calc:alike']);
});

test('a megabyte, nothing, and other scripts are read without fault', () => {
  const long = askedOf('کلسیم calcium 冠動脈 '.repeat(50_000));
  expect(long.cut).toBe(true);
  expect(askedOf('')).toMatchObject({ terms: [], cut: false });
  expect(askedOf(' ‌ \u200f!؟').terms).toEqual([]);
  expect(words('冠動脈 стеноз στένωση').length).toBeGreaterThanOrEqual(3);
  const many = askedOf(Array.from({ length: 500 }, (_, i) => `word${i}`).join(' '));
  expect([many.cut, new Set(many.terms.map(({ n }) => n)).size]).toEqual([true, 60]);
});

test('a title counts twice, a long document less for each word', () => {
  const titled = new Map(weigh({ pieces: [{ text: 'rotablation', times: 2 }, { text: 'nothing else' }] }).map(({ word, weight }) => [word, weight]));
  expect(titled.get('rotablation')).toBeGreaterThan(titled.get('nothing') ?? 9);
  const short = ofDocument('calcium').get('calcium') ?? 0;
  const long = ofDocument(`calcium ${'other words of a long report '.repeat(60)}`).get('calcium') ?? 9;
  expect(long).toBeLessThan(short);
});
