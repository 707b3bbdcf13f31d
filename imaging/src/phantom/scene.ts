import { restPoint, STEP, type Branch } from './branch.ts';
import { makeView, project, USUAL_GEOMETRY, type View } from './carm.ts';
import { blushGrids, leakPuffs, refluxPuffs, type Puff } from './clouds.ts';
import { bridge } from './bridging.ts';
import { collateralize } from './collaterals.ts';
import { aorticRoot, calcifiedValve, coronaryCatheter, pigtail, type Catheter } from './devices.ts';
import { antegrade, flowClock, makeWash, type Fillings, type Injection, type Wash } from './flow.ts';
import { grafted, mammaryCatheter } from './grafts.ts';
import { applyLesions, type Applied, type Lesion } from './lesions.ts';
import { random, stageSeed } from './random.ts';
import { makeRhythm, type Rhythm } from './rhythm.ts';
import { timesOf, type RunSpec } from './run-spec.ts';
import { makeChest, type Chest } from './solids.ts';
import { lowCell } from './tone.ts';
import { buildTree, buildVeins, ostium, type Tree, type TreeChoice } from './tree.ts';
import { along, sub, unit, type Vec3 } from './vector.ts';
import type { Squeeze } from './vessels.ts';

/** All that a run shows, built once; frames are this at a time t. */
export type Scene = {
  readonly spec: RunSpec;
  readonly seed: number;
  readonly view: View;
  readonly chest: Chest;
  readonly rhythm: Rhythm;
  readonly tree: Tree;
  /** Every branch that may fill, parents before children. */
  readonly branches: readonly Branch[];
  readonly fillings: Fillings;
  readonly applied: Applied;
  readonly squeezes: readonly Squeeze[];
  readonly injection: Injection;
  readonly wash: Wash;
  readonly catheter: Catheter;
  readonly ostium: Vec3;
  readonly puffs: readonly Puff[];
  readonly leakSeeds: readonly Puff[];
  readonly blush: readonly [Float32Array, Float32Array] | null;
  /** A plane for work within a frame. */
  readonly spare: Float32Array;
  readonly valve: readonly { points: Vec3[]; radius: number }[];
};

const VEIN_STRENGTH = 0.3;

function treeChoice(spec: RunSpec, chest: Chest): TreeChoice {
  const { sex, tortuosity = 1, diffuse = 0, anatomy = {} } = spec.patient;
  return { seed: spec.seed, heart: chest.heart, dominance: spec.dominance, sex, tortuosity, diffuse, anatomy };
}

function middleOf(view: View, branches: readonly Branch[]): { x: number; y: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const b of branches) {
    for (let i = 0; i < b.n; i += 6) {
      const p = project(view, restPoint(b, i));
      [left, right, top, bottom] = [Math.min(left, p.x), Math.max(right, p.x), Math.min(top, p.y), Math.max(bottom, p.y)];
    }
  }
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Pans the table so that the vessels lie near the middle, as an operator does. */
function pannedView(spec: RunSpec, tree: Tree, chest: Chest, seed: number): View {
  const root = aorticRoot(chest.heart);
  const r = random(seed, 'table');
  const geometry = { ...USUAL_GEOMETRY, sod: USUAL_GEOMETRY.sod + r.between(-12, 22), pitchAt512: r.between(0.3, 0.325) };
  const plain = makeView(spec.projection, spec.size, geometry, 0, 0);
  // The main vessels count most: side branches may leave the picture, the RCA's bend may not.
  const main = spec.system === 'AO' ? project(plain, along(root.centre, root.up, 22)) : middleOf(plain, [...tree.byName.values()].filter((b) => b.kind === 'main'));
  const all = middleOf(plain, [...tree.byName.values()]);
  const unitPx = spec.size / 512;
  const centre = (m: number, a: number): number => 0.88 * (spec.size / 2 - (0.6 * m + 0.4 * a));
  const panX = centre(main.x, all.x) + r.between(-12, 12) * unitPx;
  const panY = centre(main.y, all.y) + r.between(-2, 18) * unitPx;
  return makeView(spec.projection, spec.size, geometry, panX, panY);
}

function addVeins(choice: TreeChoice, fillings: Fillings): Branch[] {
  const veins = buildVeins(choice);
  for (const v of veins) {
    const total = v.arc[v.n - 1] as number;
    const strength = Float32Array.from(v.arc, (a) => VEIN_STRENGTH * Math.min(1, a / 18, (total - a) / 22));
    fillings.set(v, { arrival: Float32Array.from(v.arc, (a) => 2.4 + a / 110), strength });
  }
  return veins;
}

type Vessels = { tree: Tree; branches: Branch[]; fillings: Fillings; applied: Applied };

function vesselsOf(spec: RunSpec, choice: TreeChoice, tree: Tree): Vessels {
  const applied = applyLesions(tree, spec.lesions, spec.seed);
  const fillings = antegrade(tree.branches, tree.system, applied.blocks, applied.slowings);
  const branches = [...tree.branches];
  for (const block of applied.bridges) branches.push(...bridge(choice.heart, tree.branches, fillings, block, spec.seed));
  for (const lesion of blockedElsewhere(spec, tree)) {
    const recipient = buildTree(choice, tree.system === 'LCA' ? 'RCA' : 'LCA');
    applyLesions(recipient, spec.lesions, spec.seed);
    const extra = collateralize(choice, tree, fillings, recipient, lesion);
    branches.push(...extra.branches);
    for (const [b, f] of extra.fillings) fillings.set(b, f);
  }
  if (tree.system === 'LCA') branches.push(...addVeins(choice, fillings));
  return { tree, branches, fillings, applied };
}

/** Total occlusions of the other system that fill from this one. */
function blockedElsewhere(spec: RunSpec, tree: Tree): Lesion[] {
  const there = tree.system === 'LCA' ? ['1', '2', '3'] : ['6', '7', '8'];
  return spec.lesions.filter((l) => l.stenosisPct >= 100 && (l.rentrop ?? 0) > 0 && there.includes(l.segments[0] ?? ''));
}

/** An injected graft and the native vessels that fill from its landing. */
function graftVessels(spec: RunSpec, graft: NonNullable<RunSpec['graft']>, native: Tree, chest: Chest): Vessels {
  const applied = applyLesions(native, spec.lesions, spec.seed);
  const { tree, fillings } = grafted(chest.heart, graft, native);
  return { tree, branches: [...tree.branches], fillings, applied };
}

/** The middle LAD under its muscle bridge. */
function squeezesOf(spec: RunSpec, tree: Tree): Squeeze[] {
  const [degree = 0, branch] = [spec.patient.anatomy?.bridge, tree.byName.get('LAD')];
  if (degree <= 0 || !branch) return [];
  return [{ branch, from: Math.round(0.36 * branch.n), to: Math.round(0.5 * branch.n), degree }];
}

/** Both systems, filled faintly and late from the root. */
function rootVessels(spec: RunSpec, choice: TreeChoice, left: Tree): Vessels {
  const right = buildTree(choice, 'RCA');
  const applied = applyLesions(left, spec.lesions, spec.seed);
  const fillings: Fillings = new Map();
  for (const [tree, system] of [[left, 'LCA'], [right, 'RCA']] as const) {
    for (const [b, f] of antegrade(tree.branches, system, applied.blocks, applied.slowings)) {
      fillings.set(b, { arrival: f.arrival.map((x) => x + 0.3), strength: f.strength.map(() => 0.34) });
    }
  }
  return { tree: left, branches: [...left.branches, ...right.branches], fillings, applied };
}

function vesselsIn(spec: RunSpec, choice: TreeChoice, native: Tree, chest: Chest): Vessels {
  if (spec.system === 'AO') return rootVessels(spec, choice, native);
  return spec.graft ? graftVessels(spec, spec.graft, native, chest) : vesselsOf(spec, choice, native);
}

function catheterOf(spec: RunSpec, chest: Chest, door: { point: Vec3; inner: Vec3 }): Catheter {
  const access = spec.access ?? 'femoral';
  if (spec.system === 'AO') return pigtail(chest.heart, access);
  if (spec.graft === 'LIMA-LAD') return mammaryCatheter(door.point, door.inner);
  return coronaryCatheter(chest.heart, door.point, door.inner, { french: spec.french ?? 6, access, right: spec.system === 'RCA' });
}

export function makeScene(spec: RunSpec): Scene {
  const seed = stageSeed(spec.seed, `run ${spec.run}`);
  const chest = makeChest(spec.seed, spec.patient.vigour ?? 1, spec.patient.girth ?? 1);
  const choice = treeChoice(spec, chest);
  const native = buildTree(choice, spec.system === 'RCA' ? 'RCA' : 'LCA');
  const seconds = ((timesOf(spec).at(-1) ?? 0) + spec.frameMs) / 1000;
  const r = random(seed, 'injection');
  const rhythm = makeRhythm(seed, { heartRate: spec.patient.heartRate ?? 70, seconds, breathDepthMm: spec.breathMm ?? r.between(0.5, 3) });
  // The second plane is another detector: its own panning and noise, the same heart at the same moment.
  const planeSeed = spec.plane === 'B' ? stageSeed(seed, 'plane B') : seed;
  const view = pannedView(spec, native, chest, planeSeed);
  const { tree, branches, fillings, applied } = vesselsIn(spec, choice, native, chest);
  const system = spec.system === 'RCA' ? 'RCA' : 'LCA';
  const strength = spec.injection === false ? 0 : 1;
  const injection = { start: r.between(0.42, 0.62), duration: spec.system === 'AO' ? 1.4 : r.between(1.8, 2.5), strength };
  const wash = makeWash(injection, flowClock(rhythm, system, seconds + 1), rhythm, stageSeed(seed, 'streaming'));
  const door = ostium(tree);
  const { up } = aorticRoot(chest.heart);
  const catheter = catheterOf(spec, chest, door);
  const grid = spec.size / lowCell(spec.size);
  const valveNoise = random(spec.seed, 'valve');
  return {
    spec, seed: planeSeed, view, chest, rhythm, tree, branches, fillings, applied, injection, wash, catheter, squeezes: squeezesOf(spec, tree),
    ostium: door.point,
    puffs: refluxPuffs(door.point, unit(sub(door.inner, door.point)), up, random(seed, 'reflux')),
    leakSeeds: leakPuffs(random(seed, 'leak')),
    blush: spec.system === 'AO' ? null : blushGrids(chest.heart, view, grid, spec.system, random(spec.seed, 'blush')),
    spare: new Float32Array(spec.system === 'AO' ? spec.size * spec.size : 0),
    valve: spec.patient.bicuspidCalcifiedValve ? calcifiedValve(chest.heart, () => valveNoise.between(-1, 1)) : [],
  };
}

/** How far the root has moved from its rest place, mm. */
export function rootMotion(scene: Scene, c: number, drop: number): Vec3 {
  const root = scene.tree.branches[0] as Branch;
  const i = Math.min(root.n - 1, Math.round(1 / STEP));
  const at = (m: number): number => c * (root.path[9 * i + 3 + m] as number) + c * c * (root.path[9 * i + 6 + m] as number);
  return [at(0), at(1), at(2) - drop];
}
