// Shorter stories of valves, septa and vessels that only look normal.

import { days, type Told } from './told.ts';

const minoca: Told = {
  key: 'minoca', asker: 'parisa', lang: 'fa', started: days(-97), posted: days(-96), decideBy: days(-90), film: 'pool-6',
  fields: {
    topics: ['cor.inoca'], ageBand: '50-54', sex: 'female', presentation: 'nstemi', killip: 'I', lvefPct: 50, creatinine: { value: 0.7, unit: 'mg/dL' }, dominance: 'left', noLesion: true,
    comorbidity: { diabetes: 'no', hypertension: 'yes' }, more: { cmrResult: 'not-done', spasmTest: 'not-done', cfrImr: 'not-done' }, shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', cmr: 'have' },
  },
  texts: {
    en: { title: 'Troponin 40 times normal, coronaries without stenosis', question: 'CMR first, spasm test first, or OCT of the LAD?', findings: 'No stenosis in any view.' },
    fa: { title: 'تروپونین ۴۰ برابر طبیعی، کرونر بدون تنگی', question: 'اول CMR، اول تست اسپاسم، یا OCT برای LAD؟', findings: 'در هیچ نمایی تنگی دیده نشد.' },
  },
  asks: [
    { who: 'samira', seat: 'clinician', asked: days(-96) + 2, accepted: days(-96) + 5, opinions: [{
      at: days(-95), lang: 'fa', body: { stance: 'more-tests', confidence: 4, disclosure: 'none' },
      en: { headline: 'CMR within a week, before anything else', rationale: 'It names half of them: infarct, myocarditis or Takotsubo. The spasm test comes after.' },
      fa: { headline: 'CMR ظرف یک هفته، پیش از هر کار دیگر', rationale: 'نیمی را همین نام‌گذاری می‌کند: انفارکت، میوکاردیت یا تاکوتسوبو. تست اسپاسم برای بعد.' },
    }] },
    { who: 'anna', seat: 'imager', asked: days(-96) + 2, accepted: days(-95), opinions: [{
      at: days(-94), body: { stance: 'more-tests', confidence: 5, disclosure: 'none' },
      en: { headline: 'CMR with T2 mapping; tell me the day', rationale: 'After two weeks the oedema fades and the answer with it.' },
      fa: { headline: 'CMR با T2 mapping؛ روزش را خبر دهید', rationale: 'پس از دو هفته ادم کم می‌شود و پاسخ هم با آن می‌رود.' },
    }] },
  ],
  decision: { at: days(-91), choice: 'more-tests', followed: ['samira', 'anna'], en: { text: 'CMR on day 6.', thanks: 'Thank you both.' }, fa: { text: 'CMR در روز ۶.', thanks: 'سپاس از هر دو.' } },
  outcomes: [
    { at: days(-83), moment: 'hospital', result: 'no-event', en: { text: 'Lateral subepicardial enhancement with oedema: myocarditis. Aspirin stopped.' }, fa: { text: 'enhancement ساب‌اپیکاردیال لترال با ادم: میوکاردیت. آسپرین قطع شد.' } },
    { at: days(-59), moment: 'd30', result: 'no-event', en: { text: 'LVEF 58%, no arrhythmia.' }, fa: { text: 'EF=58%، بدون آریتمی.' } },
  ],
};

const ptmc: Told = {
  key: 'ptmc', asker: 'samira', lang: 'fa', urgency: 'urgent', started: days(-142), posted: days(-141), decideBy: days(-139),
  fields: {
    topics: ['sh.ptmc', 'pop.preg'], ageBand: '25-29', sex: 'female', presentation: 'valve', nyha: 'III', lvefPct: 60, creatinine: { value: 0.6, unit: 'mg/dL' }, noLesion: true,
    comorbidity: { stroke: 'no', oac: 'no' }, more: { wilkins: 7, commissuralCalcium: 'none', mr: 'mild', laThrombus: 'no', mitralArea: 0.9, pregnancy: 'yes' }, shelf: { surgery: 'have', ct: 'unknown' },
  },
  texts: {
    en: { title: 'Rheumatic mitral stenosis at 22 weeks of pregnancy, NYHA III', question: 'PTMC now with shielding, or can bisoprolol carry her to 34 weeks?', findings: 'MVA 0.9 cm², mean gradient 16 mmHg at 84 beats.' },
    fa: { title: 'تنگی میترال روماتیسمی در هفتهٔ ۲۲ بارداری با NYHA III', question: 'PTMC همین حالا با حفاظ، یا بیسوپرولول تا هفتهٔ ۳۴ کافی است؟', findings: 'MVA=0.9 cm²، گرادیان متوسط 16 mmHg در ضربان 84.' },
  },
  asks: [
    { who: 'kaveh', asked: days(-141) + 2, accepted: days(-141) + 5, opinions: [{
      at: days(-140), lang: 'fa', body: { stance: 'device', access: ['venous-femoral', 'transseptal'], confidence: 5, disclosure: 'none' },
      en: { headline: 'PTMC now', strategy: 'Femoral vein, TOE if you can to save X-rays, balloon one size below the chart, stop at MVA 1.5.', bailOut: 'Severe MR: surgeon and obstetrician are told beforehand.', stop: 'MR more than one grade up.', rationale: 'Second trimester, a pliable valve, symptoms under a beta-blocker: this is the window.' },
      fa: { headline: 'PTMC همین حالا', strategy: 'ورید فمورال، اگر شد با TEE تا اشعه کم شود، بالون یک سایز کوچک‌تر از جدول، توقف در MVA=1.5 cm².', bailOut: 'اگر MR شدید شد: جراح و متخصص زنان از پیش در جریان باشند.', stop: 'MR بیش از یک درجه بدتر شود.', rationale: 'سه‌ماههٔ دوم، دریچهٔ نرم، و علائم با وجود بتابلوکر: بهترین زمان همین حالاست.' },
    }] },
    { who: 'isabelle', seat: 'surgeon', asked: days(-141) + 2, accepted: days(-140), opinions: [{
      at: days(-140) + 6, body: { stance: 'device', confidence: 4, disclosure: 'none' },
      en: { headline: 'Balloon first; I would not operate on her now', rationale: 'Bypass in pregnancy puts the child at risk. I would be in the building, no more.' },
      fa: { headline: 'اول بالون؛ اکنون جراحی نمی‌کنم', rationale: 'پمپ در بارداری برای جنین خطر دارد. فقط در بیمارستان می‌مانم.' },
    }] },
  ],
  decision: { at: days(-139) - 3, choice: 'device', followed: ['kaveh', 'isabelle'], en: { text: 'PTMC under TOE.', thanks: 'Thank you.' }, fa: { text: 'PTMC با TEE.', thanks: 'سپاس.' } },
  outcomes: [
    { at: days(-131), moment: 'hospital', result: 'no-event', details: { proceduralSuccess: true }, en: { text: 'MVA 1.7 cm², gradient 6 mmHg, MR unchanged. Fluoroscopy 3 min.' }, fa: { text: 'MVA=1.7 cm²، گرادیان 6 mmHg، MR بدون تغییر. فلوروسکوپی ۳ دقیقه.' } },
    { at: days(-108), moment: 'd30', result: 'no-event', en: { text: 'NYHA I, 26 weeks.', thanks: 'She will name him Kaveh, she says.' }, fa: { text: 'NYHA I، هفتهٔ ۲۶.', thanks: 'می‌گوید نامش را کاوه می‌گذارد.' } },
  ],
};

const laao: Told = {
  key: 'laao', asker: 'daniel', lang: 'en', started: days(-52), posted: days(-51), decideBy: days(-45),
  fields: {
    topics: ['sh.laao', 'pharm.af'], ageBand: '75-79', sex: 'male', presentation: 'other', nyha: 'II', lvefPct: 55, creatinine: { value: 98, unit: 'µmol/L' }, noLesion: true,
    comorbidity: { stroke: 'yes', hypertension: 'yes', diabetes: 'yes', oac: 'no' },
    scores: [{ id: 'cha2ds2-vasc', version: 'lip-2010+esc-2024.1', result: { out: 4, outVa: 4 }, by: 'calculated', on: '2000-01-01' }],
    more: { laaShape: 'chicken-wing', laaSize: 24, laThrombus: 'no', drugAfter: 'Single antiplatelet wanted' }, shelf: { surgery: 'have', ct: 'have' },
  },
  texts: {
    en: { title: 'Atrial fibrillation after a lobar haemorrhage', question: 'Chicken wing with an early bend, landing zone 24 mm. Which depth, and what after: one antiplatelet from day 1?' },
    fa: { title: 'فیبریلاسیون دهلیزی (AF) پس از خونریزی لوبار مغز', question: 'LAA از نوع chicken wing با خم زودهنگام و landing zone برابر 24 mm. تا چه عمقی؟ و بعد: یک ضدپلاکت از روز ۱؟' },
  },
  asks: [
    { who: 'kaveh', asked: days(-51) + 3, accepted: days(-50), opinions: [{
      at: days(-49), body: { stance: 'device', access: ['venous-femoral', 'transseptal'], confidence: 4, disclosure: 'none' },
      en: { headline: 'Disc-and-lobe device, sandwich in the bend', rationale: 'An early bend leaves no depth for a plug. Clopidogrel alone for three months after a lobar bleed.' },
      fa: { headline: 'دیوایس دیسک و لوب، به روش ساندویچ در خم', rationale: 'خم زودهنگام برای plug عمق نمی‌گذارد. پس از خونریزی لوبار، سه ماه کلوپیدوگرل تنها.' },
    }] },
    { who: 'anna', seat: 'imager', asked: days(-51) + 3, accepted: days(-50) + 2, opinions: [{
      at: days(-48), body: { stance: 'device', confidence: 4, disclosure: 'other' },
      en: { headline: 'Measure it again in late systole; 26, not 24', rationale: 'Your CT phase is 75%. At 40% the zone grows by 2 mm.', disclosureNote: 'I teach CT sizing for a device company.' },
      fa: { headline: 'در اواخر سیستول دوباره اندازه بگیرید؛ 26، نه 24', rationale: 'فاز CT شما 75% است. در 40% این ناحیه 2 mm بزرگ‌تر است.', disclosureNote: 'برای یک شرکت دیوایس، سایزینگ با CT درس می‌دهم.' },
    }] },
  ],
  decision: { at: days(-46), choice: 'device', followed: ['kaveh', 'anna'], en: { text: 'Disc-and-lobe device, sized at 40%.', thanks: 'The phase changed the size. Thank you, Anna.' }, fa: { text: 'دیوایس دیسک و لوب با سایز در فاز 40%.', thanks: 'فاز، سایز را عوض کرد. سپاس از هر دو.' } },
  outcomes: [
    { at: days(-37), moment: 'hospital', result: 'no-event', details: { proceduralSuccess: true }, en: { text: 'No leak, no effusion. Home on day 1.' }, fa: { text: 'بدون leak و بدون افیوژن. روز ۱ ترخیص.' } },
    { at: days(-14), moment: 'd30', result: 'no-event', en: { text: 'CT at 4 weeks: sealed, no thrombus.' }, fa: { text: 'CT پس از ۴ هفته: بسته، بدون ترومبوز.' } },
  ],
};

const asd: Told = {
  key: 'asd', asker: 'samira', lang: 'fa', started: days(-215), posted: days(-214), decideBy: days(-205),
  fields: {
    topics: ['sh.asd'], ageBand: '35-39', sex: 'female', presentation: 'by-chance', nyha: 'II', lvefPct: 60, creatinine: { value: 0.7, unit: 'mg/dL' }, noLesion: true,
    comorbidity: { stroke: 'no', diabetes: 'no' }, more: { rims: 'Aortic rim 2 mm, others above 7 mm', qpqs: 2.1, pvr: 2.2, lvFilling: 'LVEDP 9 mmHg' }, shelf: { surgery: 'have' },
  },
  texts: {
    en: { title: 'Secundum ASD of 24 mm with a small aortic rim', question: 'Device or surgery? If device, does a 2 mm aortic rim worry you?' },
    fa: { title: 'ASD سکوندوم 24 mm با ریم آئورت کوچک', question: 'دیوایس یا جراحی؟ اگر دیوایس، ریم آئورت 2 mm نگرانتان نمی‌کند؟' },
  },
  asks: [
    { who: 'parisa', asked: days(-214) + 3, accepted: days(-213), opinions: [{
      at: days(-212), lang: 'fa', body: { stance: 'device', access: ['venous-femoral'], confidence: 4, disclosure: 'none' },
      en: { headline: 'Device, no oversizing', rationale: 'Stop-flow size plus nothing. Erosion follows oversizing more than a small rim.' },
      fa: { headline: 'دیوایس، بدون oversizing', rationale: 'همان سایز stop-flow، بدون اضافه. erosion بیشتر از oversizing می‌آید تا از ریم کوچک.' },
    }] },
    { who: 'anna', seat: 'imager', asked: days(-214) + 3, accepted: days(-212), opinions: [{
      at: days(-211), body: { stance: 'device', confidence: 3, disclosure: 'none' },
      en: { headline: 'Device, with TOE and an echo at 24 h, 1 week, 1 month', rationale: 'The posterior rim decides stability here, and yours is 9 mm.' },
      fa: { headline: 'دیوایس با TEE، و اکو پس از ۲۴ ساعت، یک هفته و یک ماه', rationale: 'در اینجا ریم خلفی ثبات را تعیین می‌کند و ریم شما 9 mm است.' },
    }] },
  ],
  decision: { at: days(-206), choice: 'device', followed: ['parisa', 'anna'], en: { text: 'Device, 24 mm.', thanks: 'Thank you.' }, fa: { text: 'دیوایس 24 mm.', thanks: 'سپاس.' } },
  outcomes: [
    { at: days(-197), moment: 'hospital', result: 'no-event', details: { proceduralSuccess: true }, en: { text: 'No shunt, no effusion.' }, fa: { text: 'بدون شانت، بدون افیوژن.' } },
    { at: days(-174), moment: 'd30', result: 'no-event', en: { text: 'RV smaller, NYHA I.' }, fa: { text: 'RV کوچک‌تر، NYHA I.' } },
  ],
};

const septal: Told = {
  key: 'septal-ablation', asker: 'kaveh', lang: 'fa', started: days(-118), posted: days(-117), decideBy: days(-110),
  fields: {
    topics: ['sh.asa'], ageBand: '55-59', sex: 'male', presentation: 'heart-failure', nyha: 'III', lvefPct: 70, creatinine: { value: 1, unit: 'mg/dL' }, noLesion: true,
    comorbidity: { diabetes: 'no', hypertension: 'no' }, more: { lvotGradientRest: 64, lvotGradient: 110, septumMm: 24, sam: 'yes', septalBranch: 'First septal 1.6 mm, shared with the RV' }, shelf: { surgery: 'have', ct: 'have' },
  },
  texts: {
    en: { title: 'Obstructive cardiomyopathy, septum 24 mm', question: 'Alcohol ablation with a shared septal branch, or myectomy?' },
    fa: { title: 'کاردیومیوپاتی انسدادی با سپتوم 24 mm', question: 'ابلیشن الکلی با شاخهٔ سپتال مشترک، یا میکتومی؟' },
  },
  asks: [
    { who: 'isabelle', seat: 'surgeon', asked: days(-117) + 3, accepted: days(-116), opinions: [{
      at: days(-115), body: { stance: 'surgery', confidence: 4, disclosure: 'none' },
      en: { headline: 'Myectomy', rationale: '24 mm with a branch that feeds the RV: alcohol would go where you do not want it.' },
      fa: { headline: 'میکتومی', rationale: 'سپتوم 24 mm با شاخه‌ای که RV را هم تغذیه می‌کند: الکل جایی می‌رود که نمی‌خواهید.' },
    }] },
    { who: 'samira', seat: 'clinician', asked: days(-117) + 3, accepted: days(-116) + 3, opinions: [{
      at: days(-114), lang: 'fa', body: { stance: 'drugs', confidence: 3, disclosure: 'none' },
      en: { headline: 'A myosin inhibitor first, if it can be had', rationale: 'If available, three months; if not, disopyramide with a QT check, then decide.' },
      fa: { headline: 'اول مهارکنندهٔ میوزین، اگر پیدا شود', rationale: 'اگر در دسترس بود سه ماه؛ اگر نبود دیزوپیرامید با کنترل QT، سپس تصمیم.' },
    }] },
  ],
  decision: { at: days(-111), choice: 'surgery', followed: ['isabelle'], en: { text: 'Sent for myectomy.', thanks: 'Thank you both.' }, fa: { text: 'برای میکتومی معرفی شد.', thanks: 'سپاس از هر دو.' } },
  outcomes: [{ at: days(-102), moment: 'hospital', result: 'not-done', en: { text: 'He changed his mind and stays on tablets; the door is open.' }, fa: { text: 'بیمار منصرف شد و با دارو ادامه می‌دهد؛ راه باز است.' } }],
};

export const structural: readonly Told[] = [minoca, ptmc, laao, asd, septal];
