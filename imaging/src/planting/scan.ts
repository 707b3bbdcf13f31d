import { latin1Bytes } from '../bytes.ts';

export type Needle = {
  /** The identifier itself, at least four characters. */
  readonly text: string;
  /** Where it was put, for the report. */
  readonly place: string;
};

export type Found = { readonly needle: Needle; readonly encoding: string; readonly at: number };

type Pattern = { readonly needle: Needle; readonly encoding: string; readonly bytes: Uint8Array };

const LEAST_BYTES = 4;

/** Half-way base64 characters at the ends depend on the neighbours, so only the sure ones are looked for. */
const base64Cores = (bytes: Uint8Array): string[] => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return [0, 1, 2].map((shift) => {
    let text = '';
    for (let bit = (6 - ((shift * 8) % 6)) % 6; bit + 6 <= bytes.length * 8; bit += 6) {
      const word = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
      text += alphabet[(word >> (10 - (bit & 7))) & 63];
    }
    return text;
  });
};

const utf16 = (text: string, little: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return out;
};

/** One byte a character in ISO 8859-6, for Arabic letters; other letters have no place there. */
const iso8859Arabic = (text: string): Uint8Array | undefined => {
  const codes = [...text].map((letter) => letter.codePointAt(0) as number);
  if (!codes.some((code) => code > 0x600)) return undefined;
  const bytes = codes.map((code) => (code < 0x80 ? code : code >= 0x60c && code <= 0x652 ? code - 0x560 : -1));
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
};

const reversed = (bytes: Uint8Array): Uint8Array => bytes.slice().reverse();

/** DICOM pads and swaps words in big endian: text then stands with each pair of bytes exchanged. */
const swapped = (bytes: Uint8Array, from: number): Uint8Array => {
  const out = bytes.slice(from, bytes.length - ((bytes.length - from) & 1));
  for (let i = 0; i + 1 < out.length; i += 2) [out[i], out[i + 1]] = [out[i + 1] as number, out[i] as number];
  return out;
};

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const patternsOf = (needle: Needle): Pattern[] => {
  const utf8 = new TextEncoder().encode(needle.text);
  const arabic = iso8859Arabic(needle.text);
  const all: [string, Uint8Array | undefined][] = [
    ['utf-8', utf8],
    ['latin-1', utf8.length === needle.text.length ? undefined : /^[\u0000-\u00ff]*$/.test(needle.text) ? latin1Bytes(needle.text) : undefined],
    ['iso-8859-6', arabic],
    ['utf-16le', utf16(needle.text, true)],
    ['utf-16be', utf16(needle.text, false)],
    ['reversed', reversed(utf8)],
    ['swapped', swapped(utf8, 0)],
    ['swapped', swapped(utf8, 1)],
    ['hex', latin1Bytes(hex(utf8))],
    ['url', utf8.length === needle.text.length ? undefined : latin1Bytes([...utf8].map((byte) => `%${byte.toString(16)}`).join(''))],
    ...base64Cores(utf8).map((core): [string, Uint8Array] => ['base64', latin1Bytes(core)]),
  ];
  return all.flatMap(([encoding, bytes]) => (bytes === undefined || bytes.length < LEAST_BYTES ? [] : [{ needle, encoding, bytes: bytes.map(fold) }]));
};

const fold = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte);
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => fold(byte));

const matches = (bytes: Uint8Array, at: number, pattern: Uint8Array): boolean => {
  if (at + pattern.length > bytes.length) return false;
  for (let i = 0; i < pattern.length; i++) if (FOLD[bytes[at + i] as number] !== pattern[i]) return false;
  return true;
};

/**
 * Looks for identifiers in bytes as they may be written: UTF-8, Latin-1, ISO 8859-6, UTF-16, reversed, byte-swapped,
 * base64, hexadecimal, URL-escaped; letters of either case. One pass, whatever the number of needles.
 * Give it names and numbers of eight characters or more, or chance will answer in large files.
 */
export const findPlanted = (bytes: Uint8Array, needles: readonly Needle[]): Found[] => {
  const byHead = new Map<number, Pattern[]>();
  const gate = new Uint8Array(65_536);
  for (const pattern of needles.flatMap(patternsOf)) {
    const head = ((pattern.bytes[0] as number) << 8) | (pattern.bytes[1] as number);
    gate[head] = 1;
    byHead.set(head, [...(byHead.get(head) ?? []), pattern]);
  }
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
