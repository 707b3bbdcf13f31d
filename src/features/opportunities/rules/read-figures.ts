// Days, spans and sums inside a text whose signs are plain (read-text.ts): in either calendar and either language.

import { momentFrom } from '#features/cases/rules/decide-by.ts';

export type Spot = { readonly from: number; readonly to: number };

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [['jan', 'january', 'ژانویه'], ['feb', 'february', 'فوریه'], ['mar', 'march', 'مارس'], ['apr', 'april', 'آوریل'], ['may', 'مه', 'می'], ['jun', 'june', 'ژوئن'], ['jul', 'july', 'ژوئیه', 'جولای'], ['aug', 'august', 'اوت', 'آگوست'],
    ['sep', 'sept', 'september', 'سپتامبر'], ['oct', 'october', 'اکتبر'], ['nov', 'november', 'نوامبر'], ['dec', 'december', 'دسامبر']].flatMap((names, i) => names.map((name) => [name, i + 1])),
);
const persianMonths: Readonly<Record<string, number>> = Object.fromEntries(
  ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'].map((name, i) => [name, i + 1]),
);
const monthNames = [...Object.keys(months), ...Object.keys(persianMonths)].sort((a, b) => b.length - a.length).join('|');

const isoFrom = (year: number, month: number, day: number): string | undefined => momentFrom(`${year}/${month}/${day}`, 'UTC')?.toISOString().slice(0, 10);

export type DayRole = 'deadline' | 'startsOn' | 'endsOn' | 'none';
export type FoundDay = Spot & { readonly iso: string; readonly role: DayRole };

/** What stands before a day says what it is. */
const roleBefore = (before: string): DayRole => {
  const near = before.slice(-48);
  const at = (pattern: RegExp): number => near.search(pattern);
  const places: [DayRole, number][] = [
    ['deadline', at(/(deadline|apply (by|before)|applications? (close|due|until|by)|closing date|no later than|مهلت|آخرین روز|درخواست(ها)? تا)(?!.*(deadline|apply|closing|مهلت))/)],
    ['startsOn', at(/(start(s|ing)?|begin(s|ning)?|from|commenc\w*|شروع|آغاز|از)(?!.*(start|begin|from|شروع|آغاز))/)],
    ['endsOn', at(/(ends?|until|till|پایان|تا)(?!.*(end|until|till|پایان))/)],
  ];
  const found = places.filter(([, place]) => place >= 0).sort((a, b) => b[1] - a[1])[0];
  return found?.[0] ?? 'none';
};

/** "5 January 2027", "January 5, 2027", "September 2027", "2027-09-01", «۱۵ دی ۱۴۰۵», «مهر ۱۴۰۶»; a month alone is its first day. */
export const daysIn = (text: string): FoundDay[] => {
  const found: (Spot & { iso: string | undefined })[] = [];
  const take = (pattern: RegExp, read: (groups: readonly string[]) => string | undefined): void => {
    for (const one of text.matchAll(pattern)) {
      const at = { from: one.index, to: one.index + one[0].length };
      if (!found.some((had) => had.from < at.to && at.from < had.to)) found.push({ ...at, iso: read(one.slice(1).map((group) => group ?? '')) });
    }
  };
  const monthOf = (name: string): number => months[name] ?? persianMonths[name] ?? 0;
  take(/\b((?:1[34]|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b/g, ([y = '', m = '', d = '']) => isoFrom(Number(y), Number(m), Number(d)));
  take(new RegExp(`(\\d{1,2})(?:st|nd|rd|th|م)?\\s+(?:of\\s+)?(${monthNames})\\.?,?\\s+((?:1[34]|20)\\d\\d)`, 'g'), ([d = '', m = '', y = '']) => isoFrom(Number(y), monthOf(m), Number(d)));
  take(new RegExp(`(${monthNames})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s*((?:1[34]|20)\\d\\d)`, 'g'), ([m = '', d = '', y = '']) => isoFrom(Number(y), monthOf(m), Number(d)));
  take(new RegExp(`(?<![\\p{L}])(${monthNames})\\.?\\s+((?:1[34]|20)\\d\\d)`, 'gu'), ([m = '', y = '']) => isoFrom(Number(y), monthOf(m), 1));
  return found.flatMap(({ iso, ...at }) => (iso === undefined ? [] : [{ ...at, iso, role: roleBefore(text.slice(0, at.from)) }])).sort((a, b) => a.from - b.from);
};

const counts: Readonly<Record<string, number>> = { one: 1, a: 1, two: 2, three: 3, four: 4, six: 6, nine: 9, twelve: 12, eighteen: 18, 'یک': 1, 'دو': 2, 'سه': 3, 'چهار': 4, 'شش': 6, 'نه': 9, 'دوازده': 12, 'هجده': 18 };
const countNames = Object.keys(counts).sort((a, b) => b.length - a.length).join('|');

/** "one year", "12-month", "18 months", «یک سال», «شش ماهه». A sum for a month ("a month") is no span. */
export const monthsIn = (text: string): (Spot & { readonly n: number }) | undefined => {
  const pattern = new RegExp(`(?<![\\p{L}\\d.,])(\\d{1,3}|${countNames})[\\s-]*(years?|months?|سال(?:ه)?|ماه(?:ه)?)(?![\\p{L}])`, 'gu');
  for (const one of text.matchAll(pattern)) {
    const [whole = '', count = '', unit = ''] = one;
    if (count === 'a' || /در\s*$|هر\s*$/.test(text.slice(0, one.index))) continue;
    const each = /year|سال/.test(unit) ? 12 : 1;
    const n = (counts[count] ?? Number(count)) * each;
    if (n >= 0.25 && n <= 120) return { n, from: one.index, to: one.index + whole.length };
  }
  return undefined;
};

const currencies: readonly (readonly [string, string, number])[] = [
  ['EUR', 'eur|euros?|€|یورو', 1], ['USD', 'usd|us\\$|\\$|dollars?|دلار', 1], ['GBP', 'gbp|£|pounds?|پوند', 1], ['CAD', 'cad', 1], ['CHF', 'chf', 1], ['PLN', 'pln|zł', 1], ['OMR', 'omr', 1], ['IRR', 'irr|ریال', 1], ['IRR', 'تومان', 10],
];
const spans: readonly (readonly ['month' | 'year' | 'day' | 'case' | 'total', RegExp])[] = [
  ['month', /^\s*(?:\/|a|per|each|در|هر)?\s*(?:month|ماه)|^\s*monthly/], ['year', /^\s*(?:\/|a|per|each|در|هر)?\s*(?:year|annum|سال)/], ['day', /^\s*(?:\/|a|per|each|در|هر)?\s*(?:day|روز)/], ['case', /^\s*(?:\/|a|per|each|برای هر|هر)?\s*(?:case|کیس)/], ['total', /^\s*(?:in total|روی هم)/],
];

/** The first sum with a currency: "EUR 2,100 a month", "€2100/month", «۴۰ میلیون تومان در ماه». Tomans are ten rials. */
export const amountIn = (text: string): (Spot & { readonly amount: number; readonly currency: string; readonly per: (typeof spans)[number][0] | undefined }) | undefined => {
  const found = currencies.flatMap(([currency, names, times]) => {
    const one = new RegExp(`(?:(?:${names})\\s*(\\d[\\d,.]{0,14})(?:\\s*(k|thousand|million|هزار|میلیون))?|(\\d[\\d,.]{0,14})\\s*(k|thousand|million|هزار|میلیون)?\\s*(?:${names}))(?![\\p{L}])`, 'u').exec(text);
    if (one === null) return [];
    const typed = (one[1] ?? one[3] ?? '').replace(/[.,]+$/, '').replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.');
    const scale = { k: 1000, thousand: 1000, 'هزار': 1000, million: 1_000_000, 'میلیون': 1_000_000 }[one[2] ?? one[4] ?? ''] ?? 1;
    return [{ currency, amount: Number(typed) * scale * times, from: one.index, to: one.index + one[0].length }];
  }).filter(({ amount }) => Number.isFinite(amount) && amount <= 100_000_000_000).sort((a, b) => a.from - b.from)[0];
  if (found === undefined) return undefined;
  const rest = text.slice(found.to, found.to + 24);
  const per = spans.find(([, pattern]) => pattern.test(rest)) ?? (/(?:monthly|ماهانه)[^.\n]{0,30}$/.test(text.slice(0, found.from)) ? spans[0] : undefined);
  return { ...found, per: per?.[0], to: found.to + (per?.[1].exec(rest)?.[0].length ?? 0) };
};
