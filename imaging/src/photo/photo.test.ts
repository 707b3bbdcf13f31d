import { expect, test } from 'vitest';
import { joinBytes, latin1Bytes } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import { randomFrom } from '../planting/needles.ts';
import { findPlanted } from '../planting/scan.ts';
import { AV1, AVC, JPEG, PNG, WEBP } from './chromium-fixtures.ts';
import { verifyMp4 } from './mp4.ts';
import { stripPhoto, verifyPhoto, verifyWebp } from './photo.ts';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const NEEDLE = { text: 'KARIMZADEH SORAYA', place: 'photo' };

const stripped = (bytes: Uint8Array) => {
  const result = stripPhoto(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const code = (result: { ok: true } | { ok: false; code: string }) => (result.ok ? 'accepted' : result.code);

const jpegSegment = (marker: number, text: string) => joinBytes([Uint8Array.of(0xff, marker, 0, text.length + 2), latin1Bytes(text)]);
const withExif = (bytes: Uint8Array) => joinBytes([bytes.subarray(0, 2), jpegSegment(0xe1, `Exif\0\0${NEEDLE.text}`), jpegSegment(0xfe, NEEDLE.text), bytes.subarray(2)]);
const chunk = (kind: string, text: string) => {
  const body = latin1Bytes(kind + text);
  const out = new Uint8Array(body.length + 8);
  new DataView(out.buffer).setUint32(0, text.length);
  out.set(body, 4);
  new DataView(out.buffer).setUint32(body.length + 4, crc32(body));
  return out;
};
const withText = (bytes: Uint8Array) => joinBytes([bytes.subarray(0, 33), chunk('tEXt', `Author\0${NEEDLE.text}`), bytes.subarray(33)]);
const withXmp = (bytes: Uint8Array) => {
  const data = latin1Bytes(`${NEEDLE.text}!`);
  const out = joinBytes([bytes, latin1Bytes('XMP '), Uint8Array.of(data.length, 0, 0, 0), data]);
  new DataView(out.buffer).setUint32(4, out.length - 8, true);
  return out;
};

test.each<[string, string, (bytes: Uint8Array) => Uint8Array]>([['JPEG', JPEG, withExif], ['PNG', PNG, withText], ['WebP', WEBP, withXmp]])(
  'a %s loses its metadata, its picture stays, and only then it is accepted',
  (_kind, base64, plant) => {
    const planted = plant(bytesOf(base64));
    expect(findPlanted(planted, [NEEDLE])).not.toEqual([]);
    expect(code(verifyPhoto(planted))).toBe('photo-metadata-present');
    const clean = stripped(planted);
    expect(findPlanted(clean.bytes, [NEEDLE])).toEqual([]);
    expect(verifyPhoto(clean.bytes)).toMatchObject({ ok: true, value: { width: 64, height: 48 } });
    expect(clean.bytes).toEqual(stripped(bytesOf(base64)).bytes);
    expect(code(verifyPhoto(joinBytes([clean.bytes, latin1Bytes(NEEDLE.text)])))).toBe('photo-trailing-bytes');
  },
);

test('the colour profile that browsers add is metadata too', () => {
  expect(code(verifyWebp(bytesOf(WEBP)))).toBe('photo-metadata-present');
  expect(code(verifyWebp(stripped(bytesOf(WEBP)).bytes))).toBe('accepted');
  expect(code(verifyWebp(bytesOf(PNG)))).toBe('preview-not-a-preview');
});

/** As the browser worker does before upload: times of the muxer's clock are put out. */
const timeless = (base64: string) => {
  const bytes = bytesOf(base64);
  const view = new DataView(bytes.buffer);
  for (let at = 4; at < bytes.length - 12; at++) {
    const kind = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (['mvhd', 'tkhd', 'mdhd'].includes(kind)) bytes.fill(0, at + 8, at + (view.getUint8(at + 4) === 1 ? 24 : 16));
  }
  return bytes;
};

test.each([['H.264', AVC, 'avc1'], ['AV1', AV1, 'av01']])('a preview in %s as the browser writes it is accepted once its clock is gone', (_name, base64, codec) => {
  expect(verifyMp4(bytesOf(base64))).toMatchObject({ ok: false, code: 'preview-metadata-present', params: { box: 'mvhd' } });
  expect(verifyMp4(timeless(base64))).toMatchObject({ ok: true, value: { codec, frames: 3, width: 64, height: 48 } });
});

const box = (kind: string, data: Uint8Array) => {
  const out = new Uint8Array(8 + data.length);
  new DataView(out.buffer).setUint32(0, out.length);
  out.set(latin1Bytes(kind), 4);
  out.set(data, 8);
  return out;
};

test('a preview with a place for text, bytes behind it, or user data in its pictures is refused', () => {
  const clean = timeless(AVC);
  for (const kind of ['udta', 'uuid', 'meta', 'free', 'skip'])
    expect(verifyMp4(joinBytes([clean, box(kind, latin1Bytes(NEEDLE.text))]))).toMatchObject({ code: 'preview-metadata-present', params: { box: kind } });
  expect(code(verifyMp4(joinBytes([clean, latin1Bytes('tail')])))).toBe('preview-broken');
  const at = String.fromCharCode(...clean).indexOf('MediabunnyVideoHandler');
  const renamed = clean.slice();
  renamed.set(latin1Bytes('Karim'), at);
  expect(verifyMp4(renamed)).toMatchObject({ code: 'preview-metadata-present', params: { box: 'hdlr' } });
  const media = String.fromCharCode(...clean).indexOf('mdat') + 4;
  for (const supplemental of [6, 12]) {
    const withIt = clean.slice();
    withIt[media + 4] = supplemental;
    expect(code(verifyMp4(withIt))).toBe('preview-metadata-present');
  }
});

test('damaged photos and previews give a value or a refusal, and never throw', () => {
  const random = randomFrom(5);
  const sources = [bytesOf(JPEG), bytesOf(PNG), bytesOf(WEBP), timeless(AVC), timeless(AV1)];
  let accepted = 0;
  for (let round = 0; round < 4000; round++) {
    const damaged = (sources[round % sources.length] as Uint8Array).slice(0, random() < 0.1 ? Math.floor(random() * 400) : undefined);
    for (let i = 0; i < 3; i++) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
    const photo = stripPhoto(damaged);
    if (photo.ok) expect(code(verifyPhoto(photo.value.bytes))).toBe('accepted');
    if (verifyMp4(damaged).ok) accepted++;
  }
  expect(accepted).toBeGreaterThan(0);
});
