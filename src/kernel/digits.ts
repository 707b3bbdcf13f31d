const persianZero = 0x06f0;
const arabicZero = 0x0660;

/** ۰–۹ and ٠–٩ to 0–9, «٫» to ".", «٬» dropped. For text that a person typed where a number is wanted. */
export const latinDigits = (typed: string): string =>
  typed
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - persianZero))
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - arabicZero))
    .replace(/٫/g, '.')
    .replace(/[٬،](?=\d{3}\b)/g, '');

/** A finite number from what was typed, or undefined when it is none. */
export const numberFrom = (typed: string): number | undefined => {
  const text = latinDigits(typed).trim().replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  const n = Number(text);
  return Number.isFinite(n) ? n : undefined;
};
