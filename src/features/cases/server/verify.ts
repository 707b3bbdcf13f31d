// The second look: the same package that cleaned the picture in the browser checks it here and refuses with a reason. Nothing is decoded.

import { isWebp, type Sidecar, verify, verifyMp4, verifyPhoto } from 'imaging';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { imageSentence } from '../rules/image-codes.ts';
import { LIMITS } from '../rules/limits.ts';

export type Kind = 'xa' | 'us' | 'still';
export type Tier = 't0' | 't1' | 't2';
/** `says` is what a verified film says of itself. */
export type Verified = { says?: Sidecar; mediaType: 'image/webp' | 'image/jpeg' | 'image/png' | 'video/mp4' | 'application/dicom' };
type Checked = { ok: true } | { ok: false; code: string; params: Readonly<Record<string, string | number>> };

/** "DICM" behind the preamble: what is to be a DICOM file is checked as one. */
const isPart10 = (bytes: Uint8Array): boolean => [0x44, 0x49, 0x43, 0x4d].every((byte, i) => bytes[128 + i] === byte);

/** `instrument` is the exact code, for the log and for programs; the sentence is chosen by `code`. */
const refused = ({ code, params }: Pick<Extract<Checked, { ok: false }>, 'code' | 'params'>) =>
  refuse('invalid', `cases.images.code.${imageSentence(code)}`, { ...params, instrument: code });
const picture = (bytes: Uint8Array): Result<Verified> => {
  const checked = verifyPhoto(bytes);
  return checked.ok ? ok({ mediaType: checked.value.mediaType }) : refused(checked);
};
const cine = (bytes: Uint8Array): Result<Verified> => {
  // A browser that encodes no video sends a sequence of stills.
  if (isWebp(bytes)) return picture(bytes);
  const checked = verifyMp4(bytes);
  return checked.ok ? ok({ mediaType: 'video/mp4' }) : refused(checked);
};
const film = (bytes: Uint8Array): Result<Verified> => {
  const checked = verify(bytes, { mustBeReviewed: true });
  return checked.ok ? ok({ mediaType: 'application/dicom', says: checked.value }) : refused(checked);
};

export const verifyObject = (kind: Kind, tier: Tier, bytes: Uint8Array): Result<Verified> => {
  if (tier === 't1') return cine(bytes);
  if (tier === 't0') return bytes.byteLength > LIMITS.stillBytes ? refused({ code: 'too-large', params: {} }) : picture(bytes);
  return kind === 'still' && !isPart10(bytes) ? picture(bytes) : film(bytes);
};
