import type { CalculatorName } from './calculators.ts';
import { bandLabel, type Language } from './labels.ts';

type Value = Readonly<Record<string, unknown>>;

/** Name, number with its unit, and the word in brackets: `['SYNTAX', '26', 'intermediate']`. */
type Parts = readonly [name: string, figure: string, band?: string | undefined];

const text = (x: unknown): string => String(x).replace('-', '−');
const verdict = (high: unknown): string | undefined => (high === true ? 'high' : undefined);

/** What a doctor would dictate; names, numbers and units stay Latin in both languages. */
const said: Readonly<Record<CalculatorName, (v: Value) => readonly Parts[]>> = {
  syntax: (v) => [['SYNTAX', text(v['out']), String(v['band'])]],
  euroscore2: (v) => [['EuroSCORE II', `${text(v['outPct'])}%`]],
  egfr: (v) => [['eGFR (CKD-EPI 2021)', `${text(v['ckdepi2021'])} mL/min/1.73 m²`]],
  'cockcroft-gault': (v) => [['CrCl (Cockcroft–Gault)', `${text(v['out'])} mL/min`]],
  'precise-dapt': (v) => [['PRECISE-DAPT', text(v['out']), verdict(v['highBleedingRisk'])]],
  'precise-hbr': (v) => [['PRECISE-HBR', text(v['out']), String(v['band'])]],
  'j-cto': (v) => [['J-CTO', text(v['out']), String(v['band'])]],
  'progress-cto': (v) => [['PROGRESS-CTO', text(v['out'])]],
  'mehran-2004': (v) => [['Mehran (2004)', text(v['out']), `CIN ${text(v['cinPct'])}%`]],
  'grace-inhospital-2003-logistic': (v) => [['GRACE 2003 (equation)', `${(Number(v['p']) * 100).toFixed(1)}%`]],
  'grace-inhospital-2003-points': (v) => [['GRACE 2003 (points)', text(v['out']), String(v['band'])]],
  'cha2ds2-vasc': (v) => [['CHA₂DS₂-VASc', text(v['out'])], ['CHA₂DS₂-VA', text(v['outVa'])]],
  'has-bled': (v) => [['HAS-BLED', text(v['out']), verdict(v['high'])]],
  dapt: (v) => [['DAPT', text(v['out']), String(v['favours'])]],
  'arc-hbr': (v) => [['ARC-HBR', criteria(v['major'], v['minor']), hbrWord(v['out'])]],
  bsa: (v) => [['BSA', `${text(v['mosteller'])} m²`]],
  'valve-area': (v) => [['Gorlin', `${text(v['gorlin'])} cm²`], ...('hakki' in v ? [['Hakki', `${text(v['hakki'])} cm²`] as const] : [])],
  'contrast-limit': (v) => [['MACD', `${text(v['macdMl'])} mL`, v['capped'] === true ? 'capped' : undefined]],
  'contrast-ratio': (v) => [['contrast/CrCl', text(v['out'])]],
  cpo: (v) => [['CPO', `${text(v['out'])} W`]],
  papi: (v) => [['PAPi', text(v['out'])]],
};

/** Counts of the criteria, the form used in reports: `1 major, 0 minor`. */
function criteria(major: unknown, minor: unknown): string {
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
  return `${count(major)} major, ${count(minor)} minor`;
}

function hbrWord(out: unknown): string {
  if (out === null) return 'not decidable';
  return out === true ? 'high bleeding risk' : 'not high bleeding risk';
}

/**
 * One line of plain text for copying, such as `SYNTAX 26 (intermediate)`. `value` is the value of an accepted outcome.
 * Numbers keep Latin digits in both languages; isolates are added where the line is shown, never here.
 */
export function describe(name: CalculatorName, value: Value, language: Language): string {
  const parts = said[name](value).map(([label, figure, band]) =>
    `${label} ${figure}${band === undefined ? '' : ` (${bandLabel(band)[language]})`}`);
  return parts.join(language === 'fa' ? '؛ ' : '; ');
}
