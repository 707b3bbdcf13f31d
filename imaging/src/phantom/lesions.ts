import { STEP, type Branch } from './branch.ts';
import { medinaAt } from './bifurcation.ts';
import { narrow, occlude, widen } from './lesion-profile.ts';
import type { LesionTruth } from './lesion-truth.ts';
import { random, stageSeed, type Random } from './random.ts';
import type { Tree } from './tree.ts';
import { clamp, unit } from './vector.ts';

/** A lesion as a case tells it: SYNTAX segments, per cent diameter stenosis, and what else is known. */
export type Lesion = {
  readonly segments: readonly string[];
  readonly stenosisPct: number;
  /** Medina class of a bifurcation "main,distal main,side", as 1,1,1. */
  readonly medina?: string;
  readonly calcification?: 'none' | 'mild' | 'moderate' | 'heavy';
  readonly timi?: 0 | 1 | 2 | 3;
  readonly lengthMm?: number;
  readonly rentrop?: 0 | 1 | 2 | 3;
  /** Through which donor a total occlusion is filled. */
  readonly filledBy?: 'septals' | 'circumflex' | 'conus';
  readonly thrombus?: boolean;
  readonly totalOcclusion?: { readonly bluntStump?: boolean; readonly bridging?: boolean; readonly fillsDistalRca?: boolean };
  /** Extravasation from the lesion. */
  readonly perforation?: boolean;
  /** Restenosis inside a stent: more even, faint struts. */
  readonly inStent?: boolean;
  /** A widening to so many times the calibre, 1.5–2, in place of a narrowing; flow is slow in it. */
  readonly ectasia?: number;
  /** A flap: a thin lucent line along the lumen. */
  readonly dissection?: boolean;
  /** Where in its segment, 0 … 1; otherwise drawn from the seed. */
  readonly at?: number;
};

/** Calcium beside the lumen: pieces of samples on one wall. */
export type Rail = { branch: Branch; side: 1 | -1; from: number; to: number; away: number; halfWidth: number; mu: number };
export type Block = { branch: Branch; from: number; to: number };
export type Leak = { branch: Branch; sample: number };
export type Slowing = { branch: Branch; from: number; factor: number };

export type Applied = {
  truth: LesionTruth[];
  blocks: Block[];
  rails: Rail[];
  leaks: Leak[];
  clots: { branch: Branch; sample: number }[];
  stents: { branch: Branch; from: number; to: number }[];
  slowings: Slowing[];
  flaps: { branch: Branch; from: number; to: number }[];
  /** Corkscrew collaterals past an occlusion of the same vessel, from sample to sample. */
  bridges: Block[];
};

/** Samples of a SYNTAX segment in this tree; null when the segment is not in it. */
export function segmentRange(tree: Tree, segment: string): { branch: Branch; from: number; to: number } | null {
  const named = (name: string): Branch | undefined => tree.byName.get(name);
  const share = (branch: Branch, a: number, b: number) => ({ branch, from: Math.round(a * (branch.n - 1)), to: Math.round(b * (branch.n - 1)) });
  const [rca, lad, lcx] = [named('RCA'), named('LAD'), named('LCX')];
  if (rca && segment === '1') return share(rca, 0.03, 0.3);
  if (rca && segment === '2') return share(rca, 0.3, 0.56);
  if (rca && segment === '3') return share(rca, 0.58, 0.97);
  const [d1, d2, om1] = [named('D1')?.parentAt ?? 0, named('D2')?.parentAt ?? 0, named('OM1')?.parentAt ?? 0];
  if (lad && segment === '6') return { branch: lad, from: 2, to: d1 + 6 };
  if (lad && segment === '7') return { branch: lad, from: d1 + 6, to: d2 + 14 };
  if (lad && segment === '8') return { branch: lad, from: d2 + 14, to: Math.round(0.8 * lad.n) };
  if (lcx && segment === '11') return { branch: lcx, from: 2, to: om1 };
  if (lcx && segment === '13') return { branch: lcx, from: om1, to: Math.round(0.9 * lcx.n) };
  const branch = tree.branches.find((b) => b.kind !== 'twig' && b.segment === segment);
  return branch ? { branch, from: 3, to: Math.round(0.6 * branch.n) } : null;
}

const CALCIUM = { none: [0, 0], mild: [0.35, 0.05], moderate: [0.6, 0.08], heavy: [0.85, 0.11] } as const;

function addCalcium(out: Applied, r: Random, branch: Branch, centre: number, length: number, degree: NonNullable<Lesion['calcification']>): void {
  const [share, mu] = CALCIUM[degree];
  if (mu === 0) return;
  for (const side of degree === 'mild' ? ([1] as const) : ([1, -1] as const)) {
    let a = centre - length * 0.8 + r.between(0, 2);
    while (a < centre + length * 0.8) {
      const piece = r.between(2, 7);
      if (r.chance(share)) {
        const at = (x: number): number => clamp(Math.round(x / STEP), 0, branch.n - 1);
        const [from, to] = [at(a), at(a + piece)];
        if (to - from > 2) out.rails.push({ branch, side, from, to, away: r.between(0.3, 0.6), halfWidth: r.between(0.3, 0.62), mu: mu * r.between(0.7, 1.1) });
      }
      a += piece + r.between(0.4, 2.2);
    }
  }
}

/** Medina at the left main: one profile a limb, its peak at the carina. */
function bifurcation(out: Applied, tree: Tree, lesion: Lesion, seed: number, r: Random): boolean {
  const [lm, lad, lcx] = ['LM', 'LAD', 'LCX'].map((name) => tree.byName.get(name));
  if (!lm || !lad || !lcx) return true;
  const limbs = (lesion.medina ?? '').split(',').map((x) => x.trim() === '1');
  const ds = lesion.stenosisPct / 100;
  const plan = [
    { b: lm, centre: lm.arc[lm.n - 1] as number, length: 20, sh: 0.95, full: ds },
    { b: lad, centre: 1.5, length: 17, sh: 0.95, full: ds * 0.92 },
    { b: lcx, centre: 1, length: 13, sh: 0.9, full: ds * 0.9 },
  ];
  plan.forEach(({ b, centre, length, sh, full }, i) => {
    // At the carina a true 85 % would cut the flow in the picture: the contours are shared by three limbs.
    const degree = limbs[i] ? clamp(full, 0.45, 0.78) : 0.2;
    narrow(b, { centre, length, degree, shoulderProximal: sh, shoulderDistal: sh, seed: seed + i }, null);
    if (limbs[i]) out.truth.push({ kind: 'stenosis', segment: b.segment, branch: b.name, centre, length, stenosisPct: Math.round(degree * 100) });
    addCalcium(out, r, b, centre, length, lesion.calcification ?? 'none');
  });
  return true;
}

function total(out: Applied, tree: Tree, lesion: Lesion, branch: Branch, centre: number, r: Random): void {
  const length = lesion.lengthMm ?? (lesion.thrombus ? 14 : 24);
  const blunt = lesion.totalOcclusion?.bluntStump ?? false;
  const rv = tree.byName.get('RV');
  // A blunt cap sits at a side branch: that is what makes it ambiguous.
  const a1 = blunt && branch.name === 'RCA' && rv ? rv.parentAt * STEP + 1.6 : Math.max(4, centre - length / 2);
  const a2 = Math.min((branch.arc[branch.n - 1] as number) - 6, a1 + length);
  occlude(branch, a1, a2, blunt);
  out.blocks.push({ branch, from: Math.round(a1 / STEP), to: Math.round(a2 / STEP) });
  if (lesion.thrombus) out.clots.push({ branch, sample: Math.max(1, Math.round((a1 - 2.2) / STEP)) });
  addCalcium(out, r, branch, a1 + 4, 14, lesion.calcification ?? 'none');
  if (lesion.totalOcclusion?.bridging) out.bridges.push({ branch, from: Math.max(2, Math.round((a1 - 3) / STEP)), to: Math.min(branch.n - 2, Math.round((a2 + 5) / STEP)) });
  out.truth.push({ kind: 'occlusion', segment: lesion.segments[0] ?? '', branch: branch.name, centre: (a1 + a2) / 2, length: a2 - a1, stenosisPct: 100 });
}

function ectatic(out: Applied, { lesion, factor, segment, branch, centre }: { lesion: Lesion; factor: number; segment: string; branch: Branch; centre: number }): void {
  const length = lesion.lengthMm ?? 24;
  widen(branch, centre, length, factor);
  out.slowings.push({ branch, from: clamp(Math.round((centre - length / 2) / STEP), 1, branch.n - 2), factor: lesion.timi === 2 ? 0.3 : 0.5 });
  out.truth.push({ kind: 'ectasia', segment, branch: branch.name, centre, length, stenosisPct: Math.round(100 * (1 - factor)) });
}

function single(out: Applied, lesion: Lesion, segment: string, branch: Branch, centre: number, seed: number, r: Random): void {
  const length = lesion.lengthMm ?? r.between(11, 18);
  if (lesion.ectasia) {
    ectatic(out, { lesion, factor: lesion.ectasia, segment, branch, centre });
    return;
  }
  const degree = lesion.stenosisPct / 100;
  const eccentric = lesion.inStent ? null : unit([r.gauss(), r.gauss(), r.gauss()]);
  const sh = lesion.inStent ? { shoulderProximal: 0.6, shoulderDistal: 0.6 } : {};
  narrow(branch, { centre, length, degree, seed, ...sh }, eccentric);
  addCalcium(out, r, branch, centre, length, lesion.calcification ?? 'none');
  const sample = clamp(Math.round(centre / STEP), 1, branch.n - 2);
  if (lesion.thrombus) out.clots.push({ branch, sample: Math.min(branch.n - 2, sample + 8) });
  if (lesion.perforation) out.leaks.push({ branch, sample });
  if (lesion.inStent) out.stents.push({ branch, from: Math.max(0, sample - 16), to: Math.min(branch.n - 1, sample + 16) });
  if (lesion.timi !== undefined && lesion.timi < 3) out.slowings.push({ branch, from: sample, factor: lesion.timi === 2 ? 0.4 : 0.12 });
  if (lesion.dissection) out.flaps.push({ branch, from: Math.max(1, sample - Math.round(length / STEP / 2)), to: Math.min(branch.n - 2, sample + Math.round(length / STEP)) });
  out.truth.push({ kind: lesion.inStent ? 'in-stent' : 'stenosis', segment, branch: branch.name, centre, length, stenosisPct: lesion.stenosisPct });
}

/** Cuts the lesions of a patient into a tree; those of the other system are passed over. */
export function applyLesions(tree: Tree, lesions: readonly Lesion[], seed: number): Applied {
  const out: Applied = { truth: [], blocks: [], rails: [], leaks: [], clots: [], stents: [], slowings: [], flaps: [], bridges: [] };
  lesions.forEach((lesion, index) => {
    const r = random(seed, `lesion ${index} ${lesion.segments.join('-')}`);
    const lesionSeed = stageSeed(seed, `lesion noise ${index}`);
    const first = lesion.segments[0];
    if (lesion.medina && lesion.segments.includes('5') && bifurcation(out, tree, lesion, lesionSeed, r)) return;
    if (first === undefined) return;
    const limbs = lesion.medina && medinaAt(tree, lesion.segments, lesion.medina, lesion.stenosisPct, lesionSeed);
    if (limbs) {
      for (const limb of limbs) {
        out.truth.push(limb.truth);
        addCalcium(out, r, limb.branch, limb.truth.centre, limb.truth.length, lesion.calcification ?? 'none');
      }
      return;
    }
    const range = segmentRange(tree, first);
    const at = lesion.at ?? r.between(0.35, 0.65);
    if (!range) return;
    const centre = (range.from + at * (range.to - range.from)) * STEP;
    if (lesion.stenosisPct >= 100) total(out, tree, lesion, range.branch, centre, r);
    else single(out, lesion, first, range.branch, centre, lesionSeed, r);
  });
  return out;
}
