import { type Element, el } from '../dicom/element.ts';
import type { ImageShape } from '../dicom/image.ts';
import { TAG } from '../dicom/tags.ts';
import { EXPLICIT_LE, transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { joinBytes } from '../bytes.ts';

export type MadeRun = {
  readonly modality: 'XA' | 'US';
  readonly shape: ImageShape;
  /** Uncompressed frames, or codestreams of the syntax. */
  readonly frames: readonly Uint8Array[];
  readonly transferSyntax?: string;
  /** Root of the identifiers. */
  readonly uid?: string;
  /** Palettes, frame times and whatever else the test is about. */
  readonly elements?: readonly Element[];
};

const SOP_CLASS = { XA: '1.2.840.10008.5.1.4.1.1.12.1', US: '1.2.840.10008.5.1.4.1.1.3.1' } as const;

/** For tests and measures only. A DICOM file of any format of pixels, with nothing in its header but what a reader needs. */
export function madeRun({ modality, shape, frames, transferSyntax = EXPLICIT_LE, elements = [], uid = '1.2.3' }: MadeRun): Uint8Array<ArrayBuffer> {
  const header: Element[] = [
    el(TAG.sopClass, 'UI', SOP_CLASS[modality]), el(TAG.sopInstance, 'UI', `${uid}.1`), el(TAG.studyUid, 'UI', `${uid}.2`), el(TAG.seriesUid, 'UI', `${uid}.3`),
    el(TAG.modality, 'CS', modality), el(TAG.samples, 'US', shape.samplesPerPixel), el(TAG.photometric, 'CS', shape.photometric),
    ...(shape.samplesPerPixel === 3 ? [el(TAG.planar, 'US', shape.planarConfiguration)] : []),
    el(TAG.rows, 'US', shape.rows), el(TAG.columns, 'US', shape.columns), el(TAG.bitsAllocated, 'US', shape.bitsAllocated),
    el(TAG.bitsStored, 'US', shape.bitsStored), el(TAG.highBit, 'US', shape.highBit), el(TAG.signed, 'US', shape.signed ? 1 : 0),
    ...(shape.frames > 1 ? [el(TAG.frames, 'IS', String(shape.frames))] : []),
  ];
  const native = transferSyntaxOf(transferSyntax)?.coding === 'native';
  return writePart10({
    transferSyntax, elements: [...header, ...elements],
    pixel: native ? { kind: 'native', bytes: joinBytes(frames), vr: shape.bitsAllocated === 16 ? 'OW' : 'OB' } : { kind: 'encapsulated', frames },
  });
}

/** A description of grey frames. */
export const greyShape = (rows: number, columns: number, frames: number, bitsStored: number, over: Partial<ImageShape> = {}): ImageShape => ({
  rows, columns, frames, samplesPerPixel: 1, photometric: 'MONOCHROME2', planarConfiguration: 0,
  bitsAllocated: bitsStored > 8 ? 16 : 8, bitsStored, highBit: bitsStored - 1, signed: false, ...over,
});
