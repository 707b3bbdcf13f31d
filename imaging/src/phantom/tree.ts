import { branchFromRow, restPoint, sampleAt, type Branch, type Build } from './branch.ts';
import type { Heart } from './heart.ts';
import { random, stageSeed } from './random.ts';
import type { Anatomy } from './anatomy.ts';
import { leftRows, rightRows, veinRows, type BranchRow, type Dominance, type Variant } from './tree-table.ts';
import { growTwigs } from './twigs.ts';
import type { Vec3 } from './vector.ts';

export type System = 'LCA' | 'RCA';

/** All vessels of one injected system, parents before children; the first is the root. */
export type Tree = { readonly system: System; readonly branches: Branch[]; readonly byName: ReadonlyMap<string, Branch> };

export type TreeChoice = {
  seed: number;
  heart: Heart;
  dominance: Dominance;
  sex: 'male' | 'female';
  /** 0.8 straight … 2 very tortuous. */
  tortuosity: number;
  /** 0 healthy walls … 1 diffusely irregular. */
  diffuse: number;
  anatomy?: Anatomy;
};

function buildFor(choice: TreeChoice, name: string): Build {
  return {
    heart: choice.heart,
    seed: stageSeed(choice.seed, `branch ${name}`),
    tortuosity: choice.tortuosity,
    // Dodge 1992: women about 9 % narrower.
    calibre: (choice.sex === 'female' ? 0.91 : 1) * (1 + 0.05 * (random(choice.seed, 'calibre').next() * 2 - 1)),
    diffuse: choice.diffuse,
  };
}

export function rowBranch(choice: TreeChoice, tree: Pick<Tree, 'byName'>, row: BranchRow, landing?: readonly [number, number, number]): Branch {
  const parent = tree.byName.get(row.parent) ?? null;
  const parentAt = parent ? sampleAt(parent, row.at) : 0;
  return branchFromRow(buildFor(choice, row.name), row, { parent, parentAt }, landing);
}

/** What the patient's anatomy says, and what the seed says where it is silent. */
function variantOf({ seed, dominance, anatomy = {} }: TreeChoice): Variant {
  const r = random(seed, 'variant');
  const [ramus, wraps] = [r.chance(0.25), r.chance(0.75)];
  return {
    dominance, ramus: anatomy.ramus ?? ramus, lad: anatomy.lad ?? (wraps ? 'wrap-around' : 'apical'), leftMain: anatomy.leftMain ?? 'usual',
    rcaOrigin: anatomy.rcaOrigin ?? 'usual', circumflexFrom: anatomy.circumflexFrom ?? 'left',
  };
}

/** The tree of one system. The same seed gives the same tree whatever lesions are set later. */
export function buildTree(choice: TreeChoice, system: System): Tree {
  const variant = variantOf(choice);
  const byName = new Map<string, Branch>();
  const branches: Branch[] = [];
  for (const row of system === 'LCA' ? leftRows(variant) : rightRows(variant)) {
    const b = rowBranch(choice, { byName }, row);
    byName.set(row.name, b);
    branches.push(b);
  }
  const plan = { heart: choice.heart, seed: choice.seed, r: random(choice.seed, `twigs ${system}`) };
  const twigs = branches.filter((b) => b.name !== 'LM').flatMap((b) => growTwigs(plan, b));
  return { system, branches: [...branches, ...twigs], byName };
}

/** Veins, each from its periphery towards the coronary sinus. */
export const buildVeins = (choice: TreeChoice): Branch[] => veinRows().map((row) => rowBranch(choice, { byName: new Map() }, row));

/** Where the contrast enters: the first point of the root and the direction into the vessel. */
export function ostium(tree: Tree): { point: Vec3; inner: Vec3; root: Branch } {
  const root = tree.branches[0] as Branch;
  return { point: restPoint(root, 0), inner: restPoint(root, Math.min(root.n - 1, 8)), root };
}
