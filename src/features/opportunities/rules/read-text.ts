// A draft from a pasted paragraph, Persian or English: what is written plainly is taken, with the place in the text it was taken from; nothing is
// guessed. Pure, and run in the browser.

import { concepts } from 'language';
import { amountIn, daysIn, monthsIn, type Spot } from './read-figures.ts';
import type { OpportunityType } from './limits.ts';
import type { OpportunityFields } from './wire.ts';

/** `from` and `to` are places in the text as it was pasted. */
export type Taken = { readonly key: 'type' | 'topics' | 'startsOn' | 'endsOn' | 'deadline' | 'place' | keyof OpportunityFields; readonly value: string | number | readonly string[]; readonly from: number; readonly to: number };

// One sign for one sign, so that places stay: digits, letters of the Arabic keyboard, half-spaces, case.
const same: Readonly<Record<string, string>> = { 'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ة': 'ه', '\u200c': ' ', '\u00a0': ' ', '–': '-', '‑': '-', '٫': '.', '٬': ',' };
export const plain = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => {
    const c = text[i] ?? '';
    const code = c.charCodeAt(0);
    if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
    if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
    return same[c] ?? (c.toLowerCase().length === 1 ? c.toLowerCase() : c);
  }).join('');

const kinds: readonly (readonly [OpportunityType, RegExp])[] = [
  ['proctorship', /proctor(ship|ing)?\b|پروکتور/], ['locum', /\blocum\b|جانشین(ی)?/], ['fellowship', /\bfellow(ship)?s?\b|observership|فلوشیپ|ابزرورشیپ|فلوی/], ['grant', /\bgrants?\b|گرنت|بورس/],
  ['reviewing', /\b(peer )?reviewer|\beditor(ial)?\b|داور(ی)? مقال|ویراستار/], ['research', /research collaborat|multicent(re|er)|registry|همکاری پژوهشی|طرح پژوهشی/],
  ['speaking', /\bspeaker|invited (talk|lecture|faculty)|سخنران/], ['post', /\bconsultant\b|\battending\b|faculty position|staff position|هیئت علمی|هیات علمی|استخدام|جای اتند/],
];

type Word = readonly [key: keyof OpportunityFields, value: string, pattern: RegExp];
const words: readonly Word[] = [
  ['paid', 'unpaid', /\bunpaid\b|no (salary|stipend)|بدون حقوق|بی ?حقوق/],
  ['handsOn', 'operator', /hands-? ?on|first operator|دست به کار|اپراتور اول/], ['handsOn', 'observer', /\bobserver(ship)?\b|observation only|ناظر|ابزرور/],
  ['passports', 'all', /all (nationalities|passports)|any (nationality|passport)|open to all|همه[\sٔی]*(ملیت|تابعیت|گذرنامه)|برای همه باز/],
  ['visa', 'letter', /visa letter|letter (of|for) (the )?(visa|invitation)|نامه[\sٔی]*ویزا|دعوت ?نامه/], ['visa', 'help', /visa (help|support|sponsor\w*|is arranged)|help with (the )?visa|کمک (در|برای|به) ویزا/],
  ['housing', 'help', /help (with|in finding|to find) (housing|accommodation|a flat)|کمک (در|برای) (یافتن )?(مسکن|خانه)/],
  ['housing', 'given', /(housing|accommodation|flat|room) (is )?(provided|included|given|free)|free (housing|accommodation)|(مسکن|خوابگاه|اسکان) (داده|رایگان|فراهم|با ما)/],
  ['licenceExam', 'none', /no (licen[cs]e|licensing) exam|بدون امتحان پروانه/], ['ethics', 'approved', /ethics (is )?approved|کد اخلاق دارد/], ['travel', 'paid', /travel (is |costs? )?(paid|covered|reimbursed)|هزینه[\sٔی]*سفر (با|پرداخت)/],
];
const tongues: readonly (readonly [string, RegExp])[] = [['en', /\benglish\b|زبان انگلیسی|انگلیسی/], ['fr', /\bfrench\b(?! temporary| registration)|زبان فرانسه/], ['de', /\bgerman\b|زبان آلمانی/], ['fa', /\bpersian\b|\bfarsi\b|زبان فارسی/], ['ar', /\barabic\b|زبان عربی/], ['it', /\bitalian\b/], ['es', /\bspanish\b/]];

/** "Documents: CV, two letters", «مدارک: …»: a label that names a field, to the end of its line or sentence. */
const labelled: readonly (readonly [keyof OpportunityFields, RegExp])[] = [
  ['documents', /documents?|مدارک/], ['funder', /funder|funded by|پشتیبان(?: مالی)?/], ['eligible', /eligib(?:le|ility)|who may apply|شرایط متقاضی|چه کسانی/], ['hostCondition', /host(?: condition)?|شرط میزبان/], ['contract', /contract|قرارداد/],
  ['rota', /rota|برنامه کار/], ['call', /on[- ]call|call|کشیک/], ['team', /team|تیم/], ['credential', /credential\w*|تایید صلاحیت/], ['indemnity', /indemnity|insurance|بیمه مسئولیت/], ['deviceClass', /devices?|وسیله/], ['payer', /who pays|paid by|هزینه با/],
  ['question', /(?:research )?question|پرسش/], ['dataOwner', /data owner|owner of the data|صاحب داده/], ['roles', /roles?|نقش ها/], ['authorship', /authorship|نویسندگی/], ['event', /event|congress|رویداد|همایش/], ['format', /format|قالب/], ['session', /session|نشست/],
  ['sponsor', /sponsor|حامی/], ['journal', /journal|مجله/], ['licence', /licen[cs]e|registration|پروانه/], ['contact', /contact|تماس/],
];

const firstOf = (text: string, pattern: RegExp): Spot | undefined => {
  const found = pattern.exec(text);
  return found === null ? undefined : { from: found.index, to: found.index + found[0].length };
};

const lines = (said: string, text: string): Taken[] => labelled.flatMap(([key, label]) => {
  const found = new RegExp(`(?:^|[\\n.؛;])\\s*(?:${label.source})\\s*[:：]\\s*([^\\n]+?)(?=\\n|\\.\\s|\\.$|؛|;|$)`, 'm').exec(text);
  const value = found?.[1];
  if (found === null || value === undefined) return [];
  const from = found.index + found[0].length - value.length;
  return [{ key, value: said.slice(from, from + value.length).trim().slice(0, 300), from, to: from + value.length }];
});

const volumeIn = (said: string, text: string): Taken[] => {
  const found = /(?:(\d[\d,]{0,8})\s+([a-z][a-z /]{1,18}?)s?\s+(?:cases?\s+|procedures?\s+)?(?:a|per|each|\/)\s*(?:year|annum)|سالانه\s+(?:حدود\s+)?(\d[\d,]{0,8})\s+(?:مورد\s+|کیس\s+)?([a-z]{2,10})|(\d[\d,]{0,8})\s+(?:مورد\s+|کیس\s+)?([a-z]{2,10})\s+در\s+سال)/.exec(text);
  if (found === null) return [];
  const [n, of] = [found[1] ?? found[3] ?? found[5], found[2] ?? found[4] ?? found[6]];
  if (n === undefined || of === undefined || /month|week|eur|usd|gbp/.test(of)) return [];
  const at = { from: found.index, to: found.index + found[0].length };
  const place = said.toLowerCase().indexOf(of, found.index);
  return [{ key: 'volume', value: Number(n.replaceAll(',', '')), ...at }, { key: 'volumeOf', value: said.slice(place, place + of.length), ...at }];
};

/** Where it may be: what stands after "at", "in", «در», «مرکز», «بیمارستان». The node is asked which of them it knows. */
const placesIn = (said: string): Taken[] => {
  const found = [...said.matchAll(/\b(?:at|in)\s+(?:the\s+)?((?:[A-ZÀ-Þ][\p{L}'’-]+(?:[ ,]+)?){1,5})|(?:در\s+)?((?:مرکز|بیمارستان|مؤسسه|موسسه)(?:ٔ|ی)?\s+[\u0600-\u06ff\u200c]+(?:\s+[\u0600-\u06ff\u200c]+){0,3})|در\s+([\u0600-\u06ff\u200c]{3,})/gu)];
  return found.slice(0, 6).flatMap((one) => {
    const value = (one[1] ?? one[2] ?? one[3] ?? '').replace(/[\s,]+$/, '');
    const from = one.index + one[0].indexOf(value);
    return value.length < 3 || /^(January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(value) ? [] : [{ key: 'place' as const, value, from, to: from + value.length }];
  });
};

/** All that was recognised, each key once (places: as many as may be meant), in the order of the text. */
export const readText = (said: string): Taken[] => {
  const text = plain(said);
  const taken: Taken[] = [];
  const put = (key: Taken['key'], value: Taken['value'], at: Spot | undefined): void => {
    if (at !== undefined && !taken.some((one) => one.key === key)) taken.push({ key, value, from: at.from, to: at.to });
  };
  // The kind that is named first is what is offered: a fellowship for which a grant may be had is a fellowship.
  const named = kinds.flatMap(([type, pattern]) => { const at = firstOf(text, pattern); return at === undefined ? [] : [{ type, at }]; }).sort((a, b) => a.at.from - b.at.from)[0];
  if (named !== undefined) put('type', named.type, named.at);
  for (const [key, value, pattern] of words) put(key, value, firstOf(text, pattern));
  const spoken = tongues.flatMap(([code, pattern]) => { const at = firstOf(text, pattern); return at === undefined ? [] : [{ code, at }]; });
  if (spoken[0] !== undefined) put('languages', spoken.map(({ code }) => code), spoken[0].at);
  const days = daysIn(text);
  for (const day of days) if (day.role !== 'none') put(day.role, day.iso, day);
  const months = monthsIn(text);
  if (months !== undefined) put('lengthMonths', months.n, months);
  const money = amountIn(text);
  if (money !== undefined) {
    put('amount', money.amount, money);
    put('currency', money.currency, money);
    if (money.per !== undefined) put('per', money.per, money);
    put('paid', 'paid', money);
  }
  for (const one of [...volumeIn(said, text), ...lines(said, text)]) put(one.key, one.value, one);
  const mentions = concepts.mentions(said, []);
  const topics = [...new Set(mentions.flatMap(({ found }) => (found.kind === 'term' && found.id.includes('.') ? [found.id] : [])))].slice(0, 3);
  const mentioned = mentions.find(({ found }) => found.kind === 'term' && found.id === topics[0])?.text ?? '';
  const at = said.toLowerCase().indexOf(mentioned.toLowerCase());
  if (topics.length > 0 && mentioned !== '' && at >= 0) put('topics', topics, { from: at, to: at + mentioned.length });
  return [...taken, ...placesIn(said)].sort((a, b) => a.from - b.from);
};
