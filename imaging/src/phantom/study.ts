import type { Projection } from './carm.ts';
import type { Lesion } from './lesions.ts';
import { random } from './random.ts';
import type { PhantomPatient, RunSpec } from './run-spec.ts';
import type { Style } from './tone.ts';
import type { Dominance } from './tree-table.ts';

/** One run to be taken; what is left out comes from the case. */
export type Shot = {
  readonly system: RunSpec['system'];
  readonly projection: Projection;
  readonly frames?: number;
  /** Lesions as they are at this run, when a treatment has changed them. */
  readonly lesions?: readonly Lesion[];
  readonly wire?: { readonly branch: string; readonly to: number };
};

export type CaseSpec = {
  readonly id: string;
  readonly seed: number;
  readonly patient: PhantomPatient;
  readonly dominance: Dominance;
  readonly lesions: readonly Lesion[];
  readonly style?: Style;
  readonly access?: 'femoral' | 'radial';
  readonly french?: 5 | 6 | 7;
  readonly quanta?: number;
  /** Left out: the views a laboratory takes for these lesions. */
  readonly shots?: readonly Shot[];
};

export type StudyScale = { readonly size?: number; readonly frames?: number; readonly frameMs?: number };

/** Usual views in the order taken, by the segments they show best. */
const LEFT_VIEWS: readonly { view: Projection; shows: readonly string[] }[] = [
  { view: { primary: -20, secondary: -20 }, shows: ['5', '11', '12a', '13'] },
  { view: { primary: 45, secondary: -30 }, shows: ['5', '6', '11', '12'] },
  { view: { primary: 0, secondary: 38 }, shows: ['6', '7', '8', '9', '10'] },
  { view: { primary: -30, secondary: 25 }, shows: ['7', '8'] },
  { view: { primary: 40, secondary: 25 }, shows: ['7', '9', '10', '14', '15'] },
  { view: { primary: 0, secondary: -30 }, shows: ['5', '11', '12a', '12b', '13'] },
];
const RIGHT_VIEWS: readonly Projection[] = [{ primary: 40, secondary: 0 }, { primary: 20, secondary: 25 }, { primary: -30, secondary: 0 }];
const RIGHT_SEGMENTS = new Set(['1', '2', '3', '4', '16', '16a', '16b']);

/** 3–8 shots: the two basic left views, those that show the lesions, one or two right. */
export function usualShots(lesions: readonly Lesion[]): Shot[] {
  const segments = lesions.flatMap((l) => l.segments);
  const left = LEFT_VIEWS.filter(({ shows }, i) => i === 0 || i === 2 || shows.some((s) => segments.includes(s)));
  const right = RIGHT_VIEWS.slice(0, segments.some((s) => RIGHT_SEGMENTS.has(s)) ? 3 : 1);
  return [
    ...left.slice(0, 5).map(({ view }): Shot => ({ system: 'LCA', projection: view })),
    ...right.map((projection): Shot => ({ system: 'RCA', projection })),
  ];
}

/** The runs of one examination: same patient, new phase, breath and panning each; angles a degree or two off the round ones. */
export function makeStudy(spec: CaseSpec, scale: StudyScale = {}): RunSpec[] {
  return (spec.shots ?? usualShots(spec.lesions)).map((shot, index): RunSpec => {
    const r = random(spec.seed, `angles ${index}`);
    const about = (angle: number): number => Math.round(10 * (angle + r.between(-1.6, 1.6))) / 10;
    return {
      seed: spec.seed,
      run: index + 1,
      patient: spec.patient,
      projection: { primary: about(shot.projection.primary), secondary: about(shot.projection.secondary) },
      system: shot.system,
      dominance: spec.dominance,
      lesions: shot.lesions ?? spec.lesions,
      frames: scale.frames ?? shot.frames ?? 46,
      frameMs: scale.frameMs ?? 66.67,
      size: scale.size ?? 512,
      style: spec.style ?? 'log',
      access: spec.access ?? 'femoral',
      french: spec.french ?? 6,
      quanta: spec.quanta ?? 3600,
      ...(shot.wire ? { wire: shot.wire } : {}),
    };
  });
}
