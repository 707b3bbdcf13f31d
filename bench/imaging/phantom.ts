// The phantom by the figures that a real coronary cine gives: grey, noise, gradients, contrast, edges, motion; each beside the real cine where that is
// at hand, else beside what was measured on it once.

import { edgeWidth, measureCine, vesselContrast, type CineMeasures } from '../../imaging/src/phantom/measure.ts';
import type { RenderedRun, RunSpec } from '../../imaging/src/phantom/run-spec.ts';
import { renderRun } from '../../imaging/src/phantom/run.ts';
import { type Figure, median, round } from '../figure.ts';
import { realCine } from './real-cine.ts';

/** Measured on the real cine: 96 frames of an RCA in a LAO view, an image intensifier, JPEG-compressed. */
const PUBLISHED: CineMeasures = {
  percentiles: [27, 30, 40, 65, 118, 213, 235], noise: [1.06, 1.11, 1.2], spatial: [0.71, 0.4, 0.18], temporal: [0.45, 0.74], gradient: [0.9, 3.5, 13], difference: [1.2, 1.8, 3],
};
/** Pixels a millimetre at the heart. */
const PER_MM = 4.6;

const RCA: RunSpec = {
  seed: 11, run: 1, patient: { sex: 'male' }, projection: { primary: 40, secondary: 0 }, system: 'RCA', dominance: 'right', lesions: [], frames: 40, frameMs: 33.33, size: 512, style: 'log',
};
/** The two laboratories: a flat panel with a hard logarithmic picture, an image intensifier with a linear one. */
const STYLES = { log: { style: 'log', quanta: 7200, edgeGain: 0.9, focalSpot: 'small' }, LIN: { style: 'LIN', quanta: 6400, edgeGain: 0.7, focalSpot: 'small' } } as const;
/** Frames of full filling. */
const FILLED = [30, 33, 36, 39] as const;

const RANGES = [{ name: 'proximal', share: 0.15, real: 8.6 }, { name: 'middle', share: 0.5, real: 8.6 }, { name: 'distal', share: 0.95, real: 11.1 }] as const;

type Range = readonly [low: number, high: number];

const pointsOf = (run: RenderedRun, frame: number, shares: readonly number[]) => {
  const line = run.truth.centrelines[frame]?.get('RCA') ?? new Float32Array();
  return shares.map((share) => {
    const i = 3 * Math.max(1, Math.floor(share * (line.length / 3 - 2)));
    return { x: line[i] as number, y: line[i + 1] as number, tx: (line[i + 3] as number) - (line[i - 3] as number), ty: (line[i + 4] as number) - (line[i - 2] as number) };
  });
};

/** Contrast, contrast to noise, and edges over the middle of the RCA, against the twin rendered without injection. */
const vessel = (run: RenderedRun, twin: RenderedRun, noise: number) => {
  const places = FILLED.flatMap((f) => pointsOf(run, f, [0.2, 0.3, 0.4, 0.5, 0.6]).map((at) => ({ at, filled: run.frames[f] as Uint8Array, empty: twin.frames[f] as Uint8Array })));
  const contrast = places.map(({ at, filled, empty }) => vesselContrast(filled, empty, 512, at.x, at.y));
  const grey = places.map(({ at, filled, empty }) => (empty[Math.round(at.y) * 512 + Math.round(at.x)] as number) - (filled[Math.round(at.y) * 512 + Math.round(at.x)] as number));
  return { contrast: median(contrast), toNoise: median(grey) / noise, edge: median(places.map(({ at, filled, empty }) => edgeWidth(filled, empty, 512, at)).filter((w) => w > 0)) };
};

/** Millimetres that a part of the RCA moves over the run, along the larger axis of the picture. */
const rangeAt = (run: RenderedRun, share: number): number => {
  const points = run.truth.centrelines.map((_, f) => pointsOf(run, f, [share])[0] as { x: number; y: number });
  const span = (pick: (p: { x: number; y: number }) => number): number => Math.max(...points.map(pick)) - Math.min(...points.map(pick));
  return Math.max(span((p) => p.x), span((p) => p.y)) / PER_MM;
};

const shade = (run: RenderedRun): [number, number] => {
  const f = run.frames[1] as Uint8Array;
  const mean = (from: number, to: number): number => {
    let [sum, n] = [0, 0];
    for (let y = 120; y < 400; y += 2) for (let x = from; x < to; x += 2, n++) sum += f[y * 512 + x] as number;
    return sum / n;
  };
  return [mean(40, 240), mean(330, 490)];
};

export const phantom = async (): Promise<Figure[]> => {
  const real = await realCine();
  const peer = real ? measureCine(real.frames.slice(28, 68), 512) : PUBLISHED;
  const besideOf = real ? 'the real cine' : 'the real cine, as published';
  const figures: Figure[] = [];
  for (const style of ['log', 'LIN'] as const) {
    const spec = { ...RCA, ...STYLES[style] };
    const run = renderRun(spec);
    const twin = renderRun({ ...spec, injection: false });
    const m = measureCine(run.frames.slice(20), 512);
    const add = (name: string, unit: string, value: number, beside: number | null, [low, high]: Range, note?: string): void => void figures.push({
      name: `phantom ${style}: ${name}`, unit, value: round(value), ...(beside === null ? {} : { beside: { name: besideOf, value: round(beside) }, ratio: round(value / beside) }),
      bar: high === Number.POSITIVE_INFINITY ? { at: low, is: 'at least', of: 'value' } : { at: low, to: high, is: 'between', of: 'value' }, ...(note ? { note } : {}),
    });
    const [, p5 = 0, , , , p95 = 0] = m.percentiles;
    add('grey from the 5th to the 95th per cent', 'levels', p95 - p5, (peer.percentiles[5] as number) - (peer.percentiles[1] as number), [style === 'log' ? 110 : 150, Number.POSITIVE_INFINITY]);
    for (const [i, band] of ['64–95', '96–127', '128–159'].entries()) add(`noise σ at grey ${band}`, 'levels', m.noise[i] as number, peer.noise[i] as number, [0.8, 2.2]);
    add(`noise at 128–159 over that at 64–95, ${style === 'log' ? 'falling' : 'rising'} with grey`, '', m.noise[2] / m.noise[0], peer.noise[2] / peer.noise[0], style === 'log' ? [0, 1] : [1, 3]);
    add('likeness of noise one pixel on', '', m.spatial[0], peer.spatial[0], [0.6, 0.8]);
    add('likeness of noise two pixels on', '', m.spatial[1], peer.spatial[1], [0.25, 0.45]);
    add('change in one frame over that in three', '', m.temporal[0], peer.temporal[0], [0.4, 0.65]);
    for (const [i, q] of [50, 90, 99].entries()) add(`gradient, ${q} per cent`, 'levels/px', m.gradient[i] as number, peer.gradient[i] as number, [(peer.gradient[i] as number) / 1.7, (peer.gradient[i] as number) * 1.7]);
    for (const [i, q] of [10, 50, 90].entries()) add(`difference of frames, ${q} per cent`, 'levels', m.difference[i] as number, peer.difference[i] as number, [(peer.difference[i] as number) / 1.6, (peer.difference[i] as number) * 1.6]);
    const seen = vessel(run, twin, m.noise[1]);
    add('contrast of the RCA', '', seen.contrast, 0.33, [0.25, 0.4], 'the real cine: 0.29 proximal, 0.36 middle, measured once');
    add('contrast to noise, middle RCA', '', seen.toNoise, 50, [25, 60], 'the real cine: about 50, measured once');
    add('edge of the RCA, 10 to 90 per cent', 'px', seen.edge, 3.5, [3, 5], 'the real cine: 3–4, measured once');
    if (style === 'log') {
      for (const { name, share, real: beside } of RANGES) add(`range of the ${name} RCA over a beat`, 'mm', rangeAt(run, share), beside, [5, 11], 'the real cine: 32, 32, 41 px at about 3.7 a millimetre, measured once');
    }
    const [left, right] = shade(twin);
    add('right half of a LAO view over its left half', '', right / left, null, [0, 0.8], 'the spine lies there');
  }
  return figures;
};
