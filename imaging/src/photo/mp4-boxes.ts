import { latin1Text, viewOf } from '../bytes.ts';

/** A box of an MP4 file (ISO/IEC 14496-12 section 4.2); `data` is what follows its header. */
export type Mp4Box = { readonly kind: string; readonly start: number; readonly data: Uint8Array };

const MOST_BOXES = 512;

/** The boxes that fill `bytes` exactly; undefined when they do not. 64-bit sizes and "to the end" are not used by our muxer. */
export const boxesOf = (bytes: Uint8Array, base = 0): Mp4Box[] | undefined => {
  const view = viewOf(bytes);
  const boxes: Mp4Box[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 8 > bytes.length || boxes.length >= MOST_BOXES) return undefined;
    const size = view.getUint32(at);
    if (size < 8 || at + size > bytes.length) return undefined;
    boxes.push({ kind: latin1Text(bytes.subarray(at + 4, at + 8)), start: base + at, data: bytes.subarray(at + 8, at + size) });
    at += size;
  }
  return boxes;
};

/** Where child boxes begin inside a box that holds some; absent for leaves. */
export const CHILDREN_AT: Readonly<Record<string, number>> = {
  moov: 0, trak: 0, edts: 0, mdia: 0, minf: 0, dinf: 0, stbl: 0, dref: 8, stsd: 8, avc1: 78, av01: 78, vp09: 78,
};

/** Which boxes may stand in which; the rest (udta, meta, uuid, free, skip, name …) has no place in a preview. */
export const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'moov', 'mdat'],
  moov: ['mvhd', 'trak'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  dref: ['url '],
  stbl: ['stsd', 'stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stco', 'stss'],
  stsd: ['avc1', 'av01', 'vp09'],
  avc1: ['avcC', 'pasp', 'colr', 'btrt'],
  av01: ['av1C', 'pasp', 'colr', 'btrt'],
  vp09: ['vpcC', 'pasp', 'colr', 'btrt'],
};
