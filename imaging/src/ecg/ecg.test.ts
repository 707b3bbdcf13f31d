import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Element, el, type Item } from '../dicom/element.ts';
import { readDicom } from '../dicom/read.ts';
import { TAG } from '../dicom/tags.ts';
import { EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { ecgPicture } from './draw.ts';
import { ecgOf, isEcg } from './waveform.ts';

const HERTZ = 500;
const SECONDS = 2;
const SAMPLES = HERTZ * SECONDS;

const channel = (code: string, meaning: string, unit = 'uV'): Item => [
  el(0x003a0208, 'SQ', [[el(0x00080100, 'SH', code), el(0x00080104, 'LO', meaning)]]), el(0x003a0210, 'DS', '5'),
  el(0x003a0211, 'SQ', [[el(0x00080100, 'SH', unit)]]), el(0x003a0212, 'DS', '1'), el(0x003a0213, 'DS', '0'),
];

/** Lead I: one millivolt from half a second to one second, else nothing; the second lead is its negative. */
const words = (): Uint8Array => {
  const out = new Int16Array(SAMPLES * 2);
  for (let i = HERTZ / 2; i < HERTZ; i++) [out[2 * i], out[2 * i + 1]] = [200, -200];
  return new Uint8Array(out.buffer);
};

const file = (transferSyntax: string, change: readonly Element[] = [], channels = [channel('2:1', 'Lead I'), channel('5.6.3-9-64', 'Lead aVF')]) => {
  const group = [el(0x003a0005, 'US', 2), el(0x003a0010, 'UL', SAMPLES), el(0x003a001a, 'DS', String(HERTZ)), el(0x003a0200, 'SQ', channels), el(0x54001004, 'US', 16), el(0x54001006, 'CS', 'SS'), el(0x54001010, 'OW', words())];
  const waveform = [...group.filter((one) => !change.some((other) => other.tag === one.tag)), ...change];
  const bytes = writePart10({ transferSyntax, elements: [el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.9.1.1'), el(TAG.modality, 'CS', 'ECG'), el(TAG.patientName, 'PN', 'DOE^JANE'), el(0x54000100, 'SQ', [waveform])] });
  const read = readDicom(bytes);
  if (!read.ok) throw new Error(read.code);
  return read.value.set;
};
const read = (...given: Parameters<typeof file>) => {
  const ecg = ecgOf(file(...given));
  if (!ecg.ok) throw new Error(`${ecg.code} ${JSON.stringify(ecg.params)}`);
  return ecg.value;
};

test.each([IMPLICIT_LE, EXPLICIT_LE, EXPLICIT_BE])('voltages and leads come out of %s', (transferSyntax) => {
  expect(isEcg(file(transferSyntax))).toBe(true);
  const { hertz, leads } = read(transferSyntax);
  expect([hertz, leads.map(({ name }) => name)]).toEqual([HERTZ, ['I', 'aVF']]);
  expect([leads[0]?.millivolts[300], leads[1]?.millivolts[300], leads[0]?.millivolts[600]]).toEqual([1, -1, 0]);
});

test('a lead’s name is looked up or counted, never the file’s own text', () => {
  const { leads } = read(EXPLICIT_LE, [], [channel('X-1234', 'DOE^JANE'), channel('none', 'Lead V4 DOE')]);
  expect(leads.map(({ name }) => name)).toEqual(['1', 'V4']);
});

test('the drawing keeps paper speed and gain: a millivolt is ten millimetres, a second twenty-five', () => {
  const { data, width } = ecgPicture(read(EXPLICIT_LE));
  const dark = (x: number, y: number): boolean => (data[(y * width + x) * 3] as number) < 64;
  const [left, base, mm] = [20 * 8, 20 * 8, 8];
  const at = (seconds: number, millivolts: number): boolean => dark(left + Math.round(seconds * 25 * mm), base - millivolts * 10 * mm);
  expect([at(0.25, 0), at(0.75, 1), at(1.25, 0)]).toEqual([true, true, true]);
  expect([at(0.25, 1), at(0.75, 0), at(0.75, 0.5)]).toEqual([false, false, false]);
  // The rise stands at half a second, at most a pixel beside it.
  expect([0, 1, 2].some((step) => dark(left + 12.5 * mm - 1 + step, base - 40))).toBe(true);
});

test.each<[string, Element[], string]>([
  ['more samples than there are', [el(0x003a0010, 'UL', SAMPLES + 1)], 'samples'],
  ['a size nobody records', [el(0x003a0010, 'UL', 0xffffffff)], 'size'],
  ['no rate', [el(0x003a001a, 'DS', '0')], 'waveform'],
  ['eight-bit samples', [el(0x54001006, 'CS', 'UB')], 'waveform'],
  ['no unit of volts', [el(0x003a0200, 'SQ', [channel('2:1', 'I', 'mm'), channel('2:2', 'II')])], 'unit'],
  ['forty leads', [el(0x003a0200, 'SQ', Array.from({ length: 40 }, () => channel('2:1', 'I')))], 'size'],
])('%s is refused before anything is allocated', (_name, change, what) => {
  expect(ecgOf(file(EXPLICIT_LE, change))).toMatchObject({ ok: false, code: 'ecg-broken', params: { what } });
});

const REAL = '../shared/data/dicom/pydicom__waveform_ecg.dcm';
test.skipIf(!existsSync(REAL))(`a real twelve-lead ECG has its leads in order and sane voltages (needs ${REAL})`, () => {
  const opened = readDicom(new Uint8Array(readFileSync(REAL)));
  const ecg = opened.ok ? ecgOf(opened.value.set) : opened;
  if (!ecg.ok) throw new Error(ecg.code);
  expect(ecg.value.leads.map(({ name }) => name)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']);
  const [one, two, three] = ecg.value.leads;
  // Einthoven: I + III = II at every moment.
  const off = Math.max(...(one?.millivolts ?? []).map((value, i) => Math.abs(value + (three?.millivolts[i] ?? 0) - (two?.millivolts[i] ?? 0))));
  expect(off).toBeLessThan(0.01);
  expect(Math.max(...(two?.millivolts ?? []))).toBeCloseTo(1.1375, 3);
});
