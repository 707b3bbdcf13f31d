import { expect, test } from 'vitest';
import { calculateAll, isKept, keepKey, keptAfter } from './calculated.ts';
import { caseFields, type CaseFields } from './wire.ts';

const fields: CaseFields = caseFields.parse({ sex: 'male', creatinine: { value: 1.6, unit: 'mg/dL' }, weightKg: 70, dominance: 'right', lesions: [{ segments: ['6'], stenosisPct: 80 }] });
const all = (f: CaseFields, age?: number) => calculateAll({ fields: f }, age);
const ids = (scores: readonly { id: string }[]) => scores.map(({ id }) => id);

test('complete scores are kept by themselves, in whole numbers where decimals would give the age back', () => {
  const kept = keptAfter(undefined, all(fields, 74), undefined, '2026-11-26');
  expect(ids(kept)).toEqual(['syntax', 'egfr', 'cockcroft-gault', 'contrast-limit']);
  expect(kept[1]).toMatchObject({ result: { ckdepi2021: 45 }, by: 'calculated', on: '2026-11-26' });
  expect(caseFields.parse({ scores: kept }).scores).toEqual(kept);
});

test('on a device that does not know the age the kept scores stay while their other inputs stay, and go when one changes', () => {
  const kept = keptAfter(undefined, all(fields, 74), undefined, '2026-11-26');
  expect(keptAfter(kept, all(fields), undefined, '2026-12-01')).toBe(kept);
  const heavier = { ...fields, weightKg: 90 };
  expect(ids(keptAfter(kept, all(heavier), undefined, '2026-12-01'))).toEqual(['syntax', 'egfr', 'contrast-limit']);
});

test('a score keeps its day until its figure changes', () => {
  const kept = keptAfter(undefined, all(fields, 74), undefined, '2026-11-26');
  const later = keptAfter(kept, all({ ...fields, creatinine: { value: 2, unit: 'mg/dL' } }, 74), undefined, '2026-12-01');
  expect(later.map(({ id, on }) => [id, on])).toEqual([['syntax', '2026-11-26'], ['egfr', '2026-12-01'], ['cockcroft-gault', '2026-12-01'], ['contrast-limit', '2026-12-01']]);
});

test('a score can be left out, another asked for, and one typed in by hand is nobody’s to take', () => {
  const more = { [keepKey('syntax')]: 'no', [keepKey('mehran-2004')]: 'yes' } as const;
  expect([isKept('syntax', more), isKept('mehran-2004', more), isKept('egfr', more)]).toEqual([false, true, true]);
  const typed = { id: 'sts-prom', result: { outPct: 2.1 }, version: 'typed', by: 'typed', on: '2026-11-20' } as const;
  expect(ids(keptAfter([typed], all(fields, 74), more, '2026-11-26'))).toEqual(['egfr', 'cockcroft-gault', 'contrast-limit', 'sts-prom']);
});

test('filtration and creatinine are two routes to one answer, and only one is taken', () => {
  const mehran = all({ ...fields, comorbidity: { diabetes: 'yes' }, nyha: 'III', more: { 'calc.hctPct': 40, 'calc.hypotension': 'no', 'calc.iabp': 'no', 'calc.contrastMl': 260 } }, 78).get('mehran-2004');
  expect(mehran?.outcome).toMatchObject({ ok: true });
  expect(mehran?.input).not.toHaveProperty('scrMgDl');
});

test('a kept score holds what is shown, never the half-way sums that would give the age back', () => {
  const no = Object.fromEntries(['extracardiacArteriopathy', 'poorMobility', 'previousCardiacSurgery', 'chronicLungDisease', 'activeEndocarditis', 'criticalPreoperativeState', 'recentMi', 'thoracicAorta'].map((name) => [`calc.${name}`, 'no']));
  const told: CaseFields = { ...fields, nyha: 'II', ccs: 'III', lvefPct: 35, comorbidity: { diabetes: 'yes', insulin: 'yes', dialysis: 'no' }, more: { ...no, 'calc.urgency': 'elective', 'calc.weight': 'isolated-cabg', 'calc.paspMmHg': 'notMeasured' } };
  expect(keptAfter(undefined, all(told, 74), told.more, '2026-11-26').find(({ id }) => id === 'euroscore2')?.result).toEqual({ outPct: 3.69 });
});
