// Shorter stories of coronary cases, so that everybody has a past here.

import { days, type Told } from './told.ts';

const isr: Told = {
  key: 'isr', asker: 'arman', lang: 'fa', started: days(-381), posted: days(-380), decideBy: days(-372), film: 'pool-4',
  fields: {
    topics: ['cor.isr', 'cor.dcb'], ageBand: '60-64', sex: 'male', presentation: 'stable', ccs: 'II', lvefPct: 50, creatinine: { value: 1, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'yes', hypertension: 'yes', previousPci: 'yes', previousCabg: 'no', previousMi: 'no' },
    lesions: [{ segments: ['7'], stenosisPct: 70, stent: true, lengthMm: 22, calcification: 'moderate', timi: 3 }],
    more: { isrPattern: 'diffuse', stentLayers: 1, isrTime: 36, isrMechanism: 'underexpansion' },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have', dcb: 'have' },
  },
  texts: {
    en: { title: 'Second restenosis in a mid LAD stent', question: 'OCT shows an under-expanded stent over calcium. High pressure and DCB, lithotripsy elsewhere, or a LIMA?', background: 'One DES of 3.0×22 mm three years ago, one DCB 14 months ago. Angina again for two months.' },
    fa: { title: 'دومین تنگی مجدد (ISR) در استنت قسمت میانی LAD', question: 'در OCT استنت روی کلسیم باز نشده است. فشار بالا و DCB، لیتوتریپسی در مرکزی دیگر، یا LIMA؟', background: 'یک DES سایز 3.0×22 mm از ۳ سال پیش و یک DCB از ۱۴ ماه پیش. دو ماه است که آنژین برگشته.' },
  },
  asks: [
    { who: 'claire', asked: days(-380) + 1, accepted: days(-379), opinions: [{
      at: days(-378), body: { stance: 'pci', access: ['radial-right'], confidence: 4, disclosure: 'none', kit: [{ item: 'OPN-type balloon 3.0 mm', when: 'if-available', instead: 'NC 3.0 mm at rated burst' }, { item: 'DCB', when: 'on-shelf' }] },
      en: { headline: 'Expand it first, then DCB, no second layer', strategy: 'High pressure until the OCT shows an area above 5 mm², then DCB 3.0×25 mm.', stop: 'No expansion at 30 atm: do not force it.', rationale: 'The mechanism is expansion, not drug failure. A second layer would hide it.' },
      fa: { headline: 'اول باز کردن استنت، بعد DCB؛ لایهٔ دوم نه', strategy: 'فشار بالا تا وقتی OCT مساحت بیش از 5 mm² نشان دهد، سپس DCB سایز 3.0×25 mm.', stop: 'اگر در فشار 30 atm باز نشد، فشار بیشتر نیاورید.', rationale: 'سازوکار، باز نشدن استنت است، نه بی‌اثر بودن دارو. لایهٔ دوم فقط آن را می‌پوشاند.' },
    }] },
    { who: 'hossein', asked: days(-380) + 1, accepted: days(-379), opinions: [{
      at: days(-377), lang: 'fa', body: { stance: 'pci', access: ['radial-right'], confidence: 3, disclosure: 'none', kit: [{ item: 'IVL 3.0 mm', when: 'if-available', instead: 'NC balloon, then DCB' }] },
      en: { headline: 'Lithotripsy inside the stent, if you can get it', strategy: 'IVL 3.0 mm, 60 pulses, then NC and DCB.', rationale: 'Calcium behind the struts answers to IVL better than to pressure. Without it, try high pressure before you send him for a LIMA.' },
      fa: { headline: 'لیتوتریپسی داخل استنت، اگر در دسترس باشد', strategy: 'IVL سایز 3.0 mm با 60 پالس، سپس NC و DCB.', rationale: 'کلسیم پشت استرات‌ها به IVL بهتر جواب می‌دهد تا به فشار. اگر نبود، پیش از LIMA فشار بالا را امتحان کنید.' },
    }] },
    { who: 'leila', asked: days(-380) + 1, accepted: days(-379) - 4, opinions: [{
      at: days(-378) + 6, lang: 'fa', body: { stance: 'pci', access: ['radial-right'], confidence: 3, disclosure: 'none' },
      en: { headline: 'One more PCI, and a word about the LIMA', rationale: 'A third restenosis would be a LIMA. Tell him so now, while it is still a choice and not a defeat.' },
      fa: { headline: 'یک PCI دیگر، و گفت‌وگویی دربارهٔ LIMA', rationale: 'اگر بار سوم تنگ شود، نوبت LIMA است. همین حالا به بیمار بگویید، تا هنوز یک انتخاب است.' },
    }] },
  ],
  decision: { at: days(-373), choice: 'pci', followed: ['claire'], en: { text: 'High pressure with OCT, then DCB.', thanks: 'Both of you looked at the mechanism first. Thank you.' }, fa: { text: 'فشار بالا با OCT، سپس DCB.', thanks: 'هر دو اول سازوکار را دیدید. سپاس.' } },
  outcomes: [
    { at: days(-364), moment: 'hospital', result: 'no-event', details: { timiAfter: 3, residualStenosisPct: 15, proceduralSuccess: true }, en: { text: 'Stent area from 3.9 to 5.6 mm² at 28 atm, DCB 3.0×25 mm.' }, fa: { text: 'مساحت استنت با فشار 28 atm از 3.9 به 5.6 mm² رسید؛ DCB سایز 3.0×25 mm.' } },
    { at: days(-340), moment: 'd30', result: 'no-event', en: { text: 'CCS I.' }, fa: { text: 'CCS I.' } },
  ],
};

const svg: Told = {
  key: 'svg', asker: 'omid', lang: 'fa', urgency: 'urgent', started: days(-152), posted: days(-152) + 1, decideBy: days(-150), film: 'pool-7',
  fields: {
    topics: ['cor.svg'], ageBand: '75-79', sex: 'male', presentation: 'nstemi', killip: 'I', ccs: 'III', lvefPct: 45, creatinine: { value: 1.4, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'yes', hypertension: 'yes', previousCabg: 'yes', previousMi: 'yes', ckd: 'yes' },
    lesions: [{ segments: ['graft:SVG-OM'], stenosisPct: 90, thrombus: true, timi: 2 }, { segments: ['11'], stenosisPct: 90, calcification: 'mild', timi: 3 }, { segments: ['7'], stenosisPct: 65, calcification: 'moderate', timi: 3 }],
    more: { graftMap: 'LIMA-LAD patent, SVG-OM diseased', graftAge: 11, nativeVessel: 'LCX 90% proximal, not occluded' },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have', filter: 'have-not', dcb: 'have' },
  },
  texts: {
    en: { title: 'Degenerated vein graft to the OM, 11 years old', question: 'Graft without a filter on the shelf, or the native circumflex?', background: 'CABG 11 years ago. NSTEMI two days ago, pain-free now.' },
    fa: { title: 'گرافت وریدی دژنرهٔ OM پس از ۱۱ سال', question: 'گرافت بدون فیلتر، یا LCX خود بیمار؟', background: 'CABG در ۱۱ سال پیش. NSTEMI در دو روز پیش؛ اکنون بدون درد.' },
  },
  asks: [
    { who: 'bahram', seat: 'surgeon', asked: days(-152) + 2, accepted: days(-152) + 5, opinions: [{
      at: days(-152) + 9, lang: 'fa', body: { stance: 'pci', confidence: 3, disclosure: 'none' },
      en: { headline: 'No redo surgery; open the native vessel', rationale: 'The LIMA works. A redo for one marginal at this age costs more than it gives.' },
      fa: { headline: 'جراحی مجدد نه؛ رگ خود بیمار باز شود', rationale: 'LIMA کار می‌کند. جراحی مجدد برای یک مارژینال در این سن بیش از سودش هزینه دارد.' },
    }] },
    { who: 'claire', asked: days(-152) + 2, accepted: days(-152) + 6, opinions: [{
      at: days(-152) + 12, body: { stance: 'pci', access: ['femoral-right'], confidence: 4, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }, { item: 'Distal filter', when: 'if-available', instead: 'Native circumflex first' }] },
      en: { headline: 'Native circumflex, graft as the way back', strategy: 'Wire the native LCX, use the graft for contrast from below if the wire is lost.', bailOut: 'If the native vessel fails: direct stenting of the graft, undersized, no post-dilatation.', rationale: 'An 11-year graft with thrombus and no filter invites no-reflow.' },
      fa: { headline: 'LCX خود بیمار؛ گرافت راه برگشت باشد', strategy: 'وایر در LCX اصلی؛ اگر مسیر گم شد، تزریق از گرافت راه را نشان می‌دهد.', bailOut: 'اگر رگ اصلی نشد: استنت مستقیم گرافت، کمی کوچک‌تر، بدون پست‌دیلاتاسیون.', rationale: 'گرافت ۱۱ ساله با ترومبوز و بدون فیلتر، زمینهٔ نوریفلو است.' },
    }] },
  ],
  decision: { at: days(-151) + 2, choice: 'pci', followed: ['claire', 'bahram'], en: { text: 'PCI of the native circumflex.', thanks: 'Thank you both.' }, fa: { text: 'PCI روی LCX خود بیمار.', thanks: 'سپاس از هر دو.' } },
  outcomes: [
    { at: days(-143), moment: 'hospital', result: 'no-event', details: { timiAfter: 3, residualStenosisPct: 10, proceduralSuccess: true }, en: { text: 'One DES 2.75×28 mm. Creatinine peak 1.6.' }, fa: { text: 'یک DES سایز 2.75×28 mm. حداکثر Cr=1.6 mg/dL.' } },
    { at: days(-119), moment: 'd30', result: 'no-event', en: { text: 'No angina.' }, fa: { text: 'بدون آنژین.' } },
  ],
};

const ostialLm: Told = {
  key: 'ostial-lm', asker: 'mina', lang: 'fa', audience: 'node', started: days(-17), posted: days(-16), decideBy: days(-8),
  fields: {
    topics: ['cor.lm', 'img.ivus'], ageBand: '60-64', sex: 'female', presentation: 'stable', ccs: 'III', lvefPct: 60, creatinine: { value: 0.8, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'no', hypertension: 'yes', previousPci: 'no', previousCabg: 'no' },
    lesions: [{ segments: ['5'], stenosisPct: 70, aortoOstial: true, calcification: 'mild', timi: 3, lengthMm: 6 }],
    more: { ivusMla: 5.4 }, shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have' },
  },
  texts: {
    en: { title: 'Isolated ostial left main, IVUS MLA 5.4 mm²', question: 'PCI or a LIMA? If PCI, how far into the aorta?', experience: 'I am a fellow; my attending operates, I prepare the plan.' },
    fa: { title: 'تنگی منفرد اوستیوم LM با IVUS MLA=5.4 mm²', question: 'PCI یا LIMA؟ اگر PCI، استنت تا کجا وارد آئورت شود؟', experience: 'فلو هستم؛ اپراتور استاد من است و برنامه را من آماده می‌کنم.' },
  },
  asks: [
    { who: 'leila', asked: days(-16) + 2, accepted: days(-16) + 8, opinions: [{
      at: days(-15), lang: 'fa', body: { stance: 'pci', access: ['radial-right'], confidence: 5, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }] },
      en: { headline: 'PCI, one stent, 1 mm into the aorta', strategy: 'Floating wire in the aorta, stent 4.0 mm with 1 mm protrusion, flare with a larger NC, IVUS.', rationale: 'Ostial, short, no bifurcation, young lungs: the left main lesion that PCI treats best.' },
      fa: { headline: 'PCI با یک استنت؛ 1 mm داخل آئورت', strategy: 'یک وایر آزاد در آئورت، استنت 4.0 mm با 1 mm بیرون‌زدگی، flare با NC بزرگ‌تر، سپس IVUS.', rationale: 'ضایعهٔ اوستیال، کوتاه و بدون بایفورکیشن: همان LM که PCI بهتر از همه درمان می‌کند.' },
    }] },
    { who: 'daniel', asked: days(-16) + 2, accepted: days(-15), opinions: [{
      at: days(-14), body: { stance: 'pci', access: ['radial-right'], confidence: 4, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }] },
      en: { headline: 'PCI, one stent', strategy: 'Same, in AP caudal and shallow LAO to see the ostium; disengage the guide before inflating.', rationale: 'I agree with a single stent. Measure the reference at the distal left main, not at the ostium.' },
      fa: { headline: 'PCI با یک استنت', strategy: 'همان روش، در AP caudal و LAO کم برای دیدن اوستیوم؛ پیش از باد کردن، گاید را عقب بکشید.', rationale: 'با یک استنت موافقم. رفرنس را در دیستال LM اندازه بگیرید، نه در اوستیوم.' },
    }] },
  ],
  decision: { at: days(-9), choice: 'pci', followed: ['leila', 'daniel'], en: { text: 'PCI, one stent, IVUS.', thanks: 'Thank you, also for the words on the reference.' }, fa: { text: 'PCI با یک استنت و IVUS.', thanks: 'سپاس، به‌ویژه برای نکتهٔ رفرنس.' } },
};

const bifurcation: Told = {
  key: 'bifurcation', asker: 'salim', lang: 'en', started: days(-4), posted: days(-3), decideBy: days(4), film: 'pool-1',
  fields: {
    topics: ['cor.bif'], ageBand: '50-54', sex: 'male', presentation: 'ua', ccs: 'III', lvefPct: 55, creatinine: { value: 88, unit: 'µmol/L' }, dominance: 'right',
    comorbidity: { diabetes: 'no', hypertension: 'no', previousPci: 'no' },
    lesions: [{ segments: ['6', '7', '9'], stenosisPct: 80, medina: '1,1,1', junction: '6/7/9', angleLt70: true, calcification: 'mild', timi: 3, lengthMm: 14 }],
    more: { sideBranchSize: 2.5, sideBranchLength: 12, sideBranchAngle: 55, sideBranchTerritory: 'large' },
    shelf: { surgery: 'have-not', ivus: 'have', oct: 'have-not', physiology: 'have-not', rotablation: 'have-not', ivl: 'have-not', iabp: 'have', dcb: 'have' },
  },
  texts: {
    en: { title: 'LAD and first diagonal, Medina 1,1,1', question: 'Upfront two stents or provisional, and would you keep the jailed balloon?', background: 'Unstable angina for a week, troponin negative.' },
    fa: { title: 'بایفورکیشن LAD و D1 با Medina 1,1,1', question: 'از ابتدا دو استنت یا پروویژنال؟ و آیا jailed balloon را نگه می‌دارید؟', background: 'آنژین ناپایدار از یک هفته پیش، تروپونین منفی.' },
  },
  arrows: [{ run: 1, frame: 34, points: [0.23, 0.39, 0.345, 0.275], note: 'LAD' }],
  asks: [
    { who: 'claire', asked: days(-3) + 2, seen: days(-2) },
    { who: 'daniel', asked: days(-3) + 2, seen: days(-3) + 9, accepted: days(-2) },
    { who: 'leila', asked: days(-3) + 2, accepted: days(-2) - 4, opinions: [{
      at: -30, lang: 'en', body: { stance: 'pci', access: ['radial-right'], confidence: 4, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }, { item: 'DCB 2.5 mm', when: 'on-shelf' }] },
      en: { headline: 'Two stents, DK-crush', strategy: 'Diagonal 2.5 mm with a 12 mm lesion: DK-crush, kissing twice, POT.', bailOut: 'If the diagonal will not take a stent: DCB and leave.', stop: 'No third kissing.', rationale: 'A true bifurcation with a long lesion in a branch worth keeping.' },
      fa: { headline: 'دو استنت با DK-crush', strategy: 'دیاگونال 2.5 mm با ضایعهٔ 12 mm: DK-crush، دو بار کیسینگ، POT.', bailOut: 'اگر دیاگونال استنت را نپذیرفت: DCB و تمام.', stop: 'کیسینگ سوم نه.', rationale: 'بایفورکیشن واقعی با ضایعهٔ بلند در شاخه‌ای که ارزش نگه داشتن دارد.' },
    }] },
  ],
};

const ectasia: Told = {
  key: 'ectasia', asker: 'maryam', lang: 'fa', started: days(-23), posted: days(-22), decideBy: days(-15), film: 'pool-8',
  fields: {
    topics: ['cor.ectasia', 'acs.thr'], ageBand: '45-49', sex: 'male', presentation: 'nstemi', killip: 'I', lvefPct: 50, creatinine: { value: 1.1, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'no', hypertension: 'yes', previousMi: 'no' },
    lesions: [{ segments: ['2'], stenosisPct: 60, thrombus: true, timi: 2 }], more: { ectasiaSize: 9, kawasaki: 'unknown' },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have', coveredStent: 'have' },
  },
  texts: {
    en: { title: 'Ectatic RCA of 9 mm with thrombus', question: 'Anticoagulant plus one antiplatelet, and for how long?' },
    fa: { title: 'RCA اکتاتیک 9 mm با ترومبوز', question: 'آنتی‌کوآگولان همراه یک ضدپلاکت؟ و برای چه مدت؟' },
  },
  asks: [{ who: 'omid', asked: days(-22) + 2, accepted: days(-21), opinions: [{
    at: days(-20), lang: 'fa', body: { stance: 'drugs', confidence: 3, disclosure: 'none' },
    en: { headline: 'OAC plus clopidogrel, look again in three months', rationale: 'Slow flow in a 9 mm vessel clots again under antiplatelets alone; no stent would meet the wall.' },
    fa: { headline: 'OAC و کلوپیدوگرل؛ بازبینی پس از سه ماه', rationale: 'جریان آهسته در رگ 9 mm با ضدپلاکت تنها دوباره لخته می‌کند؛ هیچ استنتی هم به دیواره نمی‌رسد.' },
  }] }],
  withdrawn: { at: days(-19), reason: 'بیمار برای ادامهٔ درمان به شهر خود رفت.' },
};

const draft: Told = {
  key: 'draft', asker: 'arman', lang: 'fa', started: days(-1), decideBy: days(9), film: 'pool-3',
  fields: {
    topics: ['cor.calc'], ageBand: '65-69', sex: 'male', presentation: 'stable', ccs: 'II', lvefPct: 45,
    lesions: [{ segments: ['11'], stenosisPct: 85, calcification: 'heavy', timi: 3, lengthMm: 12 }],
  },
  texts: { fa: { title: 'LCX کلسیفیه در بیمار دیالیزی', background: 'دیالیز سه بار در هفته؛ آنژین در حین دیالیز.' } },
};

export const coronary: readonly Told[] = [isr, svg, ostialLm, bifurcation, ectasia, draft];
