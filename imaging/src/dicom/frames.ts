import { joinBytes, startsWith, viewOf } from '../bytes.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { DataElement, Fragment } from './data-set.ts';
import { swapWords } from './element.ts';
import { type ImageShape, nativeFrameBytes } from './image.ts';
import type { DicomFile } from './read.ts';

/** One codestream or one uncompressed frame; a view on the file unless fragments had to be joined. */
export type Frame = {
  readonly bytes: Uint8Array;
  /** Where it lies in the file that was read, when it lies there in one piece. */
  readonly offset: number | undefined;
};

const join = (fragments: readonly Fragment[]): Frame => {
  const [only] = fragments;
  if (fragments.length === 1 && only !== undefined) return { bytes: only.bytes, offset: only.offset };
  return { bytes: joinBytes(fragments.map((one) => one.bytes)), offset: undefined };
};

const isStart = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xd8, 0xff]) || startsWith(bytes, [0xff, 0x4f, 0xff]) ||
  startsWith(bytes, [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20]);

/** Groups of fragments that begin where the basic offset table says (PS3.5 section A.4). */
const byTable = (table: Uint8Array, fragments: readonly Fragment[], frames: number): Fragment[][] | undefined => {
  if (table.length !== 4 * frames) return undefined;
  const base = (fragments[0]?.offset ?? 0) - 8;
  const view = viewOf(table);
  const starts = new Map<number, number>();
  for (let i = 0; i < frames; i++) starts.set(view.getUint32(4 * i, true) + base + 8, i);
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    const index = starts.get(fragment.offset);
    if (index !== undefined && index !== groups.length) return undefined;
    if (index !== undefined) groups.push([]);
    groups.at(-1)?.push(fragment);
  }
  return groups.length === frames ? groups : undefined;
};

/** Without a table: a fragment that begins a codestream begins a frame. */
const byStart = (fragments: readonly Fragment[]): Fragment[][] => {
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    if (isStart(fragment.bytes) || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(fragment);
  }
  return groups;
};

const encapsulatedFrames = (pixel: DataElement, frames: number): Result<Frame[]> => {
  const [table, ...fragments] = pixel.fragments ?? [];
  const mismatch = (found: number) => refuse('frame-count-mismatch', { said: frames, found });
  if (table === undefined || fragments.length === 0) return mismatch(0);
  if (frames === 1) return ok([join(fragments)]);
  if (fragments.length === frames) return ok(fragments.map((one) => join([one])));
  const groups = byTable(table.bytes, fragments, frames) ?? byStart(fragments);
  return groups.length === frames ? ok(groups.map(join)) : mismatch(groups.length);
};

const nativeFrames = (pixel: DataElement, shape: ImageShape, base: number): Result<Frame[]> => {
  const size = nativeFrameBytes(shape);
  if (pixel.value.length < size * shape.frames)
    return refuse('frame-count-mismatch', { said: shape.frames, found: Math.floor(pixel.value.length / size) });
  // In big endian, OW swaps words whatever the bits allocated (PS3.5 section 8.1.1).
  const swap = pixel.bigEndian && (pixel.vr === 'OW' || shape.bitsAllocated === 16);
  const bytes = swap ? swapWords(pixel.value, 2) : pixel.value;
  return ok(Array.from({ length: shape.frames }, (_, i) => ({
    bytes: bytes.subarray(i * size, (i + 1) * size),
    offset: swap ? undefined : base + i * size,
  })));
};

/** The frames of a file, as many as it says it has; refused when its pixel data cannot be divided so. */
export const framesOf = (file: DicomFile, shape: ImageShape): Result<Frame[]> => {
  const { pixel, transferSyntax } = file;
  if (pixel === undefined) return refuse('dicom-no-pixels');
  const encapsulated = transferSyntax.coding !== 'native';
  if (encapsulated !== (pixel.fragments !== undefined)) return refuse('frame-broken');
  return encapsulated ? encapsulatedFrames(pixel, shape.frames) : nativeFrames(pixel, shape, pixel.value.byteOffset - file.byteOffset);
};
