import type { Projection } from './carm.ts';
import type { RenderedRun, RunSpec } from './run-spec.ts';
import { renderRun } from './run.ts';

/** Both planes of a biplane run: one beat, breath and injection, two angles, each detector with its own noise. */
export function renderPair(spec: RunSpec, second: Projection): readonly [RenderedRun, RenderedRun] {
  return [renderRun({ ...spec, plane: 'A' }), renderRun({ ...spec, plane: 'B', projection: second })];
}

/** What is true of a run as plain JSON, to be kept beside its file: seed, version, lesions, centrelines of every frame. */
export function truthRecord({ spec, truth }: RenderedRun): Record<string, unknown> {
  const lines = truth.centrelines.map((frame) => Object.fromEntries([...frame].map(([name, rows]) => [name, Array.from(rows, (v) => Math.round(v * 100) / 100)])));
  return {
    synthetic: true, version: truth.version, seed: spec.seed, run: spec.run, projection: spec.projection, label: truth.label, size: spec.size, bits: spec.bits ?? 8,
    timesMs: truth.timesMs, rWaveFrames: truth.rWaveFrames, heartRate: truth.heartRate, injectionFrame: truth.injectionFrame, shutter: truth.shutter,
    lesions: truth.lesions, lesionAt: truth.lesionAt,
    /** Per frame and branch: column, row and radius in pixels, three numbers a sample. */
    centrelines: lines,
  };
}
