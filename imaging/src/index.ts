export { IMAGING_CODES, type ImagingCode } from './codes.ts';
export { ok, type Refusal, type Result, refuse, tooLarge } from './result.ts';
export { hmacSha256, sha256, sha256Hex } from './hash.ts';

export { type Element, type ElementValue, el, type Item } from './dicom/element.ts';
export { TAG, type Tag, tag, tagName } from './dicom/tags.ts';
export { keywordOf, vrOf } from './dicom/dictionary.ts';
export * as syntaxes from './dicom/transfer-syntaxes.ts';
export { type ByteRange, composePart10, type Part10Input, type PixelInput, writePart10 } from './dicom/write.ts';
export type { DataElement, DataSet } from './dicom/data-set.ts';
export { type DicomFile, looksLikeDicom, readDicom } from './dicom/read.ts';
export { type Frame as StoredFrame, framesOf } from './dicom/frames.ts';
export { type ImageShape, imageShapeOf, nativeFrameBytes } from './dicom/image.ts';
export { charactersOf, decodeText } from './dicom/text.ts';
export { codeOf, numberOf, numbersOf } from './dicom/values.ts';

export { isCapture, MODALITIES, type Modality } from './clean/allow/kinds.ts';
export { allowListFor } from './clean/allow/list.ts';
export type { Certificate, RemovedCount } from './clean/certificate.ts';
export { needsReview } from './clean/needs-review.ts';
export { type Rebuilt, type RebuildOptions, type Replacement, rebuild } from './clean/rebuild.ts';
export type { Region, Sidecar, Timing } from './clean/sidecar.ts';
export { indexOf, type VerifyOptions, verify } from './clean/verify.ts';

export { expand, type Found as FoundFile, type Intake, type IntakeRun } from './intake/expand.ts';
export type { DroppedFile, Place, Rejection, Source } from './intake/unpack.ts';
export { stripPhoto, verifyPhoto, verifyWebp } from './photo/photo.ts';
export { isWebp } from './photo/webp.ts';
export type { StrippedPicture, VerifiedPicture } from './photo/picture.ts';
export { type VerifiedCine, verifyMp4 } from './photo/mp4.ts';

export { type Needle, type Found, findPlanted } from './planting/scan.ts';
export { type Planted, type PlantOptions, plantedDicom } from './planting/planter.ts';

export type { Box, FrameRange, Mask, Proposal, ProposalReason } from './pixels/box.ts';
export type { Codecs } from './pixels/codecs.ts';
export { decodeFrame } from './pixels/decode.ts';
export { type Frame as DecodedFrame, FRAME_LIMITS, type FrameFormat } from './pixels/format.ts';
export { formatOf, paletteOf } from './pixels/format-of.ts';
export { type LosslessSource, encodeLossless } from './pixels/jpeg/encode.ts';
