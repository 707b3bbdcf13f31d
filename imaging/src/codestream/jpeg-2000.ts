import { startsWith, viewOf } from '../bytes.ts';
import { ok, type Result, refuse } from '../result.ts';

const SOC = 0xff4f;
const SIZ = 0xff51;
const SOT = 0xff90;
const SOD = 0xff93;
const EOC = 0xffd9;
const COM = 0xff64;

// CAP, COD, COC, TLM, PLM, PLT, CPF, QCD, QCC, RGN, POC, PPM, PPT, CRG (ITU-T T.800 table A.2, T.814 for CAP and CPF).
const HEADER_MARKERS = new Set([0xff50, 0xff52, 0xff53, 0xff55, 0xff57, 0xff58, 0xff59, 0xff5c, 0xff5d, 0xff5e, 0xff5f, 0xff60, 0xff61, 0xff63]);

const MOST_TILE_PARTS = 65_536;

const broken = (at: number) => refuse('frame-broken', { at });
const truncated = (at: number) => refuse('frame-truncated', { at });

export type CodestreamSize = { readonly rows: number; readonly columns: number; readonly components: number; readonly precision: number };
export type CleanCodestream = { readonly pieces: Uint8Array[]; readonly removed: number; readonly size: CodestreamSize };

/** A JP2 file around the codestream carries boxes of its own (XML, UUID): only the codestream is taken out of it. */
export const codestreamOf = (bytes: Uint8Array): Uint8Array => {
  if (!startsWith(bytes, [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20])) return bytes;
  const view = viewOf(bytes);
  let at = 0;
  for (let boxes = 0; boxes < 64 && at + 8 <= bytes.length; boxes++) {
    const length = view.getUint32(at);
    const end = length === 0 ? bytes.length : at + length;
    if (end < at + 8 || end > bytes.length) return bytes;
    if (view.getUint32(at + 4) === 0x6a703263) return bytes.subarray(at + 8, end);
    at = end;
  }
  return bytes;
};

const sizeOf = (bytes: Uint8Array, view: DataView, at: number, end: number): CodestreamSize | undefined => {
  if (end - at < 41) return undefined;
  const components = view.getUint16(at + 38);
  if (end - at !== 40 + 3 * components) return undefined;
  return {
    columns: view.getUint32(at + 6) - view.getUint32(at + 14),
    rows: view.getUint32(at + 10) - view.getUint32(at + 18),
    components,
    precision: ((bytes[at + 40] as number) & 0x7f) + 1,
  };
};

type Walk = { readonly bytes: Uint8Array; readonly view: DataView; readonly pieces: Uint8Array[]; removed: number };
type Step = { readonly at: number; readonly size?: CodestreamSize };

/** Main header up to the first tile-part; comments are left out, which moves nothing that is addressed. */
const mainHeader = (walk: Walk): Result<Step> => {
  const { bytes, view } = walk;
  if (bytes.length < 4 || view.getUint16(0) !== SOC) return broken(0);
  walk.pieces.push(bytes.subarray(0, 2));
  let size: CodestreamSize | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = view.getUint16(at);
    if (marker === SOT) return size === undefined ? broken(at) : ok({ at, size });
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return truncated(at);
    if (marker === SIZ) size = sizeOf(bytes, view, at, end);
    else if (marker !== COM && !HEADER_MARKERS.has(marker)) return broken(at);
    if (marker === COM) walk.removed++;
    else walk.pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return truncated(at);
};

/** Header of a tile-part up to its data. Its length is written in SOT, so a comment here is emptied, not taken out. */
const tileHeader = (walk: Walk, from: number, end: number): Result<Step> => {
  const { bytes, view } = walk;
  let at = from;
  while (at + 2 <= end) {
    const marker = view.getUint16(at);
    if (marker === SOD) return ok({ at });
    if (at + 4 > end) break;
    const next = at + 2 + view.getUint16(at + 2);
    if (next > end || next < at + 4) break;
    if (marker === COM) {
      const emptied = new Uint8Array(next - at);
      emptied.set(bytes.subarray(at, at + 4));
      if (bytes.subarray(at + 4, next).some((byte) => byte !== 0)) walk.removed++;
      walk.pieces.push(emptied);
    } else if (HEADER_MARKERS.has(marker)) walk.pieces.push(bytes.subarray(at, next));
    else return broken(at);
    at = next;
  }
  return truncated(at);
};

const tilePart = (walk: Walk, at: number): Result<Step> => {
  const { bytes, view } = walk;
  if (at + 12 > bytes.length || view.getUint16(at + 2) !== 10) return truncated(at);
  const length = view.getUint32(at + 6);
  // Psot 0: this tile-part reaches to the end marker (T.800 A.4.2).
  const open = length === 0;
  const end = open ? lastEnd(bytes) : at + length;
  if (end > bytes.length || end < at + 14) return truncated(at);
  walk.pieces.push(bytes.subarray(at, at + 12));
  const header = tileHeader(walk, at + 12, end);
  if (!header.ok) return header;
  walk.pieces.push(bytes.subarray(header.value.at, end));
  return ok({ at: end });
};

const lastEnd = (bytes: Uint8Array): number => {
  for (let at = bytes.length - 2; at > 0; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at;
  return -1;
};

/** One JPEG 2000 or HTJ2K codestream with its comments gone and nothing after its end; all else bit for bit. */
export const cleanJpeg2000 = (file: Uint8Array): Result<CleanCodestream> => {
  const bytes = codestreamOf(file);
  const walk: Walk = { bytes, view: viewOf(bytes), pieces: [], removed: bytes === file ? 0 : 1 };
  const main = mainHeader(walk);
  if (!main.ok) return main;
  let at = main.value.at;
  for (let parts = 0; parts < MOST_TILE_PARTS && at + 2 <= bytes.length; parts++) {
    const marker = walk.view.getUint16(at);
    if (marker === EOC) {
      walk.pieces.push(bytes.subarray(at, at + 2));
      return ok({ pieces: walk.pieces, removed: walk.removed, size: main.value.size as CodestreamSize });
    }
    if (marker !== SOT) return broken(at);
    const part = tilePart(walk, at);
    if (!part.ok) return part;
    at = part.value.at;
  }
  return truncated(at);
};
