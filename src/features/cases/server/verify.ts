// The second look: the same package that cleaned the picture in the browser checks it here and refuses with a reason. Nothing is decoded.

import { verify, verifyMp4, verifyPhoto, verifyWebp } from 'imaging';
import { ok, refuse, type Result } from '#kernel/result.ts';

type Verified = { mediaType: 'image/webp' | 'image/jpeg' | 'image/png' | 'video/mp4' | 'application/dicom' };

const seen = (checked: { ok: true } | { ok: false; code: string; params?: Readonly<Record<string, string | number>> }, mediaType: Verified['mediaType']): Result<Verified> =>
  checked.ok ? ok({ mediaType }) : refuse('invalid', `imaging.${checked.code}`, checked.params ?? {});

const starts = (bytes: Uint8Array, ...head: number[]): boolean => head.every((b, i) => bytes[i] === b);

export const verifyObject = async (kind: 'xa' | 'us' | 'still', tier: 't0' | 't1' | 't2', bytes: Uint8Array): Promise<Result<Verified>> => {
  if (tier === 't0') return seen(verifyWebp(bytes), 'image/webp');
  if (tier === 't1') return seen(verifyMp4(bytes), 'video/mp4');
  if (kind === 'still' && starts(bytes, 0xff, 0xd8)) return seen(verifyPhoto(bytes), 'image/jpeg');
  if (kind === 'still' && starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return seen(verifyPhoto(bytes), 'image/png');
  if (kind === 'still' && starts(bytes, 0x52, 0x49, 0x46, 0x46)) return seen(verifyWebp(bytes), 'image/webp');
  return seen(verify(bytes), 'application/dicom');
};
