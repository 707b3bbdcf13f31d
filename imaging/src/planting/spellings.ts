/** The same identifier as another hand would write it; `spelling` is empty for the text itself. */
export type Spelling = { readonly text: string; readonly spelling: string };

const other = (zero: number) => (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
export const persianDigits = other(0x6f0);
const arabicDigits = other(0x660);

/** A date that may be a day: year, month, day without signs between. */
const DATE = /^((?:18|19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

const dates = (year: string, month: string, day: string): string[] =>
  ['-', '/', '.'].flatMap((sign) => [[year, month, day], [day, month, year], [month, day, year]].map((parts) => parts.join(sign)));

/**
 * Numbers in Persian and Arabic digits, dates with signs and in other orders, two-part names turned about and joined as in
 * a PN, Persian ye and kaf as the Arabic letters that old programs write.
 */
export const spellingsOf = (text: string): Spelling[] => {
  const out: Spelling[] = [{ text, spelling: '' }];
  const add = (spelling: string, ...texts: string[]): void => {
    for (const one of texts) if (!out.some((known) => known.text === one)) out.push({ text: one, spelling });
  };
  if (/^\d+$/.test(text)) add('other digits', persianDigits(text), arabicDigits(text));
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) for (const one of dates(year, month, day)) add('date', one, persianDigits(one));
  const [first, second, third] = text.split(' ');
  if (first !== undefined && second !== undefined && third === undefined) add('name', `${first}^${second}`, `${second} ${first}`, `${second}^${first}`, `${first}, ${second}`, `${first}${second}`);
  add('letters', text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'));
  return out;
};
