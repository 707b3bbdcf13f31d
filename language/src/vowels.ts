/** Latin spellings of each Persian letter inside a name. Bounded alternatives only, so that matching stays linear in practice. */
const spelled: Readonly<Record<string, string>> = {
  ب: 'b+', پ: 'p+', ت: 't+h?', ط: 't+h?', ث: '(?:s+|th)', س: '(?:s+|c)', ص: 's+', ج: '(?:dj|j+|g)', ژ: '(?:zh|j)', چ: '(?:tch|ch|c)',
  ح: 'h*', ه: 'h*', خ: '(?:kh|ch|h)', د: 'd+', ذ: '(?:z+|dh|d)', ز: 'z+', ض: '(?:z+|dh|d)', ظ: '(?:z+|dh)', ر: 'r+', ش: '(?:sch|sh)',
  غ: '(?:gh|q|g+)', ق: '(?:gh|q+|g+|k+)', ف: '(?:f+|ph)', ک: '(?:ck|k+|c+|q)', گ: 'g+h?', ل: 'l+', م: 'm+', ن: 'n+',
};
const shortVowel = '[aeiou]?';

function letterPattern(letter: string, place: number, name: string): string {
  const next = name[place + 1];
  if (letter === 'ا' && place === 0) return next === 'ی' || next === 'و' ? '[aeio]?' : '[aeio]?[aeiou]';
  if (letter === 'ا') return '(?:a+|o|u)';
  if (letter === 'ع') return "'?[aeiou]{0,2}";
  if (letter === 'و') return '(?:[vw][aeiou]?|ou|oo|ow|au|u|o)';
  if (letter === 'ی') return '(?:[ae]?[iy]+[aeo]?|ee|e)';
  if (letter === 'ه' && next === undefined) return '[ae]?h?';
  const written = spelled[letter] ?? '';
  return next === undefined || /[اعوی]/.test(next) ? written : written + shortVowel;
}

/** Can this Latin spelling be read off these Persian letters, the long vowels in their places? Both words folded. */
function spells(persian: string, latin: string): boolean {
  const pattern = [...persian].map((letter, place) => letterPattern(letter, place, persian)).join('');
  return new RegExp(`^${pattern}$`).test(latin);
}

/** Vowel groups by colour: any i or y makes `i`, else any o or u makes `o`, else `a`. Hossein and Hussain agree, Hassan does not. */
function colours(latin: string): string {
  return (latin.match(/[aeiouy]+/g) ?? []).map((group) => (/[iy]|ee/.test(group) ? 'i' : /[ou]/.test(group) ? 'o' : 'a')).join('');
}

const isPersian = (word: string): boolean => /\p{Script=Arabic}/u.test(word);
const longest = 32;

/** Do two folded name words that share a skeleton also agree in their vowels? Tells Hossein from Hassan, Mahmoud from Mohammad. */
export function vowelsAgree(a: string, b: string): boolean {
  if (a.length > longest || b.length > longest) return false;
  if (isPersian(a)) return isPersian(b) ? a.replace(/[اوی]+/g, (v) => v[0] as string) === b.replace(/[اوی]+/g, (v) => v[0] as string) : spells(a, b);
  return isPersian(b) ? spells(b, a) : colours(a) === colours(b);
}
