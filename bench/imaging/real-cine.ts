// The one real coronary cine, where the folder of sample files is beside the checkout: 96 frames of 512² at 33 ms, 8 bits.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rebuild } from '../../imaging/src/clean/rebuild.ts';
import { nodeCodecs } from '../../imaging/src/node/codecs.ts';
import { decodeFrame } from '../../imaging/src/pixels/decode.ts';
import { formatOf } from '../../imaging/src/pixels/format-of.ts';

const FILE = join(import.meta.dirname, '../../../shared/data/dicom/fo-dicom__HasFragmentSequence.dcm');

/** Its frames; null where it is not there. */
export const realCine = async (): Promise<{ frames: Uint8Array[]; timesMs: readonly number[] } | null> => {
  if (!existsSync(FILE)) return null;
  const clean = rebuild(new Uint8Array(readFileSync(FILE)), { key: new Uint8Array(32), caseSalt: new Uint8Array(16) });
  if (!clean.ok) throw new Error(`the cleaner refuses the real cine: ${clean.code}`);
  const { bytes, sidecar } = clean.value;
  const format = formatOf(sidecar, null);
  const frames: Uint8Array[] = [];
  for (const { offset, length } of sidecar.offsets) {
    const frame = await decodeFrame({ ...format, bytes: bytes.subarray(offset, offset + length) }, nodeCodecs());
    if (!frame.ok) throw new Error(frame.code);
    frames.push(Uint8Array.from(frame.value.data));
  }
  return { frames, timesMs: sidecar.frameTimesMs };
};
