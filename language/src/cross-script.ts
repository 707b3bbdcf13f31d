import { spellings, unspelled, unwritten, unwrittenAtEnd, unwrittenLong } from './letter-sounds.ts';

interface Rule { readonly persian: string; readonly latin: string; readonly followedBy: string; readonly cost: number; readonly atStart: boolean; readonly atEnd: boolean }

/** Rules by the first Persian letter and the first Latin one (0 = a) they read: two or three stand at each crossing. */
const rules = new Map<string, Rule[][]>();
for (const [written, list] of Object.entries(spellings)) {
  const persian = written.replace(/[\^$]/g, '');
  const ofLetter = rules.get(persian[0] as string) ?? Array.from({ length: 26 }, (): Rule[] => []);
  for (const one of list.split(' ')) {
    const [, latin, followedBy = '', hundredths = '0'] = /^([a-z]+)(?:\(\.(\w)\))?(?::(\d+))?$/.exec(one) as unknown as [string, string, string?, string?];
    ofLetter[latin.charCodeAt(0) - 97]?.push({ persian, latin, followedBy, cost: Number(hundredths) / 100, atStart: written.includes('^'), atEnd: written.includes('$') });
  }
  rules.set(persian[0] as string, ofLetter);
}

const missing = 1;
/** One letter for another that no rule names. */
const wrong = 1.1;
const twice = 0.1;
const kasra = 0.12;
/** A vowel at the start is always written in Persian. */
const firstVowel = 0.7;
/** A short vowel between two consonants is what Persian leaves out. */
const half = 0.5;

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter);
const isLong = (letter: string | undefined): boolean => letter !== undefined && 'اوی'.includes(letter);

/** Cost of the Latin letter at `j` with nothing Persian for it, `i` Persian letters being read. */
function extraLatin(latin: string, j: number, persian: string, i: number): number {
  const letter = latin[j] as string;
  const before = latin[j - 1];
  if (j === 0 && i === 0 && isVowel(letter)) return firstVowel;
  if (!isVowel(letter)) return letter === before ? twice : (j === latin.length - 1 ? unwrittenAtEnd[letter] : undefined) ?? unwritten[letter] ?? missing;
  if (j === latin.length - 1) return unwrittenAtEnd[letter] as number;
  const long = unwrittenLong[`${before}${letter}`];
  if (long !== undefined) return long;
  const between = i > 0 && i < persian.length && !isLong(persian[i - 1]) && !isLong(persian[i]) && !isVowel(before);
  // After «ا» and a consonant the short vowel is a kasra, which Arabs write i and Iranians e: Hashim, Fatima.
  if (letter === 'i' && between && persian[i - 2] === 'ا') return kasra;
  return (unwritten[letter] as number) * (between && letter !== 'i' ? half : 1);
}

/** Cost of the Persian letter at `i` with nothing Latin for it. */
function extraPersian(persian: string, i: number): number {
  const letter = persian[i] as string;
  if (letter === persian[i - 1]) return twice;
  // «ئو», «ئا»: the hamza between two vowels, folded to «ی», is not spelled.
  if (letter === 'ی' && 'او'.includes(persian[i - 1] ?? '-') && 'او'.includes(persian[i + 1] ?? '-')) return twice;
  return unspelled[letter] ?? missing;
}

function fits(rule: Rule, persian: string, i: number, latin: string, j: number): boolean {
  if ((rule.atStart && i > 0) || (rule.atEnd && i + rule.persian.length < persian.length)) return false;
  if (!latin.startsWith(rule.latin, j) || !persian.startsWith(rule.persian, i)) return false;
  return rule.followedBy === '' || latin[j + rule.latin.length + 1] === rule.followedBy;
}

/**
 * Least cost of reading the Latin word off the Persian one, letter group by letter group; 0 = spelled as usual, about 1 for each
 * letter that does not belong. Both folded, letters only; «آ» at the start given as two alefs.
 */
export function crossScriptCost(persian: string, latin: string): number {
  const [n, m] = [persian.length, latin.length];
  const width = m + 1;
  const cost = new Float64Array((n + 1) * width).fill(Infinity);
  cost[0] = 0;
  const reach = (at: number, value: number): void => { if (value < (cost[at] as number)) cost[at] = value; };
  for (let i = 0; i <= n; i++) {
    const ofLetter = i < n ? rules.get(persian[i] as string) : undefined;
    for (let j = 0; j <= m; j++) {
      const at = i * width + j;
      const here = cost[at] as number;
      if (here === Infinity) continue;
      if (j < m) reach(at + 1, here + extraLatin(latin, j, persian, i));
      if (i === n) continue;
      reach(at + width, here + extraPersian(persian, i));
      if (j === m) continue;
      reach(at + width + 1, here + wrong);
      for (const rule of ofLetter?.[latin.charCodeAt(j) - 97] ?? []) {
        if (fits(rule, persian, i, latin, j)) reach((i + rule.persian.length) * width + j + rule.latin.length, here + rule.cost);
      }
    }
  }
  return cost[n * width + m] as number;
}
