/** A tag is one 32-bit number: group in the high half, element in the low half. */
export type Tag = number;

export const tag = (group: number, element: number): Tag => ((group << 16) | element) >>> 0;
export const groupOf = (t: Tag): number => t >>> 16;
export const elementOf = (t: Tag): number => t & 0xffff;

/** Eight hexadecimal digits, as `00280010`. */
export const tagName = (t: Tag): string => t.toString(16).toUpperCase().padStart(8, '0');

export const isPrivate = (t: Tag): boolean => (groupOf(t) & 1) === 1;

/** Overlays are group 60xx, curves 50xx (PS3.5 section 7.6, PS3.6). */
export const isOverlay = (t: Tag): boolean => groupOf(t) >>> 8 === 0x60;
export const isCurve = (t: Tag): boolean => groupOf(t) >>> 8 === 0x50;

export const ITEM: Tag = 0xfffee000;
export const ITEM_END: Tag = 0xfffee00d;
export const SEQUENCE_END: Tag = 0xfffee0dd;
export const UNDEFINED_LENGTH = 0xffffffff;

export const TAG = {
  metaLength: 0x00020000,
  metaVersion: 0x00020001,
  mediaSopClass: 0x00020002,
  mediaSopInstance: 0x00020003,
  transferSyntax: 0x00020010,
  implementationClass: 0x00020012,
  implementationVersion: 0x00020013,
  characterSet: 0x00080005,
  imageType: 0x00080008,
  sopClass: 0x00080016,
  sopInstance: 0x00080018,
  studyDate: 0x00080020,
  modality: 0x00080060,
  recommendedFrameRate: 0x00082144,
  patientName: 0x00100010,
  patientId: 0x00100020,
  patientBirthDate: 0x00100030,
  patientSex: 0x00100040,
  patientAge: 0x00101010,
  cineRate: 0x00180040,
  frameTime: 0x00181063,
  frameTimeVector: 0x00181065,
  sourceDetector: 0x00181110,
  sourcePatient: 0x00181111,
  imagerPixelSpacing: 0x00181164,
  primaryAngle: 0x00181510,
  secondaryAngle: 0x00181511,
  primaryAngleIncrement: 0x00181520,
  secondaryAngleIncrement: 0x00181521,
  regions: 0x00186011,
  rWaveTimes: 0x00186060,
  studyUid: 0x0020000d,
  seriesUid: 0x0020000e,
  seriesNumber: 0x00200011,
  acquisitionNumber: 0x00200012,
  instanceNumber: 0x00200013,
  samples: 0x00280002,
  photometric: 0x00280004,
  planar: 0x00280006,
  frames: 0x00280008,
  frameIncrementPointer: 0x00280009,
  rows: 0x00280010,
  columns: 0x00280011,
  pixelSpacing: 0x00280030,
  bitsAllocated: 0x00280100,
  bitsStored: 0x00280101,
  highBit: 0x00280102,
  signed: 0x00280103,
  burnedIn: 0x00280301,
  windowCenter: 0x00281050,
  windowWidth: 0x00281051,
  rescaleIntercept: 0x00281052,
  rescaleSlope: 0x00281053,
  voiFunction: 0x00281056,
  lossy: 0x00282110,
  lossyRatio: 0x00282112,
  lossyMethod: 0x00282114,
  directorySequence: 0x00041220,
  extendedOffsets: 0x7fe00001,
  extendedLengths: 0x7fe00002,
  pixelData: 0x7fe00010,
} as const;
