// From the imaging instrument's many codes to the few sentences that a person needs: what did not happen, what is safe, what to do now.
import type { ImagingCode } from 'imaging/codes';

const sentences = {
  notPicture: ['dicom-not-dicom', 'dicom-no-pixels', 'dicom-directory', 'intake-not-an-image', 'photo-not-a-photo'],
  cutOff: ['dicom-truncated', 'frame-truncated'],
  broken: [
    'dicom-broken', 'dicom-too-deep', 'dicom-too-many-elements', 'dicom-too-many-fragments', 'dicom-deflate-broken', 'dicom-image-description-bad',
    'frame-broken', 'frame-size-mismatch', 'frame-count-mismatch', 'photo-broken',
  ],
  tooLarge: ['dicom-too-large', 'intake-too-large', 'photo-too-large'],
  unknownPacking: ['dicom-transfer-syntax-unsupported'],
  otherKind: ['dicom-modality-not-allowed', 'dicom-kind-not-allowed'],
  report: ['dicom-report'],
  paper: ['dicom-paper'],
  hiddenText: ['frame-overlay-in-pixels'],
  notCleaned: ['rebuild-bad-key', 'rebuild-bad-replacement'],
  secondCheck: [
    'verify-preamble-not-empty', 'verify-file-meta-foreign', 'verify-element-not-allowed', 'verify-private-element', 'verify-value-not-allowed',
    'verify-constant-changed', 'verify-uid-not-replaced', 'verify-date-not-shifted', 'verify-trailing-bytes', 'verify-frame-layout', 'verify-frame-not-clean',
    'verify-not-canonical',
  ],
  notConfirmed: ['verify-not-reviewed'],
  zipBroken: ['intake-zip-broken'],
  zipLocked: ['intake-zip-encrypted'],
  zipInside: ['intake-zip-nested'],
  zipBomb: ['intake-zip-ratio'],
  tooManyFiles: ['intake-zip-too-many-entries'],
  system: ['intake-system-file'],
  document: ['intake-document'],
  video: ['intake-video'],
  empty: ['intake-empty-file'],
  twice: ['intake-duplicate'],
  unreadable: ['intake-unreadable'],
  curves: ['ecg-broken'],
  paperBroken: ['document-broken'],
  paperLocked: ['document-locked'],
  paperLong: ['document-too-long'],
  filmUnreadable: ['film-unreadable'],
  filmLong: ['film-too-long'],
  heic: ['photo-heic'],
  besidePicture: ['photo-metadata-present', 'photo-trailing-bytes', 'preview-metadata-present'],
  previewBad: ['preview-not-a-preview', 'preview-broken', 'preview-too-large'],
} as const satisfies Record<string, readonly ImagingCode[]>;

export type ImageSentence = keyof typeof sentences;
/** A code of the instrument that no sentence names would be a type error here. */
type Unsaid = Exclude<ImagingCode, (typeof sentences)[ImageSentence][number]>;
const none: [Unsaid] extends [never] ? true : Unsaid = true;

const byCode = new Map<string, ImageSentence>(Object.entries(sentences).flatMap(([key, codes]) => codes.map((code) => [code, key as ImageSentence] as const)));

/** Codes of a newer instrument speak as "broken": true of every file that could not be taken. */
export const imageSentence = (code: string): ImageSentence => (none ? byCode.get(code) : undefined) ?? 'broken';
