import { type Cuts, resolutionCuts } from '../codestream/resolution-cuts.ts';
import { sha256Hex } from '../hash.ts';
import type { DataSet } from '../dicom/data-set.ts';
import type { ImageShape } from '../dicom/image.ts';
import { TAG } from '../dicom/tags.ts';
import { transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { codeOf, numberOf, numbersOf } from '../dicom/values.ts';
import type { ByteRange } from '../dicom/write.ts';
import { isCapture, type Modality } from './allow/kinds.ts';

export type Region = {
  readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number;
  /** RegionSpatialFormat: 1 2-D, 2 M-mode, 3 spectral, 4 waveform, 5 graphics (PS3.3 section C.8.5.5.1.1). */
  readonly spatialFormat: number;
  readonly deltaX: number | null; readonly deltaY: number | null;
  /** 3 = centimetres (C.8.5.5.1.15). */
  readonly unitsX: number | null; readonly unitsY: number | null;
};

/** Where a frame's times came from, best first; `assumed` is said to the reader. */
export type Timing = 'vector' | 'frame-time' | 'cine-rate' | 'assumed' | 'still';

/** What a player needs to fetch and show any frame of a clean file without reading its header. Holds no identifier of the source. */
export type Sidecar = ImageShape & {
  readonly version: 1;
  readonly modality: Modality;
  readonly sopClass: string;
  /** A copy of a screen or a photograph, where text in the pixels is the rule. */
  readonly capture: boolean;
  readonly burnedIn: 'NO' | 'YES' | 'unknown';
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly instanceUid: string;
  readonly seriesNumber: number | null;
  readonly acquisitionNumber: number | null;
  readonly instanceNumber: number | null;
  readonly transferSyntax: string;
  readonly bytes: number;
  /** One a frame, absolute in the file. */
  readonly offsets: readonly ByteRange[];
  /** Of frames laid out by resolution (HTJ2K): bytes of each frame that hold an eighth, a quarter and half of its size. */
  readonly cuts?: readonly Cuts[];
  /** From the first frame, which is 0. */
  readonly frameTimesMs: readonly number[];
  readonly timing: Timing;
  readonly rWaveTimesMs: readonly number[];
  /** Instances it refers to (0008,1140), by their replaced UIDs: the other plane of a biplane run. */
  readonly refersTo: readonly string[];
  /** Speed of a motor's pullback inside a vessel, mm a second; null when not said. */
  readonly pullbackMmPerS: number | null;
  /** LAO + / RAO −, degrees; null when not said. */
  readonly primaryAngle: number | null;
  /** Cranial + / caudal −. */
  readonly secondaryAngle: number | null;
  readonly window: { readonly center: number; readonly width: number; readonly shape: 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID' } | null;
  readonly rescale: { readonly slope: number; readonly intercept: number } | null;
  /** Row spacing, column spacing, mm in the patient. */
  readonly pixelSpacing: readonly [number, number] | null;
  /** How the spacing in the patient was calibrated (0028,0A02); null when not said: then it may be the detector's. */
  readonly pixelSpacingType: 'GEOMETRY' | 'FIDUCIAL' | null;
  /** Row spacing, column spacing, mm at the detector. */
  readonly imagerPixelSpacing: readonly [number, number] | null;
  readonly sourceToDetectorMm: number | null;
  readonly sourceToPatientMm: number | null;
  readonly sex: string;
  /** Lower end of the five-year band; 90 stands for all above. */
  readonly ageBand: number | null;
  readonly regions: readonly Region[];
  readonly maskFrames: readonly number[];
  readonly invert: boolean;
  readonly lossy: boolean;
  /** Of each frame as it lies in the file, when asked for. */
  readonly sha256?: readonly string[];
};

const DEFAULT_RATE: Partial<Record<Modality, number>> = { XA: 15, RF: 15 };
const OTHER_RATE = 25;

const steady = (frames: number, step: number): number[] => Array.from({ length: frames }, (_, i) => i * step);

/** PS3.3 section C.7.6.5: the vector's first entry is 0, the others are steps; then frame time, then rates. */
const timesOf = (set: DataSet, frames: number, modality: Modality): { frameTimesMs: number[]; timing: Timing } => {
  if (frames === 1) return { frameTimesMs: [0], timing: 'still' };
  const steps = numbersOf(set, TAG.frameTimeVector);
  if (steps !== undefined && steps.length === frames && steps.slice(1).every((step) => step > 0)) {
    let at = 0;
    return { frameTimesMs: steps.map((step, i) => (at += i === 0 ? 0 : step)), timing: 'vector' };
  }
  const step = numberOf(set, TAG.frameTime);
  if (step !== undefined && step > 0) return { frameTimesMs: steady(frames, step), timing: 'frame-time' };
  const rate = numberOf(set, TAG.recommendedFrameRate) || numberOf(set, TAG.cineRate);
  if (rate !== undefined && rate > 0) return { frameTimesMs: steady(frames, 1000 / rate), timing: 'cine-rate' };
  return { frameTimesMs: steady(frames, 1000 / (DEFAULT_RATE[modality] ?? OTHER_RATE)), timing: 'assumed' };
};

const pair = (values: number[] | undefined): [number, number] | null => {
  const [row, column] = values ?? [];
  return row !== undefined && column !== undefined && row > 0 && column > 0 ? [row, column] : null;
};

const WINDOW_SHAPES = ['LINEAR', 'LINEAR_EXACT', 'SIGMOID'] as const;

const windowOf = (set: DataSet): Sidecar['window'] => {
  const [center, width] = [numberOf(set, TAG.windowCenter), numberOf(set, TAG.windowWidth)];
  if (center === undefined || width === undefined || width <= 0) return null;
  const named = codeOf(set, TAG.voiFunction);
  return { center, width, shape: WINDOW_SHAPES.find((one) => one === named) ?? 'LINEAR' };
};

const regionsOf = (set: DataSet): Region[] =>
  (set.get(TAG.regions)?.items ?? []).map((item) => ({
    minX: numberOf(item, 0x00186018) ?? 0, minY: numberOf(item, 0x0018601a) ?? 0,
    maxX: numberOf(item, 0x0018601c) ?? 0, maxY: numberOf(item, 0x0018601e) ?? 0,
    spatialFormat: numberOf(item, 0x00186012) ?? 0,
    deltaX: numberOf(item, 0x0018602c) ?? null, deltaY: numberOf(item, 0x0018602e) ?? null,
    unitsX: numberOf(item, 0x00186024) ?? null, unitsY: numberOf(item, 0x00186026) ?? null,
  }));

const first = (set: DataSet, tag: number): number | null => numberOf(set, tag) ?? null;

/** Positioner angles, of the whole run or (enhanced classes) of its first frame. */
const angle = (set: DataSet, tag: number): number | null => {
  const shared = set.get(0x52009229)?.items?.[0];
  const frame = set.get(0x52009230)?.items?.[0];
  for (const place of [set, frame?.get(0x00189405)?.items?.[0], shared?.get(0x00189405)?.items?.[0]]) {
    const found = place === undefined ? undefined : numberOf(place, tag);
    if (found !== undefined) return found;
  }
  return null;
};

const geometry = (set: DataSet) => ({
  primaryAngle: angle(set, TAG.primaryAngle),
  secondaryAngle: angle(set, TAG.secondaryAngle),
  pixelSpacing: pair(numbersOf(set, TAG.pixelSpacing)),
  pixelSpacingType: (['GEOMETRY', 'FIDUCIAL'] as const).find((one) => one === codeOf(set, 0x00280a02)) ?? null,
  imagerPixelSpacing: pair(numbersOf(set, TAG.imagerPixelSpacing)),
  sourceToDetectorMm: first(set, TAG.sourceDetector),
  sourceToPatientMm: first(set, TAG.sourcePatient),
  regions: regionsOf(set),
});

const greys = (set: DataSet, shape: ImageShape) => {
  const slope = numberOf(set, TAG.rescaleSlope);
  return {
    window: windowOf(set),
    rescale: slope === undefined || slope === 0 ? null : { slope, intercept: numberOf(set, TAG.rescaleIntercept) ?? 0 },
    maskFrames: numbersOf(set.get(0x00286100)?.items?.[0] ?? new Map(), 0x00286110) ?? [],
    invert: shape.photometric === 'MONOCHROME1' || codeOf(set, 0x20500020) === 'INVERSE',
    lossy: codeOf(set, TAG.lossy) === '01',
  };
};

/** R waves as times, or as the numbers of the frames nearest to them (0028,6040), counted from 1. */
const rWavesOf = (set: DataSet, frameTimesMs: readonly number[]): number[] =>
  numbersOf(set, TAG.rWaveTimes) ?? (numbersOf(set, 0x00286040) ?? []).flatMap((frame) => frameTimesMs[frame - 1] ?? []);

export type WrittenFile = {
  /** The data set of the written file. */
  readonly set: DataSet;
  readonly shape: ImageShape;
  readonly modality: Modality;
  readonly transferSyntax: string;
  readonly bytes: Uint8Array;
  readonly offsets: readonly ByteRange[];
};

/** Of all frames or of none: one that is laid out otherwise is fetched whole, and so are the others. */
const cutsOf = ({ transferSyntax, bytes, offsets }: WrittenFile): { cuts?: Cuts[] } => {
  if (transferSyntaxOf(transferSyntax)?.coding !== 'jpeg-2000') return {};
  const cuts = offsets.map(({ offset, length }) => resolutionCuts(bytes.subarray(offset, offset + length)));
  return cuts.every((one) => one !== null) ? { cuts } : {};
};

export const sidecarOf = (file: WrittenFile, withHashes = false): Sidecar => {
  const { set, shape, modality } = file;
  const burnedIn = codeOf(set, TAG.burnedIn);
  const band = /^(\d{3})Y$/.exec(codeOf(set, TAG.patientAge));
  const hashes = withHashes ? { sha256: file.offsets.map((one) => sha256Hex(file.bytes.subarray(one.offset, one.offset + one.length))) } : {};
  const times = timesOf(set, shape.frames, modality);
  return {
    version: 1, ...shape, modality,
    sopClass: codeOf(set, TAG.sopClass),
    capture: isCapture(codeOf(set, TAG.sopClass)),
    burnedIn: burnedIn === 'NO' || burnedIn === 'YES' ? burnedIn : 'unknown',
    studyUid: codeOf(set, TAG.studyUid), seriesUid: codeOf(set, TAG.seriesUid), instanceUid: codeOf(set, TAG.sopInstance),
    seriesNumber: first(set, TAG.seriesNumber),
    acquisitionNumber: first(set, TAG.acquisitionNumber),
    instanceNumber: first(set, TAG.instanceNumber),
    transferSyntax: file.transferSyntax,
    bytes: file.bytes.length,
    offsets: file.offsets,
    ...cutsOf(file),
    ...times,
    rWaveTimesMs: rWavesOf(set, times.frameTimesMs),
    refersTo: (set.get(0x00081140)?.items ?? []).map((item) => codeOf(item, 0x00081155)).filter((uid) => uid !== ''),
    pullbackMmPerS: first(set, 0x00183101),
    ...geometry(set),
    ...greys(set, shape),
    sex: codeOf(set, TAG.patientSex),
    ageBand: band === null ? null : Number(band[1]),
    ...hashes,
  };
};
