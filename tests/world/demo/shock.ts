// Shock after an anterior infarction: the whole story, closed with its year.

import { days, type Told } from './told.ts';
import { fieldsOf, fileCase, textsOf } from './from-file.ts';

const ID = 'demo-shock-mvd';
const { opinions, outcome } = fileCase(ID);
const [move, stage, pump] = opinions.map((o) => o.text) as [{ en: string; fa: string }, { en: string; fa: string }, { en: string; fa: string }];
const D = days(-380);

export const shock: Told = {
  key: 'shock', asker: 'salim', lang: 'en', urgency: 'urgent', audience: 'node', started: D - 12, posted: D - 11, decideBy: D, film: ID,
  fields: {
    ...fieldsOf(ID), presentation: 'shock', killip: 'IV', scai: 'C', lvefPct: 25, creatinine: { value: 1.5, unit: 'mg/dL' }, hb: { value: 13, unit: 'g/dL' },
    comorbidity: { diabetes: 'yes', insulin: 'unknown', hypertension: 'unknown', ckd: 'unknown', dialysis: 'no', previousMi: 'no', previousPci: 'no', previousCabg: 'no', stroke: 'no' },
    scores: [{ id: 'egfr', version: 'ckd-epi-2021+2009.1', result: { ckdepi2021: 40 }, by: 'calculated', on: '2000-01-01' }],
    more: { lactate: 2.4, pressors: 'Noradrenaline 0.15 mcg/kg/min', scaiTrend: 'better', mechanicalCause: 'none', onsetTime: 25, culpritCertainty: 'certain' },
    shelf: { surgery: 'have-not', ivus: 'have', oct: 'have-not', physiology: 'have-not', rotablation: 'have-not', ivl: 'have-not', iabp: 'have', microaxial: 'have-not', ecmo: 'have-not' },
  },
  texts: textsOf(ID, { experience: { en: 'Primary PCI daily; no mechanical support beyond IABP in this hospital.', fa: 'PCI اولیه هر روز؛ در این بیمارستان جز IABP حمایت مکانیکی دیگری نداریم.' } }),
  plan: { en: 'Stay, watch lactate every 2 h, call for transfer if a second pressor is needed.', fa: 'همین‌جا بماند، لاکتات هر ۲ ساعت، و اگر وازوپرسور دوم لازم شد درخواست انتقال.' },
  asks: [
    { who: 'marek', asked: D - 11, seen: D - 10.5, accepted: D - 10, opinions: [{
      at: D - 8, lang: 'en', body: { stance: 'transfer', confidence: 4, disclosure: 'none', kit: [{ item: 'IABP', when: 'on-shelf' }, { item: 'VA-ECMO', when: 'if-available', instead: 'Agreed transfer trigger' }] },
      en: { headline: 'Transfer early, on the first trigger', strategy: 'Speak to the ECMO centre now, name one doctor there, agree on two triggers in writing.', bailOut: 'If she worsens on the road: back to the nearer side, IABP running, second pressor.', stop: 'Lactate rising twice in a row, or a second pressor: move.', rationale: move.en },
      fa: { headline: 'انتقال زودهنگام، با اولین معیار', strategy: 'همین حالا با مرکز ECMO صحبت کنید، یک پزشک مسئول در آنجا معلوم باشد، و دو معیار انتقال نوشته شود.', bailOut: 'اگر در راه بدتر شد: به مرکز نزدیک‌تر بروید، IABP روشن، وازوپرسور دوم.', stop: 'دو بار پیاپی بالا رفتن لاکتات، یا وازوپرسور دوم: انتقال.', rationale: move.fa },
    }] },
    { who: 'nilufar', asked: D - 11, seen: D - 9, accepted: D - 9, opinions: [{
      at: D - 7, lang: 'en', body: { stance: 'wait', confidence: 5, disclosure: 'none' },
      en: { headline: 'No CTO work in shock', strategy: 'Culprit only. The right coronary waits 4 to 6 weeks for symptoms and viability.', bailOut: 'Ischaemia in the LCX territory: treat that vessel, not the occlusion.', stop: 'No donor-artery wire while she needs a pressor.', rationale: stage.en },
      fa: { headline: 'در شوک، CTO دست نخورد', strategy: 'فقط رگ مقصر. RCA را ۴ تا ۶ هفته بعد با علائم و viability بسنجید.', bailOut: 'ایسکمی در قلمرو LCX: همان رگ را درمان کنید، نه انسداد را.', stop: 'تا وازوپرسور لازم دارد، وایر وارد رگ دهنده نشود.', rationale: stage.fa },
    }] },
    { who: 'hossein', asked: D - 10.5, seen: D - 9, accepted: D - 8, opinions: [{
      at: D - 5, lang: 'fa', body: { stance: 'transfer', confidence: 2, access: ['femoral-right'], disclosure: 'none', kit: [{ item: 'IABP', when: 'on-shelf' }] },
      en: { headline: 'IABP now, for the road', strategy: 'IABP 1:1 by the femoral artery before the ambulance leaves; heparin by ACT.', bailOut: 'Limb ischaemia: sheathless exchange or removal.', stop: 'No balloon if the iliacs are diseased.', rationale: pump.en },
      fa: { headline: 'IABP همین حالا، برای طول راه', strategy: 'IABP با نسبت 1:1 از فمورال، پیش از حرکت آمبولانس؛ هپارین با ACT.', bailOut: 'ایسکمی اندام: تعویض بدون شیت یا خارج کردن.', stop: 'اگر ایلیاک‌ها درگیر است، بالون نگذارید.', rationale: pump.fa },
    }] },
    { who: 'shirin', seat: 'intensivist', asked: D - 10.5, seen: D - 10, declined: { at: D - 10, note: 'امشب کشیک ICU هستم و نمی‌رسم.' } },
  ],
  remarks: [{ at: D - 4, by: 'marek', lang: 'en', text: 'If you move her with the balloon in, send the lactate times with her; they decide on arrival.' }],
  decision: {
    at: D - 1, choice: 'transfer', followed: ['marek', 'hossein'],
    en: { text: 'Transfer agreed with the ECMO centre on the first trigger, IABP for the road. RCA later.', thanks: 'The triggers came from you; we used the first one.' },
    fa: { text: 'انتقال با اولین معیار با مرکز ECMO توافق شد؛ IABP برای طول راه. RCA برای بعد.', thanks: 'معیارها از شما بود؛ با همان اولی منتقل کردیم.' },
  },
  outcomes: [
    { at: D + days(8), moment: 'hospital', result: 'event', details: { event: 'SCAI D: second pressor, IABP, transfer', timiAfter: 3, proceduralSuccess: true }, en: { text: outcome.actual.en, thanks: 'She asked who the doctors abroad were. Thank you all.' }, fa: { text: outcome.actual.fa, thanks: 'بیمار پرسید آن پزشکان دور چه کسانی بودند. سپاس از همه.' } },
    { at: D + days(31), moment: 'd30', result: 'event', details: { event: 'Bleeding, BARC 2', bleedingBarc: '2' }, en: { text: outcome.at30d.text.en }, fa: { text: outcome.at30d.text.fa } },
    { at: days(-14), moment: 'y1', result: 'no-event', en: { text: outcome.at1y.text.en, thanks: 'A year on, she works again.' }, fa: { text: outcome.at1y.text.fa, thanks: 'پس از یک سال، دوباره سر کار است.' } },
  ],
};
