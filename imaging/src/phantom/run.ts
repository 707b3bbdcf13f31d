import type { Branch } from './branch.ts';
import { projectionLabel } from './carm.ts';
import { makeChestDetail } from './chest-detail.ts';
import { blushLevel } from './clouds.ts';
import type { LesionTruth } from './lesion-truth.ts';
import { makeNoise } from './noise.ts';
import { paintMoment, type MomentPainted } from './moving.ts';
import { blur, smooth121 } from './planes.ts';
import { random } from './random.ts';
import { castRays } from './rays.ts';
import { PHANTOM_VERSION, timesOf, type Centrelines, type RenderedRun, type RunSpec, type RunTruth } from './run-spec.ts';
import { makeScene, type Scene } from './scene.ts';
import { makeShutter } from './shutter.ts';
import { chestSolids } from './solids.ts';
import { makeTone, type Layers } from './tone.ts';
import { makeTubePainter, type TubePainter } from './tube-painter.ts';
import { STEP } from './branch.ts';
import type { Seen } from './vessels.ts';
import { addWedge, liftedDark } from './wedge.ts';
import { paintOverlays } from './overlays.ts';

const FULL_BREATH = 8;

/** Line integrals of the chest at contraction 0 and 1, breath 0 and 8 mm, on the low grid. */
function chestStates(scene: Scene, grid: number): Float32Array[] {
  return [0, 1].flatMap((c) =>
    [0, FULL_BREATH].map((breath) => {
      const out = new Float32Array(grid * grid);
      castRays(scene.view, chestSolids(scene.chest, c * Math.min(1, scene.chest.heart.vigour), breath), grid, out);
      blur(out, grid, (2.3 * grid) / 128);
      if (scene.spec.style === 'LIN') liftedDark(out);
      return out;
    }),
  );
}

/** The chest between its four states, with the myocardial blush on top. */
function mixBackground(scene: Scene, states: readonly Float32Array[], out: Float32Array, c: number, breath: number, t: number): void {
  const b = breath / FULL_BREATH;
  const weights = [(1 - c) * (1 - b), (1 - c) * b, c * (1 - b), c * b] as const;
  const [s0, s1, s2, s3] = states as [Float32Array, Float32Array, Float32Array, Float32Array];
  const blush = scene.blush;
  const level = scene.injection.strength * blushLevel(t - scene.injection.start, scene.injection.duration);
  for (let i = 0; i < out.length; i++) {
    let p = weights[0] * (s0[i] as number) + weights[1] * (s1[i] as number) + weights[2] * (s2[i] as number) + weights[3] * (s3[i] as number);
    if (blush && level > 0) p += level * ((1 - c) * (blush[0][i] as number) + c * (blush[1][i] as number));
    out[i] = p;
  }
}

function centrelines(scene: Scene, painted: MomentPainted): Centrelines {
  const out = new Map<string, Float32Array>();
  for (const [name, b] of scene.tree.byName) {
    const where = painted.seen.get(b) as Seen;
    const rows = new Float32Array(3 * Math.ceil(b.n / 4));
    for (let i = 0, o = 0; i < b.n; i += 4, o += 3) {
      rows[o] = where.x[i] as number;
      rows[o + 1] = where.y[i] as number;
      rows[o + 2] = (b.radius[i] as number) * (where.scale[i] as number);
    }
    out.set(name, rows);
  }
  return out;
}

function lesionPlace(scene: Scene, painted: MomentPainted, lesion: LesionTruth): readonly [number, number] {
  const b = scene.tree.byName.get(lesion.branch) as Branch;
  const where = painted.seen.get(b) as Seen;
  const i = Math.min(b.n - 1, Math.round(lesion.centre / STEP));
  return [where.x[i] as number, where.y[i] as number];
}

function meanOf(plane: Float32Array): number {
  let sum = 0;
  for (const v of plane) sum += v;
  return sum / plane.length;
}

/** The mean of the moment painted and the one 4 ms on. */
function averageWith(scene: Scene, painter: TubePainter, plane: Float32Array, spare: Float32Array, t: number): void {
  paintMoment(scene, painter, spare, t + 0.004);
  for (let i = 0; i < plane.length; i++) plane[i] = 0.5 * ((plane[i] as number) + (spare[i] as number));
}

/** The frame nearest to a time; before the first or behind the last a number outside the run. */
function nearestFrame(timesMs: readonly number[], ms: number, frameMs: number): number {
  if (ms < -frameMs / 2) return -1;
  const last = timesMs.at(-1) ?? 0;
  if (ms >= last + frameMs / 2) return timesMs.length;
  return timesMs.reduce((best, at, f) => (Math.abs(at - ms) < Math.abs((timesMs[best] as number) - ms) ? f : best), 0);
}

const firstFrom = (timesMs: readonly number[], ms: number): number => {
  const f = timesMs.findIndex((at) => at >= ms);
  return f < 0 ? timesMs.length : f;
};

/**
 * Renders a run: frames of size² bytes and what is true about them. 512² takes about 40 ms a frame on one
 * core. The background, noise and shutter depend on seed, run, patient, projection and size only, never on
 * lesions or injection.
 */
export function renderRun(spec: RunSpec): RenderedRun {
  const scene = makeScene(spec);
  const { size } = spec;
  const tone = makeTone({ size, style: spec.style, quanta: spec.quanta ?? 3600, scatterFraction: 0.37, edgeGain: spec.edgeGain ?? 0.5, bits: spec.bits ?? 8 });
  const states = chestStates(scene, tone.grid);
  const detail = makeChestDetail(scene.view, scene.chest, { seed: spec.seed, sternalWires: spec.patient.sternalWires ?? false });
  const shutter = makeShutter(size, spec.style, random(scene.seed, 'shutter'));
  const noise = makeNoise(scene.seed, size);
  const painter = makeTubePainter(size);
  const spare = new Float32Array(size * size);
  const layers: Layers = { background: new Float32Array(tone.grid ** 2), ...detail, lungRows: 0, lungColumns: 0, moving: new Float32Array(size * size) };
  mixBackground(scene, states, layers.background, 0, 0, -10);
  if (spec.wedge) addWedge(layers.fixed, spec.size, layers.background, tone.grid, random(scene.seed, 'wedge'));
  paintOverlays(scene, painter, layers.fixed);
  tone.expose(layers);
  const meanAttenuation = meanOf(layers.background);
  const frames: Uint8Array[] = [];
  const deep: Uint16Array[] = [];
  const timesMs = timesOf(spec);
  const blurred = spec.motionBlur ? new Float32Array(size * size) : null;
  const lines: Centrelines[] = [];
  const lesionAt: (readonly (readonly [number, number])[])[] = [];
  for (let f = 0; f < spec.frames; f++) {
    const t = (timesMs[f] as number) / 1000;
    const painted = paintMoment(scene, painter, layers.moving, t);
    if (blurred) averageWith(scene, painter, layers.moving, blurred, t);
    smooth121(layers.moving, size, size >= 256 && spec.focalSpot !== 'small' ? 2 : 1, spare);
    mixBackground(scene, states, layers.background, painted.moment.c, painted.breath, t);
    layers.lungRows = (0.8 * painted.breath * size) / 512 / 0.21;
    layers.lungColumns = size >= 512 ? Math.round(painted.moment.c) : 0;
    const developed = tone.develop(layers, noise.next(), shutter.mask);
    frames.push(developed.shown);
    if (developed.stored) deep.push(developed.stored);
    lines.push(centrelines(scene, painted));
    lesionAt.push(scene.applied.truth.map((lesion) => lesionPlace(scene, painted, lesion)));
  }
  const truth: RunTruth = {
    version: PHANTOM_VERSION,
    timesMs,
    label: projectionLabel(spec.projection),
    lesions: scene.applied.truth,
    centrelines: lines,
    lesionAt,
    rWaveFrames: scene.rhythm.rWaves.map((r) => nearestFrame(timesMs, 1000 * r, spec.frameMs)).filter((f) => f >= 0 && f < spec.frames),
    heartRate: spec.patient.heartRate ?? 70,
    injectionFrame: scene.injection.strength > 0 ? firstFrom(timesMs, 1000 * scene.injection.start) : -1,
    meanAttenuation,
    shutter: { left: shutter.left, right: shutter.right, top: shutter.top, bottom: shutter.bottom },
  };
  return { spec, frames, ...(deep.length > 0 ? { deep } : {}), truth };
}
