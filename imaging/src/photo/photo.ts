import { bytesEqual, startsWith } from '../bytes.ts';
import { ok, type Result, refuse, tooLarge } from '../result.ts';
import { stripJpeg } from './jpeg.ts';
import { PICTURE_LIMITS, type StrippedPicture, type VerifiedPicture } from './picture.ts';
import { PNG_SIGNATURE, stripPng } from './png.ts';
import { isWebp, stripWebp } from './webp.ts';

export const isJpeg = (bytes: Uint8Array): boolean => startsWith(bytes, [0xff, 0xd8, 0xff]);
export const isPng = (bytes: Uint8Array): boolean => startsWith(bytes, PNG_SIGNATURE);

/**
 * A JPEG, PNG or WebP with nothing in it but the picture: no Exif, XMP, profile, text, thumbnail, nor bytes behind the end.
 * It does not decode: a photo of a person's making is encoded anew in the browser first, which also applies its orientation.
 */
export const stripPhoto = (bytes: Uint8Array): Result<StrippedPicture> => {
  if (bytes.length > PICTURE_LIMITS.bytes) return tooLarge('photo-too-large', { limit: PICTURE_LIMITS.bytes });
  if (isJpeg(bytes)) return stripJpeg(bytes);
  if (isPng(bytes)) return stripPng(bytes);
  if (isWebp(bytes)) return stripWebp(bytes);
  return refuse('photo-not-a-photo');
};

/** The server's check: stripping the photo would change no byte. */
export const verifyPhoto = (bytes: Uint8Array): Result<VerifiedPicture> => {
  const stripped = stripPhoto(bytes);
  if (!stripped.ok) return stripped;
  const { mediaType, width, height, removed, trailing } = stripped.value;
  if (removed > 0) return refuse('photo-metadata-present', { count: removed });
  if (trailing > 0) return refuse('photo-trailing-bytes', { bytes: trailing });
  if (!bytesEqual(stripped.value.bytes, bytes)) return refuse('photo-metadata-present', { count: 1 });
  return ok({ mediaType, width, height });
};

/** T0 or a photo that a browser encoded: as `verifyPhoto`, WebP only. */
export const verifyWebp = (bytes: Uint8Array): Result<VerifiedPicture> =>
  isWebp(bytes) ? verifyPhoto(bytes) : refuse('preview-not-a-preview');
