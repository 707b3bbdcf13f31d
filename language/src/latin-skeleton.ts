/** Letters with marks that carry a sound, before folding takes the mark away (Turkish, Azeri, Slavic and scholarly spellings). */
const marked: Readonly<Record<string, string>> = {
  ş: 'sh', š: 'sh', ç: 'ch', č: 'ch', ć: 'ch', ğ: 'gh', ž: 'zh', ḵ: 'kh', ẕ: 'z', ñ: 'n',
};

/** Spells out the marked letters; `fold` treats all others like those of any text. */
export function unmark(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/[şšçčćğžḵẕñ]/g, (letter) => marked[letter] ?? letter);
}

/** Spelling → sound classes it may stand for, longest spelling first; several where Latin cannot tell (Eshaghi: s+h, or sh). */
const spellings: readonly (readonly [spelling: RegExp, sounds: readonly string[]])[] = [
  [/^(tch|tsch)/, ['C']], [/^(sch)/, ['S', 'sk']], [/^sh/, ['S', 'sh']], [/^ch/, ['C', 'k', 'X']], [/^kh/, ['X', 'kh']], [/^gh/, ['q', 'gh', 'g']],
  [/^zh/, ['j']], [/^th/, ['t', 's', 'th']], [/^ph/, ['f']], [/^dh/, ['z', 'dh']], [/^dj/, ['j', 'dj']], [/^ck/, ['k']],
  [/^c(?=[eiy])/, ['s']], [/^x/, ['ks']], [/^hh/, ['h', 'hh']], [/^w(?![aeiouy])/, ['', 'v']], [/^w/, ['v']],
  [/^c/, ['k']], [/^y(?=[aeiou])/, ['']],
];
const plain: Readonly<Record<string, string>> = {
  b: 'b', d: 'd', f: 'f', g: 'g', h: 'h', j: 'j', k: 'k', l: 'l', m: 'm', n: 'n', p: 'p', q: 'q', r: 'r', s: 's', t: 't', v: 'v', z: 'z',
};

const mostReadings = 8;

function nextSound(rest: string): { readonly length: number; readonly sounds: readonly string[] } {
  for (const [spelling, sounds] of spellings) {
    const found = spelling.exec(rest);
    if (found) return { length: found[0].length, sounds };
  }
  return { length: 1, sounds: [plain[rest[0] as string] ?? ''] };
}

/** Consonant skeletons of one folded name word in Latin script, in the classes of `persianSkeletons`. */
export function latinSkeletons(name: string): string[] {
  const bare = name.replace(/[^a-z]/g, '');
  const body = bare.replace(/([bcdfgjklmnpqrstvwxz])\1+/g, '$1').replace(/([aeiou])h$/, '$1');
  let skeletons = [/^[aeiou]/.test(body) ? 'a' : ''];
  let at = 0;
  if (/^y[aeiou]/.test(body)) {
    skeletons = ['y'];
    at = 1;
  }
  while (at < body.length) {
    const { length, sounds } = nextSound(body.slice(at));
    const grown = skeletons.flatMap((skeleton) => sounds.map((sound) => skeleton + sound));
    skeletons = grown.length > mostReadings ? skeletons.map((skeleton) => skeleton + sounds[0]) : grown;
    at += length;
  }
  const end = body.length > 2 && /(i|y|ee|ie)$/.test(bare) ? 'i' : '';
  return [...new Set(skeletons.map((skeleton) => skeleton + end))];
}
