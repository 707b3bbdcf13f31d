/** Zero of each decimal digit system of the basic plane (Unicode 16, general category Nd); the nine others follow it. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0,
  0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

const latin = new Map(zeros.flatMap((zero) => Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(zero + digit), String(digit)])));

/** The Latin digit of a digit in any script, or undefined. */
export function latinDigit(char: string): string | undefined {
  return latin.get(char);
}

/** Every digit of any script as 0–9; all else stays. */
export function latinDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (char) => latin.get(char) ?? char);
}

// Invisible marks that keyboards and pasted text bring: zero-width and bidirectional controls, byte order mark.
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c]/g;
// With groups of three, or without any: 210,000 · 1,234.5 · 0.05 · .5
const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const plain = /^[+-]?(\d+(\.\d+)?|\.\d+)$/;

/**
 * A number as typed with any digits, «٫» or `.` for decimals, «٬», «،» or `,` between thousands; undefined if it is none.
 * `3,5` and `3/5` are refused: either could be read in two ways, and a stent or a dose must not be guessed.
 */
export function parseNumber(text: string): number | undefined {
  const typed = latinDigits(text.replace(invisible, '')).trim()
    .replaceAll('٫', '.').replace(/[٬،]/g, ',').replace(/[−–‐‑]/g, '-');
  if (!grouped.test(typed) && !plain.test(typed)) return undefined;
  const value = Number(typed.replaceAll(',', ''));
  return Number.isFinite(value) ? value : undefined;
}
