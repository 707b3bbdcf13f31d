/** Latin spellings → one sign a sound, longest first; capitals are sounds: C ch, S sh, X kh, Q gh, Z zh, T th; A E I O U vowels. */
const sounds: Readonly<Record<string, string>> = {
  tsch: 'C', tch: 'C', sch: 'S', dzh: 'j', sh: 'S', ch: 'C', kh: 'X', gh: 'Q', zh: 'Z', ph: 'f', th: 'T', dh: 'z', dj: 'j', ck: 'k', q: 'Q', c: 'k', x: 'ks', w: 'v',
  aei: 'AI', aee: 'AI', aie: 'AI', ayi: 'AI', eyi: 'AI', ai: 'AI', ay: 'AI', ae: 'AE', au: 'AU', aw: 'AU', aa: 'A', ei: 'I', ey: 'I', ee: 'I', ea: 'I', ie: 'I',
  iy: 'I', ii: 'I', ou: 'U', oo: 'U', ow: 'O', oe: 'O', ia: 'IA', a: 'A', e: 'E', i: 'I', y: 'I', o: 'O', u: 'U',
};
const spelled = new RegExp(`${Object.keys(sounds).sort((a, b) => b.length - a.length).join('|')}|(.)\\1*`, 'gu');

/** The sounds of a folded Latin word, doubled consonants once, a mute h at the end left out. */
export function latinSounds(word: string): string {
  return word.replace(/(?<=[aeo])h$/, '').replace(/qu(?=[ei])/g, 'k').replace(/w(?=[aeiou])/g, 'v').replace(/c(?=[eiy])/g, 's').replace(/([^aeiou])\1+/g, '$1').replace(spelled, (found, plain: string | undefined) => sounds[found] ?? plain ?? '');
}

/** Cost of taking one sign for another, of the same script; what is not named costs 1.1. Pairs in either order. */
const near: Readonly<Record<string, number>> = {
  OU: 0.08, EI: 0.2, AE: 0.3, AO: 0.3, EO: 0.4, AU: 0.6, EU: 0.6, AI: 0.8, IO: 0.8, IU: 0.8,
  Qk: 0.3, Qg: 0.2, gk: 0.5, Ss: 0.5, sz: 0.5, Xh: 0.25, Xk: 0.3, CS: 0.4, CX: 0.4, Ck: 0.5, Zj: 0.15, Zz: 0.4, gj: 0.4, fv: 0.5, Tt: 0.1, Ts: 0.2, dz: 0.4, dt: 0.5, bp: 0.5, bv: 0.6, mn: 0.5, lr: 0.8,
  ثس: 0.15, سص: 0.15, ثص: 0.15, تط: 0.15, ذز: 0.15, زض: 0.15, زظ: 0.15, ذض: 0.15, ذظ: 0.15, ضظ: 0.15, غق: 0.15, حه: 0.15, اع: 0.2, ژج: 0.3, کق: 0.4, گغ: 0.4, جگ: 0.4, وب: 0.6, پب: 0.5, دت: 0.6,
};
const extra: Readonly<Record<string, number>> = { A: 0.35, E: 0.3, O: 0.4, I: 0.6, U: 0.6, h: 0.35, ع: 0.3, ا: 0.6, و: 0.6, ی: 0.8, ه: 0.6, ء: 0.1 };
const lastExtra: Readonly<Record<string, number>> = { h: 0.1, I: 1, A: 0.6 };

function between(a: string, b: string): number {
  return a === b ? 0 : near[a + b] ?? near[b + a] ?? 1.1;
}

function alone(signs: string, at: number): number {
  const sign = signs[at] as string;
  if (sign === signs[at - 1]) return 0.1;
  if (at === 0 && 'AEIOU'.includes(sign)) return 0.8;
  return (at === signs.length - 1 ? lastExtra[sign] : undefined) ?? extra[sign] ?? 1;
}

/** Least cost of turning one word into the other: Persian letters, or the sounds of Latin words. Symmetric. */
export function oneScriptCost(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (let j = 0; j < b.length; j++) row[j + 1] = (row[j] as number) + alone(b, j);
  for (let i = 0; i < a.length; i++) {
    const next = [(row[0] as number) + alone(a, i)];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min((row[j] as number) + between(a[i] as string, b[j] as string), (row[j + 1] as number) + alone(a, i), (next[j] as number) + alone(b, j)));
    }
    row = next;
  }
  return row[b.length] as number;
}
