import { latin1Text, viewOf } from '../bytes.ts';
import { ok, type Refusal, type Result, refuse, tooLarge } from '../result.ts';
import { boxesOf, CHILDREN_AT, MAY_HOLD, type Mp4Box } from './mp4-boxes.ts';
import { isSampleSane } from './mp4-samples.ts';

export type VerifiedCine = {
  readonly mediaType: 'video/mp4';
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly codec: 'avc1' | 'av01' | 'vp09';
};

export const CINE_LIMITS = { bytes: 16 * 1024 * 1024, side: 2048, frames: 10_000 } as const;

type Flat = ReadonlyMap<string, Mp4Box>;

const foreign = (kind: string): Refusal => refuse('preview-metadata-present', { box: /^[a-zA-Z0-9 ]{4}$/.test(kind) ? kind : '?' });

/** All boxes by kind. One track, so each kind stands once; a box out of place, or twice, is refused. */
const flatten = (boxes: readonly Mp4Box[], parent: string, into: Map<string, Mp4Box>): Refusal | undefined => {
  for (const box of boxes) {
    if (!MAY_HOLD[parent]?.includes(box.kind)) return foreign(box.kind);
    if (into.has(box.kind)) return refuse('preview-broken', { at: box.start });
    into.set(box.kind, box);
    const childrenAt = CHILDREN_AT[box.kind];
    if (childrenAt === undefined) continue;
    const inner = box.data.length < childrenAt ? undefined : boxesOf(box.data.subarray(childrenAt), box.start + 8 + childrenAt);
    if (inner === undefined) return refuse('preview-broken', { at: box.start });
    const refused = flatten(inner, box.kind, into);
    if (refused !== undefined) return refused;
  }
  return undefined;
};

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

const BRANDS = /^(isom|iso[1-9]|mp4[12]|avc1|av01)+$/;
const HANDLER = /^(mhlr|\0{4})vide\0{12}(MediabunnyVideoHandler|VideoHandler)?\0*$/;
const COMPRESSOR = /^(Mediabunny v?[0-9.]{1,12})?\0*$/;

const textOf = (flat: Flat, kind: string, from: number, to?: number): string => latin1Text(flat.get(kind)?.data.subarray(from, to) ?? new Uint8Array(0));

/** Rows of a table box behind its 4 bytes of version and flags and `head` bytes, filling it exactly. */
const isTable = (flat: Flat, kind: string, row: number, head = 4): boolean => {
  const data = flat.get(kind)?.data;
  if (data === undefined) return true;
  return data.length >= 4 + head && data.length === 4 + head + row * viewOf(data).getUint32(head);
};

/** Every leaf has its own length, constant or zero text, and no clock: creation and change times are 0. */
const oddLeaf = (flat: Flat): string | undefined => {
  const isTimeless = (kind: string) => {
    const data = flat.get(kind)?.data;
    const version = data?.[0];
    const size = { mvhd: [100, 112], tkhd: [84, 96], mdhd: [24, 36] }[kind];
    return data !== undefined && (version === 0 || version === 1) && data.length === size?.[version] && isZero(data.subarray(4, version === 1 ? 20 : 12));
  };
  const isHeaderPlain = () => {
    const data = flat.get('mvhd')?.data ?? new Uint8Array(0);
    const rest = data.subarray(data[0] === 1 ? 32 : 20);
    return isZero(rest.subarray(6, 16)) && isZero(rest.subarray(52, 76));
  };
  const isEntryPlain = () => {
    const entry = flat.get('avc1') ?? flat.get('av01') ?? flat.get('vp09');
    const data = entry?.data ?? new Uint8Array(0);
    return isZero(data.subarray(0, 6)) && isZero(data.subarray(8, 24)) && isZero(data.subarray(36, 40)) && (data[42] ?? 0) <= 31 && COMPRESSOR.test(latin1Text(data.subarray(43, 74)));
  };
  const isLong = (kind: string, ...lengths: number[]) => !flat.has(kind) || lengths.includes(flat.get(kind)?.data.length ?? -1);
  const checks: readonly [string, boolean][] = [
    ['ftyp', BRANDS.test(textOf(flat, 'ftyp', 0, 4) + textOf(flat, 'ftyp', 8)) && (flat.get('ftyp')?.data.length ?? 0) <= 40],
    ['mvhd', isTimeless('mvhd')], ['tkhd', isTimeless('tkhd')], ['mdhd', isTimeless('mdhd')],
    ['mvhd', isHeaderPlain()], ['stsd', isEntryPlain()],
    ['hdlr', HANDLER.test(textOf(flat, 'hdlr', 4)) && (flat.get('hdlr')?.data.length ?? 99) <= 64],
    ['vmhd', isLong('vmhd', 12)], ['url ', isLong('url ', 4)], ['pasp', isLong('pasp', 8)], ['btrt', isLong('btrt', 12)],
    ['colr', isLong('colr', 11) && (!flat.has('colr') || textOf(flat, 'colr', 0, 4) === 'nclx')],
    ['vpcC', isLong('vpcC', 12)], ['av1C', (flat.get('av1C')?.data.length ?? 4) <= 64], ['avcC', (flat.get('avcC')?.data.length ?? 7) <= 256],
    ['cslg', isLong('cslg', 24)], ['elst', (flat.get('elst')?.data.length ?? 8) <= 64],
    ['stts', isTable(flat, 'stts', 8)], ['ctts', isTable(flat, 'ctts', 8)], ['stsc', isTable(flat, 'stsc', 12)],
    ['stco', isTable(flat, 'stco', 4)], ['stss', isTable(flat, 'stss', 4)], ['stsz', isTable(flat, 'stsz', 4, 8)],
  ];
  return checks.find(([, sane]) => !sane)?.[0];
};

/** Sample sizes, or undefined when they are not listed one by one. */
const sizesOf = (flat: Flat): number[] | undefined => {
  const data = flat.get('stsz')?.data;
  if (data === undefined || data.length < 12) return undefined;
  const view = viewOf(data);
  const count = view.getUint32(8);
  if (view.getUint32(4) !== 0 || count < 1 || count > CINE_LIMITS.frames || data.length !== 12 + 4 * count) return undefined;
  return Array.from({ length: count }, (_, i) => view.getUint32(12 + 4 * i));
};

/** Samples fill the media data from end to end, so that nothing lies between or behind them. */
const oddSample = (media: Uint8Array, sizes: readonly number[], codec: string): number => {
  let at = 0;
  for (const [index, size] of sizes.entries()) {
    if (at + size > media.length || !isSampleSane(media.subarray(at, at + size), codec)) return index;
    at += size;
  }
  return at === media.length ? -1 : sizes.length;
};

/** Chunks may point into the media data only. */
const arePlacesSane = (flat: Flat, media: Mp4Box): boolean => {
  const data = flat.get('stco')?.data;
  if (data === undefined || data.length < 12) return false;
  const view = viewOf(data);
  const [from, to] = [media.start + 8, media.start + 8 + media.data.length];
  for (let at = 8; at + 4 <= data.length; at += 4) if (view.getUint32(at) < from || view.getUint32(at) >= to) return false;
  return view.getUint32(8) === from;
};

const codecOf = (flat: Flat): VerifiedCine['codec'] | undefined => (['avc1', 'av01', 'vp09'] as const).find((one) => flat.has(one));

/**
 * The server's check of a preview cine: one video track, only the boxes that the browser's muxer writes, no clock, no text,
 * no user data in the coded pictures, nothing between them. Nothing is decoded.
 */
export const verifyMp4 = (bytes: Uint8Array): Result<VerifiedCine> => {
  if (bytes.length > CINE_LIMITS.bytes) return tooLarge('preview-too-large', { limit: CINE_LIMITS.bytes });
  if (latin1Text(bytes.subarray(4, 8)) !== 'ftyp') return refuse('preview-not-a-preview');
  const top = boxesOf(bytes);
  if (top === undefined) return refuse('preview-broken', { at: 0 });
  const flat = new Map<string, Mp4Box>();
  const refused = flatten(top, '', flat);
  if (refused !== undefined) return refused;
  const codec = codecOf(flat);
  const sizes = sizesOf(flat);
  const entry = codec === undefined ? undefined : flat.get(codec)?.data;
  const media = flat.get('mdat');
  if (codec === undefined || sizes === undefined || entry === undefined || media === undefined) return refuse('preview-broken', { at: 0 });
  const odd = oddLeaf(flat);
  if (odd !== undefined) return foreign(odd);
  if (!arePlacesSane(flat, media)) return refuse('preview-broken', { at: media.start });
  const view = viewOf(entry);
  const [width, height] = [view.getUint16(24), view.getUint16(26)];
  if (width < 1 || height < 1 || width > CINE_LIMITS.side || height > CINE_LIMITS.side) return refuse('preview-broken', { at: 0 });
  const sample = oddSample(media.data, sizes, codec);
  if (sample >= 0) return refuse('preview-metadata-present', { frame: sample });
  return ok({ mediaType: 'video/mp4', width, height, frames: sizes.length, codec });
};
