import { isJpeg, isPng, stripPhoto, verifyPhoto } from '../photo/photo.ts';
import type { StrippedPicture } from '../photo/picture.ts';
import type { Proposal } from '../pixels/box.ts';
import { acceptLines } from '../pixels/burned-in/accept.ts';
import { findLines } from '../pixels/burned-in/find.ts';
import { imageSearch } from '../pixels/burned-in/passes.ts';
import { type Codecs, runCodec } from '../pixels/codecs.ts';
import { lumaOf } from '../pixels/colour.ts';
import { applyMasks } from '../pixels/masks.ts';
import { ok, type Result, refuse, tooLarge } from '../result.ts';
import { sha256Of } from './clean-dicom.ts';
import { type Made, refused, reported } from './cleaned.ts';
import { encodeJpeg } from './jpeg-encoder.ts';
import { orientationOf, upright } from './orientation.ts';
import { MOST_PIXELS, pngPixels, type Rgb } from './png-pixels.ts';

const jpegPixels = async (stripped: StrippedPicture, orientation: number, codecs: Codecs): Promise<Result<Rgb>> => {
  const { width, height, bytes } = stripped;
  if (width * height > MOST_PIXELS) return tooLarge('photo-too-large', { limit: MOST_PIXELS });
  const out = runCodec(await codecs.jpeg8(), bytes);
  if (out === null || out.width !== width || out.height !== height) return refuse('photo-broken');
  if (out.componentCount === 3) return ok(upright({ data: out.bytes, width, height }, orientation));
  if (out.componentCount !== 1) return refuse('photo-broken');
  const data = new Uint8Array(3 * width * height);
  for (let at = 0; at < data.length; at++) data[at] = out.bytes[Math.floor(at / 3)] as number;
  return ok(upright({ data, width, height }, orientation));
};

const proposalsOn = ({ data, width, height }: Rgb): Proposal[] =>
  acceptLines(findLines(imageSearch({ data: lumaOf(data), width, height })), 'image', width, height).map(({ box, score }) => ({
    id: `single-image-0-${box.left}-${box.top}`, box, frames: 'all', reason: 'single-image', score,
  }));

/**
 * Cleans a JPEG or PNG photo: only its pixels go on, upright, with the proposals burnt in, encoded anew. A photo always needs a
 * look unless the proposals are accepted.
 */
export async function cleanPhoto(source: Uint8Array, acceptProposals: boolean, codecs: Codecs): Promise<Made> {
  const before = sha256Of(source);
  // A WebP is opened by browsers only.
  if (!isJpeg(source) && !isPng(source)) return refused('photo-not-a-photo', before);
  const stripped = stripPhoto(source);
  if (!stripped.ok) return refused(stripped.code, before);
  const jpeg = isJpeg(source);
  const pixels = jpeg ? await jpegPixels(stripped.value, orientationOf(source), codecs) : pngPixels(stripped.value.bytes);
  if (!pixels.ok) return refused(pixels.code, before);
  const proposals = proposalsOn(pixels.value);
  const removed = stripped.value.removed + (stripped.value.trailing > 0 ? 1 : 0);
  const row = { removed, removedByKind: null, kept: 0, masks: proposals.map(reported), extension: 'jpg' };
  if (!acceptProposals) return { ...row, outcome: 'needs-review', reason: 'review-photo', sha256: { before, after: null }, bytes: null };
  const { width, height, data } = pixels.value;
  const painted = applyMasks({ data, rows: height, columns: width, channels: 3 }, proposals.map((one) => one.box));
  const bare = stripPhoto(await encodeJpeg({ data: painted.data as Uint8Array<ArrayBuffer>, width, height }));
  if (!bare.ok || !verifyPhoto(bare.value.bytes).ok) return refused('cleaning-failed', before);
  return { ...row, outcome: 'clean', reason: null, sha256: { before, after: sha256Of(bare.value.bytes) }, bytes: bare.value.bytes };
}
