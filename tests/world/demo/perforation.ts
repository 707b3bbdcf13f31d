// A perforation, asked under a hidden name some hours after it was sealed.

import { fieldsOf, fileCase, score, textsOf } from './from-file.ts';
import type { Told } from './told.ts';

const ID = 'demo-perforation';
const [senior, , open] = fileCase(ID).opinions.map((o) => o.text) as [{ en: string; fa: string }, unknown, { en: string; fa: string }];

export const perforation: Told = {
  key: 'perforation', asker: 'maryam', lang: 'fa', kind: 'complication', urgency: 'urgent', hidden: true, started: -13, posted: -12, decideBy: 14, film: ID,
  fields: {
    ...fieldsOf(ID), presentation: 'nstemi', ccs: 'IV', killip: 'I', lvefPct: 55, creatinine: { value: 1.05, unit: 'mg/dL' }, hb: { value: 11.8, unit: 'g/dL' },
    comorbidity: { diabetes: 'no', hypertension: 'yes', ckd: 'yes', dialysis: 'no', previousMi: 'no', previousPci: 'no', previousCabg: 'no', stroke: 'no', oac: 'no', anaemia: 'yes', frailty: 'yes' },
    scores: [score('precise-hbr', 'gragnano-2025.1', { out: 28, band: 'very high' }), score('arc-hbr', 'urban-2019.1', { out: true, major: [], minor: ['age>=75', 'egfr30-59', 'hb-minor'] })],
    more: { ellis: 'III', perforationSite: 'Mid LAD', drained: 'yes', drugState: 'Aspirin only, heparin reversed' },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have-not', rotablation: 'have', ivl: 'have-not', iabp: 'have', coveredStent: 'have', coils: 'have-not' },
  },
  texts: textsOf(ID, { experience: { en: 'Rotational atherectomy about 15 times a year; first Ellis III.', fa: 'روتابلیشن سالی حدود ۱۵ بار؛ نخستین Ellis III.' } }),
  plan: { en: 'Clopidogrel from tomorrow if the drain stays dry; tell the family this evening.', fa: 'اگر درن خشک ماند، کلوپیدوگرل از فردا؛ موضوع را امروز عصر به خانواده می‌گویم.' },
  arrows: [{ run: 4, frame: 31, points: [0.4, 0.54, 0.49, 0.41], note: 'Ellis III' }],
  asks: [
    { who: 'nilufar', asked: -2.95 },
    { who: 'hossein', asked: -11.95, seen: -11, accepted: -10.5, opinions: [{
      at: -9, lang: 'fa', body: { stance: 'drugs', confidence: 4, disclosure: 'none' },
      en: { headline: 'You saved her. Aspirin plus clopidogrel from today', strategy: 'Clopidogrel 75 mg without loading once the drain is dry for 12 h; no anticoagulant; echo every 6 h for 24 h, then daily.', bailOut: 'Pressure falls or effusion grows: echo first, drain, then the second covered stent.', stop: 'More than 50 mL in the drain, or Hb down by 2 g/dL: hold clopidogrel and call.', rationale: senior.en },
      fa: { headline: 'بیمار را نجات دادید. آسپرین و کلوپیدوگرل از امروز', strategy: 'وقتی درن ۱۲ ساعت خشک ماند، کلوپیدوگرل 75 mg بدون لودینگ؛ بدون آنتی‌کوآگولان؛ اکو تا ۲۴ ساعت هر ۶ ساعت و بعد روزانه.', bailOut: 'اگر فشار افتاد یا افیوژن زیاد شد: اول اکو، بعد تخلیه، بعد کاورد استنت دوم.', stop: 'درن بیش از 50 mL، یا افت Hb به اندازهٔ 2 g/dL: کلوپیدوگرل موقتاً داده نشود (hold) و تماس بگیرید.', rationale: senior.fa },
    }] },
    { who: 'reza', seat: 'surgeon', asked: -11, seen: -9, accepted: -8 },
    { who: 'samira', seat: 'clinician', asked: -11, seen: -8, accepted: -7, opinions: [{
      at: -5, lang: 'fa', body: { stance: 'other', confidence: 5, disclosure: 'none' },
      en: { headline: 'Tell her and the family today', strategy: 'Sit down, plain words, what happened, what was done, what comes; say that the diagonal was lost and what it means.', bailOut: 'If she is not able to hear it today: the family today, her tomorrow.', stop: 'No numbers nobody can know yet.', rationale: open.en },
      fa: { headline: 'همین امروز به بیمار و خانواده بگویید', strategy: 'بنشینید و ساده بگویید چه شد، چه کردید و چه در پیش است؛ بگویید دیاگونال از دست رفت و این یعنی چه.', bailOut: 'اگر امروز توان شنیدن ندارد: خانواده امروز، خود بیمار فردا.', stop: 'عددی که هنوز کسی نمی‌داند گفته نشود.', rationale: open.fa },
    }] },
  ],
  remarks: [{ at: -4, by: 'maryam', lang: 'fa', text: 'جملهٔ اول‌تان را دو بار خواندم. سپاس. درن از ۷ ساعت پیش خشک است.' }],
};
