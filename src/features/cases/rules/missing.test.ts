import { expect, test } from 'vitest';
import { lacks } from './missing.ts';
import type { SaveCase } from './wire.ts';

type Told = Pick<SaveCase, 'lang' | 'urgency' | 'decideBy' | 'fields' | 'texts'>;
const empty: Told = { lang: 'en', urgency: 'elective', decideBy: null, fields: {}, texts: {} };
const full: Told = {
  lang: 'en', urgency: 'elective', decideBy: '2026-11-26T10:00:00Z',
  texts: { en: { title: 'Calcified left main', question: 'CABG or PCI?' } },
  fields: {
    topics: ['cor.lm'], ageBand: '70-74', sex: 'male', presentation: 'stable', ccs: 'III', lvefPct: 35, creatinine: { value: 1.6, unit: 'mg/dL' },
    comorbidity: { diabetes: 'yes' }, lesions: [{ segments: ['5'], stenosisPct: 85 }], shelf: { surgery: 'have' },
  },
};
const musts = (c: Told) => lacks(c).filter((l) => l.must).map((l) => l.field);

test('an empty question lacks every required field, in the order of the form', () => {
  expect(musts(empty)).toEqual(['title', 'question', 'topics', 'ageBand', 'sex', 'presentation', 'symptoms', 'lvefPct', 'creatinine', 'comorbidity', 'findings', 'shelf', 'decideBy']);
});

test('a question told to the required minimum lacks nothing that it must have', () => {
  expect(musts(full)).toEqual([]);
});

test('taking any one required field away names exactly that field', () => {
  const without = (change: Partial<Told>) => musts({ ...full, ...change });
  expect(without({ decideBy: null })).toEqual(['decideBy']);
  expect(without({ texts: { en: { title: 'x' } } })).toEqual(['question']);
  for (const key of ['ageBand', 'sex', 'presentation', 'lvefPct', 'creatinine', 'comorbidity', 'topics', 'shelf'] as const) {
    const { [key]: _, ...fields } = full.fields;
    expect(without({ fields })).toEqual([key]);
  }
});

test('"unknown" and "not done" are answers; a blank is none', () => {
  expect(musts({ ...full, fields: { ...full.fields, lvefPct: 'unknown', creatinine: 'not-done' } })).toEqual([]);
  expect(musts({ ...full, texts: { en: { title: 'x', question: '   ' } } })).toEqual(['question']);
});

test('the words wanted are those of the language it is written in', () => {
  expect(musts({ ...full, lang: 'fa' })).toEqual(['title', 'question']);
});

test('what an expert would ask next follows the topics, and never more than eight at once', () => {
  const next = lacks(full).filter((l) => !l.must).map((l) => l.field);
  expect(next).toContain('more.medina');
  expect(next.length).toBeLessThanOrEqual(8);
  const told = lacks({ ...full, fields: { ...full.fields, lesions: [{ segments: ['5'], medina: '1,1,1' }] } }).map((l) => l.field);
  expect(told).not.toContain('more.medina');
});

test('what the operator has done before is asked before the shelf, and the lungs in every valve case', () => {
  const next = (topics: string[]) => lacks({ ...full, fields: { ...full.fields, topics, lesions: [{ segments: ['5'] }] } }).filter((l) => !l.must).map((l) => l.field);
  const bifurcation = next(['cor.bif']);
  expect(bifurcation.indexOf('experience')).toBeGreaterThanOrEqual(0);
  expect(bifurcation.findIndex((field) => field.startsWith('shelf.'))).toBeGreaterThan(bifurcation.indexOf('experience'));
  for (const topic of ['sh.tavi.cond', 'sh.tavi.bav', 'sh.teer', 'sh.tmvr', 'sh.tri']) expect(next([topic]), topic).toContain('more.lung');
});
