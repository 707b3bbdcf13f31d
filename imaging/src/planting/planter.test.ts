import { zipSync, zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { latin1Bytes, latin1Text } from '../bytes.ts';
import { rebuild } from '../clean/rebuild.ts';
import { verify } from '../clean/verify.ts';
import { DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE, JPEG_2000_LOSSLESS, JPEG_BASELINE, RLE_LOSSLESS } from '../dicom/transfer-syntaxes.ts';
import { AVC, JPEG, PNG } from '../photo/chromium-fixtures.ts';
import { verifyMp4 } from '../photo/mp4.ts';
import { stripPhoto } from '../photo/photo.ts';
import { sowerFrom } from './needles.ts';
import { plantedDicom } from './planter.ts';
import { plantedJpeg, plantedMp4, plantedPdf, plantedPng } from './side-files.ts';
import { persianDigits } from './spellings.ts';
import { findPlantedDeep } from './deep-scan.ts';
import { findPlanted } from './scan.ts';

const KEY = new Uint8Array(32).fill(9);
const SYNTAXES = [IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE, DEFLATED_LE, JPEG_BASELINE, JPEG_2000_LOSSLESS, RLE_LOSSLESS];
const SEEDS = 12;

test('the scanner finds an identifier in every encoding it promises', () => {
  const needle = { text: 'KARIMZADEH SORAYA', place: 'here' };
  const utf16 = (big: boolean) => Uint8Array.from([...needle.text].flatMap((letter) => (big ? [0, letter.charCodeAt(0)] : [letter.charCodeAt(0), 0])));
  const planted: [string, Uint8Array][] = [
    ['utf-8', latin1Bytes(`x${needle.text}y`)],
    ['utf-8', latin1Bytes(`x${needle.text.toLowerCase()}y`)],
    ['utf-16le', utf16(false)],
    ['utf-16be', utf16(true)],
    ['reversed', latin1Bytes([...needle.text].reverse().join(''))],
    ['hex', latin1Bytes([...needle.text].map((letter) => letter.charCodeAt(0).toString(16)).join(''))],
    ...['', 'a', 'ab'].map((head): [string, Uint8Array] => ['base64', latin1Bytes(btoa(`${head}${needle.text}tail`))]),
  ];
  for (const [encoding, bytes] of planted) expect(findPlanted(bytes, [needle]).map((one) => one.encoding), encoding).toContain(encoding);
  expect(findPlanted(latin1Bytes('nothing of the kind stands here'), [needle])).toEqual([]);
});

test.each(SYNTAXES.flatMap((syntax) => [[syntax, 1], [syntax, 2]] as const))('a planted file of %s, seed %i, really holds what it says, before it is cleaned', (transferSyntax, seed) => {
  const planted = plantedDicom({ seed, transferSyntax, modality: 'XA' });
  const found = new Set(findPlantedDeep(planted.bytes, planted.needles).map((one) => one.needle.place));
  expect(planted.needles.length).toBeGreaterThan(80);
  expect(planted.needles.filter((needle) => !found.has(needle.place)).map((one) => one.place)).toEqual([]);
});

test.each(SYNTAXES)('no planted identifier is left after a rebuild from %s', (transferSyntax) => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const modality = (['XA', 'US', 'SC'] as const)[seed % 3] as 'XA';
    const planted = plantedDicom({ seed, transferSyntax, modality, undefinedLengths: seed % 2 === 1 });
    const rebuilt = rebuild(planted.bytes, { key: KEY, caseSalt: Uint8Array.of(seed) });
    if (!rebuilt.ok) throw new Error(`${rebuilt.code} ${JSON.stringify(rebuilt.params)}`);
    const everything = new TextEncoder().encode(JSON.stringify([rebuilt.value.certificate, rebuilt.value.sidecar]));
    expect(findPlantedDeep(rebuilt.value.bytes, planted.needles)).toEqual([]);
    expect(findPlanted(everything, planted.needles)).toEqual([]);
    expect(latin1Text(rebuilt.value.bytes)).not.toMatch(/20240317|101530/);
    const checked = verify(rebuilt.value.bytes);
    expect(checked.ok ? '' : `${checked.code} ${JSON.stringify(checked.params)}`).toBe('');
  }
});

test('the certificate counts what went, by kind', () => {
  const planted = plantedDicom({ seed: 4, transferSyntax: JPEG_BASELINE, modality: 'XA' });
  const rebuilt = rebuild(planted.bytes, { key: KEY, caseSalt: new Uint8Array(1) });
  if (!rebuilt.ok) throw new Error(rebuilt.code);
  const { removed, unsound } = rebuilt.value.certificate;
  expect(removed.private).toBeGreaterThanOrEqual(3);
  expect(removed.overlay).toBe(4);
  expect(removed.curve).toBe(2);
  expect(removed.preambleBytes).toBe(128);
  expect(removed.insideFrames).toBe(3 * 4);
  expect(unsound).toEqual(expect.arrayContaining(['00180060', '00181063', '00200011', '00181155', '00281054']));
});

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

test('photos lose what is planted beside their picture; a video and a document are refused', () => {
  for (let seed = 0; seed < 6; seed++) {
    const sow = sowerFrom(1000 + seed);
    const photos = [plantedJpeg(bytesOf(JPEG), sow), plantedPng(bytesOf(PNG), sow)];
    const found = new Set(photos.flatMap((photo) => findPlantedDeep(photo, sow.sown)).map((one) => one.needle.place));
    expect(sow.sown.filter((needle) => !found.has(needle.place))).toEqual([]);
    for (const photo of photos) {
      const bare = stripPhoto(photo);
      if (!bare.ok) throw new Error(bare.code);
      expect(findPlantedDeep(bare.value.bytes, sow.sown)).toEqual([]);
    }
    expect(verifyMp4(plantedMp4(bytesOf(AVC), sow)).ok).toBe(false);
    expect(stripPhoto(plantedPdf(sow)).ok).toBe(false);
  }
});

test('a leak that is put into a clean file on purpose is found, plain, packed and in the high bits', () => {
  const { needles } = plantedDicom({ seed: 5, transferSyntax: IMPLICIT_LE, modality: 'XA' });
  const clean = rebuild(plantedDicom({ seed: 5, transferSyntax: IMPLICIT_LE, modality: 'XA' }).bytes, { key: KEY, caseSalt: Uint8Array.of(1) });
  if (!clean.ok) throw new Error(clean.code);
  const needle = needles.find((one) => one.place === 'patient id');
  if (needle === undefined) throw new Error('nothing planted');
  const leaked = (bytes: Uint8Array) => findPlantedDeep(new Uint8Array([...clean.value.bytes, ...bytes]), needles).map((one) => one.encoding);
  expect(findPlantedDeep(clean.value.bytes, needles)).toEqual([]);
  expect(leaked(latin1Bytes(needle.text))).toContain('utf-8');
  expect(leaked(zlibSync(latin1Bytes(`a${needle.text}`)))).toContain('zlib: utf-8');
  expect(leaked(zipSync({ x: latin1Bytes(`<id>${needle.text}</id>`.repeat(3)) }))).toContain('zip: utf-8');
  expect(leaked(new TextEncoder().encode(persianDigits(needle.text)))).toContain('other digits, utf-8');
  expect(leaked(Uint8Array.from([...latin1Bytes(needle.text)].flatMap((byte) => [0, byte & 0xf0, 0, (byte & 15) << 4])))).toContain('high bits: utf-8');
});
