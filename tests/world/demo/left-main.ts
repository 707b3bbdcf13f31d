// Left main in a low ejection fraction: three of four opinions are in, the decision is due tomorrow.

import { fieldsOf, fileCase, score, textsOf } from './from-file.ts';
import type { Told } from './told.ts';

const ID = 'demo-lm-calc';
const [surgeon, operatorA, operatorB, intensivist] = fileCase(ID).opinions.map((o) => o.text) as [{ en: string; fa: string }, { en: string; fa: string }, { en: string; fa: string }, { en: string; fa: string }];

export const leftMain: Told = {
  key: 'left-main', asker: 'arman', lang: 'fa', urgency: 'elective', started: -76, posted: -73, decideBy: 26, film: ID,
  fields: {
    ...fieldsOf(ID), presentation: 'stable', ccs: 'III', nyha: 'II', lvefPct: 35, creatinine: { value: 1.6, unit: 'mg/dL' }, hb: { value: 12.4, unit: 'g/dL' }, platelets: 210, weightKg: 70,
    comorbidity: { diabetes: 'yes', insulin: 'yes', hypertension: 'yes', ckd: 'yes', dialysis: 'no', previousMi: 'no', previousPci: 'no', previousCabg: 'no', stroke: 'no', pad: 'unknown', copd: 'no', oac: 'no', anaemia: 'yes' },
    scores: [score('syntax', 'sianos-2005+serruys-2009.1', { out: 26, band: 'intermediate' }), score('euroscore2', 'nashef-2012.1', { outPct: 3.69 }),
      score('egfr', 'ckd-epi-2021+2009.1', { ckdepi2021: 45 }), score('cockcroft-gault', 'cockcroft-gault-1976.1', { out: 40 })],
    more: { ivusMla: 'not-done', calciumArc: 'not-done' },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have', microaxial: 'have-not', coveredStent: 'have', dcb: 'have' },
  },
  texts: textsOf(ID, {
    experience: { en: 'About 20 left main PCIs a year; rotational atherectomy in the left main twice as first operator.', fa: 'سالی حدود ۲۰ مورد PCI روی LM؛ روتابلیشن در LM دو بار به‌عنوان اپراتور اول.' },
    patientWish: { en: 'He fears the long recovery after surgery; his daughter would like to hear the surgeon once more.', fa: 'از دورهٔ نقاهت طولانی جراحی نگران است؛ دخترش مایل است یک بار دیگر با جراح صحبت شود.' },
  }),
  plan: {
    en: 'I would offer surgery once more. If refused: IVUS, rotational atherectomy, DK-crush, IABP in the room.',
    fa: 'یک بار دیگر جراحی را پیشنهاد می‌کنم. اگر نپذیرفت: IVUS، روتابلیشن، DK-crush و IABP آماده در اتاق.',
  },
  arrows: [{ run: 1, frame: 31, points: [0.2, 0.37, 0.262, 0.255], note: 'LM' }],
  asks: [
    { who: 'leila', asked: -72, seen: -70, handedOn: { at: -69, to: 'daniel', note: 'این هفته در سفرم. دکتر دنیل اوکافور هر هفته همین بایفورکیشن‌ها را انجام می‌دهد.' } },
    { who: 'bahram', seat: 'surgeon', asked: -72, seen: -69, accepted: -66, opinions: [{
      at: -50, lang: 'fa', body: { stance: 'cabg', confidence: 4, disclosure: 'none', kit: [{ item: 'LIMA, SVG', when: 'on-shelf' }, { item: 'CT (ascending aorta)', when: 'if-available', instead: 'Epiaortic echo' }] },
      en: { headline: 'CABG: LIMA to LAD, vein to OM', strategy: 'LIMA to LAD and one vein to OM; leave the RCA, its RFR is 0.93. Off-pump if the ascending aorta is calcified.', bailOut: 'If he refuses again, the refusal is written down with the family present, and I stay informed on the day of PCI.', stop: 'An unprepared diabetic foot, or lungs that would not bear a sternotomy: then back to the Heart Team.', rationale: surgeon.en },
      fa: { headline: 'CABG؛ LIMA به LAD و ورید به OM', strategy: 'LIMA به LAD و یک گرافت وریدی به OM؛ RCA را با RFR=0.93 دست نمی‌زنم. اگر آئورت صعودی کلسیفیه بود، آف‌پمپ.', bailOut: 'اگر باز هم نپذیرفت، امتناع در حضور خانواده ثبت شود و من در روز PCI در جریان باشم.', stop: 'اگر ریه‌ها تحمل استرنوتومی را نداشت یا زخم پای دیابتی درمان نشده بود، دوباره به هارت تیم برمی‌گردیم.', rationale: surgeon.fa },
    }] },
    { who: 'hossein', asked: -72, seen: -71, accepted: -68, opinions: [{
      at: -40, lang: 'fa', body: { stance: 'pci', access: ['femoral-right'], confidence: 4, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }, { item: 'Rotablation, burr 1.5 mm', when: 'on-shelf' }, { item: 'NC balloon 3.0 mm', when: 'on-shelf' }, { item: 'IVL', when: 'if-available', instead: 'Rotablation, then NC balloon' }] },
      en: { headline: 'PCI: rotational atherectomy, then DK-crush', strategy: '7 Fr femoral. IVUS of LAD and LCX, 1.5 mm burr LM to LAD in runs under 20 s, NC 3.0 in both branches, DK-crush, final kissing, POT, IVUS again.', bailOut: 'Covered stent on the table, IABP sheath in place, surgeon informed. Slow flow: no further run, intracoronary vasodilator, wait.', stop: 'Contrast 120 mL, or pressure that does not recover between runs.', rationale: operatorA.en },
      fa: { headline: 'PCI؛ روتابلیشن و سپس DK-crush', strategy: 'فمورال 7 Fr. IVUS در LAD و LCX، burr سایز 1.5 mm از LM به LAD با ران‌های کمتر از ۲۰ ثانیه، بالون NC سایز 3.0 mm در هر دو شاخه، DK-crush، کیسینگ نهایی، POT و دوباره IVUS.', bailOut: 'کاورد استنت دم دست، شیت IABP در جا، جراح در جریان. اگر اسلو فلو شد: ران دیگری نه، وازودیلاتور داخل‌کرونری و صبر.', stop: 'کنتراست 120 mL، یا فشاری که میان ران‌ها برنمی‌گردد.', rationale: operatorA.fa },
      arrow: { run: 1, frame: 31, points: [0.42, 0.11, 0.325, 0.215], note: 'burr' },
    }] },
    { who: 'daniel', asked: -67, seen: -62, accepted: -60, opinions: [{
      at: -30, lang: 'en', body: { stance: 'pci', access: ['femoral-right'], confidence: 3, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }, { item: 'Rotablation', when: 'on-shelf' }, { item: 'DCB for the LCX ostium', when: 'on-shelf' }] },
      en: { headline: 'PCI: provisional, drug-coated balloon to the LCX', strategy: 'Prepare both branches to a full NC balloon, one stent LM to LAD sized to the proximal reference, POT, then decide on the LCX by IVUS and flow.', bailOut: 'T or culotte if the LCX shows a type C dissection or TIMI under 3.', stop: 'If the LCX prepares well, stop there: do not add a stent for the picture.', rationale: operatorB.en },
      fa: { headline: 'PCI؛ پروویژنال با DCB برای LCX', strategy: 'هر دو شاخه تا باز شدن کامل بالون NC آماده شود، یک استنت از LM به LAD به اندازهٔ رفرنس پروگزیمال، POT، سپس تصمیم برای LCX با IVUS و جریان.', bailOut: 'اگر LCX دایسکشن نوع C یا TIMI کمتر از 3 داشت: T یا culotte.', stop: 'اگر LCX خوب آماده شد همان‌جا تمام کنید؛ برای زیبایی تصویر استنت دوم نگذارید.', rationale: operatorB.fa },
    }] },
    { who: 'shirin', seat: 'intensivist', asked: -48, seen: -47, accepted: -46, draft: {
      at: -20, lang: 'fa', body: { stance: 'pci', confidence: 2, kit: [{ item: 'IABP', when: 'on-shelf' }] },
      en: { headline: 'PCI with support in place first', rationale: intensivist.en },
      fa: { headline: 'PCI با حمایتی که از پیش برقرار است', rationale: intensivist.fa },
    } },
  ],
  remarks: [
    { at: -27, by: 'arman', lang: 'fa', text: 'سپاس. DCB در سایز 3.0 mm داریم. زاویهٔ حدود 80 درجه شما را به سمت دو استنت نمی‌برد؟' },
    { at: -25, by: 'daniel', lang: 'en', text: 'A wide angle makes me keep the LCX free of metal even more. If you do need a second stent, T fits 80 degrees better than crush.' },
  ],
};
