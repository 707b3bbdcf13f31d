import { type Dominance, exists } from './segments.ts';

/** A named bifurcation (three parts: proximal main, distal main, side branch) or trifurcation (four). */
export interface Junction {
  readonly id: string;
  readonly parts: readonly string[];
  /** Junctions at one carina exclude each other: it is scored once. */
  readonly carina: string;
}

const at = (carina: string, ...ids: string[]): Junction[] => ids.map((id) => ({ id, parts: id.split('/'), carina }));

/** The only junctions of the SYNTAX score (Sianos 2005, tutorial definitions). */
export const junctions: readonly Junction[] = [
  ...at('left main', '5/6/11', '5/6/11/12'),
  ...at('first diagonal', '6/7/9', '6/7/9/9a'),
  ...at('second diagonal', '7/8/10', '7/8/10/10a'),
  ...at('obtuse marginal', '11/13/12a', '11/12a/12b/13'),
  ...at('left posterolateral', '13/14/14a'),
  ...at('left posterior descending', '13/14/15'),
  ...at('crux', '3/4/16', '3/4/16/16a'),
];

/** All Medina classes with disease; 0,0,0 is no bifurcation lesion. */
export const medinaClasses = ['1,0,0', '0,1,0', '1,1,0', '1,1,1', '0,0,1', '1,0,1', '0,1,1'] as const;

const onePoint: readonly string[] = ['1,0,0', '0,1,0', '1,1,0'];

export function junctionOf(id: string): Junction | undefined {
  return junctions.find((junction) => junction.id === id);
}

export function isTrifurcation(junction: Junction): boolean {
  return junction.parts.length === 4;
}

export function junctionExists(junction: Junction, dominance: Dominance | undefined): boolean {
  return junction.parts.every((part) => exists(part, dominance));
}

/** Each digit says whether the part at its place is among the diseased segments. */
export function medinaAgrees(junction: Junction, medina: string, diseased: readonly string[]): boolean {
  return medina === junction.parts.map((part) => (diseased.includes(part) ? 1 : 0)).join(',');
}

/** Trifurcation +3 to +6 by diseased segments; bifurcation +1 or +2 by Medina class, +1 for an angle below 70°. */
export function junctionPoints(junction: Junction, diseased: readonly string[], medina: string | undefined, angleLt70: boolean): number {
  if (isTrifurcation(junction)) return 2 + junction.parts.filter((part) => diseased.includes(part)).length;
  return (onePoint.includes(medina ?? '') ? 1 : 2) + (angleLt70 ? 1 : 0);
}

/** Two occlusions may start together only where both segments leave one carina. */
export function shareCarina(a: string, b: string): boolean {
  return junctions.some(({ parts }) => parts.slice(1).includes(a) && parts.slice(1).includes(b));
}
