import { expect, test } from 'vitest';
import { latin1Bytes, latin1Text } from '../bytes.ts';
import { rebuild } from '../clean/rebuild.ts';
import { verify } from '../clean/verify.ts';
import { DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE, JPEG_2000_LOSSLESS, JPEG_BASELINE, RLE_LOSSLESS } from '../dicom/transfer-syntaxes.ts';
import { plantedDicom } from './planter.ts';
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

test.each(SYNTAXES.filter((one) => one !== DEFLATED_LE))('a planted file of %s really holds what it says, before it is cleaned', (transferSyntax) => {
  const planted = plantedDicom({ seed: 1, transferSyntax, modality: 'XA' });
  const found = new Set(findPlanted(planted.bytes, planted.needles).map((one) => one.needle.place));
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
    expect(findPlanted(rebuilt.value.bytes, planted.needles)).toEqual([]);
    expect(findPlanted(everything, planted.needles)).toEqual([]);
    expect(latin1Text(rebuilt.value.bytes)).not.toMatch(/19610423|20240317|101530/);
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
