import { bool, choice, type FieldSpec } from '../fields.ts';
import { isGiven, isObject, readFields } from '../read-fields.ts';
import { points } from '../rounding.ts';
import {
  isTrifurcation, type Junction, junctionExists, junctionOf, junctionPoints, junctions, medinaAgrees, medinaClasses,
} from './junctions.ts';
import { type Occlusion, occlusionFields, occlusionPoints, readOcclusion } from './occlusion.ts';
import { type Dominance, exists, segmentIds, weightOf } from './segments.ts';

export interface Lesion {
  readonly segments: readonly string[];
  readonly junction?: Junction;
  readonly medina?: string;
  readonly angleLt70?: boolean;
  readonly occlusion?: Occlusion;
  readonly aortoOstial?: boolean;
  readonly severeTortuosity?: boolean;
  readonly lengthGt20?: boolean;
  readonly heavyCalcification?: boolean;
  readonly thrombus?: boolean;
}

const ticked = { optional: true } as const;

/** The five characteristics are ticked or not: absent = not ticked. Everything else is asked. */
export const lesionFields = [
  { name: 'segments', kind: 'segments', choices: segmentIds },
  { name: 'totalOcclusion', kind: 'occlusion', of: occlusionFields, optional: true },
  choice('junction', junctions.map(({ id }) => id), ticked), choice('medina', medinaClasses, ticked), bool('angleLt70', ticked),
  bool('aortoOstial', ticked), bool('doubleOstium', ticked), bool('severeTortuosity', ticked), bool('lengthGt20', ticked),
  bool('heavyCalcification', ticked), bool('thrombus', ticked),
] as const satisfies readonly FieldSpec[];

/** A list of different segments that exist in this dominance. */
export function areSegments(given: unknown, dominance: Dominance | undefined): given is string[] {
  return Array.isArray(given) && given.length > 0 && new Set(given).size === given.length
    && [...given].every((id) => typeof id === 'string' && exists(id, dominance));
}

/** `asked` is false at an occlusion without a side branch of 1.5 mm or more: it is no bifurcation. */
function junctionRefusals(
  given: Record<string, unknown>, answers: Readonly<Record<string, unknown>>,
  diseased: readonly string[] | undefined, dominance: Dominance | undefined, asked: boolean,
): string[] {
  const described = ['medina', 'angleLt70'].filter((name) => isGiven(given, name));
  if (!asked) return isGiven(given, 'junction') ? ['junction'] : described;
  if (!isGiven(given, 'junction')) return described.length > 0 ? ['junction'] : [];
  const junction = junctionOf(answers['junction'] as string);
  if (!junction || !junctionExists(junction, dominance)) return ['junction'];
  if (isTrifurcation(junction)) {
    const diseasedPart = !diseased || junction.parts.some((part) => diseased.includes(part));
    return [...(diseasedPart ? [] : ['junction']), ...described];
  }
  const medina = answers['medina'] as string | undefined;
  const missing = ['medina', 'angleLt70'].filter((name) => !described.includes(name));
  return diseased && medina !== undefined && !medinaAgrees(junction, medina, diseased) ? [...missing, 'medina'] : missing;
}

/** Segment 1 or 5 leaves the aorta; with two left ostia also 6 or 11. */
function mayBeAortoOstial(diseased: readonly string[], doubleOstium: boolean): boolean {
  return diseased.some((id) => id === '1' || id === '5' || (doubleOstium && (id === '6' || id === '11')));
}

/** Reads one lesion; refused names are relative to it (`''` = the lesion itself). */
export function readLesion(given: unknown, dominance: Dominance | undefined): { readonly lesion?: Lesion; readonly refused: readonly string[] } {
  if (!isObject(given)) return { refused: [''] };
  const { answers, refused } = readFields(lesionFields, given);
  const names = new Set(refused);
  const listed = answers['segments'];
  const diseased = areSegments(listed, dominance) ? listed : undefined;
  if (!diseased) names.add('segments');
  const read = isGiven(given, 'totalOcclusion') ? readOcclusion(given['totalOcclusion'], diseased, dominance) : undefined;
  for (const name of read?.refused ?? []) names.add(name === '' ? 'totalOcclusion' : `totalOcclusion.${name}`);
  const asked = read?.sideBranch !== 'none' && read?.sideBranch !== 'lt1.5';
  for (const name of junctionRefusals(given, answers, diseased, dominance, asked)) names.add(name);
  const ostial = answers['aortoOstial'] === true;
  if (diseased && ostial && !mayBeAortoOstial(diseased, answers['doubleOstium'] === true)) names.add('aortoOstial');
  if (names.size > 0 || !diseased) return { refused: [...names] };
  const junction = junctionOf(answers['junction'] as string);
  const { junction: _id, totalOcclusion: _given, ...characteristics } = answers;
  return {
    refused: [],
    lesion: {
      ...characteristics, segments: diseased, ...(junction && { junction }), ...(read?.occlusion && { occlusion: read.occlusion }),
    },
  };
}

/** The start of an occlusion counts ×5, every other diseased segment ×2; `hidden` segments lie beyond another occlusion. */
export function lesionPoints(lesion: Lesion, dominance: Dominance, hidden: ReadonlySet<string>): number {
  const scored = lesion.segments.filter((id) => !hidden.has(id));
  if (scored.length === 0) return 0;
  const base = scored.reduce((sum, id) => sum + (weightOf(id, dominance) ?? 0) * (lesion.occlusion?.starts.includes(id) ? 5 : 2), 0);
  return base
    + (lesion.occlusion ? occlusionPoints(lesion.occlusion, dominance) : 0)
    + (lesion.junction ? junctionPoints(lesion.junction, lesion.segments, lesion.medina, lesion.angleLt70 === true) : 0)
    + points(
      [lesion.aortoOstial === true, 1], [lesion.severeTortuosity === true, 2], [lesion.heavyCalcification === true, 2],
      [lesion.thrombus === true, 1], [lesion.lengthGt20 === true && !lesion.occlusion, 1],
    );
}
