import { latin1Text, startsWith } from '../bytes.ts';
import type { ImagingCode } from '../codes.ts';
import { looksLikeDicom } from '../dicom/read.ts';
import { isJpeg, isPng } from '../photo/photo.ts';
import { isWebp } from '../photo/webp.ts';
import { isZip } from './zip.ts';

/** A paper is what is painted as pictures first: a document, a photo that not every browser opens. A film is taken frame by frame. */
export type FileKind = 'dicom' | 'photo' | 'paper' | 'film' | 'zip' | { readonly refused: ImagingCode };

/** Names that operating systems and CD writers leave behind; looked at, never passed on. */
const SYSTEM = /(^|[\\/])(__MACOSX[\\/].*|\.[^\\/]*|thumbs\.db|desktop\.ini|autorun\.inf)$/i;

const DOCUMENT = /^(\{\\rtf|\xd0\xcf\x11\xe0)/;
export const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]);
const VIDEO = /^(RIFF....AVI |OggS|\0\0\x01\xba|FLV)/s;

const HEIF = /^....ftyp(hei[cmsx]|hev[cmx]|mif1|msf1|avif)/s;
/** HEIC photos are MP4-like files as well, so brands tell them apart (ISO/IEC 23008-12). */
export const isHeif = (bytes: Uint8Array): boolean => HEIF.test(latin1Text(bytes.subarray(0, 16)));

/** MP4, QuickTime, WebM and Matroska: what phones and recorders write. */
export const isFilm = (bytes: Uint8Array): boolean => startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]) || (latin1Text(bytes.subarray(4, 8)) === 'ftyp' && !isHeif(bytes));

/** What a dropped file is, by its first bytes; the name counts only for files that systems leave behind. */
export const kindOf = (bytes: Uint8Array, name: string): FileKind => {
  if (SYSTEM.test(name)) return { refused: 'intake-system-file' };
  if (bytes.length === 0) return { refused: 'intake-empty-file' };
  if (isZip(bytes)) return 'zip';
  if (isJpeg(bytes) || isPng(bytes) || isWebp(bytes)) return 'photo';
  if (isPdf(bytes) || isHeif(bytes)) return 'paper';
  if (isFilm(bytes)) return 'film';
  const head = latin1Text(bytes.subarray(0, 16));
  if (DOCUMENT.test(head)) return { refused: 'intake-document' };
  if (VIDEO.test(head)) return { refused: 'intake-video' };
  if (startsWith(bytes, [0x4d, 0x5a])) return { refused: 'intake-system-file' };
  return looksLikeDicom(bytes) ? 'dicom' : { refused: 'intake-not-an-image' };
};
