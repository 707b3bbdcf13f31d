import { expect, test } from 'vitest';
import { hexOf, joinBytes } from '../bytes.ts';
import { sha256 } from '../hash.ts';
import { STEP } from './branch.ts';
import type { Lesion } from './lesions.ts';
import { truthRecord } from './pair.ts';
import type { Anatomy } from './anatomy.ts';
import type { RunSpec } from './run-spec.ts';
import { renderRun } from './run.ts';
import { makeScene, type Scene } from './scene.ts';

const spec: RunSpec = {
  seed: 61, run: 1, patient: { sex: 'male' }, projection: { primary: -30, secondary: 25 }, system: 'LCA', dominance: 'right', lesions: [], frames: 60, frameMs: 66.67, size: 64, style: 'log',
};
const withAnatomy = (anatomy: Anatomy, more: Partial<RunSpec> = {}): Scene => makeScene({ ...spec, patient: { sex: 'male', anatomy }, ...more });
const named = (s: Scene, name: string) => {
  const b = s.tree.byName.get(name);
  if (!b) throw new Error(`no ${name}`);
  return b;
};
const arrival = (s: Scene, name: string, share: number): number => {
  const b = s.branches.find((one) => one.name === name);
  return (b && s.fillings.get(b)?.arrival[Math.floor(share * (b.n - 1))]) ?? Number.NaN;
};
const print = (more: Partial<RunSpec>): string => hexOf(sha256(joinBytes(renderRun({ ...spec, frames: 5, frameMs: 500, ...more }).frames)));

test('the variants of the tree are what they are called', () => {
  const end = (lad: NonNullable<Anatomy['lad']>): number => named(withAnatomy({ lad }), 'LAD').s.at(-1) as number;
  expect(end('short')).toBeLessThan(72);
  expect(Math.abs(named(withAnatomy({ lad: 'wrap-around' }), 'LAD').phi.at(-1) as number)).toBeGreaterThan(150);
  expect(named(withAnatomy({ lad: 'dual' }), 'LAD2').s.at(-1)).toBeGreaterThan(80);
  expect(end('dual')).toBeLessThan(62);
  const main = (leftMain: NonNullable<Anatomy['leftMain']>): number => named(withAnatomy({ leftMain }), 'LM').arc.at(-1) as number;
  expect(main('absent')).toBeLessThan(3);
  expect(main('short')).toBeLessThan(main('usual'));
  expect(withAnatomy({ ramus: true }).tree.byName.has('RI')).toBe(true);
  expect(withAnatomy({ ramus: false }).tree.byName.has('RI')).toBe(false);
});

test('a circumflex from the right sinus is in the right tree alone, and ends where it always does', () => {
  const right = withAnatomy({ circumflexFrom: 'right' }, { system: 'RCA' });
  expect(withAnatomy({ circumflexFrom: 'right' }).tree.byName.has('LCX')).toBe(false);
  expect(named(right, 'LCX').parent?.name).toBe('RCA');
  expect(Math.cos(((named(right, 'LCX').phi.at(-1) as number) + 146) * (Math.PI / 180))).toBeGreaterThan(0.95);
  expect(arrival(right, 'OM1', 0.5)).toBeLessThan(2.5);
  for (const b of right.tree.branches) if (b.parent) for (let m = 0; m < 9; m++) expect(b.path[m], b.name).toBeCloseTo(b.parent.path[9 * b.parentAt + m] as number, 3);
  const high = named(withAnatomy({ rcaOrigin: 'high' }, { system: 'RCA' }), 'RCA').path[2] as number;
  expect(high).toBeGreaterThan((named(makeScene({ ...spec, system: 'RCA' }), 'RCA').path[2] as number) + 4);
});

test('a graft fills its vessel from the landing both ways, and late', () => {
  const closed: Lesion = { segments: ['6'], stenosisPct: 100 };
  const lima = makeScene({ ...spec, graft: 'LIMA-LAD', lesions: [closed] });
  expect(arrival(lima, 'LIMA-LAD', 1)).toBeGreaterThan(0.8);
  expect(arrival(lima, 'LAD', 0.9)).toBeGreaterThan(arrival(lima, 'LIMA-LAD', 1));
  expect(arrival(lima, 'LAD', 0.9)).toBeLessThan(3);
  expect(arrival(lima, 'LM', 0.5)).toBeNaN();
  const vein = makeScene({ ...spec, graft: 'SVG-PDA', system: 'RCA' });
  expect(arrival(vein, 'PDA', 0.9)).toBeLessThan(arrival(vein, 'RCA', 0.1));
});

test('a bifurcation by Medina narrows the limbs that are called, at the carina', () => {
  const at = (medina: string) => makeScene({ ...spec, lesions: [{ segments: ['7', '9'], medina, stenosisPct: 80 }] });
  const left = (s: Scene, name: string, sample: number): number => (named(s, name).radius[sample] as number) / (named(s, name).healthy[sample] as number);
  const carina = named(at('1,1,1'), 'D1').parentAt;
  expect(left(at('1,1,1'), 'LAD', carina - 1)).toBeLessThan(0.35);
  expect(left(at('0,0,1'), 'LAD', carina - 1)).toBeGreaterThan(0.65);
  expect(left(at('0,0,1'), 'D1', 2)).toBeLessThan(0.4);
  expect(left(at('1,1,0'), 'D1', 2)).toBeGreaterThan(0.65);
  expect(at('1,0,1').applied.truth.map((t) => [t.branch, t.stenosisPct])).toEqual([['LAD', 80], ['D1', 72]]);
  const crux = makeScene({ ...spec, system: 'RCA', lesions: [{ segments: ['3', '4'], medina: '1,0,1', stenosisPct: 70 }] });
  expect(crux.applied.truth.map((t) => t.branch)).toEqual(['RCA', 'PDA']);
});

test('an ectatic piece is wider and slower, a muscle bridge is squeezed in systole alone', () => {
  const wide = makeScene({ ...spec, system: 'RCA', lesions: [{ segments: ['2'], stenosisPct: 0, ectasia: 1.8, at: 0.5 }] });
  const [truth] = wide.applied.truth;
  const i = Math.round((truth?.centre ?? 0) / STEP);
  expect(truth).toMatchObject({ kind: 'ectasia', branch: 'RCA', stenosisPct: -80 });
  expect((named(wide, 'RCA').radius[i] as number) / (named(wide, 'RCA').healthy[i] as number)).toBeGreaterThan(1.7);
  expect(arrival(wide, 'RCA', 0.95)).toBeGreaterThan(1.3 * arrival(makeScene({ ...spec, system: 'RCA' }), 'RCA', 0.95));
  expect(withAnatomy({ bridge: 0.7 }).squeezes).toMatchObject([{ degree: 0.7 }]);
  expect(print({ patient: { sex: 'male', anatomy: { bridge: 0.8 } } })).not.toBe(print({}));
});

test('bridging collaterals fill behind a closed RCA, and a closed LAD fills from the right by septals or the conus branch', () => {
  const cto = (totalOcclusion: Lesion['totalOcclusion']): Scene => makeScene({ ...spec, system: 'RCA', lesions: [{ segments: ['2'], stenosisPct: 100, ...(totalOcclusion ? { totalOcclusion } : {}) }] });
  expect(arrival(cto({}), 'RCA', 0.95)).toBe(Infinity);
  const bridged = cto({ bridging: true });
  expect(arrival(bridged, 'RCA', 0.95)).toBeLessThan(5);
  expect(bridged.branches.filter((b) => b.name.startsWith('bridge')).length).toBeGreaterThanOrEqual(2);
  for (const filledBy of ['septals', 'conus'] as const) {
    const right = makeScene({ ...spec, system: 'RCA', lesions: [{ segments: ['6'], stenosisPct: 100, rentrop: 2, filledBy }] });
    expect(arrival(right, 'LAD', 0.6), filledBy).toBeGreaterThan(arrival(right, filledBy === 'conus' ? 'CB' : 'PDA', 0.6));
    expect(arrival(right, 'LAD', 0.6), filledBy).toBeLessThan(7);
  }
});

test('each thing that is added changes the picture and nothing of another stage', () => {
  const plain = print({});
  const added: Partial<RunSpec>[] = [
    { wedge: true }, { motionBlur: true }, ...(['electrodes', 'pacingLead', 'valveRing'] as const).map((one) => ({ patient: { sex: 'male' as const, [one]: true } })),
    { lesions: [{ segments: ['7'], stenosisPct: 40, dissection: true }] },
  ];
  const prints = added.map(print);
  expect(new Set([plain, ...prints]).size).toBe(prints.length + 1);
  expect(added.map(print)).toEqual(prints);
  // Without contrast a lesion, a flap or a graft's target leaves no trace.
  const dry = (more: Partial<RunSpec>): string => print({ injection: false, ...more });
  expect(dry({ lesions: [{ segments: ['7'], stenosisPct: 40, dissection: true }] })).toBe(dry({}));
  expect(dry({ patient: { sex: 'male', anatomy: { bridge: 0.5 } } })).toBe(dry({}));
  expect(print({ plane: 'A' })).toBe(plain);
  expect(print({ size: 256, frames: 2, focalSpot: 'small' })).not.toBe(print({ size: 256, frames: 2 }));
});

test('what is true of a run is told as plain JSON: lesions with their per cent, centrelines of every frame', () => {
  const run = renderRun({ ...spec, frames: 3, lesions: [{ segments: ['7'], stenosisPct: 75, at: 0.5 }] });
  const told = JSON.parse(JSON.stringify(truthRecord(run))) as { synthetic: boolean; centrelines: Record<string, number[]>[]; lesions: unknown };
  expect(told.synthetic).toBe(true);
  expect(told.lesions).toMatchObject([{ kind: 'stenosis', segment: '7', branch: 'LAD', stenosisPct: 75 }]);
  expect(told.centrelines).toHaveLength(3);
  expect(told.centrelines[2]?.LAD?.slice(0, 3)).toEqual(Array.from(run.truth.centrelines[2]?.get('LAD')?.slice(0, 3) ?? [], (v) => Math.round(v * 100) / 100));
});
