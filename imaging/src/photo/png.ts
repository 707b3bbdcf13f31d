import { joinBytes, latin1Text, startsWith, viewOf } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isSizeSane, type StrippedPicture } from './picture.ts';

export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** Chunks that make the picture, with the lengths they may have (PNG third edition, section 11). */
const KEPT: Readonly<Record<string, (length: number) => boolean>> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length > 0 && length <= 768 && length % 3 === 0,
  tRNS: (length) => length > 0 && length <= 256,
  gAMA: (length) => length === 4,
  IDAT: () => true,
  IEND: (length) => length === 0,
};
const ONCE = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'IEND']);
const MOST_CHUNKS = 100_000;

const broken = (at: number) => refuse('photo-broken', { at });

/** A PNG of critical chunks, transparency and gamma only. Checksums of what stays are checked. */
export const stripPng = (bytes: Uint8Array): Result<StrippedPicture> => {
  if (!startsWith(bytes, PNG_SIGNATURE) || latin1Text(bytes.subarray(12, 16)) !== 'IHDR') return broken(0);
  const view = viewOf(bytes);
  const pieces: Uint8Array[] = [bytes.subarray(0, 8)];
  const seen = new Set<string>();
  let removed = 0;
  let at = 8;
  for (let chunks = 0; chunks < MOST_CHUNKS && at + 12 <= bytes.length; chunks++) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return broken(at);
    const kind = latin1Text(bytes.subarray(at + 4, at + 8));
    const fits = KEPT[kind];
    if (fits === undefined) removed++;
    else {
      const checked = fits(length) && !(ONCE.has(kind) && seen.has(kind)) && crc32(bytes.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
      if (!checked) return broken(at);
      seen.add(kind);
      pieces.push(bytes.subarray(at, end));
    }
    at = end;
    if (kind !== 'IEND') continue;
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    if (!seen.has('IDAT') || !isSizeSane(width, height)) return broken(at);
    return ok({ mediaType: 'image/png', width, height, bytes: joinBytes(pieces), removed, trailing: bytes.length - at });
  }
  return broken(at);
};
