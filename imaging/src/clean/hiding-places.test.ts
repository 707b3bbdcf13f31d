import { expect, test } from 'vitest';
import { joinBytes, latin1Bytes } from '../bytes.ts';
import { type Element, el } from '../dicom/element.ts';
import { TAG } from '../dicom/tags.ts';
import { DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { findPlanted } from '../planting/scan.ts';
import { rebuild } from './rebuild.ts';
import { verify } from './verify.ts';

const OPTIONS = { key: new Uint8Array(32).fill(3), caseSalt: Uint8Array.of(9) };
const NAME = 'KARIMZADEH';
const PERSIAN = 'کریم‌زاده';
const arabic = Uint8Array.of(0x1b, 0x2d, 0x47, 0xe3, 0xd1, 0xea, 0xe5);

const base: readonly Element[] = [
  el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(TAG.sopInstance, 'UI', '1.2.3'), el(TAG.modality, 'CS', 'XA'), el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'),
  el(TAG.rows, 'US', 4), el(TAG.columns, 'US', 4), el(TAG.bitsAllocated, 'US', 16), el(TAG.bitsStored, 'US', 12), el(TAG.highBit, 'US', 11), el(TAG.signed, 'US', 0),
];

const words = (text: string): Uint8Array => joinBytes([latin1Bytes(text.padEnd(32, ' '))]);
/** Bits above the stored twelve, where an old device drew its overlay. */
const highBits = (): Uint8Array => {
  const pixels = new Uint8Array(32);
  for (let i = 0; i < 16; i++) pixels[2 * i + 1] = (((NAME.charCodeAt(i % NAME.length) >> (i % 4)) & 15) << 4) | 1;
  return pixels;
};

type Hidden = { readonly elements?: readonly Element[]; readonly preamble?: Uint8Array; readonly trailing?: Uint8Array; readonly pixels?: Uint8Array };
const PLACES: readonly (readonly [string, Hidden])[] = [
  ['a private group', { elements: [el(0x00290010, 'LO', NAME), el(0x00291001, 'LO', NAME), el(0x00291002, 'SQ', [[el(0x00291003, 'LO', NAME)]])] }],
  ['an overlay with data of its own', { elements: [el(0x60000010, 'US', 4), el(0x60000022, 'LO', NAME), el(0x60003000, 'OW', words(NAME))] }],
  ['an overlay in the last group', { elements: [el(0x601e0022, 'LO', NAME), el(0x601e3000, 'OW', words(NAME))] }],
  ['an overlay in high bits', { elements: [el(0x60000100, 'US', 16), el(0x60000102, 'US', 12)], pixels: highBits() }],
  ['a curve', { elements: [el(0x50000022, 'LO', NAME), el(0x50003000, 'OW', words(NAME))] }],
  ['an icon', { elements: [el(0x00880200, 'SQ', [[el(TAG.rows, 'US', 4), el(TAG.pixelData, 'OW', words(NAME))]])] }],
  ['a sequence six deep', { elements: [el(0x00400275, 'SQ', [[el(0x00400275, 'SQ', [[el(0x00400275, 'SQ', [[el(0x00400275, 'SQ', [[el(0x00081140, 'SQ', [[el(0x00100010, 'PN', NAME)]])]])]])]])]])] }],
  ['a sequence that is kept', { elements: [el(0x00081140, 'SQ', [[el(0x00081150, 'UI', '1.2.840.10008.5.1.4.1.1.12.1'), el(0x00081155, 'UI', '1.2.9'), el(0x00100010, 'PN', NAME)]])] }],
  ['the preamble', { preamble: latin1Bytes(NAME.padEnd(128, '.')) }],
  ['bytes behind the end', { trailing: latin1Bytes(NAME) }],
  ['padding behind the pixels', { elements: [el(0xfffcfffc, 'OB', words(NAME))] }],
  ['a pixel tail', { pixels: joinBytes([new Uint8Array(32), words(NAME)]) }],
  ['a number under a wrong VR', { elements: [el(TAG.frameTime, 'LO', NAME)] }],
  ['a code under a wrong VR', { elements: [el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.voiFunction, 'LT', NAME)] }],
  ['a term with a name beside', { elements: [el(TAG.imageType, 'CS', ['ORIGINAL', 'PRIMARY', NAME])] }],
  ['a date that is none', { elements: [el(0x00080022, 'DA', NAME.slice(0, 8))] }],
  ['an identifier of the hospital', { elements: [el(0x00200052, 'UI', '1.2.826.0.1.3680043.8.498.77')] }],
  ['a table with more than it declares', { elements: [el(0x00283010, 'SQ', [[el(0x00283002, 'US', [2, 0, 16]), el(0x00283006, 'OW', joinBytes([new Uint8Array(4), words(NAME)]))]])] }],
  ['a Persian name in UTF-8', { elements: [el(TAG.characterSet, 'CS', 'ISO_IR 192'), el(TAG.patientName, 'PN', PERSIAN), el(0x00081030, 'LO', PERSIAN)] }],
  ['an Arabic name in ISO 2022', { elements: [el(TAG.characterSet, 'CS', '\\ISO 2022 IR 127'), el(TAG.patientName, 'PN', arabic), el(0x00104000, 'LT', arabic)] }],
  ['a group length and a retired text', { elements: [el(0x00104000, 'LT', NAME), el(0x00204000, 'LT', NAME), el(0x00324000, 'LT', NAME)] }],
];
const NEEDLES = [{ text: NAME, place: 'name' }, { text: PERSIAN, place: 'Persian' }, { text: NAME.slice(0, 8), place: 'date' }, { text: '3680043.8.498.77', place: 'root' }];

const holds = (bytes: Uint8Array, part: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from(part));

test.each(PLACES)('nothing of %s is in the clean file, in any byte order, with lengths given or open', (_name, { elements = [], preamble, trailing, pixels = new Uint8Array(32) }) => {
  const all = [...base.filter((one) => !elements.some((other) => other.tag === one.tag)), ...elements];
  for (const transferSyntax of [EXPLICIT_LE, IMPLICIT_LE, EXPLICIT_BE, DEFLATED_LE])
    for (const undefinedLengths of [false, true]) {
      const source = writePart10({
        transferSyntax, elements: all, undefinedLengths, pixel: { kind: 'native', bytes: pixels },
        ...(preamble === undefined ? {} : { preamble }), ...(trailing === undefined ? {} : { trailing }),
      });
      const made = rebuild(source, OPTIONS);
      if (!made.ok) throw new Error(`${transferSyntax} ${made.code} ${JSON.stringify(made.params)}`);
      expect(findPlanted(made.value.bytes, NEEDLES)).toEqual([]);
      expect(holds(made.value.bytes, arabic)).toBe(false);
      expect(verify(made.value.bytes)).toMatchObject({ ok: true });
      const { offset, length } = made.value.sidecar.offsets[0] ?? { offset: 0, length: 0 };
      expect(made.value.bytes.subarray(offset, offset + length).every((byte, i) => i % 2 === 0 || byte < 16), 'bits above the stored ones are clear').toBe(true);
    }
});
