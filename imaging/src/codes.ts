/**
 * Every reason for which this instrument refuses something.
 * The sentences stand elsewhere; a code is stable once published.
 */
export const IMAGING_CODES = [
  // reading a DICOM file
  'dicom-not-dicom',
  'dicom-too-large',
  'dicom-truncated',
  'dicom-broken',
  'dicom-too-deep',
  'dicom-too-many-elements',
  'dicom-too-many-fragments',
  'dicom-deflate-broken',
  'dicom-transfer-syntax-unsupported',
  'dicom-no-pixels',
  'dicom-image-description-bad',
  'dicom-modality-not-allowed',
  'dicom-kind-not-allowed',
  'dicom-directory',
  'dicom-report',
  'dicom-paper',
  // frames
  'frame-broken',
  'frame-size-mismatch',
  'frame-truncated',
  'frame-count-mismatch',
  'frame-overlay-in-pixels',
  // replacing frames and options
  'rebuild-bad-key',
  'rebuild-bad-replacement',
  // the check of a cleaned file
  'verify-preamble-not-empty',
  'verify-file-meta-foreign',
  'verify-element-not-allowed',
  'verify-private-element',
  'verify-value-not-allowed',
  'verify-constant-changed',
  'verify-uid-not-replaced',
  'verify-date-not-shifted',
  'verify-trailing-bytes',
  'verify-frame-layout',
  'verify-frame-not-clean',
  'verify-not-canonical',
  'verify-not-reviewed',
  // dropping files
  'intake-zip-broken',
  'intake-zip-encrypted',
  'intake-zip-nested',
  'intake-zip-too-many-entries',
  'intake-zip-ratio',
  'intake-too-large',
  'intake-not-an-image',
  'intake-system-file',
  'intake-document',
  'intake-video',
  'intake-empty-file',
  'intake-duplicate',
  'intake-unreadable',
  // curves, documents and films that become pictures
  'ecg-broken',
  'document-broken',
  'document-locked',
  'document-too-long',
  // photos and previews
  'photo-not-a-photo',
  'photo-broken',
  'photo-too-large',
  'photo-metadata-present',
  'photo-trailing-bytes',
  'preview-not-a-preview',
  'preview-broken',
  'preview-too-large',
  'preview-metadata-present',
] as const;

export type ImagingCode = (typeof IMAGING_CODES)[number];
