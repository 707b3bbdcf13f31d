import type { Replacement } from '../../clean/rebuild.ts';
import type { Sidecar } from '../../clean/sidecar.ts';
import type { Codecs, Htj2kModule } from '../codecs.ts';
import { unpackPlain } from '../decode.ts';
import { formatOf } from '../format-of.ts';
import { fitStored } from '../stored.ts';
import { HTJ2K_RPCL, packingOf } from '../transfer-syntax.ts';
import { encodeHtj2k } from './encode.ts';

const PHOTOMETRIC = new Set(['MONOCHROME1', 'MONOCHROME2', 'PALETTE COLOR', 'RGB', 'YBR_FULL']);

/**
 * Whether the frames of a clean file gain by HTJ2K: uncompressed or RLE. Lossless JPEG decodes faster and is hardly larger, so it
 * stays as it is, and lossy frames must; halved colour (YBR_FULL_422) has no form of the same samples.
 */
export const packable = ({ transferSyntax, photometric, bitsStored, highBit }: Sidecar): boolean => {
  const packing = packingOf(transferSyntax);
  return (packing === 'native' || packing === 'rle') && PHOTOMETRIC.has(photometric) && bitsStored >= 2 && highBit === bitsStored - 1;
};

/**
 * The frames of a clean file in HTJ2K, every sample as before; null when they would not be smaller, do not suit or the codec fails:
 * then the file stays as it is. About 5 ms a frame of 512², 20 ms of 1024² with 12 bits, the check by decoding included.
 */
export async function repacked(clean: Uint8Array, sidecar: Sidecar, codecs: Codecs, tick: (done: number, total: number) => void): Promise<Replacement | null> {
  if (!packable(sidecar)) return null;
  const module = await codecs.openjph();
  const frames: Uint8Array[] = [];
  let [before, after] = [0, 0];
  for (const [index, { offset, length }] of sidecar.offsets.entries()) {
    tick(index, sidecar.frames);
    const frame = repackedFrame(clean.subarray(offset, offset + length), sidecar, module);
    if (!frame) return null;
    frames.push(frame);
    before += length;
    after += frame.length;
    // Noise fills all its bits: the first frames of a run tell that nothing is won.
    if (index < 3 && after >= before) return null;
  }
  const shape = sidecar.samplesPerPixel === 1 ? {} : { photometric: sidecar.photometric === 'RGB' ? 'YBR_RCT' : sidecar.photometric, planarConfiguration: 0 };
  return after < before ? { transferSyntax: HTJ2K_RPCL, frames, shape } : null;
}

function repackedFrame(bytes: Uint8Array, sidecar: Sidecar, module: Htj2kModule): Uint8Array | null {
  const format = formatOf(sidecar, null);
  const stored = unpackPlain(bytes, format, packingOf(sidecar.transferSyntax) === 'rle' ? 'rle' : 'native');
  if (!stored.ok) return null;
  return encodeHtj2k(module, {
    data: fitStored(stored.value, format), rows: sidecar.rows, columns: sidecar.columns, components: sidecar.samplesPerPixel === 3 ? 3 : 1,
    precision: sidecar.bitsStored, signed: sidecar.signed, transform: sidecar.photometric === 'RGB',
  });
}
