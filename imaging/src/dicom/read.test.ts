import { expect, test } from 'vitest';
import { joinBytes, latin1Bytes } from '../bytes.ts';
import { type Element, el, type Item } from './element.ts';
import { LIMITS } from './limits.ts';
import { looksLikeDicom, readDicom } from './read.ts';
import { TAG } from './tags.ts';
import { charactersOf, decodeText } from './text.ts';
import { DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE } from './transfer-syntaxes.ts';
import { codeOf, numbersOf } from './values.ts';
import { writePart10 } from './write.ts';

const ELEMENTS: Element[] = [
  el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.6.1'), el(TAG.modality, 'CS', 'US'), el(TAG.frameTime, 'DS', '33.3'), el(TAG.rows, 'US', 480),
  el(TAG.regions, 'SQ', [[el(0x00186018, 'UL', 7), el(0x0018602c, 'FD', 0.0125)], [el(0x00186018, 'UL', 9)]]),
];

const read = (bytes: Uint8Array) => {
  const result = readDicom(bytes);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result.value;
};
const code = (bytes: Uint8Array) => {
  const result = readDicom(bytes);
  return result.ok ? 'read' : result.code;
};

test.each([IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE, DEFLATED_LE])('the same tree comes out of %s, with lengths given or left open', (transferSyntax) => {
  for (const undefinedLengths of [false, true]) {
    const { set } = read(writePart10({ transferSyntax, elements: ELEMENTS, undefinedLengths }));
    expect(codeOf(set, TAG.modality)).toBe('US');
    expect(numbersOf(set, TAG.frameTime)).toEqual([33.3]);
    expect(numbersOf(set, TAG.rows)).toEqual([480]);
    const items = set.get(TAG.regions)?.items ?? [];
    expect(items.map((item) => numbersOf(item, 0x00186018))).toEqual([[7], [9]]);
    expect(numbersOf(items[0] as NonNullable<(typeof items)[0]>, 0x0018602c)).toEqual([0.0125]);
  }
});

test.each([IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE])('a bare data set in %s is recognised and read', (transferSyntax) => {
  const bytes = writePart10({ transferSyntax, elements: ELEMENTS, bare: true });
  expect(looksLikeDicom(bytes)).toBe(true);
  expect(read(bytes).transferSyntax.uid).toBe(transferSyntax);
});

test('a file that says implicit and writes explicit is read for what it is', () => {
  const explicit = writePart10({ transferSyntax: EXPLICIT_LE, elements: ELEMENTS, meta: [el(TAG.transferSyntax, 'UI', IMPLICIT_LE)] });
  expect(codeOf(read(explicit).set, TAG.modality)).toBe('US');
});

test('a sequence under unknown VR is read, in the encoding the standard gives it', () => {
  const inner = writePart10({ transferSyntax: IMPLICIT_LE, elements: [el(0x00186018, 'UL', 7)], bare: true });
  const item = joinBytes([Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, inner.length, 0, 0, 0), inner]);
  const { set } = read(writePart10({ transferSyntax: EXPLICIT_LE, elements: [...ELEMENTS.slice(0, 4), el(TAG.regions, 'UN', item)] }));
  expect(numbersOf(set.get(TAG.regions)?.items?.[0] ?? new Map(), 0x00186018)).toEqual([7]);
});

const deep = (depth: number): Item => [el(0x00400275, 'SQ', depth === 0 ? [] : [deep(depth - 1)])];

test('depth and number of elements are bounded', () => {
  expect(code(writePart10({ transferSyntax: EXPLICIT_LE, elements: [...ELEMENTS, ...deep(LIMITS.depth - 2)], undefinedLengths: true }))).toBe('read');
  expect(code(writePart10({ transferSyntax: EXPLICIT_LE, elements: [...ELEMENTS, ...deep(LIMITS.depth + 2)], undefinedLengths: true }))).toBe('dicom-too-deep');
  const items = new Uint8Array(8 * (LIMITS.elements + 10));
  for (let at = 0; at < items.length; at += 8) items.set([0xfe, 0xff, 0x00, 0xe0], at);
  expect(code(writePart10({ transferSyntax: EXPLICIT_LE, elements: [...ELEMENTS.slice(0, 4), el(TAG.regions, 'UN', items)] }))).toBe('dicom-too-many-elements');
});

test('a claimed length is compared with what is there, and nothing is allocated by it', () => {
  const bytes = writePart10({ transferSyntax: EXPLICIT_LE, elements: ELEMENTS, pixel: { kind: 'native', vr: 'OW', bytes: new Uint8Array(16) } });
  new DataView(bytes.buffer).setUint32(bytes.length - 20, 0xfffffff0, true);
  expect(code(bytes)).toBe('dicom-truncated');
});

test('a deflated bomb stops at the bound', () => {
  const zeros = new Uint8Array(40_000_000);
  const bytes = writePart10({ transferSyntax: DEFLATED_LE, elements: ELEMENTS, pixel: { kind: 'native', vr: 'OW', bytes: zeros } });
  expect(bytes.length).toBeLessThan(100_000);
  expect(code(bytes)).toBe('dicom-too-large');
});

test('names are shown in the letters they were written in', () => {
  const shown = (term: string, bytes: Uint8Array) => {
    const { set } = read(writePart10({ transferSyntax: EXPLICIT_LE, elements: [el(TAG.characterSet, 'CS', term), el(TAG.patientName, 'PN', bytes), ...ELEMENTS] }));
    return decodeText(set.get(TAG.patientName)?.value ?? new Uint8Array(0), charactersOf(set));
  };
  expect(shown('ISO_IR 192', new TextEncoder().encode('مریم رضایی'))).toBe('مریم رضایی');
  expect(shown('ISO_IR 127', Uint8Array.of(0xe5, 0xd1, 0xea, 0xe5))).toBe('مريم');
  expect(shown('ISO_IR 100', Uint8Array.of(0x4c, 0x65, 0x66, 0xe8, 0x76, 0x72))).toBe('Lefèvr');
  expect(shown('\\ISO 2022 IR 127', Uint8Array.of(0x1b, 0x2d, 0x47, 0xe5, 0xd1, 0xea))).toBe('مري');
  expect(shown('ISO 2022 IR 6\\ISO 2022 IR 87', Uint8Array.of(0x1b, 0x24, 0x42, 0x3b, 0x33, 0x1b, 0x28, 0x42))).toBe('山');
  expect(shown('NO SUCH SET', latin1Bytes('plain'))).toBe('plain');
});
