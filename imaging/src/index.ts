export { IMAGING_CODES, type ImagingCode } from './codes.ts';
export { ok, type Refusal, type Result, refuse, tooLarge } from './result.ts';
export { type Element, type ElementValue, el, type Item } from './dicom/element.ts';
export { TAG, type Tag, tag, tagName } from './dicom/tags.ts';
export * as syntaxes from './dicom/transfer-syntaxes.ts';
export { composePart10, type FrameRange, type Part10Input, type PixelInput, writePart10 } from './dicom/write.ts';
