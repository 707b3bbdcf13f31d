// A kept score in one line: its name, its figure, and a word on its meaning. Names and figures are Latin in both languages.

import type { Locale } from '#kernel/locale.ts';
import { isolateRuns } from '#kernel/text.ts';
import * as say from '#words/cases.ts';
import type { KeptScore } from '../rules/wire.ts';

type Shown = readonly [name: string, figure: string, meaning?: string];
type Value = KeptScore['result'];

const bands: Readonly<Record<string, (l: Locale) => string>> = {
  low: say.bandLow, intermediate: say.bandIntermediate, high: say.bandHigh, 'very high': say.bandVeryHigh, 'not high': say.bandNotHigh, easy: say.bandEasy,
  difficult: say.bandDifficult, 'very difficult': say.bandVeryDifficult, longer: say.bandLonger, shorter: say.bandShorter,
};
/** A band in words; bands that are ranges ("6-10", "<2") stay as they are, kept from turning over in Persian. */
const band = (l: Locale, id: unknown): string => (typeof id === 'string' ? (bands[id]?.(l) ?? isolateRuns(id, l)) : '');
const n = (value: unknown): string => String(value ?? '').replace('-', '−');
const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
const hbr = (l: Locale, out: unknown): string => (out === null ? say.bandOpen(l) : out === true ? say.bandHbr(l) : say.bandNotHbr(l));

const rows: Readonly<Record<string, (v: Value, l: Locale) => readonly Shown[]>> = {
  syntax: (v, l) => [['SYNTAX', n(v.out), band(l, v.band)]],
  euroscore2: (v) => [['EuroSCORE II', `${n(v.outPct)}%`]],
  egfr: (v) => [['eGFR (CKD-EPI 2021)', `${n(v.ckdepi2021)} mL/min/1.73 m²`]],
  'cockcroft-gault': (v) => [['CrCl (Cockcroft–Gault)', `${n(v.out)} mL/min`]],
  'precise-dapt': (v, l) => [['PRECISE-DAPT', n(v.out), v.highBleedingRisk === true ? say.bandHigh(l) : '']],
  'precise-hbr': (v, l) => [['PRECISE-HBR', n(v.out), band(l, v.band)]],
  'j-cto': (v, l) => [['J-CTO', n(v.out), band(l, v.band)]],
  'progress-cto': (v) => [['PROGRESS-CTO', n(v.out)]],
  'mehran-2004': (v, l) => [['Mehran (2004)', n(v.out), isolateRuns(`CIN ${n(v.cinPct)}%`, l)]],
  'grace-inhospital-2003-logistic': (v) => [['GRACE 2003', `${(Number(v.p) * 100).toFixed(1)}%`]],
  'grace-inhospital-2003-points': (v, l) => [['GRACE 2003', n(v.out), band(l, v.band)]],
  'cha2ds2-vasc': (v) => [['CHA₂DS₂-VASc', n(v.out)], ['CHA₂DS₂-VA', n(v.outVa)]],
  'has-bled': (v, l) => [['HAS-BLED', n(v.out), v.high === true ? say.bandHigh(l) : '']],
  dapt: (v, l) => [['DAPT', n(v.out), band(l, v.favours)]],
  'arc-hbr': (v, l) => [['ARC-HBR', hbr(l, v.out), say.factsCriteria(l, { major: count(v.major), minor: count(v.minor) })]],
  bsa: (v) => [['BSA', `${n(v.mosteller)} m²`]],
  'valve-area': (v) => [['Gorlin', `${n(v.gorlin)} cm²`], ...(v.hakki === undefined ? [] : [['Hakki', `${n(v.hakki)} cm²`] as const])],
  'contrast-limit': (v, l) => [['MACD', `${n(v.macdMl)} mL`, v.capped === true ? say.bandCapped(l) : '']],
  'contrast-ratio': (v, l) => [['V/CrCl', n(v.out), band(l, v.band)]],
  cpo: (v) => [['CPO', `${n(v.out)} W`]],
  papi: (v) => [['PAPi', n(v.out)]],
};

/** Nothing for a score that this version does not know. */
export const scoreShown = (l: Locale, id: string, result: Value): readonly Shown[] => rows[id]?.(result, l) ?? [];

/** One line to copy: "SYNTAX 26 (intermediate)". */
export const scoreLine = (l: Locale, id: string, result: Value): string =>
  scoreShown(l, id, result).map(([name, figure, meaning]) => (meaning ? `${name} ${figure} (${meaning})` : `${name} ${figure}`)).join('; ').replaceAll(/[\u2066-\u2069]/g, '');
