import { STEP, type Branch } from './branch.ts';
import { narrow } from './lesion-profile.ts';
import type { LesionTruth } from './lesion-truth.ts';
import type { Tree } from './tree.ts';
import { clamp } from './vector.ts';

/** Bifurcations of the tree other than the left main: the vessel that goes on, its side branch, and the segment that names the latter. */
const FORKS: readonly { main: string; side: string; segment: string }[] = [
  { main: 'LAD', side: 'D1', segment: '9' },
  { main: 'LAD', side: 'D2', segment: '10' },
  { main: 'LCX', side: 'OM1', segment: '12a' },
  { main: 'LCX', side: 'OM2', segment: '12b' },
];

/** Limbs beyond the carina are a little less tight than the one before it. */
const LIMB_SHARE = [1, 0.94, 0.9];

type Limb = { readonly branch: Branch; readonly centre: number; readonly length: number; readonly only?: 'before' | 'behind' };

/** Where the three limbs of the fork meet; null when the segments name no fork of this tree. */
function limbsOf(tree: Tree, segments: readonly string[]): Limb[] | null {
  const named = (name: string): Branch | undefined => tree.byName.get(name);
  for (const { main, side, segment } of FORKS) {
    const [m, s] = [named(main), named(side)];
    if (!segments.includes(segment) || !m || !s) continue;
    const carina = s.parentAt * STEP;
    return [{ branch: m, centre: carina, length: 18, only: 'before' }, { branch: m, centre: carina + 0.6, length: 16, only: 'behind' }, { branch: s, centre: 1, length: 13 }];
  }
  const [rca, pda, plv] = [named('RCA'), named('PDA'), named('PLV')];
  if (!rca || !pda || !plv || !segments.includes('3') || !segments.includes('4')) return null;
  return [{ branch: rca, centre: rca.arc[rca.n - 1] as number, length: 18 }, { branch: plv, centre: 1.5, length: 15 }, { branch: pda, centre: 1, length: 13 }];
}

/**
 * Medina "proximal main, distal main, side" as 1,1,1: one profile a limb with its peak at the carina; 0.2 where the class says 0.
 * Null when the segments name no fork of this tree.
 */
export function medinaAt(tree: Tree, segments: readonly string[], medina: string, stenosisPct: number, seed: number): { branch: Branch; truth: LesionTruth }[] | null {
  const limbs = limbsOf(tree, segments);
  const classes = medina.split(',').map((x) => x.trim() === '1');
  return limbs?.flatMap(({ branch, centre, length, only }, i) => {
    // The contours are shared by three limbs: a full 90 % at the carina would cut the flow in the picture.
    const degree = classes[i] ? clamp((stenosisPct / 100) * (LIMB_SHARE[i] ?? 1), 0.4, 0.82) : 0.2;
    narrow(branch, { centre, length, degree, shoulderProximal: 0.95, shoulderDistal: 0.95, seed: seed + i, ...(only ? { only } : {}) }, null);
    return classes[i] ? [{ branch, truth: { kind: 'stenosis' as const, segment: branch.segment, branch: branch.name, centre, length, stenosisPct: Math.round(degree * 100) } }] : [];
  }) ?? null;
}
