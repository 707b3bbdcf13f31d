import { expect, test } from 'vitest';
import { LRI, PDI } from '#kernel/text.ts';
import { scoreLine, scoreShown } from '../score-words.ts';
import { unticked } from './calculator-words.ts';

const told = { calcification: 'none', lengthMm: 10, tortuosity: 'none', thrombus: false } as const;

test('a branch and its main vessel in one lesion without a junction are named as not counted; a long lesion of one vessel is not', () => {
  expect(unticked('en', [{ segments: ['5', '6', '11'], ...told }])).toBe('Bifurcation');
  expect(unticked('en', [{ segments: ['5', '6', '11'], junction: '5/6/11', medina: '1,1,1', ...told }])).toBe('');
  expect(unticked('en', [{ segments: ['6', '7'], ...told }])).toBe('');
  expect(unticked('en', [{ segments: ['6'] }])).toBe('Calcification, Length, Tortuosity, Thrombus');
});

test('a band that is a range keeps its order in Persian, and the line to copy carries no mark', () => {
  expect(scoreShown('fa', 'contrast-ratio', { out: 1.7, band: '<2' })).toEqual([['V/CrCl', '1.7', `${LRI}<2${PDI}`]]);
  expect(scoreLine('fa', 'contrast-ratio', { out: 2.5, band: '2-3.7' })).toBe('V/CrCl 2.5 (2-3.7)');
});
