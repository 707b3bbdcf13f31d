import { calculator } from './calculator.ts';
import { bool, choice, number, sex } from './fields.ts';
import { roundHalfUp } from './rounding.ts';

const constant = -5.324537;
const perYear = 0.0285181;
const nyhaBeta: Record<number, number> = { 1: 0, 2: 0.1070545, 3: 0.2958358, 4: 0.5597929 };
const urgencyBeta = { elective: 0, urgent: 0.3174673, emergency: 0.7039121, salvage: 1.362947 };
const weightBeta = { 'isolated-cabg': 0, 'single-non-cabg': 0.0062118, two: 0.5521478, 'three-or-more': 0.9724533 };
const yesBeta = {
  extracardiacArteriopathy: 0.5360268, poorMobility: 0.2407181, previousCardiacSurgery: 1.118599, chronicLungDisease: 0.1886564,
  activeEndocarditis: 0.6194522, criticalPreoperativeState: 1.086517, diabetesOnInsulin: 0.3542749, ccs4: 0.2226147,
  recentMi: 0.1528943, thoracicAorta: 0.6527205,
} as const;

/** Clearance by Cockcroft–Gault; exactly 50 counts as moderate (printed both ways). Dialysis replaces it. */
function renalBeta(dialysis: boolean, ccMlMin: number | undefined): number {
  if (dialysis || ccMlMin === undefined) return 0.6421508;
  if (ccMlMin > 85) return 0;
  return ccMlMin >= 50 ? 0.303553 : 0.8592256;
}

function lvefBeta(pct: number): number {
  if (pct > 50) return 0;
  if (pct > 30) return 0.3150652;
  return pct > 20 ? 0.8084096 : 0.9346919;
}

/** Systolic pulmonary pressure; not measured is the reference, and the screen says so. */
function paspBeta(mmHg: number | 'notMeasured'): number {
  if (mmHg === 'notMeasured' || mmHg < 31) return 0;
  return mmHg <= 55 ? 0.1788899 : 0.3491475;
}

const factors = Object.keys(yesBeta) as (keyof typeof yesBeta)[];

/** Predicts death after surgery: never shown as the risk of PCI or TAVI. */
export const euroscore2 = calculator({
  name: 'euroscore2',
  title: { en: 'EuroSCORE II', fa: 'EuroSCORE II' },
  source: { text: 'Nashef 2012, Eur J Cardiothorac Surg', doi: '10.1093/ejcts/ezs043' },
  formulaVersion: 'nashef-2012.1',
  fields: [
    number('age', 'years', 18, 110, { whole: true }), sex,
    number('ccMlMin', 'mL/min', 1, 300, { unless: { field: 'dialysis', is: true } }), bool('dialysis'),
    bool('extracardiacArteriopathy'), bool('poorMobility'), bool('previousCardiacSurgery'), bool('chronicLungDisease'),
    bool('activeEndocarditis'), bool('criticalPreoperativeState'), bool('diabetesOnInsulin'), choice('nyha', [1, 2, 3, 4]),
    bool('ccs4'), number('lvefPct', '%', 1, 90), bool('recentMi'), number('paspMmHg', 'mmHg', 0, 150, { orWord: 'notMeasured' }),
    choice('urgency', ['elective', 'urgent', 'emergency', 'salvage']),
    choice('weight', ['isolated-cabg', 'single-non-cabg', 'two', 'three-or-more']), bool('thoracicAorta'),
  ],
  compute(a) {
    const ageFactor = a.age <= 60 ? 1 : a.age - 59;
    const sumBeta = perYear * ageFactor + (a.sex === 'female' ? 0.2196434 : 0)
      + renalBeta(a.dialysis, a.ccMlMin) + lvefBeta(a.lvefPct) + paspBeta(a.paspMmHg)
      + (nyhaBeta[a.nyha] ?? 0) + urgencyBeta[a.urgency] + weightBeta[a.weight]
      + factors.reduce((sum, factor) => sum + (a[factor] ? yesBeta[factor] : 0), 0);
    const mortality = 1 / (1 + Math.exp(-(constant + sumBeta)));
    return { sumBeta: roundHalfUp(sumBeta, 6), outPct: roundHalfUp(mortality * 100, 2) };
  },
});
