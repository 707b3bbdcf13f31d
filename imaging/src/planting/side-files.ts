import { zlibSync } from 'fflate';
import { joinBytes, latin1Bytes } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import type { Sower } from './needles.ts';
import { utf16 } from './scan.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  joinBytes([Uint8Array.of(0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff), payload]);

/** One directory with a description, an artist and a place; enough for a reader to show them. */
const tiff = (texts: readonly [number, string][]): Uint8Array => {
  const head = new Uint8Array(8 + 2 + 12 * texts.length + 4);
  const view = new DataView(head.buffer);
  head.set(latin1Bytes('II*\0'));
  view.setUint32(4, 8, true);
  view.setUint16(8, texts.length, true);
  let at = head.length;
  const values = texts.map(([tag, text], i) => {
    const bytes = latin1Bytes(`${text}\0`);
    const entry = 10 + 12 * i;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, 2, true);
    view.setUint32(entry + 4, bytes.length, true);
    view.setUint32(entry + 8, at, true);
    at += bytes.length;
    return bytes;
  });
  return joinBytes([head, ...values]);
};

const exif = (sow: Sower): Uint8Array => tiff([[0x010e, sow.name('Exif description')], [0x013b, sow.name('Exif artist')], [0x0132, sow.date('Exif date')], [0x001d, sow.digits('GPS')]]);
const xmp = (sow: Sower): Uint8Array => utf8(`<x:xmpmeta><dc:creator>${sow.persian('XMP creator')}</dc:creator></x:xmpmeta>`);

/** A JPEG with text in Exif, XMP, IPTC, a comment, a profile and behind its end. */
export const plantedJpeg = (jpeg: Uint8Array, sow: Sower): Uint8Array =>
  joinBytes([
    jpeg.subarray(0, 2),
    segment(0xe1, joinBytes([latin1Bytes('Exif\0\0'), exif(sow)])),
    segment(0xe1, joinBytes([latin1Bytes('http://ns.adobe.com/xap/1.0/\0'), xmp(sow)])),
    segment(0xed, joinBytes([latin1Bytes('Photoshop 3.0\x008BIM\x04\x04\0\0'), Uint8Array.of(0, 0, 0, 30, 0x1c, 2, 0x50, 0, 25), latin1Bytes(sow.name('IPTC by-line'))])),
    segment(0xfe, latin1Bytes(sow.name('JPEG comment'))),
    segment(0xe2, joinBytes([latin1Bytes('ICC_PROFILE\0'), utf16(sow.name('profile description'), false)])),
    jpeg.subarray(2),
    latin1Bytes(sow.name('behind the JPEG')),
  ]);

const chunk = (kind: string, body: Uint8Array): Uint8Array => {
  const out = new Uint8Array(body.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, body.length);
  out.set(latin1Bytes(kind), 4);
  out.set(body, 8);
  view.setUint32(body.length + 8, crc32(out.subarray(4, body.length + 8)));
  return out;
};

const PNG_HEAD = 33;

/** A PNG with text of all three kinds, Exif, a private chunk and bytes behind its end. */
export const plantedPng = (png: Uint8Array, sow: Sower): Uint8Array =>
  joinBytes([
    png.subarray(0, PNG_HEAD),
    chunk('tEXt', latin1Bytes(`Author\0${sow.name('PNG text')}`)),
    chunk('zTXt', joinBytes([latin1Bytes('Comment\0\0'), zlibSync(utf8(sow.name('PNG packed text')))])),
    chunk('iTXt', joinBytes([latin1Bytes('XML:com.adobe.xmp\0\0\0\0\0'), xmp(sow)])),
    chunk('eXIf', exif(sow)),
    chunk('prVt', latin1Bytes(sow.digits('private chunk'))),
    png.subarray(PNG_HEAD),
    latin1Bytes(sow.name('behind the PNG')),
  ]);

const box = (kind: string, body: Uint8Array): Uint8Array => {
  const out = new Uint8Array(body.length + 8);
  new DataView(out.buffer).setUint32(0, out.length);
  out.set(latin1Bytes(kind), 4);
  out.set(body, 8);
  return out;
};

/** A video with user data, a place, a title and a free box; it must be refused, because boxes are not taken out of videos. */
export const plantedMp4 = (mp4: Uint8Array, sow: Sower): Uint8Array =>
  joinBytes([mp4, box('udta', joinBytes([box('\xa9xyz', latin1Bytes(`+35.6-051.4/${sow.digits('place')}`)), box('\xa9nam', latin1Bytes(sow.name('title')))])), box('free', latin1Bytes(sow.name('free box')))]);

/** The head of a PDF with an information dictionary; documents are not cleaned, so it must be refused without its text being told. */
export const plantedPdf = (sow: Sower): Uint8Array => latin1Bytes(`%PDF-1.7\n1 0 obj <</Author (${sow.name('PDF author')}) /Title (${sow.name('PDF title')})>> endobj\ntrailer <</Info 1 0 R>>\n%%EOF\n`);
