// What a password must be: long enough, and not one of those that are tried first. No rules of signs and capitals
// (NIST SP 800-63B, 3.1.1.2: length and a block list; composition rules make passwords worse).

import { latinDigits } from '#kernel/digits.ts';

export const PASSWORD_MIN = 10;

// Stems of the lists that attackers begin with, in both keyboards' habits, and this product's own words.
const stems = [
  'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'qwerty', 'qwertz', 'azerty', 'asdfgh', 'zxcvbn', '1q2w3e', '1qaz2wsx', 'iloveyou', 'letmein', 'welcome', 'admin', 'administrator',
  'abc123', 'football', 'monkey', 'dragon', 'sunshine', 'princess', 'superman', 'hamdel', 'doctor', 'cardiology', 'cardiologist', 'angiography', 'cathlab', 'hospital',
  'tehran', 'iran', 'persepolis', 'esteghlal', 'salam', 'mohammad', 'ramzobor', 'رمزعبور', 'هم‌دل', 'همدل', 'دکتر', 'ایران', 'سلام',
];
const rows = ['1234567890', '0987654321', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];

// "qwertyuiop" is taken away whole, not as "qwerty" with a rest.
const longestFirst = [...stems, ...rows].sort((a, b) => b.length - a.length);

/** Without runs of four or more neighbours: 12345, dcba, aaaa. */
const withoutRuns = (text: string): string => {
  const signs = [...text];
  const inRun = signs.map(() => false);
  for (let i = 0; i + 3 < signs.length; i++) {
    const codes = signs.slice(i, i + 4).map((sign) => sign.codePointAt(0) ?? 0);
    const step = (codes[1] ?? 0) - (codes[0] ?? 0);
    if (Math.abs(step) <= 1 && codes.every((code, n) => code === (codes[0] ?? 0) + n * step)) inRun.fill(true, i, i + 4);
  }
  return signs.filter((_, i) => !inRun[i]).join('');
};

/** A refusal's key, or null when the password may stand. `personal` are the person's own names and address. */
export const weakness = (password: string, personal: readonly string[] = []): 'passwordShort' | 'passwordCommon' | 'passwordPersonal' | null => {
  if ([...password].length < PASSWORD_MIN) return 'passwordShort';
  const plain = latinDigits(password).toLowerCase();
  if (new Set(plain).size < 4) return 'passwordCommon';
  // What is left beside a well-known stem must carry the length by itself.
  const left = withoutRuns(longestFirst.reduce((text, stem) => text.replaceAll(stem, ''), plain)).replace(/(19|20|13|14)\d\d/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  if (left.length < 5 && left.length < [...plain].length / 2) return 'passwordCommon';
  const own = personal.flatMap((text) => text.toLowerCase().split(/[\s@._-]+/)).filter((word) => word.length >= 4);
  if (own.some((word) => plain.includes(word) && plain.replaceAll(word, '').length < 7)) return 'passwordPersonal';
  return null;
};
