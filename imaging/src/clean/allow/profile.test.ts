import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keywordOf, vrOf } from '../../dicom/dictionary.ts';
import { isPrivate, tagName } from '../../dicom/tags.ts';
import { CONSTANT_TAGS } from '../constants.ts';
import { PROFILE_EXCEPTIONS } from './exceptions.ts';
import { keptPage } from './kept-page.ts';
import { everyAllowed } from './list.ts';

const PROFILE = '../shared/data/ps315/confidentiality_profile_attributes.json';
const FREE_TEXT = new Set(['AE', 'LT', 'PN', 'SH', 'ST', 'UC', 'UR', 'UT', 'UN', 'OB', 'DT', 'TM']);

test('no attribute on the list can hold free text', () => {
  for (const [tag, rule] of everyAllowed()) {
    expect(isPrivate(tag), tagName(tag)).toBe(false);
    expect(keywordOf(tag), tagName(tag)).toBeDefined();
    const vr = vrOf(tag) ?? '';
    expect(FREE_TEXT.has(vr), `${tagName(tag)} ${vr}`).toBe(false);
    if (rule.kind === 'range') expect(['DS', 'IS', 'US', 'SS', 'UL', 'SL', 'FL', 'FD'], tagName(tag)).toContain(vr);
    if (vr === 'LO') expect(rule.kind, tagName(tag)).toBe('terms');
  }
});

test.skipIf(!existsSync(PROFILE))(`nothing that PS3.15 table E.1-1 removes is kept, but for the named exceptions (needs ${PROFILE})`, () => {
  const rows = JSON.parse(readFileSync(PROFILE, 'utf8')) as { id: string; basicProfile: string }[];
  const touched = new Map(rows.filter((row) => /[DZXU]/.test(row.basicProfile)).map((row) => [row.id.toUpperCase(), row.basicProfile]));
  expect(touched.size).toBeGreaterThan(400);
  const kept = [...everyAllowed().keys(), ...CONSTANT_TAGS].filter((tag) => touched.has(tagName(tag)));
  expect(kept.filter((tag) => !PROFILE_EXCEPTIONS.has(tag)).map(tagName)).toEqual([]);
  expect([...PROFILE_EXCEPTIONS.keys()].filter((tag) => !kept.includes(tag)).map(tagName)).toEqual([]);
  expect([...PROFILE_EXCEPTIONS].filter(([tag, { action }]) => touched.get(tagName(tag)) !== action).map(([tag]) => tagName(tag)), 'their actions are the table’s').toEqual([]);
});

test('the page that lists what is kept says what the lists say (write it anew with vitest -u)', async () => {
  await expect(keptPage()).toMatchFileSnapshot('../../../KEPT.md');
});
