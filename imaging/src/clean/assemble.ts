import { joinBytes } from '../bytes.ts';
import { type Element, el } from '../dicom/element.ts';
import type { ImageShape } from '../dicom/image.ts';
import { TAG, type Tag } from '../dicom/tags.ts';
import { transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { type ByteRange, composePart10 } from '../dicom/write.ts';
import { type BurnedIn, constantElements, metaElements } from './constants.ts';

/** All that goes into a clean file; nothing else can. */
export type CleanContent = {
  readonly elements: readonly Element[];
  readonly sopClass: string;
  readonly instanceUid: string;
  readonly transferSyntax: string;
  readonly shape: ImageShape;
  readonly burnedIn: BurnedIn;
  readonly frames: readonly Uint8Array[];
};

const shapeElements = (shape: ImageShape): Element[] => [
  el(TAG.samples, 'US', shape.samplesPerPixel),
  el(TAG.photometric, 'CS', shape.photometric),
  ...(shape.samplesPerPixel === 3 ? [el(TAG.planar, 'US', shape.planarConfiguration)] : []),
  el(TAG.rows, 'US', shape.rows),
  el(TAG.columns, 'US', shape.columns),
  el(TAG.bitsAllocated, 'US', shape.bitsAllocated),
  el(TAG.bitsStored, 'US', shape.bitsStored),
  el(TAG.highBit, 'US', shape.highBit),
  el(TAG.signed, 'US', shape.signed ? 1 : 0),
  ...(shape.frames > 1 ? [el(TAG.frames, 'IS', String(shape.frames))] : []),
];

/** Later lists win: what the pixels really are stands above what the source said, constants above all. */
const merged = (...lists: readonly (readonly Element[])[]): Element[] => {
  const byTag = new Map<Tag, Element>();
  for (const list of lists) for (const one of list) byTag.set(one.tag, one);
  return [...byTag.values()];
};

/**
 * The one form a clean file has: zero preamble, fixed file meta, explicit little endian or the codestreams' own syntax,
 * elements by tag, pixel data last, one fragment a frame behind a filled offset table. In parts, frames not copied.
 * `ranges`: where each frame lies in the file.
 */
export const composeClean = (content: CleanContent): { readonly parts: Uint8Array[]; readonly ranges: ByteRange[] } => {
  const { shape, transferSyntax, frames } = content;
  const native = transferSyntaxOf(transferSyntax)?.coding === 'native';
  const composed = composePart10({
    transferSyntax,
    meta: metaElements(content.sopClass, content.instanceUid, transferSyntax),
    elements: merged(content.elements, shapeElements(shape), constantElements(content.burnedIn)),
    pixel: native
      ? { kind: 'native', vr: shape.bitsAllocated === 16 ? 'OW' : 'OB', bytes: contiguous(frames) }
      : { kind: 'encapsulated', frames },
  });
  if (!native) return composed;
  const [run] = composed.ranges;
  const length = frames[0]?.length ?? 0;
  return { parts: composed.parts, ranges: frames.map((_, i) => ({ offset: (run?.offset ?? 0) + i * length, length })) };
};

/** Frames that already lie side by side in one buffer are not copied. */
const contiguous = (frames: readonly Uint8Array[]): Uint8Array => {
  const [first] = frames;
  if (first === undefined) return new Uint8Array(0);
  let end = first.byteOffset;
  for (const frame of frames) {
    if (frame.buffer !== first.buffer || frame.byteOffset !== end) return joinBytes(frames);
    end += frame.length;
  }
  return new Uint8Array(first.buffer, first.byteOffset, end - first.byteOffset);
};
