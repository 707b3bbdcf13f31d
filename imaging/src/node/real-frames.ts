import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import dicomParser from 'dicom-parser';
import type { FrameFormat, Palette } from '../pixels/format.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/dicom/', import.meta.url));

/** For tests only. Whether the folder of real sample files is beside the checkout; tests that need it are skipped where it is not. */
export const haveRealFiles = existsSync(FOLDER);
if (!haveRealFiles) console.warn('skipped: no real DICOM files at ../shared/data/dicom');

export function realFile(name: string): string {
  return FOLDER + name;
}

/** A sample file cut into frames by dicom-parser, an implementation that is not ours. */
export function readReal(name: string): { format: FrameFormat; frames: Uint8Array[]; set: dicomParser.DataSet } {
  const bytes = new Uint8Array(readFileSync(realFile(name)));
  const set = dicomParser.parseDicom(bytes);
  const number = (tag: string, fallback = 0): number => set.uint16(tag) ?? fallback;
  const format: FrameFormat = {
    transferSyntax: set.string('x00020010') ?? '1.2.840.10008.1.2',
    rows: number('x00280010'),
    columns: number('x00280011'),
    samples: number('x00280002', 1),
    bitsAllocated: number('x00280100'),
    bitsStored: number('x00280101'),
    pixelRepresentation: number('x00280103'),
    photometric: set.string('x00280004') ?? '',
    planar: number('x00280006'),
    ...(set.elements['x7fe00010']?.vr === 'OW' ? { valueRepresentation: 'OW' as const } : {}),
    ...paletteOf(set),
  };
  return { format, frames: framesOf(set, format, Number(set.string('x00280008') ?? 1)), set };
}

function framesOf(set: dicomParser.DataSet, format: FrameFormat, count: number): Uint8Array[] {
  const element = set.elements['x7fe00010'];
  if (!element) return [];
  const indices = Array.from({ length: count }, (_, n) => n);
  if (element.fragments) {
    const filled = (element.basicOffsetTable?.length ?? 0) > 0;
    const offsets = filled ? element.basicOffsetTable : dicomParser.createJPEGBasicOffsetTable(set, element);
    if (count === 1 || format.transferSyntax.endsWith('.5')) {
      const all = (from: number, length: number) =>
        dicomParser.readEncapsulatedPixelDataFromFragments(set, element, from, length) as Uint8Array;
      return count === 1 ? [all(0, element.fragments.length)] : indices.map((n) => all(n, 1));
    }
    return indices.map((n) => dicomParser.readEncapsulatedImageFrame(set, element, n, offsets) as Uint8Array);
  }
  const length = (format.rows * format.columns * format.samples * format.bitsAllocated) / 8;
  return indices.map((n) => set.byteArray.subarray(element.dataOffset + n * length, element.dataOffset + (n + 1) * length) as Uint8Array);
}

function paletteOf(set: dicomParser.DataSet): { palette?: Palette } {
  const table = (tag: string, descriptor: string): Uint8Array | null => {
    const element = set.elements[tag];
    if (!element) return null;
    const entries = set.uint16(descriptor, 0) || 65536;
    const wide = element.length >= entries * 2;
    return Uint8Array.from({ length: entries }, (_, n) =>
      wide ? (set.uint16(tag, n) ?? 0) >> 8 : (set.byteArray[element.dataOffset + n] ?? 0),
    );
  };
  const [red, green, blue] = [table('x00281201', 'x00281101'), table('x00281202', 'x00281102'), table('x00281203', 'x00281103')];
  if (!red || !green || !blue) return {};
  return { palette: { first: set.uint16('x00281101', 1) ?? 0, red, green, blue } };
}
