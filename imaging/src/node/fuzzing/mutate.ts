import { joinBytes, viewOf } from '../../bytes.ts';
import { crc32 } from '../../crc32.ts';
import type { Seed } from './seeds.ts';

const TEMPTING = [0x00, 0xff, 0x7f, 0x80, 0xfe, 0xe0, 0xd9, 0xd8, 0x01, 0x5c, 0x20];
const LENGTHS = [0, 1, 2, 7, 8, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff];
/** Item, its end, the sequence's end, pixel data, a private tag, overlay data, the directory: as they stand in little endian. */
const TAGS = [0xe000fffe, 0xe00dfffe, 0xe0ddfffe, 0x00107fe0, 0x00100009, 0x30006000, 0x12200004];
const VRS = ['SQ', 'UN', 'OB', 'OW', 'US', 'UI', 'DS', 'PN', 'UT', 'AT', '\0\0'];

type Change = (bytes: Uint8Array, at: number, random: () => number) => Uint8Array;

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

const changed = (bytes: Uint8Array, at: number, write: (view: DataView) => void, size: number): Uint8Array => {
  const out = bytes.slice();
  if (at >= 0 && at + size <= out.length) write(viewOf(out));
  return out;
};

const someBytes: Change = (bytes, _, random) => {
  const out = bytes.slice();
  for (let i = 0; i <= random() * 6; i++) out[Math.floor(random() * out.length)] = random() < 0.5 ? pick(TEMPTING, random) : Math.floor(random() * 256);
  return out;
};
const oneBit: Change = (bytes, at, random) => changed(bytes, at + 12, (view) => view.setUint8(at + Math.floor(random() * 12), 1 << Math.floor(random() * 8)), 1);
const aLength: Change = (bytes, at, random) => {
  const where = at + pick([0, 2, 4, 6, 8], random);
  const value = random() < 0.6 ? pick(LENGTHS, random) : Math.floor(random() * 2 * bytes.length);
  const little = random() < 0.7;
  return random() < 0.5 ? changed(bytes, where, (view) => view.setUint32(where, value, little), 4) : changed(bytes, where, (view) => view.setUint16(where, value & 0xffff, little), 2);
};
const aTag: Change = (bytes, at, random) => changed(bytes, at, (view) => view.setUint32(at, pick(TAGS, random), true), 4);
const aVr: Change = (bytes, at, random) => {
  const vr = pick(VRS, random);
  return changed(bytes, at + 4, (view) => [0, 1].forEach((i) => void view.setUint8(at + 4 + i, vr.charCodeAt(i))), 2);
};
const cutOff: Change = (bytes, at, random) => bytes.slice(0, random() < 0.5 ? at : Math.floor(random() * bytes.length));

/** Everything from one joint on, several times over: nested or repeated without end. */
const repeated: Change = (bytes, at, random) => {
  const piece = bytes.subarray(at, at + 8 + Math.floor(random() * 64));
  return joinBytes([bytes.subarray(0, at), ...Array.from({ length: 1 + Math.floor(random() * 30) }, () => piece), bytes.subarray(at)]);
};

const CHANGES: readonly Change[] = [someBytes, oneBit, aLength, aLength, aLength, aTag, aVr, cutOff, repeated];

/** Checksums that hold again, so that what lies behind them is reached. */
const checksummed = (png: Uint8Array): Uint8Array => {
  const view = viewOf(png);
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > png.length) break;
    view.setUint32(end, crc32(png.subarray(at + 4, end)));
  }
  return png;
};

/** A piece of the seed gone, or one of another seed in its place: an element, a segment, a box. */
const spliced = (seed: Seed, other: Seed, random: () => number): Uint8Array => {
  const [from, to] = [pick(seed.joints, random), pick(seed.joints, random)].sort((a, b) => a - b) as [number, number];
  const start = pick(other.joints, random);
  const piece = random() < 0.3 ? new Uint8Array(0) : other.bytes.subarray(start, start + Math.floor(random() * 200));
  return joinBytes([seed.bytes.subarray(0, from), piece, seed.bytes.subarray(random() < 0.5 ? from : to)]);
};

/** One to three changes, mostly at the joints. The same numbers give the same bytes. */
export const mutated = (seed: Seed, others: readonly Seed[], random: () => number): Uint8Array => {
  let bytes = random() < 0.15 ? spliced(seed, pick(others, random), random) : seed.bytes;
  const rounds = 1 + Math.floor(random() * 3);
  for (let i = 0; i < rounds && bytes.length > 0; i++) bytes = pick(CHANGES, random)(bytes, pick(seed.joints, random), random);
  return seed.name === 'png' && random() < 0.7 ? checksummed(bytes.slice()) : bytes;
};
