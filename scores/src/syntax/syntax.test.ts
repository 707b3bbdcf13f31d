import fc from 'fast-check';
import { expect, test } from 'vitest';
import { junctions, medinaAgrees, medinaClasses } from './junctions.ts';
import { firstVisibleChoices } from './occlusion.ts';
import { type Dominance, segments, type Vessel } from './segments.ts';
import { syntax } from './syntax.ts';

function value(input: unknown): Record<string, unknown> {
  const outcome = syntax.run(input);
  if (!outcome.ok) throw new Error(`refused: ${outcome.fields.join(' ')}`);
  return outcome.value;
}
function refused(input: unknown): string[] {
  const outcome = syntax.run(input);
  return outcome.ok ? [] : outcome.fields;
}

const occlusion = { ageOver3MonthsOrUnknown: false, bluntStump: false, bridging: false, firstVisible: 'none', sideBranch: 'none' };
const characteristics = fc.record({
  severeTortuosity: fc.boolean(), lengthGt20: fc.boolean(), heavyCalcification: fc.boolean(), thrombus: fc.boolean(),
});

/** Any accepted lesion of one segment, with or without an occlusion. */
function lesion(dominance: Dominance): fc.Arbitrary<Record<string, unknown>> {
  const ids = segments.filter(({ weight }) => weight[dominance] !== null).map(({ id }) => id);
  return fc.tuple(fc.constantFrom(...ids), fc.boolean(), characteristics, fc.nat(), fc.boolean(), fc.boolean()).map(
    ([id, occluded, ticks, pick, aged, blunt]) => {
      const seen = [...firstVisibleChoices([id], dominance).keys()];
      const totalOcclusion = { ...occlusion, ageOver3MonthsOrUnknown: aged, bluntStump: blunt, firstVisible: seen[pick % seen.length] };
      return { segments: [id], ...ticks, ...(occluded && { totalOcclusion }) };
    },
  );
}

const patient = fc.constantFrom<Dominance>('right', 'left').chain((dominance) =>
  fc.record({ dominance: fc.constant(dominance), lesions: fc.array(lesion(dominance), { minLength: 1, maxLength: 12 }) }));

test('the total is the sum of the lesions and the diffuse points, never negative, in half points', () => {
  fc.assert(fc.property(patient, (input) => {
    const { out, lesions, diffuse } = value(input) as { out: number; lesions: number[]; diffuse: number };
    expect(lesions).toHaveLength(input.lesions.length);
    expect(out).toBe(lesions.reduce((sum, one) => sum + one, diffuse));
    expect(Math.min(...lesions)).toBeGreaterThanOrEqual(0);
    expect(Number.isInteger(out * 2)).toBe(true);
  }));
});

test('another lesion that is no occlusion never lowers the score, and the order of lesions does not matter', () => {
  fc.assert(fc.property(patient, (input) => {
    const { out } = value(input) as { out: number };
    if (input.lesions.length < 12) {
      const more = value({ ...input, lesions: [...input.lesions, { segments: ['6'], thrombus: true }] }) as { out: number };
      expect(more.out).toBeGreaterThanOrEqual(out);
    }
    expect(value({ ...input, lesions: input.lesions.toReversed() })['out']).toBe(out);
  }));
});

test('thirteen lesions are refused, twelve are not', () => {
  const lesions = Array.from({ length: 13 }, () => ({ segments: ['9'] }));
  expect(refused({ dominance: 'right', lesions })).toEqual(['lesions']);
  expect(value({ dominance: 'right', lesions: lesions.slice(1) })['out']).toBe(24);
});

test('nothing beyond an occlusion is scored, and what is left out is named', () => {
  const lesions = [{ segments: ['6'], totalOcclusion: occlusion }, { segments: ['8'], thrombus: true }, { segments: ['7', '9'] }];
  const scored = value({ dominance: 'right', lesions });
  expect(scored).toMatchObject({ lesions: [19.5, 0, 2], out: 21.5, notScored: ['lesions[1]', 'lesions[2].segments:7'] });
});

test('an occluded left main closes both left vessels to diffuse points', () => {
  const scored = value({ dominance: 'left', lesions: [{ segments: ['5'], totalOcclusion: occlusion }], diffuseSegments: ['8', '13'] });
  expect(scored).toMatchObject({ out: 34, diffuse: 0, notScored: ['diffuse:8', 'diffuse:13'] });
});

test('a carina is scored once, whether named as bifurcation or trifurcation', () => {
  const both = [
    { segments: ['6'], junction: '6/7/9', medina: '1,0,0', angleLt70: false },
    { segments: ['7'], junction: '6/7/9/9a' },
  ];
  expect(refused({ dominance: 'right', lesions: both })).toEqual(['lesions[1].junction']);
});

test('a junction that does not exist in this dominance is refused', () => {
  const crux = [{ segments: ['3'], junction: '3/4/16', medina: '1,0,0', angleLt70: false }];
  expect(refused({ dominance: 'left', lesions: crux })).toEqual(['lesions[0].junction']);
  expect(refused({ dominance: 'right', lesions: crux })).toEqual([]);
});

test('an occlusion of two segments must say where it starts; two starts share a carina', () => {
  const withStarts = (firstSegments?: string[]) => ({
    dominance: 'right', lesions: [{ segments: ['7', '9', '8'], totalOcclusion: { ...occlusion, ...(firstSegments && { firstSegments }) } }],
  });
  expect(refused(withStarts())).toEqual(['lesions[0].totalOcclusion.firstSegments']);
  expect(refused(withStarts(['8', '9']))).toEqual(['lesions[0].totalOcclusion.firstSegments']);
  expect(value(withStarts(['7', '9']))['out']).toBe(2.5 * 5 + 1 * 5 + 1 * 2 + 1);
});

test('every Medina class fits exactly one set of diseased parts of every bifurcation', () => {
  for (const junction of junctions.filter(({ parts }) => parts.length === 3)) {
    for (const medina of medinaClasses) {
      const diseased = junction.parts.filter((_, i) => medina[i * 2] === '1');
      expect(medinaClasses.filter((other) => medinaAgrees(junction, other, diseased))).toEqual([medina]);
    }
  }
});

test('refusals reach into lesions and occlusions by path, for several at once', () => {
  const input = { dominance: 'right', lesions: [{ segments: ['99'], colour: 1 }, 7, { segments: ['2'], totalOcclusion: { ...occlusion, bridging: 'unknown', x: 1 } }] };
  expect(refused(input).toSorted()).toEqual([
    'lesions[0].colour', 'lesions[0].segments', 'lesions[1]', 'lesions[2].totalOcclusion.bridging', 'lesions[2].totalOcclusion.x',
  ]);
});

test('the segment table has 25 segments with the weights of both dominances', () => {
  expect(segments).toHaveLength(25);
  const sum = (vessel: Vessel, dominance: Dominance) =>
    segments.filter((one) => one.vessel === vessel).reduce((total, { weight }) => total + (weight[dominance] ?? 0), 0);
  const vessels = ['RCA', 'LM', 'LAD', 'LCX'] as const;
  expect(vessels.map((vessel) => [sum(vessel, 'right'), sum(vessel, 'left')])).toEqual([[6, 0], [5, 6], [10, 10], [6.5, 11]]);
  expect(segments.every(({ name }) => name.en !== '' && name.fa !== '')).toBe(true);
});
