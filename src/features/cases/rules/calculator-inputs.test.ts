import { score, calculators, type CalculatorName } from 'scores';
import { expect, test } from 'vitest';
import { basisOf, calcKey, inputFor, lacksAgeOnly, syntaxInput, toldToCalculators } from './calculator-inputs.ts';
import { caseFields, type CaseFields } from './wire.ts';

const run = (name: CalculatorName, fields: CaseFields, beside = {}) =>
  score(name, inputFor(calculators[name], toldToCalculators({ fields }, beside), fields.more));

const leftMain: CaseFields = caseFields.parse({
  sex: 'male', lvefPct: 35, creatinine: { value: 1.6, unit: 'mg/dL' }, weightKg: 70, nyha: 'II', ccs: 'III', dominance: 'right', presentation: 'stable',
  comorbidity: { diabetes: 'yes', insulin: 'yes', hypertension: 'yes', dialysis: 'no', previousMi: 'no', copd: 'no' },
  lesions: [
    { segments: ['5', '6', '11'], stenosisPct: 85, medina: '1,1,1', calcification: 'heavy', junction: '5/6/11', angleLt70: false },
    { segments: ['2'], stenosisPct: 70 }, { segments: ['14'], stenosisPct: 40 },
  ],
});

test('the left main case gives the SYNTAX score of its story, and a lesion under half is not counted', () => {
  expect(score('syntax', syntaxInput(leftMain))).toMatchObject({ ok: true, value: { out: 26, band: 'intermediate' } });
});

test('clearance and filtration come from the age that stays on the device', () => {
  expect(run('egfr', leftMain, { age: 74 })).toMatchObject({ ok: true, value: { ckdepi2021: 44.9 } });
  expect(run('egfr', leftMain)).toEqual({ ok: false, fields: ['age'] });
});

test('EuroSCORE II asks for what the case does not tell, and gives the figure of the story once it is told', () => {
  const before = run('euroscore2', leftMain, { age: 74, crcl: 40 });
  expect(before).toMatchObject({ ok: false });
  const asked = before.ok ? [] : (before as { fields: string[] }).fields;
  expect(asked).toEqual(['extracardiacArteriopathy', 'poorMobility', 'previousCardiacSurgery', 'activeEndocarditis', 'criticalPreoperativeState', 'paspMmHg', 'urgency', 'weight', 'thoracicAorta']);
  const more = Object.fromEntries(asked.map((name) => [calcKey(name), name === 'paspMmHg' ? 'notMeasured' : name === 'urgency' ? 'elective' : name === 'weight' ? 'isolated-cabg' : 'no']));
  expect(run('euroscore2', { ...leftMain, more }, { age: 74, crcl: 40 })).toMatchObject({ ok: true, value: { outPct: 3.69 } });
});

test('"unknown" is passed on as unknown where the score knows it, and refused elsewhere', () => {
  const fields: CaseFields = { sex: 'female', hb: 'not-done', platelets: 'unknown', comorbidity: { oac: 'yes', cancer: 'unknown' } };
  const hbr = run('arc-hbr', fields, { age: 80, egfr: 70 });
  expect(hbr.ok).toBe(false);
  const input = inputFor(calculators['arc-hbr'], toldToCalculators({ fields }, { age: 80, egfr: 70 }), undefined);
  expect(input).toMatchObject({ oac: true, activeMalignancy: 'unknown', hbGDl: 'unknown', platelets: 'unknown' });
  expect(run('cha2ds2-vasc', { sex: 'male', comorbidity: { diabetes: 'unknown' } }, { age: 70 })).toMatchObject({ ok: false, fields: expect.arrayContaining(['diabetes']) });
});

test('no CABG is not "no cardiac surgery", and a normal ejection fraction is not "no heart failure"', () => {
  const told = toldToCalculators({ fields: { comorbidity: { previousCabg: 'no', pad: 'no' }, lvefPct: 60 } }, {});
  expect([told.previousCardiacSurgery, told.extracardiacArteriopathy, told.chf, told.vascular]).toEqual([undefined, undefined, undefined, undefined]);
});

test('the occlusion lesion feeds J-CTO, and a total occlusion without its details has no SYNTAX score', () => {
  const cto: CaseFields = { dominance: 'right', lesions: [{ segments: ['2'], stenosisPct: 100, lengthMm: 25, calcification: 'mild', totalOcclusion: { bluntStump: true, bendGt45: false } }], more: { previousAttempts: 1 } };
  expect(run('j-cto', cto)).toMatchObject({ ok: true, value: { out: 4 } });
  expect(score('syntax', syntaxInput(cto))).toMatchObject({ ok: false, fields: expect.arrayContaining(['lesions[0].totalOcclusion.firstVisible']) });
});

test('the digest changes with an input, never with the age', () => {
  expect(basisOf({ sex: 'male', age: 70, egfr: 40 })).toBe(basisOf({ sex: 'male', age: 71 }));
  expect(basisOf({ sex: 'male' })).not.toBe(basisOf({ sex: 'female' }));
  expect([lacksAgeOnly(['age', 'ccMlMin']), lacksAgeOnly(['age', 'sex']), lacksAgeOnly([])]).toEqual([true, false, false]);
});

test('shock and arrest may be an infarct by another name: then no earlier MI is not "no recent MI"', () => {
  const told = (presentation: CaseFields['presentation']) => toldToCalculators({ fields: { presentation, comorbidity: { previousMi: 'no' } } }, {});
  expect([told('stable').recentMi, told('stable').miAtPresentation]).toEqual([false, false]);
  expect([told('stemi').recentMi, told('stemi').miAtPresentation]).toEqual([true, true]);
  for (const open of ['shock', 'arrest', undefined] as const) expect([told(open).recentMi, told(open).miAtPresentation]).toEqual([undefined, undefined]);
});

test('a stroke of the history may be a haemorrhage, so "yes" leaves the kind to be asked; no anticoagulant means no labile INR', () => {
  const told = (stroke: 'yes' | 'no') => toldToCalculators({ fields: { comorbidity: { stroke, oac: 'no' } } }, {});
  expect([told('yes').strokeTia, told('yes').stroke, told('no').strokeTia, told('no').stroke]).toEqual([undefined, undefined, false, false]);
  expect([told('no').labileInr, toldToCalculators({ fields: { comorbidity: { oac: 'yes' } } }, {}).labileInr]).toEqual([false, undefined]);
});

test('the CTO scores take the chronic occlusion, never the acute one or a graft', () => {
  const acute = { segments: ['6'], stenosisPct: 100, culprit: true, totalOcclusion: { ageOver3MonthsOrUnknown: false, bluntStump: false, bendGt45: false } };
  const graft = { segments: ['graft:SVG-OM'], stenosisPct: 100, totalOcclusion: { bluntStump: true } };
  const cto = { segments: ['13'], stenosisPct: 100, lengthMm: 12, calcification: 'none' as const, totalOcclusion: { ageOver3MonthsOrUnknown: true, bluntStump: true, bendGt45: false, retry: false } };
  expect(run('j-cto', { lesions: [acute, graft] })).toMatchObject({ ok: false });
  expect(run('j-cto', { lesions: [acute, graft, cto] })).toMatchObject({ ok: true, value: { out: 1, band: 'intermediate' } });
  expect(toldToCalculators({ fields: { lesions: [acute, cto] } }, {}).lcxCto).toBe(true);
});

test('a vessel under 1.5 mm is not scored by SYNTAX', () => {
  const fields: CaseFields = { dominance: 'right', lesions: [{ segments: ['6'], stenosisPct: 80, referenceMm: 3 }, { segments: ['10'], stenosisPct: 90, referenceMm: 1.4 }] };
  expect(score('syntax', syntaxInput(fields))).toMatchObject({ ok: true, value: { out: 7 } });
});
