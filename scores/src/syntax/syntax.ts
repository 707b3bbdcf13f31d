import type { Calculator, Outcome } from '../calculator.ts';
import { choice, type FieldSpec } from '../fields.ts';
import { readFields } from '../read-fields.ts';
import { type Lesion, lesionFields, lesionPoints, readLesion } from './lesion.ts';
import { beyond, type Dominance, exists, segmentIds, type Vessel, vesselOf } from './segments.ts';

const mostLesions = 12;

const fields = [
  choice('dominance', ['right', 'left']),
  { name: 'lesions', kind: 'lesions', of: lesionFields, min: 1, max: mostLesions },
  { name: 'diffuseSegments', kind: 'segments', choices: segmentIds, optional: true },
] as const satisfies readonly FieldSpec[];

interface Patient { readonly dominance: Dominance; readonly lesions: readonly Lesion[]; readonly diffuse: readonly string[] }

/** Each carina is scored once: the second lesion that names it is refused. */
function repeatedJunctions(lesions: readonly (Lesion | undefined)[]): string[] {
  const carinas = lesions.map((lesion) => lesion?.junction?.carina);
  return carinas.flatMap((carina, i) => (carina !== undefined && carinas.indexOf(carina) < i ? [`lesions[${i}].junction`] : []));
}

function readPatient(input: unknown): { readonly patient?: Patient; readonly refused: readonly string[] } {
  const { answers, refused } = readFields(fields, input);
  const names = [...refused];
  const dominance = answers['dominance'] as Dominance | undefined;
  const listed = answers['lesions'];
  const given: readonly unknown[] = Array.isArray(listed) && listed.length <= mostLesions ? listed : [];
  if (given.length === 0) names.push('lesions');
  const read = [...given].map((lesion) => readLesion(lesion, dominance));
  for (const [i, lesion] of read.entries()) names.push(...lesion.refused.map((name) => `lesions[${i}]${name === '' ? '' : `.${name}`}`));
  names.push(...repeatedJunctions(read.map(({ lesion }) => lesion)));
  const diffuse = answers['diffuseSegments'] ?? [];
  const known = Array.isArray(diffuse) && [...diffuse].every((id) => typeof id === 'string' && exists(id, dominance));
  if (!known) names.push('diffuseSegments');
  if (names.length > 0 || !dominance || !known) return { refused: [...new Set(names)] };
  const lesions = read.flatMap(({ lesion }) => lesion ?? []);
  return { refused: [], patient: { dominance, lesions, diffuse: [...new Set(diffuse as string[])] } };
}

/** Left main disease opens (and its occlusion closes) both left vessels. */
function vessels(ids: readonly string[]): Set<Vessel> {
  const touched = new Set(ids.map((id) => vesselOf(id)).filter((vessel) => vessel !== undefined));
  return touched.has('LM') ? touched.add('LAD').add('LCX') : touched;
}

/** Nothing beyond an occlusion is scored: what of lesion `i` lies there because of the other lesions. */
function hiddenFrom(i: number, lesions: readonly Lesion[]): Set<string> {
  return new Set(lesions.flatMap((other, j) => (j === i ? [] : (other.occlusion?.starts ?? []).flatMap(beyond))));
}

function withoutPoint(lesion: Lesion, i: number, hidden: ReadonlySet<string>): string[] {
  if (lesion.segments.every((id) => hidden.has(id))) return [`lesions[${i}]`];
  const segments = lesion.segments.filter((id) => hidden.has(id)).map((id) => `lesions[${i}].segments:${id}`);
  return lesion.lengthGt20 && lesion.occlusion ? [...segments, `lesions[${i}].lengthGt20`] : segments;
}

function scorePatient({ dominance, lesions, diffuse }: Patient): Record<string, unknown> {
  const hidden = lesions.map((_, i) => hiddenFrom(i, lesions));
  const perLesion = lesions.map((lesion, i) => lesionPoints(lesion, dominance, hidden[i] ?? new Set()));
  const open = vessels(lesions.flatMap((lesion) => lesion.segments));
  const closed = vessels(lesions.flatMap((lesion) => lesion.occlusion?.starts ?? []));
  const counts = (id: string) => { const vessel = vesselOf(id); return vessel !== undefined && open.has(vessel) && !closed.has(vessel); };
  const diffusePoints = diffuse.filter(counts).length;
  const out = perLesion.reduce((sum, one) => sum + one, diffusePoints);
  return {
    out,
    lesions: perLesion,
    diffuse: diffusePoints,
    band: out <= 22 ? 'low' : out >= 33 ? 'high' : 'intermediate',
    notScored: [
      ...lesions.flatMap((lesion, i) => withoutPoint(lesion, i, hidden[i] ?? new Set())),
      ...diffuse.filter((id) => !counts(id)).map((id) => `diffuse:${id}`),
    ],
  };
}

/** Half points such as 22.5 and 32.5 are intermediate. `notScored` names what was given but carries no point. */
export const syntax: Calculator & { readonly name: 'syntax' } = {
  name: 'syntax',
  title: { en: 'SYNTAX score', fa: 'امتیاز SYNTAX' },
  source: { text: 'Sianos 2005, EuroIntervention 1:219; Serruys 2009, EuroIntervention 5:50; SYNTAX score tutorial' },
  formulaVersion: 'sianos-2005+serruys-2009.1',
  status: 'calculated',
  fields,
  run(input): Outcome {
    const { patient, refused } = readPatient(input);
    return patient ? { ok: true, value: scorePatient(patient) } : { ok: false, fields: [...refused] };
  },
};
