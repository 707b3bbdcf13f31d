// A closed right coronary: decided, the stay in hospital told, the 30 days due today; one opinion revised after the reveal.

import { days, type Told } from './told.ts';
import { fieldsOf, fileCase, score, textsOf } from './from-file.ts';

const ID = 'demo-cto-rca';
const { opinions, outcome } = fileCase(ID);
const file = fieldsOf(ID);
const [retrograde, antegrade, medical] = opinions.map((o) => o.text) as [{ en: string; fa: string }, { en: string; fa: string }, { en: string; fa: string }];

export const cto: Told = {
  key: 'cto', asker: 'omid', lang: 'fa', urgency: 'elective', audience: 'node', started: days(-95), posted: days(-95) + 2, decideBy: days(-30), film: ID,
  fields: {
    ...file, lesions: (file.lesions ?? []).map((one) => ({ ...one, tortuosity: 'none' as const, collateralCc: 2, totalOcclusion: { ...one.totalOcclusion, bendGt45: false, retry: true, capAmbiguity: true } })),
    presentation: 'stable', ccs: 'III', nyha: 'I', lvefPct: 50, creatinine: { value: 1, unit: 'mg/dL' }, hb: 'unknown',
    comorbidity: { diabetes: 'no', hypertension: 'yes', ckd: 'no', dialysis: 'no', previousMi: 'yes', previousPci: 'no', previousCabg: 'no', stroke: 'no', pad: 'unknown', oac: 'no' },
    scores: [score('j-cto', 'morino-2011.1', { out: 4, band: 'very difficult' }), score('progress-cto', 'christopoulos-2016.1', { out: 1 }), score('syntax', 'sianos-2005+serruys-2009.1', { out: 10, band: 'low' }), score('egfr', 'ckd-epi-2021+2009.1', { ckdepi2021: 86 })],
    more: { cap: 'ambiguous', viability: 'viable', previousAttempts: 1, previousDose: '240 mL' },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have', dualLumen: 'have', ctoWires: 'have', guideExtension: 'have', coveredStent: 'have', coils: 'have' },
  },
  texts: textsOf(ID, {
    experience: { en: 'About 20 antegrade CTOs a year; no retrograde as first operator.', fa: 'سالی حدود ۲۰ مورد CTO آنتگرید؛ هنوز رتروگرید را به‌عنوان اپراتور اول انجام نداده‌ام.' },
    patientWish: { en: 'Wants to walk up to his orchard again; would accept one more attempt, not three.', fa: 'می‌خواهد دوباره پیاده تا باغش برود؛ یک تلاش دیگر را می‌پذیرد، نه سه تلاش.' },
  }),
  plan: { en: 'Second antegrade attempt with IVUS at the RV branch; retrograde only with a proctor.', fa: 'تلاش دوم آنتگرید با IVUS در شاخهٔ RV؛ رتروگرید فقط با پروکتور.' },
  arrows: [{ run: 1, frame: 37, points: [0.34, 0.55, 0.225, 0.475], note: 'cap' }],
  asks: [
    { who: 'nilufar', asked: days(-95) + 4, seen: days(-95) + 6, accepted: days(-94), opinions: [{
      at: days(-93), lang: 'fa', body: { stance: 'pci', access: ['femoral-right', 'radial-left'], confidence: 4, disclosure: 'none', kit: [{ item: 'Septal wires', when: 'on-shelf' }, { item: 'Dual-lumen microcatheter', when: 'on-shelf' }, { item: 'Re-entry device', when: 'if-available', instead: 'Reverse CART' }] },
      en: { headline: 'Primary retrograde, with a proctor', strategy: 'Dual injection, septal surfing from the second septal, reverse CART with guide extension, IVUS before the first stent.', bailOut: 'Coils and a covered stent in the room; echo probe on the chest before the donor wire goes in.', stop: 'Air kerma 3 Gy, or contrast three times the eGFR, or two hours of trying.', rationale: retrograde.en },
      fa: { headline: 'از ابتدا رتروگرید، همراه پروکتور', strategy: 'تزریق دوطرفه، septal surfing از سپتال دوم، reverse CART با گاید اکستنشن، و IVUS پیش از استنت اول.', bailOut: 'کویل و کاورد استنت در اتاق؛ پروب اکو پیش از ورود وایر به رگ دهنده آماده باشد.', stop: 'air kerma برابر 3 Gy، یا کنتراست سه برابر eGFR، یا دو ساعت تلاش.', rationale: retrograde.fa },
      arrow: { run: 3, frame: 34, points: [0.42, 0.52, 0.485, 0.4], note: 'S2' },
    }] },
    { who: 'claire', seat: 'operator', asked: days(-95) + 4, seen: days(-94), accepted: days(-94) + 3, opinions: [
      {
        at: days(-92), lang: 'en', body: { stance: 'pci', access: ['radial-right', 'femoral-right'], confidence: 3, disclosure: 'none', kit: [{ item: 'IVUS in the RV branch', when: 'on-shelf' }, { item: 'Stiff CTO wire', when: 'on-shelf' }] },
        en: { headline: 'Antegrade, IVUS-guided cap puncture', strategy: 'IVUS into the RV branch, find the cap, puncture under vision with a stiff wire in a dual-lumen microcatheter, de-escalate at once.', bailOut: 'If the wire goes behind the plaque: stop, come back in 8 weeks.', stop: '25 minutes at the cap, or 200 mL.', rationale: antegrade.en },
        fa: { headline: 'آنتگرید؛ پانکچر کپ با هدایت IVUS', strategy: 'IVUS در شاخهٔ RV، پیدا کردن کپ، پانکچر زیر دید با وایر سفت در میکروکتتر دولومن، و بلافاصله برگشت به وایر نرم.', bailOut: 'اگر وایر پشت پلاک رفت: توقف و مراجعهٔ دوباره پس از ۸ هفته.', stop: '۲۵ دقیقه پای کپ، یا 200 mL کنتراست.', rationale: antegrade.fa },
      },
      {
        at: days(-60), lang: 'en', body: { stance: 'pci', access: ['radial-right', 'femoral-right'], confidence: 4, disclosure: 'none', kit: [{ item: 'IVUS in the RV branch', when: 'on-shelf' }, { item: 'Septal wires', when: 'on-shelf' }] },
        en: { headline: 'IVUS-guided first; set up for retrograde from the start', strategy: 'As before, but with the left coronary engaged and the septal wire ready, so that the step to retrograde costs five minutes.', bailOut: 'Retrograde through the second septal, as Dr Kazemi describes.', stop: '25 minutes at the cap; air kerma 3 Gy for the whole day.', rationale: 'After reading the retrograde opinion: the septals are better than I first thought. My order stays, my exit changes.' },
        fa: { headline: 'اول IVUS؛ ولی از ابتدا آمادهٔ رتروگرید', strategy: 'مانند قبل، ولی LCA از ابتدا درگیر و وایر سپتال آماده باشد تا رفتن به رتروگرید فقط پنج دقیقه وقت بگیرد.', bailOut: 'رتروگرید از سپتال دوم، همان‌طور که دکتر کاظمی نوشته است.', stop: '۲۵ دقیقه پای کپ؛ air kerma در کل روز 3 Gy.', rationale: 'پس از خواندن نظر رتروگرید: سپتال‌ها بهتر از آن است که اول فکر می‌کردم. ترتیب کارم همان است، راه خروجم عوض شد.' },
      },
    ] },
    { who: 'samira', seat: 'clinician', asked: days(-94), seen: days(-94) + 5, accepted: days(-93), opinions: [{
      at: days(-91), lang: 'fa', body: { stance: 'drugs', confidence: 2, disclosure: 'none' },
      en: { headline: 'Medical first, then symptoms alone decide', strategy: 'Add the fourth drug, supervised exercise for three months, repeat CCS and the walking test.', bailOut: 'Angina at rest or less than 100 m: do not wait the three months.', stop: 'Pressure under 100 mmHg systolic or a rate under 50.', rationale: medical.en },
      fa: { headline: 'اول درمان دارویی؛ بعد فقط علائم تصمیم می‌گیرد', strategy: 'داروی چهارم اضافه شود، سه ماه تمرین زیر نظر بازتوانی، سپس CCS و تست راه رفتن تکرار شود.', bailOut: 'آنژین در استراحت یا در کمتر از ۱۰۰ متر: سه ماه صبر نکنید.', stop: 'فشار سیستولیک کمتر از 100 mmHg یا ضربان کمتر از 50.', rationale: medical.fa },
    }] },
  ],
  remarks: [
    { at: days(-88), by: 'omid', lang: 'fa', text: 'سپاس از هر سه همکار. ۸ هفته درمان دارویی را بهینه می‌کنم و خبر می‌دهم.' },
    { at: days(-34), by: 'omid', lang: 'fa', text: 'پس از ۸ هفته همچنان CCS III است. دکتر کاظمی برای پروکتورینگ وقت دادند.' },
    { at: days(-33), by: 'samira', lang: 'fa', text: 'پس حالا نوبت باز کردن است. لطفاً Cr را ۴۸ ساعت بعد هم ببینید.' },
  ],
  decision: {
    at: days(-31), choice: 'pci', followed: ['nilufar', 'claire'],
    en: { text: 'PCI with a proctor: IVUS-guided antegrade first, retrograde ready.', thanks: 'Three different opinions gave one plan with three steps. Thank you.' },
    fa: { text: 'PCI همراه پروکتور: اول آنتگرید با هدایت IVUS، و رتروگرید آماده.', thanks: 'سه نظر متفاوت یک برنامهٔ سه‌مرحله‌ای ساخت. سپاس از شما.' },
  },
  outcomes: [{
    at: days(-22), moment: 'hospital', result: 'event', details: { event: 'Septal, Ellis II', timiAfter: 3, residualStenosisPct: 0, proceduralSuccess: true, bleedingBarc: '0', complications: ['perforation'] },
    en: { text: outcome.actual.en, thanks: 'Dr Morel, your 25 minutes kept us honest; Dr Kazemi, your septal was the right one.' },
    fa: { text: outcome.actual.fa, thanks: 'دکتر مورل، حد ۲۵ دقیقه‌ای شما کار را نگه داشت؛ دکتر کاظمی، سپتالی که نشان دادید درست بود.' },
  }],
};
