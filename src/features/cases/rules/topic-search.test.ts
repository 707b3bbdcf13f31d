import { expect, test } from 'vitest';
import { searchTopics, topicsNamed } from './topic-search.ts';

const ids = (typed: string, chosen: string[] = []) => searchTopics(typed, chosen).map(({ id }) => id);

test('a topic is found by its abbreviation, its name in either language, and letters of an Arabic keyboard', () => {
  expect(ids('LM')).toEqual(['cor.lm']);
  expect(ids('cto')[0]).toBe('cor.cto');
  expect(ids('بایفورکیشن')[0]).toBe('cor.bif');
  expect(ids('كلسي')).toContain('cor.calc');
  expect(ids('scad')).toContain('cor.scad');
});

test('what is chosen is not offered again, and nonsense finds nothing', () => {
  expect(ids('cto', ['cor.cto'])).not.toContain('cor.cto');
  expect(ids('xyzzy')).toEqual([]);
  expect(ids('')).toHaveLength(8);
});

test('the text of a question names its topics in both languages', () => {
  expect(topicsNamed('Calcified left main bifurcation', []).map(({ id }) => id)).toEqual(expect.arrayContaining(['cor.lm']));
  expect(topicsNamed('ضایعهٔ بایفورکیشن با CTO در RCA', ['cor.cto']).map(({ id }) => id)).not.toContain('cor.cto');
});
