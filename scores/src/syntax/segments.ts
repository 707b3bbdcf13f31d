import type { Bilingual } from '../calculator.ts';

export type Dominance = 'right' | 'left';
export type Vessel = 'RCA' | 'LM' | 'LAD' | 'LCX';

/** A coronary segment and the factor of a ≥50% lesion in it; null where the segment does not exist in that dominance. */
export interface Segment {
  readonly id: string;
  readonly name: Bilingual;
  readonly vessel: Vessel;
  readonly weight: Readonly<Record<Dominance, number | null>>;
}

function segment(id: string, vessel: Vessel, right: number | null, left: number | null, en: string, fa: string): Segment {
  return { id, name: { en, fa }, vessel, weight: { right, left } };
}

/** The SYNTAX numbering, in its own order. Sianos 2005, EuroIntervention 1:219; Serruys 2009, EuroIntervention 5:50. */
export const segments: readonly Segment[] = [
  segment('1', 'RCA', 1, 0, 'RCA proximal', 'قسمت پروگزیمال RCA'),
  segment('2', 'RCA', 1, 0, 'RCA mid', 'قسمت میانی RCA'),
  segment('3', 'RCA', 1, 0, 'RCA distal', 'قسمت دیستال RCA'),
  segment('4', 'RCA', 1, null, 'Posterior descending from RCA', 'PDA از RCA'),
  segment('16', 'RCA', 0.5, null, 'Posterolateral from RCA', 'PL از RCA'),
  segment('16a', 'RCA', 0.5, null, 'Posterolateral from RCA, first branch', 'PL از RCA، شاخهٔ اول'),
  segment('16b', 'RCA', 0.5, null, 'Posterolateral from RCA, second branch', 'PL از RCA، شاخهٔ دوم'),
  segment('16c', 'RCA', 0.5, null, 'Posterolateral from RCA, third branch', 'PL از RCA، شاخهٔ سوم'),
  segment('5', 'LM', 5, 6, 'Left main', 'تنهٔ اصلی چپ (LM)'),
  segment('6', 'LAD', 3.5, 3.5, 'LAD proximal', 'قسمت پروگزیمال LAD'),
  segment('7', 'LAD', 2.5, 2.5, 'LAD mid', 'قسمت میانی LAD'),
  segment('8', 'LAD', 1, 1, 'LAD apical', 'قسمت اپیکال LAD'),
  segment('9', 'LAD', 1, 1, 'First diagonal', 'دیاگونال اول (D1)'),
  segment('9a', 'LAD', 1, 1, 'First diagonal a', 'دیاگونال اول، شاخهٔ a'),
  segment('10', 'LAD', 0.5, 0.5, 'Second diagonal', 'دیاگونال دوم (D2)'),
  segment('10a', 'LAD', 0.5, 0.5, 'Second diagonal a', 'دیاگونال دوم، شاخهٔ a'),
  segment('11', 'LCX', 1.5, 2.5, 'Circumflex proximal', 'قسمت پروگزیمال LCX'),
  segment('12', 'LCX', 1, 1, 'Intermediate / anterolateral', 'Ramus (Intermediate)'),
  segment('12a', 'LCX', 1, 1, 'First obtuse marginal', 'OM1'),
  segment('12b', 'LCX', 1, 1, 'Second obtuse marginal', 'OM2'),
  segment('13', 'LCX', 0.5, 1.5, 'Circumflex distal', 'قسمت دیستال LCX'),
  segment('14', 'LCX', 0.5, 1, 'Left posterolateral', 'PL از LCX'),
  segment('14a', 'LCX', 0.5, 1, 'Left posterolateral a', 'PL از LCX، شاخهٔ a'),
  segment('14b', 'LCX', 0.5, 1, 'Left posterolateral b', 'PL از LCX، شاخهٔ b'),
  segment('15', 'LCX', null, 1, 'Posterior descending from LCX', 'PDA از LCX'),
];

const byId = new Map(segments.map((one) => [one.id, one]));

export const segmentIds: readonly string[] = segments.map((one) => one.id);

export function vesselOf(id: string): Vessel | undefined {
  return byId.get(id)?.vessel;
}

/** Factor of a segment, 0 where it weighs nothing; null if there is no such segment (in this dominance). */
export function weightOf(id: string, dominance: Dominance): number | null {
  return byId.get(id)?.weight[dominance] ?? null;
}

/** With the dominance unknown any known segment exists. */
export function exists(id: string, dominance: Dominance | undefined): boolean {
  return dominance === undefined ? byId.has(id) : weightOf(id, dominance) !== null;
}

/** Segments that surely lie beyond an occlusion starting here; side branches that may leave before it are not among them. */
const surelyBeyond: Readonly<Record<string, readonly string[]>> = {
  1: ['2', '3', '4', '16', '16a', '16b', '16c'],
  2: ['3', '4', '16', '16a', '16b', '16c'],
  3: ['4', '16', '16a', '16b', '16c'],
  5: segments.filter(({ vessel }) => vessel === 'LAD' || vessel === 'LCX').map(({ id }) => id),
  6: ['7', '8', '10', '10a'],
  7: ['8', '10a'],
  11: ['13', '14', '14a', '14b', '15'],
  13: ['15'],
};

export function beyond(start: string): readonly string[] {
  return surelyBeyond[start] ?? [];
}
