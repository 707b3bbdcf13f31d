import { Inflate } from 'fflate';
import { joinBytes } from '../bytes.ts';
import { ok, type Result, refuse, tooLarge } from '../result.ts';

// Deflate grows at most 1,032 times, so one step of input makes at most 2 MB before the bound is looked at.
const STEP = 2048;

/** Raw deflate (RFC 1951), stopped as soon as more than `limit` bytes come out. */
export const inflateBounded = (bytes: Uint8Array, limit: number): Result<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  let finished = false;
  const inflate = new Inflate((part, final) => {
    parts.push(part);
    length += part.length;
    finished = final;
  });
  try {
    for (let at = 0; at < bytes.length && !finished; at += STEP) {
      inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      if (length > limit) return tooLarge('dicom-too-large', { limit });
    }
  } catch {
    // fflate reports broken streams by throwing; whatever came out before is not trusted.
    return refuse('dicom-deflate-broken');
  }
  return ok(joinBytes(parts));
};
