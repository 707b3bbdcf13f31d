// Direction of mixed text. Without an isolate, `3.5×18 mm` inside a Persian sentence is shown as `mm 18×3.5`: a stent-size error.

export const LRI = '\u2066';
export const FSI = '\u2068';
export const PDI = '\u2069';
export const NBSP = '\u00a0';

// U+061C and the rest of Unicode's Bidi_Control; control signs but tab and line ends, and halves of a pair, which a database refuses to hold.
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** Takes out every direction mark and what is no text: what is stored never holds one. */
export const stripMarks = (text: string): string => text.replace(marks, '');

/** One value inside a sentence, kept from turning its neighbours. */
export const isolate = (text: string): string => `${FSI}${text}${PDI}`;

// A run starts and ends with a Latin letter, digit or a closing sign, and holds what clinical shorthand holds between:
// `EF=35%`, `3.0×18 mm`, `Medina 1,1,1`, `LIMA-LAD`, `Cr=1.6 mg/dL`, `TIMI 3`, `CHA₂DS₂-VASc`, `180 Gy·cm²`. A separator followed by
// a space ends it ("12%. Cr=1.0" is two). Letters are Latin with their accents and Greek (µ, β). An address is one run.
const run = /https?:\/\/[^\s،؛«»]*[^\s،؛«».,:;!?)\]]|(?:[<>≤≥±~+\-−]\s?)?[A-Za-zÀ-ÖØ-öø-ɏµΑ-ω0-9](?:[A-Za-zÀ-ÖØ-öø-ɏµΑ-ω0-9²³⁰-⁹₀-₉/%°=×·+*^()<>≤≥±–−\-]|[.,:](?=[A-Za-z0-9])|\s(?=[A-Za-zµΑ-ω0-9(<>≤≥=×°±]))*[%°)²³⁰-⁹₀-₉+]?/g;
const unitAfter = /(\d)\s+(mm²?|cm²?|mL|ml|mg|mcg|µg|μg|kg|g|Gy|Fr|mmHg|mg\/dL|g\/dL|µmol\/L|mmol\/L|min|kV|Hz|fps|ms|s|h|W|WU|AU|bpm|atm|m²|m\/s|L\/min|×10⁹\/L|°C)(?![A-Za-z])/g;

const balanced = (text: string): string => {
  const opens = (text.match(/\(/g) ?? []).length;
  const closes = (text.match(/\)/g) ?? []).length;
  return opens === closes ? text : opens > closes ? text.replace(/\s*\($/, '') : text.replace(/\)$/, '');
};

const rightToLeft = (lang: string): boolean => /^(fa|ar|ur|ckb|ps)\b/.test(lang);

/**
 * The same while it is being typed: no sign is changed, marks are only put in, and only around runs that would turn over (a figure with
 * more than digits). `stripMarks` gives back what was typed.
 */
export const isolateTyped = (text: string, lang: string): string => {
  const clean = stripMarks(text);
  if (!rightToLeft(lang)) return clean;
  return clean.replace(run, (found) => {
    const inside = balanced(found);
    return /[0-9]/.test(inside) && /[^0-9.,]/.test(inside) ? `${LRI}${inside}${PDI}${found.slice(inside.length)}` : found;
  });
};

/** Persian digits are prose ("۴ ماه"); only runs with Latin letters or Latin digits are isolated. Added when shown, never stored. */
export const isolateRuns = (text: string, lang: string): string => {
  const clean = stripMarks(text).replace(unitAfter, `$1${NBSP}$2`);
  if (!rightToLeft(lang)) return clean;
  return clean.replace(run, (found) => {
    const inside = balanced(found);
    return `${LRI}${inside}${PDI}${found.slice(inside.length)}`;
  });
};
