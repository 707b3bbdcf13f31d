import type { Sidecar } from '../clean/sidecar.ts';
import type { DataSet } from '../dicom/data-set.ts';
import { numbersOf } from '../dicom/values.ts';
import type { FrameFormat, Palette } from './format.ts';

/** The decoder's view of a clean file: what its sidecar says of the pixels. */
export function formatOf(sidecar: Sidecar, palette: Palette | null): FrameFormat {
  return {
    transferSyntax: sidecar.transferSyntax,
    rows: sidecar.rows,
    columns: sidecar.columns,
    samples: sidecar.samplesPerPixel,
    bitsAllocated: sidecar.bitsAllocated,
    bitsStored: sidecar.bitsStored,
    pixelRepresentation: sidecar.signed ? 1 : 0,
    photometric: sidecar.photometric,
    planar: sidecar.planarConfiguration,
    ...(palette ? { palette } : {}),
  };
}

/** The three look-up tables of a data set, reduced to 8 bits (PS3.3 C.7.6.3.1.5–6); null when any is missing or short. */
export function paletteOf(set: DataSet): Palette | null {
  const descriptor = numbersOf(set, 0x00281101);
  const [entries = 0, first = 0, bits = 16] = descriptor ?? [];
  const count = entries === 0 ? 65536 : entries & 0xffff;
  if (!descriptor || count === 0) return null;
  const [red, green, blue] = [0x00281201, 0x00281202, 0x00281203].map((tag) => tableOf(set.get(tag)?.value, count, bits));
  return red && green && blue ? { first: first > 32767 ? first - 65536 : first, red, green, blue } : null;
}

/** Some devices say 16 bits and store bytes, or the other way round: the length decides. Values are little endian. */
function tableOf(value: Uint8Array | undefined, count: number, bits: number): Uint8Array | null {
  if (!value || value.length < count) return null;
  if (value.length < 2 * count) return value.slice(0, count);
  const table = Uint8Array.from({ length: count }, (_, at) => value[2 * at + 1] as number);
  // 16-bit entries that hold 8-bit values fill the low byte only.
  const low = bits <= 8 || table.every((entry) => entry === 0);
  return low ? Uint8Array.from({ length: count }, (_, at) => value[2 * at] as number) : table;
}
