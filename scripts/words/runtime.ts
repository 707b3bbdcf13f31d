// Copied as it stands to src/words-compiled/runtime.ts; the compiled sentences call nothing else.
// Isolates: a variable keeps its own direction inside a sentence (UAX #9, section 2.4), else `3.5×18 mm` turns round in Persian.

export type Locale = 'en' | 'fa';

/** A sentence found by its key, as refusals need it: the parameters are those of the refusal. */
export type Sentence = (l: Locale, p?: Readonly<Record<string, unknown>>) => string;

const tag = (l: Locale): string => (l === 'fa' ? 'fa-IR' : 'en-GB');
const kept = new Map<string, unknown>();

// Building an Intl formatter costs about a hundred times a use of it, so each is kept.
function keep<T>(key: string, make: () => T): T {
  const found = kept.get(key) as T | undefined;
  if (found !== undefined) return found;
  const made = make();
  kept.set(key, made);
  return made;
}

/** Text in a first-strong isolate (U+2068 … U+2069). */
export const iso = (text: string): string => `\u2068${text}\u2069`;

/** A clinical Latin run in a left-to-right isolate (U+2066 … U+2069). */
export const ltr = (text: string | number): string => `\u2066${text}\u2069`;

/** A number with the digits of the language; `percent` takes 0.4 for 40%. */
export const num = (l: Locale, n: number, style?: 'percent' | 'integer'): string =>
  keep(`n${l}${style}`, () => {
    if (style === 'percent') return new Intl.NumberFormat(tag(l), { style });
    return new Intl.NumberFormat(tag(l), style === 'integer' ? { maximumFractionDigits: 0 } : {});
  }).format(n);

/** The CLDR plural category of `n`. */
export const cat = (l: Locale, n: number): Intl.LDMLPluralRule => keep(`c${l}`, () => new Intl.PluralRules(l)).select(n);

/** The CLDR ordinal category of `n`. */
export const ord = (l: Locale, n: number): Intl.LDMLPluralRule =>
  keep(`o${l}`, () => new Intl.PluralRules(l, { type: 'ordinal' })).select(n);

type Style = 'short' | 'medium' | 'long' | 'full';

/** A date in the calendar of the language: Persian for `fa`, Gregorian for `en`. */
export const date = (l: Locale, at: Date, timeZone: string, style: Style): string =>
  keep(`d${l}${style}${timeZone}`, () => new Intl.DateTimeFormat(tag(l), { dateStyle: style, timeZone })).format(at);

/** A 24-hour clock time. */
export const time = (l: Locale, at: Date, timeZone: string): string =>
  keep(`t${l}${timeZone}`, () => new Intl.DateTimeFormat(tag(l), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })).format(
    at,
  );
