import { latinDigit } from './digits.ts';

/** Letters that Unicode does not decompose. Arabic forms go to the Persian letter, as in domain rule "normalise before comparing". */
const letters: Readonly<Record<string, string>> = {
  ي: 'ی', ى: 'ی', ے: 'ی', ې: 'ی', ۍ: 'ی', ێ: 'ی', ؠ: 'ی', ؽ: 'ی', ؾ: 'ی', ؿ: 'ی', ك: 'ک', ڪ: 'ک', ګ: 'گ', ٱ: 'ا', ٲ: 'ا', ٳ: 'ا', ة: 'ه', ہ: 'ه', ۃ: 'ه', ە: 'ه', ھ: 'ه', ۆ: 'و', ۇ: 'و', ۋ: 'و', ۉ: 'و', ۊ: 'و', ں: 'ن', ڕ: 'ر', ڵ: 'ل',
  '،': ',', '؛': ';', '؟': '?', '٪': '%', '٫': '.', '٬': ',', '۔': '.', '’': "'", '‘': "'", 'ʼ': "'", 'ʿ': "'", 'ʾ': "'", '`': "'",
  '“': '"', '”': '"', '‐': '-', '‑': '-', '–': '-', '—': '-', '−': '-',
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ə: 'e', ħ: 'h', ς: 'σ', µ: 'μ',
};

/**
 * What is dropped: vowel signs and hamza above (U+064B–U+065F, U+0670), Quranic marks, combining Latin accents, tatweel,
 * soft hyphen, joiners and bidirectional controls. The zero-width non-joiner is kept apart: it becomes a space.
 */
const dropped = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0674\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/;
/** White space, ZWNJ, and control characters, which some readers take for the end of a line. */
const space = /[\s\p{Cc}\u200c]/u;

function foldChar(char: string): string {
  if (char >= 'a' && char <= 'z') return char;
  if (space.test(char)) return ' ';
  if (dropped.test(char)) return '';
  const letter = latinDigit(char) ?? letters[char];
  if (letter !== undefined) return letter;
  const simpler = char.normalize('NFKD').toLowerCase();
  return simpler === char ? char : Array.from(simpler, foldChar).join('');
}

/** Folded form of every code unit met so far: `-1` not yet known, `-2` several characters, else one unit (0 = dropped). */
const known = new Int32Array(0x10000).fill(-1);
const several = new Map<number, string>();

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  const folded = unit >= 0xd800 && unit <= 0xdfff ? char : foldChar(char); // pairs are folded before, by `plane`
  if (folded.length > 1) several.set(unit, folded);
  const code = folded.length > 1 ? -2 : folded === '' ? 0 : folded.charCodeAt(0);
  known[unit] = code;
  return code;
}

/** Letters beyond the basic plane (𝐋𝐀𝐃 pasted from a styled page) are rare: one replace, and only where there are any. */
function plane(text: string): string {
  return /[\ud800-\udbff]/.test(text)
    ? text.replace(/[\u{10000}-\u{10ffff}]/gu, (char) => char.normalize('NFKD').toLowerCase().normalize('NFKD'))
    : text;
}

const chunk = 8192;
/** One character folds to at most 18 (ﷺ). */
const longestFold = 32;

/**
 * One form for comparing: Persian letters for Arabic ones, no vowel signs, هٔ as ه, أ إ آ as ا, Latin digits, lower case, no
 * accents, ZWNJ, control characters and every run of white space as one space, no space at the ends. Idempotent.
 */
export function fold(typed: string): string {
  const text = plane(typed);
  const room = Math.min(chunk, text.length);
  const out = new Uint16Array(room + longestFold);
  let result = '';
  let size = 0;
  let afterSpace = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let code = known[unit] as number;
    if (code === -1) code = learn(unit);
    if (code === 0) continue;
    if (code === 32) {
      if (afterSpace) continue;
      afterSpace = true;
      out[size++] = 32;
    } else if (code === -2) {
      for (const char of several.get(unit) ?? '') {
        if (char === ' ' && afterSpace) continue;
        afterSpace = char === ' ';
        out[size++] = char.charCodeAt(0);
      }
    } else {
      afterSpace = false;
      out[size++] = code;
    }
    if (size >= room) {
      result += String.fromCharCode.apply(null, out.subarray(0, size) as unknown as number[]);
      size = 0;
    }
  }
  result += String.fromCharCode.apply(null, out.subarray(0, size) as unknown as number[]);
  // Korean and the Indian scripts were taken apart above; Persian and Latin have nothing left to compose.
  return (result.endsWith(' ') ? result.slice(0, -1) : result).normalize('NFC');
}
