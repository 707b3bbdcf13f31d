import { latin1Bytes } from '../bytes.ts';
import { iso8859Arabic, windows1256 } from './arabic-bytes.ts';
import { spellingsOf } from './spellings.ts';

export type Needle = {
  /** The identifier itself, at least four characters. */
  readonly text: string;
  /** Where it was put, for the report. */
  readonly place: string;
};

export type Found = { readonly needle: Needle; readonly encoding: string; readonly at: number };

type Pattern = { readonly needle: Needle; readonly encoding: string; readonly bytes: Uint8Array };

const LEAST_BYTES = 4;

export const base64Of = (bytes: Uint8Array): string => {
  const core = base64Cores(bytes)[0] ?? '';
  const rest = bytes.length % 3;
  // The last letter of an unfinished group carries zero bits, which no core holds.
  const last = bytes[bytes.length - 1] ?? 0;
  if (rest === 1) return `${core}${BASE64[(last & 3) << 4]}==`;
  return rest === 2 ? `${core}${BASE64[(last & 15) << 2]}=` : core;
};

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Half-way base64 characters at the ends depend on the neighbours, so only the sure ones are looked for. */
const base64Cores = (bytes: Uint8Array): string[] => {
  return [0, 1, 2].map((shift) => {
    let text = '';
    for (let bit = (6 - ((shift * 8) % 6)) % 6; bit + 6 <= bytes.length * 8; bit += 6) {
      const word = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
      text += BASE64[(word >> (10 - (bit & 7))) & 63];
    }
    return text;
  });
};

export const utf16 = (text: string, little: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return out;
};

const reversed = (bytes: Uint8Array): Uint8Array => bytes.slice().reverse();

/** DICOM pads and swaps words in big endian: text then stands with each pair of bytes exchanged. */
const swapped = (bytes: Uint8Array, from: number): Uint8Array => {
  const out = bytes.slice(from, bytes.length - ((bytes.length - from) & 1));
  for (let i = 0; i + 1 < out.length; i += 2) [out[i], out[i + 1]] = [out[i + 1] as number, out[i] as number];
  return out;
};

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const encodingsOf = (text: string): [string, Uint8Array | undefined][] => {
  const utf8 = new TextEncoder().encode(text);
  const beyondAscii = utf8.length !== text.length;
  return [
    ['utf-8', utf8],
    ['latin-1', beyondAscii && /^[\u0000-\u00ff]*$/.test(text) ? latin1Bytes(text) : undefined],
    ['iso-8859-6', iso8859Arabic(text)],
    ['windows-1256', windows1256(text)],
    ['utf-16le', utf16(text, true)],
    ['utf-16be', utf16(text, false)],
    ['reversed', reversed(utf8)],
    ['swapped', swapped(utf8, 0)],
    ['swapped', swapped(utf8, 1)],
    ['hex', latin1Bytes(hex(utf8))],
    ['url', beyondAscii ? latin1Bytes([...utf8].map((byte) => `%${byte.toString(16)}`).join('')) : undefined],
    ...base64Cores(utf8).map((core): [string, Uint8Array] => ['base64', latin1Bytes(core)]),
  ];
};

const patternsOf = (needle: Needle): Pattern[] =>
  spellingsOf(needle.text).flatMap(({ text, spelling }) =>
    encodingsOf(text).flatMap(([encoding, bytes]) =>
      bytes === undefined || bytes.length < LEAST_BYTES ? [] : [{ needle, encoding: spelling === '' ? encoding : `${spelling}, ${encoding}`, bytes: bytes.map(fold) }],
    ),
  );

const fold = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte);
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => fold(byte));

const matches = (bytes: Uint8Array, at: number, pattern: Uint8Array): boolean => {
  if (at + pattern.length > bytes.length) return false;
  for (let i = 0; i < pattern.length; i++) if (FOLD[bytes[at + i] as number] !== pattern[i]) return false;
  return true;
};

/**
 * Looks for identifiers in bytes as they may be written: UTF-8, Latin-1, ISO 8859-6 (also behind the escapes of ISO 2022),
 * Windows-1256, UTF-16, reversed, byte-swapped, base64, hexadecimal, URL-escaped; names turned about, dates and digits in other
 * spellings; letters of either case. One pass, whatever the number of needles. Packed content is `findPlantedDeep`'s.
 * Give it names and numbers of eight characters or more, or chance will answer in large files.
 */
export const scannerFor = (needles: readonly Needle[]): ((bytes: Uint8Array) => Found[]) => {
  const byHead = new Map<number, Pattern[]>();
  const gate = new Uint8Array(65_536);
  for (const pattern of needles.flatMap(patternsOf)) {
    const head = ((pattern.bytes[0] as number) << 8) | (pattern.bytes[1] as number);
    gate[head] = 1;
    const known = byHead.get(head);
    if (known === undefined) byHead.set(head, [pattern]);
    else known.push(pattern);
  }
  return (bytes) => {
    const found: Found[] = [];
    let head = 0;
    for (let at = 0; at < bytes.length; at++) {
      head = ((head << 8) | (FOLD[bytes[at] as number] as number)) & 0xffff;
      if (gate[head] === 0 || at === 0) continue;
      for (const pattern of byHead.get(head) ?? [])
        if (matches(bytes, at - 1, pattern.bytes)) found.push({ needle: pattern.needle, encoding: pattern.encoding, at: at - 1 });
    }
    return found;
  };
};

export const findPlanted = (bytes: Uint8Array, needles: readonly Needle[]): Found[] => scannerFor(needles)(bytes);
