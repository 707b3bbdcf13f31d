import type { Lesion } from './lesions.ts';
import type { RenderedRun, RunSpec } from './run-spec.ts';
import { renderRun } from './run.ts';
import { makeStudy, type CaseSpec, type Shot, type StudyScale } from './study.ts';

/**
 * The studies of the fictional demo world: five cases with the lesions of demo-cases.json, and eight single
 * runs for the history of other patients. Ids are those of the cases and `pool`.
 */
const shot = (system: Shot['system'], primary: number, secondary: number, more: Partial<Shot> = {}): Shot => ({ system, projection: { primary, secondary }, ...more });

const LM_BIFURCATION: Lesion = { segments: ['5', '6', '11'], stenosisPct: 85, medina: '1,1,1', calcification: 'heavy', timi: 3 };
const MID_RCA_70: Lesion = { segments: ['2'], stenosisPct: 70, timi: 3, at: 0.55 };

const RCA_CTO: Lesion = {
  segments: ['2'], stenosisPct: 100, lengthMm: 28, calcification: 'heavy', timi: 0, rentrop: 2, filledBy: 'septals',
  totalOcclusion: { bluntStump: true, bridging: false, fillsDistalRca: false },
};

const LAD_CULPRIT: Lesion = { segments: ['6'], stenosisPct: 100, timi: 0, thrombus: true, totalOcclusion: { bluntStump: false }, at: 0.75 };
const LAD_STENTED: Lesion = { segments: ['6'], stenosisPct: 12, timi: 2, inStent: true, at: 0.75, lengthMm: 20 };
const SHOCK_RCA: Lesion = { segments: ['2'], stenosisPct: 100, timi: 0, rentrop: 2, filledBy: 'circumflex', totalOcclusion: { bluntStump: false } };
const OM1_60: Lesion = { segments: ['12a'], stenosisPct: 60, timi: 3 };

const MID_LAD_90: Lesion = { segments: ['7'], stenosisPct: 90, calcification: 'heavy', lengthMm: 24, timi: 3, at: 0.45 };
const PERFORATED: Lesion = { ...MID_LAD_90, stenosisPct: 55, perforation: true };
const SEALED: readonly Lesion[] = [
  { segments: ['7'], stenosisPct: 15, calcification: 'heavy', lengthMm: 20, inStent: true, timi: 3, at: 0.45 },
  { segments: ['9'], stenosisPct: 100, lengthMm: 12, at: 0, totalOcclusion: { bluntStump: false } },
];

export const DEMO_STUDIES: readonly CaseSpec[] = [
  {
    id: 'demo-lm-calc', seed: 7101, dominance: 'right', lesions: [LM_BIFURCATION, MID_RCA_70], access: 'femoral',
    patient: { sex: 'male', girth: 0.98, vigour: 0.55, tortuosity: 1.15, diffuse: 0.45, heartRate: 68 },
    shots: [shot('LCA', -25, -25), shot('LCA', 45, -30), shot('LCA', 0, -30), shot('LCA', -5, 38), shot('LCA', 40, 25), shot('RCA', 40, 0), shot('RCA', 15, 25)],
  },
  {
    id: 'demo-cto-rca', seed: 7202, dominance: 'right', lesions: [RCA_CTO], access: 'radial',
    patient: { sex: 'male', girth: 1.04, vigour: 0.85, tortuosity: 1.1, diffuse: 0.25, heartRate: 64 },
    shots: [shot('RCA', 40, 0), shot('RCA', 20, 25), shot('LCA', -28, 10, { frames: 60 }), shot('LCA', -20, -20, { frames: 60 }), shot('LCA', 0, 36), shot('LCA', 42, 0, { frames: 60 })],
  },
  {
    id: 'demo-shock-mvd', seed: 7303, dominance: 'right', lesions: [LAD_CULPRIT, SHOCK_RCA, OM1_60], access: 'femoral', quanta: 3000,
    patient: { sex: 'female', girth: 0.94, vigour: 0.42, tortuosity: 1, diffuse: 0.5, heartRate: 108 },
    shots: [
      shot('LCA', -25, -22), shot('LCA', -3, 38), shot('RCA', 40, 0),
      shot('LCA', -28, 24, { lesions: [LAD_STENTED, SHOCK_RCA, OM1_60], frames: 58, wire: { branch: 'LAD', to: 0.62 } }),
      shot('LCA', -20, -20, { lesions: [LAD_STENTED, SHOCK_RCA, OM1_60], frames: 58 }),
    ],
  },
  {
    id: 'demo-tavi-bicuspid', seed: 7404, dominance: 'right', lesions: [], access: 'femoral',
    patient: { sex: 'female', girth: 0.92, vigour: 1.05, tortuosity: 1.3, diffuse: 0.1, heartRate: 74, bicuspidCalcifiedValve: true },
    shots: [shot('AO', 40, 8), shot('AO', -12, -12), shot('LCA', -25, -22), shot('LCA', 2, 36), shot('RCA', 40, 0)],
  },
  {
    id: 'demo-perforation', seed: 7505, dominance: 'right', lesions: [MID_LAD_90], access: 'femoral', french: 7,
    patient: { sex: 'female', girth: 0.88, vigour: 1, tortuosity: 1.9, diffuse: 0.3, heartRate: 84 },
    shots: [
      shot('LCA', -30, 26), shot('LCA', 42, 24), shot('RCA', 42, 0),
      shot('LCA', -30, 26, { lesions: [PERFORATED], wire: { branch: 'LAD', to: 0.7 }, frames: 56 }),
      shot('LCA', -30, 26, { lesions: SEALED, wire: { branch: 'LAD', to: 0.7 } }),
    ],
  },
  ...pool(),
];

/** One run each, of eight other patients; ids `pool-1` … `pool-8`. */
function pool(): CaseSpec[] {
  const one = (n: number, seed: number, lesions: readonly Lesion[], s: Shot, more: Partial<CaseSpec> & { sex?: 'male' | 'female' } = {}): CaseSpec => {
    const { sex = 'male', ...rest } = more;
    return { id: `pool-${n}`, seed, dominance: 'right', lesions, patient: { sex, girth: 0.9 + 0.03 * n, heartRate: 60 + 4 * n, diffuse: 0.2 }, shots: [s], ...rest };
  };
  return [
    one(1, 8101, [{ segments: ['6'], stenosisPct: 80, at: 0.5, lengthMm: 14 }], shot('LCA', -8, 36)),
    one(2, 8202, [{ segments: ['1'], stenosisPct: 75, at: 0.5 }], shot('RCA', 40, 0), { sex: 'female' }),
    one(3, 8303, [{ segments: ['11'], stenosisPct: 85, at: 0.6, lengthMm: 12 }], shot('LCA', -22, -22), { style: 'LIN', quanta: 5200 }),
    one(4, 8404, [{ segments: ['7'], stenosisPct: 70, inStent: true, at: 0.4, lengthMm: 22 }], shot('LCA', -30, 25)),
    one(5, 8505, [{ segments: ['3'], stenosisPct: 90, at: 0.4, thrombus: true, timi: 2 }], shot('RCA', 20, 25), { quanta: 2200 }),
    one(6, 8606, [], shot('LCA', 45, -30), { dominance: 'left', sex: 'female' }),
    one(7, 8707, [{ segments: ['7'], stenosisPct: 65, calcification: 'moderate', at: 0.5 }], shot('LCA', 40, 25), { patient: { sex: 'male', sternalWires: true, girth: 1.08, heartRate: 66, diffuse: 0.4 } }),
    one(8, 8808, [{ segments: ['2'], stenosisPct: 60, at: 0.5 }], shot('RCA', -30, 0), { style: 'LIN', quanta: 5200 }),
  ];
}

/** The runs of a demo case in order; undefined for an unknown id. */
export function demoStudy(caseId: string, scale: StudyScale = {}): RunSpec[] | undefined {
  const spec = DEMO_STUDIES.find((s) => s.id === caseId);
  return spec && makeStudy(spec, scale);
}

/** Renders run `index` (from 0) of a demo case, the same frames as the committed films; undefined when there is none. */
export function demoRun(caseId: string, index: number, scale: StudyScale = {}): RenderedRun | undefined {
  const spec = demoStudy(caseId, scale)?.[index];
  return spec && renderRun(spec);
}
