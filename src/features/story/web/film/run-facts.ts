// What the header of a run told beyond its view, as far as the viewer uses it.

import type { RunView } from '../../rules/present.ts';

const numbers = (value: unknown): readonly number[] => (Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : []);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const positive = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);

export type RunFacts = {
  readonly instance: string;
  /** Instances this one refers to: for a plane of a biplane run, the other plane. */
  readonly refersTo: readonly string[];
  readonly study: string;
  readonly acquisition: number | undefined;
  readonly rWavesMs: readonly number[];
  /** Seen from inside a vessel: IVUS or OCT. */
  readonly intravascular: boolean;
  /** Speed of a motor's pullback in mm a second; undefined when the file does not tell it. */
  readonly pullbackMmPerS: number | undefined;
  readonly colour: boolean;
};

export const factsOf = ({ sidecar: s }: Pick<RunView, 'sidecar'>): RunFacts => ({
  instance: text(s.instanceUid), refersTo: texts(s.refersTo), study: text(s.studyUid), acquisition: positive(s.acquisitionNumber),
  rWavesMs: numbers(s.rWaveTimesMs),
  intravascular: ['IVUS', 'IVOCT', 'OCT'].includes(text(s.modality)),
  pullbackMmPerS: positive(s.pullbackMmPerS),
  colour: s.samplesPerPixel === 3 || s.photometric === 'PALETTE COLOR',
});

/** A moving X-ray picture: what may be compared by projection and played in step. */
export const isAngiogram = (run: RunView): boolean => run.kind === 'xa' && run.frames > 1;

/** A frame of it can be taken away from the others. */
export const isGreyFilm = (run: RunView): boolean => isAngiogram(run) && !factsOf(run).colour;

/** Where the catheter's tip is at a frame, mm from where the pullback began; undefined when the speed is not known. */
export const pullbackMm = ({ sidecar }: Pick<RunView, 'sidecar'>, timesMs: readonly number[], frame: number): number | undefined => {
  const { intravascular, pullbackMmPerS } = factsOf({ sidecar });
  return intravascular && pullbackMmPerS !== undefined ? (pullbackMmPerS * (timesMs[frame] ?? 0)) / 1000 : undefined;
};
