import type { Anatomy } from './anatomy.ts';
import type { Projection } from './carm.ts';
import type { Access } from './devices.ts';
import type { LesionTruth } from './lesion-truth.ts';
import type { Lesion } from './lesions.ts';
import type { Style } from './tone.ts';
import type { Dominance } from './tree-table.ts';

/** Raised whenever a constant changes the pictures of a given seed. */
export const PHANTOM_VERSION = 1;

export type Graft = 'LIMA-LAD' | 'SVG-OM1' | 'SVG-PDA';

export type PhantomPatient = {
  readonly sex: 'male' | 'female';
  /** Scale of the chest, 0.85–1.2. */
  readonly girth?: number;
  /** Vigour of contraction: 1 normal, 0.4–0.6 poor, 1.2 brisk. */
  readonly vigour?: number;
  /** 0.8 straight vessels … 2 very tortuous. */
  readonly tortuosity?: number;
  /** 0 smooth walls … 1 diffusely irregular. */
  readonly diffuse?: number;
  readonly heartRate?: number;
  readonly sternalWires?: boolean;
  readonly bicuspidCalcifiedValve?: boolean;
  readonly anatomy?: Anatomy;
  /** Things that lie over the picture and are no vessel. */
  readonly electrodes?: boolean;
  readonly pacingLead?: boolean;
  readonly valveRing?: boolean;
};

/** Everything one run follows from. The same spec gives the same bytes. */
export type RunSpec = {
  /** The patient: tree, heart, chest. */
  readonly seed: number;
  /** The run within the patient: phase, breath, panning, noise. */
  readonly run: number;
  readonly patient: PhantomPatient;
  readonly projection: Projection;
  /** AO is an aortogram from the root. */
  readonly system: 'LCA' | 'RCA' | 'AO';
  /** The graft that is injected in place of `system`; what it lands on fills from there, in `system`'s tree. */
  readonly graft?: Graft;
  readonly dominance: Dominance;
  readonly lesions: readonly Lesion[];
  readonly frames: number;
  readonly frameMs: number;
  /** Rows and columns: a multiple of 128 from 512 on, of 4 from 128 on, else of 2. */
  readonly size: number;
  readonly style: Style;
  /** False renders the same run with no contrast at all, to measure the true contrast by subtraction. */
  readonly injection?: boolean;
  readonly access?: Access;
  readonly french?: 5 | 6 | 7;
  /** A coronary wire in the branch named, through open or closed lumen, up to this share of its length. */
  readonly wire?: { readonly branch: string; readonly to: number };
  /** 1,500 noisy, 3,600 usual, 5,200 quiet. */
  readonly quanta?: number;
  readonly breathMm?: number;
  /** Edge enhancement: 0.5 soft, 0.8–1.2 as a laboratory that likes it hard. */
  readonly edgeGain?: number;
  /** The small one blurs by half as much; left out, the large. */
  readonly focalSpot?: 'small' | 'large';
  /** Stored bits: 8 as displayed, 10 or 12 on the same curve without its rounding. */
  readonly bits?: 8 | 10 | 12;
  /** Milliseconds between neighbouring frames, one fewer than frames, in place of `frameMs`: a rate that changes within the run. */
  readonly intervalsMs?: readonly number[];
  /** Two moments 4 ms apart, as a pulse of 6 ms blurs what moves. */
  readonly motionBlur?: boolean;
  /** A wedge filter over the lung. */
  readonly wedge?: boolean;
  /** One of two planes taken together: same beat, breath and injection, another angle. */
  readonly plane?: 'A' | 'B';
};

/** Centrelines of the named branches: column, row, radius in pixels for every fourth sample. */
export type Centrelines = ReadonlyMap<string, Float32Array>;

export type RunTruth = {
  readonly version: number;
  /** Milliseconds from the first frame to each. */
  readonly timesMs: readonly number[];
  readonly label: string;
  readonly lesions: readonly LesionTruth[];
  /** Per frame. */
  readonly centrelines: readonly Centrelines[];
  /** Column and row of each lesion's centre, per frame. */
  readonly lesionAt: readonly (readonly (readonly [number, number])[])[];
  /** Frames nearest to an R wave, from 0. */
  readonly rWaveFrames: readonly number[];
  readonly heartRate: number;
  /** First frame of the injection, or −1. */
  readonly injectionFrame: number;
  /** Mean line integral of the open, unopacified picture. */
  readonly meanAttenuation: number;
  readonly shutter: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
};

/** `frames` as displayed, 8 bits; `deep` the stored values where there are more bits. */
export type RenderedRun = { readonly spec: RunSpec; readonly frames: Uint8Array[]; readonly deep?: Uint16Array[]; readonly truth: RunTruth };

/** Milliseconds from the first frame to each. */
export const timesOf = ({ frames, frameMs, intervalsMs }: Pick<RunSpec, 'frames' | 'frameMs' | 'intervalsMs'>): number[] => {
  const times = [0];
  for (let f = 1; f < frames; f++) times.push(intervalsMs ? (times[f - 1] as number) + (intervalsMs[f - 1] ?? frameMs) : f * frameMs);
  return times;
};
