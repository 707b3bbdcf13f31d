import { latin1Text, startsWith } from '../bytes.ts';
import type { ImagingCode } from '../codes.ts';
import { looksLikeDicom } from '../dicom/read.ts';
import { isJpeg, isPng } from '../photo/photo.ts';
import { isWebp } from '../photo/webp.ts';
import { isZip } from './zip.ts';

/** A paper is a document whose pages are painted as pictures. */
export type FileKind = 'dicom' | 'photo' | 'paper' | 'zip' | { readonly refused: ImagingCode };

/** Names that operating systems and CD writers leave behind; looked at, never passed on. */
const SYSTEM = /(^|[\\/])(__MACOSX[\\/].*|\.[^\\/]*|thumbs\.db|desktop\.ini|autorun\.inf)$/i;

const DOCUMENT = /^(\{\\rtf|\xd0\xcf\x11\xe0)/;
export const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]);
const VIDEO = /^(\x1aE\xdf\xa3|RIFF....AVI |OggS|\0\0\x01\xba|FLV)/s;

/** HEIC photos are MP4-like files as well, so brands tell them apart (ISO/IEC 23008-12). */
const isIsoVideo = (head: string): boolean => head.slice(4, 8) === 'ftyp' && !/^(hei[cmsx]|hev[cmx]|mif1|msf1|avif)/.test(head.slice(8, 12));

/** What a dropped file is, by its first bytes; the name counts only for files that systems leave behind. */
export const kindOf = (bytes: Uint8Array, name: string): FileKind => {
  if (SYSTEM.test(name)) return { refused: 'intake-system-file' };
  if (bytes.length === 0) return { refused: 'intake-empty-file' };
  if (isZip(bytes)) return 'zip';
  if (isJpeg(bytes) || isPng(bytes) || isWebp(bytes)) return 'photo';
  if (isPdf(bytes)) return 'paper';
  const head = latin1Text(bytes.subarray(0, 16));
  if (DOCUMENT.test(head)) return { refused: 'intake-document' };
  if (VIDEO.test(head) || isIsoVideo(head)) return { refused: 'intake-video' };
  if (startsWith(bytes, [0x4d, 0x5a])) return { refused: 'intake-system-file' };
  return looksLikeDicom(bytes) ? 'dicom' : { refused: 'intake-not-an-image' };
};
