import { STEP, restPoint, type Branch } from './branch.ts';
import { aorticRoot, type Catheter } from './devices.ts';
import { antegrade, retrograde, type Fillings } from './flow.ts';
import type { Heart } from './heart.ts';
import { curve } from './paths.ts';
import type { Graft } from './run-spec.ts';
import type { Tree } from './tree.ts';
import { add, along, mix, smoothstep, sub, unit, type Vec3 } from './vector.ts';

type Course = { readonly target: string; readonly share: number; readonly calibre: readonly [number, number]; readonly way: (heart: Heart, landing: Vec3) => Vec3[] };

const above = (heart: Heart, mm: number, off: Vec3): Vec3 => {
  const { centre, up } = aorticRoot(heart);
  return add(along(centre, up, mm), off);
};

/** Where a graft runs, mm, from its origin to its landing; the mammary artery beside the breastbone, vein grafts from the front of the aorta. */
const COURSES: Readonly<Record<Graft, Course>> = {
  'LIMA-LAD': { target: 'LAD', share: 0.5, calibre: [2.4, 1.9], way: (_, at) => [[26, -8, 128], [14, -46, 116], [4, -70, 92], add(at, [-16, -16, 50]), add(at, [-9, -12, 26]), add(at, [-3, -5, 9]), at] },
  'SVG-OM1': { target: 'OM1', share: 0.4, calibre: [4, 3.6], way: (h, at) => [above(h, 44, [4, -17, 0]), above(h, 50, [18, -30, 2]), above(h, 30, [46, -26, 0]), add(at, [3, -16, 26]), add(at, [3, -3, 8]), at] },
  'SVG-PDA': { target: 'PDA', share: 0.25, calibre: [4, 3.6], way: (h, at) => [above(h, 36, [-12, -14, 0]), above(h, 34, [-30, -26, -6]), add(above(h, 0, [-48, -22, -6]), [0, 0, -12]), add(at, [-34, -14, -6]), add(at, [-10, -4, -8]), at] },
};

export const graftSystem = (graft: Graft): 'LCA' | 'RCA' => (graft === 'SVG-PDA' ? 'RCA' : 'LCA');

/** The graft as a vessel: still at its origin, moving with what it is sewn to at its end. */
function graftBranch(heart: Heart, graft: Graft, target: Branch, landing: number): Branch {
  const { way, calibre } = COURSES[graft];
  const points = curve(way(heart, restPoint(target, landing)), STEP);
  const n = points.length;
  const make = (): Float32Array => new Float32Array(n);
  const b: Branch = { name: graft, segment: 'graft', kind: 'side', parent: null, parentAt: 0, n, s: make(), phi: make(), k: make(), arc: make(), radius: make(), healthy: make(), path: new Float32Array(9 * n) };
  points.forEach((p, i) => {
    const share = i / (n - 1);
    const follows = smoothstep(0.35, 1, share);
    b.arc[i] = i * STEP;
    b.radius[i] = b.healthy[i] = mix(calibre[0], calibre[1], share) / 2;
    for (let m = 0; m < 3; m++) {
      b.path[9 * i + m] = p[m] as number;
      b.path[9 * i + 3 + m] = follows * (target.path[9 * landing + 3 + m] as number);
      b.path[9 * i + 6 + m] = follows * (target.path[9 * landing + 6 + m] as number);
    }
  });
  return b;
}

/** The graft before the tree that it feeds, and when each fills from an injection into the graft. */
export function grafted(heart: Heart, graft: Graft, native: Tree): { tree: Tree; fillings: Fillings } {
  const { target: name, share } = COURSES[graft];
  const target = native.byName.get(name);
  if (!target) throw new Error(`no ${name} for a graft to land on`);
  const landing = Math.round(share * (target.n - 1));
  const own = graftBranch(heart, graft, target, landing);
  const fillings = antegrade([own], native.system, [], []);
  const t = fillings.get(own)?.arrival[own.n - 1] ?? 0;
  for (const [b, f] of retrograde(native.branches, [{ branch: target, sample: landing, t }], 120, 0.92, () => true)) fillings.set(b, f);
  return { tree: { system: native.system, branches: [own, ...native.branches], byName: new Map([...native.byName, [graft, own]]) }, fillings };
}

/** A catheter in the origin of the mammary artery, by way of the left subclavian artery. */
export function mammaryCatheter(ostium: Vec3, inner: Vec3): Catheter {
  const into = unit(sub(inner, ostium));
  const points = curve([along(ostium, into, 5), ostium, add(ostium, [-9, 12, 13]), [10, 34, 132], [12, 62, 84], [10, 66, 20], [10, 66, -60], [9, 65, -140], [8, 64, -240]], 1.2);
  return { points, follows: points.map(() => 0), outer: 1, inner: 0.72 };
}
