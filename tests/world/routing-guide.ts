// The guide to routing, in both languages: the same sentences that stand on the page, filled by the demo's world.

import { concepts } from 'language';
import type { Locale } from '#kernel/locale.ts';
import { named } from '#features/routing/rules/present.ts';
import type { Picked } from '#features/routing/rules/route.ts';
import { whyLines } from '#features/routing/web/why-word.ts';
import { passedWords } from '#features/routing/web/passed-words.ts';
import { castMember, type PersonKey } from './cast.ts';
import type { Told } from './demo/told.ts';
import { cities, institutions } from './places.ts';
import { mainStories, routeStory } from './routing.ts';

const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
const nameOf = (l: Locale, key: PersonKey): string => { const { [l]: [given, family], title } = castMember(key); return l === 'fa' ? `دکتر ${given} ${family}` : `${title === 'prof' ? 'Prof.' : 'Dr'} ${given} ${family}`; };
const placeOf = (l: Locale, key: PersonKey): string => { const at = institutions[castMember(key).at]; return `${at[l]}${l === 'fa' ? '، ' : ', '}${cities[at.city][l]}`; };

const words = {
  en: {
    title: 'Whom a case goes to',
    lead: [
      'The asker does not have to know whom to ask. For each case the node ranks everybody who may be asked, says why, and says how many each rule left out.',
      'One pure function does it (`src/features/routing/rules/route.ts`): hard rules first, then points whose parts sum to the score. A person’s best three pieces of evidence count one, a half and a quarter and fade by half in four years; the field they declare counts by its distance; then come habits, recent activity, room for another ask, and not two from one place. Quality is part of it and never shown; a tie counts only where the asker is named. One seat in five goes to somebody qualified who is rarely asked.',
      'In a network of fewer than a hundred people, such as this one, what people declare leads. The fictional cases of `./hamdel demo` are routed here as they would be at noon in Tehran on the day they were put, with the reasons as the asker reads them. This page is written by `scripts/make-routing-guide.ts`; a test holds it to the demo’s world.',
    ],
    asks: 'Asks', topics: 'Topics', first: 'Asked first', next: 'Then, while opinions are missing', left: 'Left out', of: 'of', hiddenAsker: 'a hidden asker', explores: 'exploring seat',
    try: 'The same function ranks people on any corpus: `./hamdel rank --help`. How well it does is measured by `./hamdel bench matching` and `./hamdel bench matching-scale`.',
  },
  fa: {
    title: 'هر کیس به چه کسانی می‌رسد',
    lead: [
      'لازم نیست طرح‌کنندهٔ کیس بداند از که بپرسد. سامانه برای هر کیس همهٔ کسانی را که می‌توان پرسید مرتب می‌کند، می‌گوید چرا، و می‌گوید هر قاعده چند نفر را کنار گذاشته است.',
      'یک تابع ساده این کار را می‌کند (`src/features/routing/rules/route.ts`): نخست قاعده‌های قطعی، سپس امتیازهایی که جمع جزءهایشان همان امتیاز کل است. سه تکه از بهترین شواهد هر کس به نسبت یک، یک‌دوم و یک‌چهارم به حساب می‌آید و ارزششان هر چهار سال نصف می‌شود؛ حوزهٔ اعلام‌شده به اندازهٔ نزدیکی‌اش؛ سپس عادت پاسخ دادن، فعالیت تازه، جا برای یک درخواست دیگر، و اینکه دو نفر از یک مرکز نباشند. کیفیت در حساب هست و هرگز نشان داده نمی‌شود؛ آشنایی فقط وقتی به حساب می‌آید که نام طرح‌کننده پیداست. از هر پنج جا یکی به کسی می‌رسد که شایسته است و کم از او پرسیده‌اند.',
      'در شبکه‌ای با کمتر از صد نفر، مثل اینجا، حوزهٔ اعلام‌شده پیش است. کیس‌های ساختگی `./hamdel demo` در این صفحه چنان آمده‌اند که ظهر تهرانِ روز طرحشان فرستاده می‌شدند، با همان دلیل‌هایی که طرح‌کننده می‌خواند. این صفحه را `scripts/make-routing-guide.ts` می‌نویسد و یک آزمون آن را با دنیای نمایش یکی نگه می‌دارد.',
    ],
    asks: 'طرح‌کننده', topics: 'موضوع‌ها', first: 'نخستین کسان', next: 'سپس، تا وقتی نظر کم باشد', left: 'کنار رفته', of: 'از', hiddenAsker: 'طرح‌کنندهٔ ناشناس', explores: 'جای کاوش',
    try: 'همین تابع روی هر پیکره‌ای رتبه‌بندی می‌کند: `./hamdel rank --help`. اندازه‌گیری‌اش با `./hamdel bench matching` و `./hamdel bench matching-scale` است.',
  },
} as const;

const personLine = (l: Locale, { person, reasons, explores }: Picked): string => {
  const key = person as PersonKey;
  const why = whyLines(l, reasons.map(({ key: reason, concept, n }) => ({ key: reason, term: concept === undefined ? null : named(concept), n: n ?? 0 }))).map(({ text }) => text);
  return `- **${nameOf(l, key)}** (${placeOf(l, key)})${explores ? `, ${words[l].explores}` : ''}\n${why.map((one) => `  - ${plain(one)}`).join('\n')}`;
};

const caseText = (l: Locale, told: Told): string => {
  const w = words[l];
  const { waves, leftOut } = routeStory(told);
  const [first, second] = waves;
  const topics = (told.fields.topics ?? []).map((id) => concepts.term(id)?.[l] ?? id).join(l === 'fa' ? '، ' : ', ');
  const passed = passedWords(l, Object.fromEntries(leftOut.map(({ rule, count }) => [rule, count]))).map(plain);
  return [
    `## ${told.texts[l]?.title ?? told.key}`,
    `${w.asks}: ${told.hidden ? w.hiddenAsker : `${nameOf(l, told.asker)} (${placeOf(l, told.asker)})`}. ${w.topics}: ${topics}.`,
    `${w.first}:\n\n${(first?.people ?? []).map((one) => personLine(l, one)).join('\n')}`,
    ...(second === undefined ? [] : [`${w.next}:\n\n${second.people.map((one) => personLine(l, one)).join('\n')}`]),
    `${w.left}: ${passed.join(l === 'fa' ? '، ' : ', ')}.`,
  ].join('\n\n');
};

export const routingGuide = (l: Locale): string => {
  const body = [`# ${words[l].title}`, ...words[l].lead, ...mainStories.map((told) => caseText(l, told)), words[l].try].join('\n\n');
  return l === 'fa' ? `<div dir="rtl">\n\n${body}\n\n</div>\n` : `${body}\n`;
};
