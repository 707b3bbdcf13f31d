// Cases for the coordinator's queue: one whose wave waits for a look, one that asks on by itself, one that nobody has taken.

import { days, type Told } from './told.ts';

const shelf = { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have' } as const;

const wave: Told = {
  key: 'queue-wave', asker: 'parisa', lang: 'fa', urgency: 'urgent', started: -1.5, posted: -0.15, decideBy: days(2), forMe: { begun: -0.1, looked: [] },
  fields: {
    topics: ['cor.isr', 'img.ivus'], ageBand: '60-64', sex: 'male', presentation: 'ua', ccs: 'III', lvefPct: 45, creatinine: { value: 1.2, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'yes', hypertension: 'yes', previousPci: 'yes', stroke: 'no' }, lesions: [{ segments: ['6'], stenosisPct: 85, timi: 3, lengthMm: 28 }], shelf,
  },
  texts: {
    en: { title: 'Second restenosis of an LAD stent, two layers', question: 'A third layer, a drug-coated balloon, or the LIMA?', findings: 'Diffuse in-stent pattern, the distal edge under-expanded on IVUS.' },
    fa: { title: 'تنگی دوبارهٔ استنت LAD، برای بار دوم و با دو لایه استنت', question: 'لایهٔ سوم، بالون دارویی، یا LIMA؟', findings: 'الگوی منتشر داخل استنت؛ در IVUS لبهٔ دیستال خوب باز نشده است.' },
  },
};

const running: Told = {
  key: 'queue-running', asker: 'salim', lang: 'en', urgency: 'elective', started: days(-2), posted: days(-2) + 1, decideBy: days(9), forMe: { begun: days(-2) + 1.1, looked: [days(-2) + 1.2] },
  fields: {
    topics: ['cor.bif'], ageBand: '55-59', sex: 'female', presentation: 'stable', ccs: 'II', lvefPct: 55, creatinine: { value: 0.8, unit: 'mg/dL' }, dominance: 'left',
    comorbidity: { diabetes: 'no', hypertension: 'yes', stroke: 'no' }, lesions: [{ segments: ['7', '9'], stenosisPct: 75, medina: '1,1,1', timi: 3 }], shelf,
  },
  texts: {
    en: { title: 'Mid LAD bifurcation, Medina 1,1,1, side branch 2.5 mm', question: 'Provisional first, or two stents from the start in a branch that feeds half of the anterior wall?' },
    fa: { title: 'بایفورکیشن قسمت میانی LAD، Medina 1,1,1، شاخهٔ جانبی 2.5 mm', question: 'اول پرویژنال، یا از ابتدا دو استنت در شاخه‌ای که نیمی از دیوارهٔ قدامی را خون می‌رساند؟' },
  },
};

const untaken: Told = {
  key: 'queue-untaken', asker: 'samira', lang: 'fa', urgency: 'urgent', started: days(-3), posted: days(-3) + 1, decideBy: days(3),
  fields: {
    topics: ['sh.pfo'], ageBand: '40-44', sex: 'female', presentation: 'other', nyha: 'I', lvefPct: 60, creatinine: { value: 0.7, unit: 'mg/dL' },
    comorbidity: { diabetes: 'no', hypertension: 'no', stroke: 'yes' }, noLesion: true, shelf,
  },
  texts: {
    en: { title: 'PFO with a long tunnel and a second stroke', question: 'Close it now, although she also carries a factor V mutation?', findings: 'Bubble study: large shunt at rest. Tunnel 14 mm, septal aneurysm.' },
    fa: { title: 'PFO با تونل بلند و سکتهٔ مغزی دوم', question: 'با آنکه جهش فاکتور V هم دارد، الان ببندیم؟', findings: 'در bubble study شانت بزرگ در استراحت. تونل 14 mm و آنوریسم سپتوم.' },
  },
  asks: [
    { who: 'reza', seat: 'surgeon', asked: days(-3) + 1.1, declined: { at: days(-3) + 6, note: 'این حوزهٔ من نیست.' } },
    { who: 'omid', asked: days(-3) + 1.1, declined: { at: days(-3) + 20, note: '' } },
  ],
};

export const queue: readonly Told[] = [wave, running, untaken];
