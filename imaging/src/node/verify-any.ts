import { verify } from '../clean/verify.ts';
import { looksLikeDicom } from '../dicom/read.ts';
import { kindOf } from '../intake/kind.ts';
import { verifyMp4 } from '../photo/mp4.ts';
import { verifyPhoto } from '../photo/photo.ts';
import type { Result } from '../result.ts';
import { sha256Of } from './clean-dicom.ts';

export type Checked = {
  readonly outcome: 'clean' | 'refused';
  readonly reason: string | null;
  /** The tag, frame or byte at which the check stopped. */
  readonly where: Readonly<Record<string, string | number>>;
  readonly sha256: string | null;
};

function checkOf(bytes: Uint8Array): Result<unknown> {
  if (looksLikeDicom(bytes)) return verify(bytes);
  const kind = kindOf(bytes, '');
  if (kind === 'photo') return verifyPhoto(bytes);
  if (kind === 'film') return verifyMp4(bytes);
  return { ok: false, family: 'invalid', code: typeof kind === 'object' ? kind.refused : 'intake-not-an-image', params: {} };
}

/** The receiving side's check of a clean DICOM file, photo, still or cine. */
export function verifyAny(bytes: Uint8Array): Checked {
  const found = checkOf(bytes);
  return { outcome: found.ok ? 'clean' : 'refused', reason: found.ok ? null : found.code, where: found.ok ? {} : found.params, sha256: sha256Of(bytes) };
}
