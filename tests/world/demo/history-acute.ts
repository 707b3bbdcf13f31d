// Shorter stories of acute cases and complications.

import { days, type Told } from './told.ts';

const scad: Told = {
  key: 'scad', asker: 'maryam', lang: 'fa', urgency: 'urgent', started: days(-62), posted: days(-62) + 1, decideBy: days(-60),
  fields: {
    topics: ['cor.scad', 'pop.young'], ageBand: '40-44', sex: 'female', presentation: 'nstemi', killip: 'I', lvefPct: 50, creatinine: { value: 0.7, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'no', hypertension: 'no' }, lesions: [{ segments: ['7', '8'], stenosisPct: 80, timi: 3, lengthMm: 45 }],
    more: { scadType: '2b', fmd: 'unknown', pregnancy: 'no' },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have', ivl: 'have-not', iabp: 'have' },
  },
  texts: {
    en: { title: 'SCAD of the mid and distal LAD, type 2b, TIMI 3', question: 'Wait in the ward, or treat while she still has pain on and off?' },
    fa: { title: 'SCAD در قسمت میانی و دیستال LAD، نوع 2b با TIMI 3', question: 'در بخش صبر کنیم، یا چون درد گاه‌گاه دارد درمان کنیم؟' },
  },
  asks: [
    { who: 'daniel', asked: days(-62) + 2, accepted: days(-62) + 4, opinions: [{
      at: days(-62) + 8, body: { stance: 'wait', confidence: 5, disclosure: 'none' },
      en: { headline: 'Wait, and do not wire it', strategy: 'Five days in hospital, beta-blocker, CT of neck and renal arteries later.', bailOut: 'Flow lost with ST elevation: one wire, cutting balloon at the distal end, no stent train.', rationale: 'Flow is normal. Most heal; a wire can make the haematoma travel.' },
      fa: { headline: 'صبر؛ وایر نگذارید', strategy: 'پنج روز در بیمارستان، بتابلوکر، و بعداً CT عروق گردن و کلیه.', bailOut: 'اگر جریان رفت و ST بالا آمد: یک وایر و cutting balloon در انتهای دیستال؛ نه ردیف استنت.', rationale: 'جریان طبیعی است. بیشترشان ترمیم می‌شود و وایر می‌تواند هماتوم را جلو ببرد.' },
    }] },
    { who: 'samira', seat: 'clinician', asked: days(-62) + 2, accepted: days(-62) + 3, opinions: [{
      at: days(-62) + 6, lang: 'fa', body: { stance: 'wait', confidence: 4, disclosure: 'none' },
      en: { headline: 'Wait; beta-blocker, single antiplatelet', rationale: 'Aspirin alone is enough without a stent. Ask about headaches and pulsatile tinnitus: FMD.' },
      fa: { headline: 'صبر؛ بتابلوکر و یک ضدپلاکت', rationale: 'بدون استنت، آسپرین تنها کافی است. از سردرد و وزوز ضربان‌دار بپرسید: FMD.' },
    }] },
  ],
  decision: { at: days(-61), choice: 'wait', followed: ['daniel', 'samira'], en: { text: 'Conservative.', thanks: 'Two calm voices on a bad evening. Thank you.' }, fa: { text: 'درمان محافظه‌کارانه.', thanks: 'در آن شب سخت، دو صدای آرام. سپاس.' } },
  outcomes: [
    { at: days(-53), moment: 'hospital', result: 'no-event', en: { text: 'Pain-free from day 2, home on day 6.' }, fa: { text: 'از روز ۲ بدون درد؛ روز ۶ ترخیص.' } },
    { at: days(-29), moment: 'd30', result: 'no-event', en: { text: 'Renal FMD found on CT. LVEF 58%.' }, fa: { text: 'FMD کلیوی در CT دیده شد. EF=58%.' } },
  ],
};

const pe: Told = {
  key: 'pe', asker: 'omid', lang: 'fa', urgency: 'urgent', started: days(-76), posted: days(-76) + 0.5, decideBy: days(-75),
  fields: {
    topics: ['vasc.pe'], ageBand: '55-59', sex: 'female', presentation: 'other', nyha: 'III', lvefPct: 60, creatinine: { value: 0.9, unit: 'mg/dL' },
    comorbidity: { diabetes: 'no', cancer: 'no', stroke: 'no' }, more: { peRisk: 'intermediate-high', rvFunction: 'moderate', lactate: 2.1, bleedingRisk: 'Hip surgery 10 days ago' },
    shelf: { surgery: 'have', ivus: 'have', iabp: 'have', ecmo: 'have-not', alteplase: 'have' },
  },
  texts: {
    en: { title: 'Intermediate-high pulmonary embolism, ten days after hip surgery', question: 'Heparin and watch, or catheter lysis now? BP 104/66 mmHg, HR 118.', findings: 'CT: clot in both main pulmonary arteries, RV/LV 1.3. Echo: TAPSE 13 mm. Troponin raised.' },
    fa: { title: 'آمبولی ریه با خطر متوسط رو به بالا، ۱۰ روز پس از جراحی لگن', question: 'هپارین و مراقبت، یا همین حالا لیز با کتتر؟ BP=104/66 mmHg، HR=118.', findings: 'در CT لخته در هر دو شریان ریوی اصلی، RV/LV=1.3. در اکو TAPSE=13 mm. تروپونین بالا.' },
  },
  asks: [
    { who: 'marek', asked: days(-76) + 1, accepted: days(-76) + 1.5, opinions: [{
      at: days(-76) + 3, body: { stance: 'drugs', confidence: 4, disclosure: 'none' },
      en: { headline: 'Heparin now, rescue ready', strategy: 'Unfractionated heparin, monitored bed, lactate and pressure each hour for 24 h.', bailOut: 'SBP under 90 for 15 min or lactate above 4: catheter lysis at low dose, not systemic.', rationale: 'Surgery ten days ago makes systemic lysis the last resort; most settle on heparin.' },
      fa: { headline: 'هپارین همین حالا؛ برنامهٔ نجات آماده باشد', strategy: 'هپارین معمولی، تخت مانیتور، لاکتات و فشار هر ساعت تا ۲۴ ساعت.', bailOut: 'فشار سیستولیک کمتر از 90 برای ۱۵ دقیقه یا لاکتات بیش از 4: لیز با کتتر و دوز کم، نه سیستمیک.', rationale: 'با جراحی ۱۰ روز پیش، لیز سیستمیک آخرین راه است؛ بیشترشان با هپارین آرام می‌گیرند.' },
    }] },
    { who: 'shirin', seat: 'intensivist', asked: days(-76) + 1, accepted: days(-76) + 2, opinions: [{
      at: days(-76) + 4, lang: 'fa', body: { stance: 'drugs', confidence: 4, disclosure: 'none' },
      en: { headline: 'Heparin; keep her off the ventilator', rationale: 'High-flow oxygen, no fluid beyond 500 mL, noradrenaline early. Intubation is what kills this RV.' },
      fa: { headline: 'هپارین؛ از ونتیلاتور دور بماند', rationale: 'اکسیژن با جریان بالا، مایع بیش از 500 mL نه، نوراپی‌نفرین زودهنگام. اینتوباسیون است که این RV را از پا درمی‌آورد.' },
    }] },
    { who: 'salim', asked: days(-76) + 1, declined: { at: days(-76) + 5, note: 'I see too few of these to help.' } },
  ],
  decision: { at: days(-75) - 2, choice: 'drugs', followed: ['marek', 'shirin'], en: { text: 'Heparin, monitored bed, rescue agreed.', thanks: 'Thank you.' }, fa: { text: 'هپارین، تخت مانیتور، برنامهٔ نجات توافق شد.', thanks: 'سپاس.' } },
  outcomes: [
    { at: days(-68), moment: 'hospital', result: 'event', details: { event: 'Rescue catheter lysis', bleedingBarc: '1' }, en: { text: 'Lactate 4.3 at 20 h: catheter alteplase 1 mg/h for 12 h as agreed. Home on day 9.', thanks: 'The trigger was yours, Dr Nowak.' }, fa: { text: 'پس از ۲۰ ساعت لاکتات 4.3: طبق توافق، آلتپلاز با کتتر 1 mg/h به مدت ۱۲ ساعت. روز ۹ ترخیص.', thanks: 'دکتر نواک، معیار از شما بود.' } },
    { at: days(-44), moment: 'd30', result: 'no-event', en: { text: 'NYHA I, RV normal.' }, fa: { text: 'NYHA I، RV طبیعی.' } },
  ],
};

const noReflow: Told = {
  key: 'no-reflow', asker: 'mina', lang: 'fa', urgency: 'urgent', started: days(-201), posted: days(-201) + 0.5, decideBy: days(-200), film: 'pool-5',
  fields: {
    topics: ['acs.norefl', 'acs.stemi'], ageBand: '50-54', sex: 'male', presentation: 'stemi', killip: 'I', lvefPct: 40, creatinine: { value: 1, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'no', hypertension: 'yes' }, lesions: [{ segments: ['3'], stenosisPct: 90, thrombus: true, culprit: true, timi: 2 }], more: { mbg: '1', drugsGiven: 'Adenosine, nitroprusside' },
    shelf: { surgery: 'have', ivus: 'have', iabp: 'have', oct: 'have-not' },
  },
  texts: {
    en: { title: 'Slow flow after stenting the distal RCA, day 1', question: 'He is stable in the CCU with TIMI 2. Tirofiban through the night, or look again tomorrow?' },
    fa: { title: 'اسلو فلو پس از استنت دیستال RCA، روز ۱', question: 'بیمار در CCU پایدار است و TIMI 2 دارد. تیروفیبان تا صبح، یا فردا دوباره نگاه کنیم؟' },
  },
  asks: [
    { who: 'marek', asked: days(-201) + 1, accepted: days(-201) + 2, opinions: [{
      at: days(-201) + 5, body: { stance: 'drugs', confidence: 3, disclosure: 'none' },
      en: { headline: 'Tirofiban 12 h, no second look if pain-free', rationale: 'TIMI 2 with falling ST needs time, not another catheter.' },
      fa: { headline: 'تیروفیبان ۱۲ ساعت؛ اگر درد ندارد نگاه دوباره لازم نیست', rationale: 'TIMI 2 با ST رو به پایین زمان می‌خواهد، نه کتتر دیگر.' },
    }] },
    { who: 'omid', asked: days(-201) + 1, accepted: days(-201) + 1.5, opinions: [{
      at: days(-201) + 4, lang: 'fa', body: { stance: 'drugs', confidence: 3, disclosure: 'none' },
      en: { headline: 'Tirofiban, IVUS only if pain returns', rationale: 'I would want to know that the stent is expanded, but not tonight.' },
      fa: { headline: 'تیروفیبان؛ IVUS فقط اگر درد برگشت', rationale: 'دوست دارم بدانم استنت باز است، ولی نه امشب.' },
    }] },
  ],
  decision: { at: days(-200) - 10, choice: 'drugs', followed: ['marek', 'omid'], en: { text: 'Tirofiban for 12 h.', thanks: 'Thank you for answering within the hour.' }, fa: { text: 'تیروفیبان ۱۲ ساعت.', thanks: 'سپاس که در همان ساعت پاسخ دادید.' } },
  outcomes: [
    { at: days(-193), moment: 'hospital', result: 'no-event', details: { timiAfter: 3 }, en: { text: 'ST resolved, home on day 4.' }, fa: { text: 'ST برگشت؛ روز ۴ ترخیص.' } },
    { at: days(-169), moment: 'd30', result: 'lost', en: { text: 'Moved to another city; the phone does not answer.' }, fa: { text: 'به شهر دیگری رفت و تلفن پاسخ نمی‌دهد.' } },
  ],
};

const stentThrombosis: Told = {
  key: 'stent-thrombosis', asker: 'salim', lang: 'en', urgency: 'urgent', started: days(-252), posted: days(-252) + 1, decideBy: days(-251), film: 'pool-2',
  fields: {
    topics: ['cor.st', 'pharm.dapt'], ageBand: '70-74', sex: 'female', presentation: 'stemi', killip: 'III', lvefPct: 30, creatinine: { value: 1.3, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'yes', previousPci: 'yes', hypertension: 'yes' }, lesions: [{ segments: ['1'], stenosisPct: 75, stent: true, thrombus: true, timi: 2 }],
    more: { stentThrombosisTiming: 'subacute', drugsTaken: 'Aspirin and clopidogrel, taken', isrMechanism: 'malapposition' },
    shelf: { surgery: 'have-not', ivus: 'have', oct: 'have-not', iabp: 'have' },
  },
  texts: {
    en: { title: 'Stent thrombosis of the RCA on day 9 under clopidogrel', question: 'The clot is out and the edge is malapposed. Post-dilate now and switch the drug, or wait for calmer lungs?' },
    fa: { title: 'ترومبوز استنت RCA در روز ۹ با وجود کلوپیدوگرل', question: 'لخته خارج شد و لبهٔ استنت به دیواره نچسبیده است. همین حالا پست‌دیلاتاسیون و تعویض دارو، یا صبر تا ریه‌ها بهتر شود؟' },
  },
  asks: [
    { who: 'omid', asked: days(-252) + 2, accepted: days(-252) + 3, opinions: [{
      at: days(-252) + 6, lang: 'fa', body: { stance: 'pci', access: ['femoral-right'], confidence: 4, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }, { item: 'NC balloon, 1:1 to the reference', when: 'on-shelf' }] },
      en: { headline: 'Correct the edge first', rationale: 'A mechanical cause stays until it is corrected; ticagrelor from today.' },
      fa: { headline: 'اول لبهٔ استنت اصلاح شود', rationale: 'علت مکانیکی تا اصلاح نشود می‌ماند؛ تیکاگرلور از همین امروز.' },
    }] },
    { who: 'samira', seat: 'clinician', asked: days(-252) + 2, accepted: days(-252) + 2.5, opinions: [{
      at: days(-252) + 4, lang: 'fa', body: { stance: 'drugs', confidence: 3, disclosure: 'none' },
      en: { headline: 'Switch tonight, table tomorrow', rationale: 'Ticagrelor loading now. A flat hour on the table with Killip III has its own price.' },
      fa: { headline: 'امشب تعویض دارو، فردا پروسیجر', rationale: 'لودینگ تیکاگرلور همین حالا. یک ساعت دراز کشیدن روی تخت با Killip III بهای خودش را دارد.' },
    }] },
  ],
  decision: { at: days(-252) + 10, choice: 'drugs', followed: ['samira'], en: { text: 'Ticagrelor, ventilation without a tube, table next morning.', thanks: 'I read both of you twice before choosing.' }, fa: { text: 'تیکاگرلور، ونتیلاسیون غیرتهاجمی، پروسیجر صبح فردا.', thanks: 'پیش از انتخاب، هر دو نظر را دو بار خواندم.' } },
  outcomes: [{ at: days(-244), moment: 'hospital', result: 'died', en: { text: 'Edge post-dilated the next morning, TIMI 3; died on day 4 of pneumonia in shock.', thanks: 'Thank you for standing with us.' }, fa: { text: 'صبح فردا لبهٔ استنت اصلاح شد و TIMI 3 به دست آمد؛ روز ۴ بر اثر پنومونی و شوک درگذشت.', thanks: 'سپاس که کنار ما ماندید.' } }],
};

const burr: Told = {
  key: 'burr', asker: 'hossein', lang: 'fa', kind: 'complication', urgency: 'urgent', audience: 'node', started: days(-391), posted: days(-391) + 1, decideBy: days(-390),
  fields: {
    topics: ['comp.entrap', 'cor.calc.ra'], ageBand: '75-79', sex: 'male', presentation: 'stable', ccs: 'III', lvefPct: 50, creatinine: { value: 1.2, unit: 'mg/dL' }, dominance: 'right',
    comorbidity: { diabetes: 'yes', hypertension: 'yes' }, lesions: [{ segments: ['2'], stenosisPct: 90, calcification: 'heavy', tortuosity: 'moderate', timi: 3 }],
    more: { entrapped: 'Burr freed; wire fragment of 12 mm left', wirePosition: 'Distal RCA' }, shelf: { surgery: 'have', ivus: 'have', rotablation: 'have', snare: 'have', guideExtension: 'have', coveredStent: 'have' },
  },
  texts: {
    en: { title: 'Trapped burr, freed; 12 mm of wire stayed in the distal RCA', question: 'Crush the fragment under a stent, leave it, or open the chest? He is well.' },
    fa: { title: 'burr گیرکرده آزاد شد؛ 12 mm وایر در دیستال RCA ماند', question: 'تکهٔ وایر زیر استنت بماند، رها شود، یا جراحی؟ حال بیمار خوب است.' },
  },
  asks: [
    { who: 'reza', seat: 'surgeon', asked: days(-391) + 2, accepted: days(-391) + 4, opinions: [{
      at: days(-391) + 8, lang: 'fa', body: { stance: 'wait', confidence: 4, disclosure: 'none' },
      en: { headline: 'No surgery', rationale: 'A fragment distal to everything that matters is not worth a sternotomy.' },
      fa: { headline: 'جراحی نه', rationale: 'تکه‌ای که پایین‌تر از هر شاخهٔ مهم است، به استرنوتومی نمی‌ارزد.' },
    }] },
    { who: 'nilufar', asked: days(-391) + 2, accepted: days(-391) + 3, opinions: [{
      at: days(-391) + 6, lang: 'fa', body: { stance: 'pci', confidence: 3, disclosure: 'none', kit: [{ item: 'IVUS', when: 'on-shelf' }, { item: 'Snare', when: 'on-shelf' }] },
      en: { headline: 'One gentle try with a snare, else crush', rationale: 'Ten minutes with a snare; if it does not come, a stent over it and DAPT for a year.' },
      fa: { headline: 'یک بار آرام با snare؛ اگر نشد، زیر استنت', rationale: 'ده دقیقه با snare؛ اگر نیامد، استنت رویش و DAPT یک‌ساله.' },
    }] },
  ],
  decision: { at: days(-390) - 3, choice: 'wait', followed: ['reza'], en: { text: 'Left alone, DAPT for a year.', thanks: 'I have asked others for thirty years; today it was my turn.' }, fa: { text: 'دست نزدیم؛ DAPT یک‌ساله.', thanks: 'سی سال از من پرسیده‌اند؛ امروز نوبت من بود. سپاس.' } },
  outcomes: [
    { at: days(-382), moment: 'hospital', result: 'no-event', en: { text: 'No enzyme rise beyond the procedure.' }, fa: { text: 'افزایش آنزیم بیش از حد پروسیجر نبود.' } },
    { at: days(-358), moment: 'd30', result: 'no-event', en: { text: 'Well.' }, fa: { text: 'حال خوب.' } },
    { at: days(-24), moment: 'y1', result: 'no-event', en: { text: 'CT: fragment in place, vessel open.', thanks: 'The quiet answer was enough.' }, fa: { text: 'CT: تکه سر جای خود، رگ باز.', thanks: 'همان پاسخ آرام کافی بود.' } },
  ],
};

export const acute: readonly Told[] = [scad, pe, noReflow, stentThrombosis, burr];
