import { describe, expect, test } from 'vitest';
import { latin1Text } from '../bytes.ts';
import { type Element, el, type Item } from '../dicom/element.ts';
import { readDicom } from '../dicom/read.ts';
import type { DataSet } from '../dicom/data-set.ts';
import { TAG, type Tag } from '../dicom/tags.ts';
import { EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE } from '../dicom/transfer-syntaxes.ts';
import { numbersOf } from '../dicom/values.ts';
import { writePart10 } from '../dicom/write.ts';
import { rebuild } from './rebuild.ts';
import { verify } from './verify.ts';

const OPTIONS = { key: new Uint8Array(32).fill(3), caseSalt: Uint8Array.of(9) };
const CLASS = {
  XA: '12.1', RF: '12.2', 'enhanced XA': '12.1.1', 'enhanced XRF': '12.2.1', US: '3.1', IVUS: '3.1', IVOCT: '14.1', CT: '2', MR: '4', 'enhanced CT': '2.1', OT: '7', XC: '77.1.4',
} as const;
type Kind = keyof typeof CLASS;
const modalityOf = (kind: Kind): string => ({ 'enhanced XA': 'XA', 'enhanced XRF': 'RF', 'enhanced CT': 'CT' })[kind as string] ?? kind;

const base = (kind: Kind, frames: number): Element[] => [
  el(TAG.sopClass, 'UI', `1.2.840.10008.5.1.4.1.1.${CLASS[kind]}`), el(TAG.sopInstance, 'UI', '1.2.3.4'), el(TAG.studyUid, 'UI', '1.2.3'), el(TAG.seriesUid, 'UI', '1.2.3.1'),
  el(TAG.modality, 'CS', modalityOf(kind)), el(TAG.patientName, 'PN', 'DOE^JANE'), el(TAG.frames, 'IS', String(frames)), el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'),
  el(TAG.rows, 'US', 2), el(TAG.columns, 'US', 2), el(TAG.bitsAllocated, 'US', 16), el(TAG.bitsStored, 'US', 12), el(TAG.highBit, 'US', 11), el(TAG.signed, 'US', 0),
];

/** The data set of the clean file of a picture with these elements; cleaned and checked by the receiving side. */
const kept = (kind: Kind, elements: readonly Element[], transferSyntax = EXPLICIT_LE): DataSet => {
  const all = [...base(kind, 3).filter((one) => !elements.some((other) => other.tag === one.tag)), ...elements];
  const made = rebuild(writePart10({ transferSyntax, elements: all, pixel: { kind: 'native', bytes: new Uint8Array(24) } }), OPTIONS);
  if (!made.ok) throw new Error(`${made.code} ${JSON.stringify(made.params)}`);
  expect(verify(made.value.bytes)).toMatchObject({ ok: true });
  const read = readDicom(made.value.bytes);
  if (!read.ok) throw new Error(read.code);
  return read.value.set;
};

const at = (set: DataSet, path: readonly Tag[]) => path.slice(0, -1).reduce<DataSet>((inside, tag) => inside.get(tag)?.items?.[0] ?? new Map(), set).get(path.at(-1) as Tag);
const text = (set: DataSet, ...path: Tag[]): string => latin1Text(at(set, path)?.value ?? new Uint8Array(0)).replace(/[\0 ]+$/, '');
const numbers = (set: DataSet, ...path: Tag[]) => numbersOf(path.slice(0, -1).reduce<DataSet>((inside, tag) => inside.get(tag)?.items?.[0] ?? new Map(), set), path.at(-1) as Tag);

type Line = readonly [what: string, kind: Kind, tag: Tag, vr: string, value: string | number | readonly string[] | readonly number[]];
const LINES: readonly Line[] = [
  ['modality', 'RF', TAG.modality, 'CS', 'RF'],
  ['LAO/RAO angle', 'XA', TAG.primaryAngle, 'DS', '-30.5'],
  ['cranial/caudal angle', 'XA', TAG.secondaryAngle, 'DS', '25.25'],
  ['angles of a turning C-arm', 'XA', TAG.primaryAngleIncrement, 'DS', ['0', '1.5', '3.0']],
  ['spacing at the detector', 'XA', TAG.imagerPixelSpacing, 'DS', ['0.184', '0.184']],
  ['spacing in the patient', 'CT', TAG.pixelSpacing, 'DS', ['0.488281', '0.488281']],
  ['source to detector', 'XA', TAG.sourceDetector, 'DS', '1195.0'],
  ['source to patient', 'XA', TAG.sourcePatient, 'DS', '765'],
  ['magnification', 'XA', 0x00181114, 'DS', '1.5621'],
  ['frame time', 'XA', TAG.frameTime, 'DS', '66.666667'],
  ['frame times one by one', 'XA', TAG.frameTimeVector, 'DS', ['0', '66.7', '33.3']],
  ['cine rate', 'XA', TAG.cineRate, 'IS', '15'],
  ['recommended display rate', 'US', TAG.recommendedFrameRate, 'IS', '30'],
  ['R-wave times', 'XA', TAG.rWaveTimes, 'FL', [12.5, 812.25]],
  ['numbers of R-wave frames', 'XA', 0x00286040, 'US', [1, 3]],
  ['heart rate', 'US', 0x00181088, 'IS', '72'],
  ['window centre', 'XA', TAG.windowCenter, 'DS', ['512', '400.5']],
  ['window width', 'XA', TAG.windowWidth, 'DS', ['1024', '800']],
  ['shape of the window', 'XA', TAG.voiFunction, 'CS', 'SIGMOID'],
  ['modality LUT as slope', 'CT', TAG.rescaleSlope, 'DS', '1'],
  ['modality LUT as intercept', 'CT', TAG.rescaleIntercept, 'DS', '-1024'],
  ['pixel intensity relationship', 'XA', 0x00281040, 'CS', 'LOG'],
  ['bits stored', 'XA', TAG.bitsStored, 'US', 12],
  ['high bit', 'XA', TAG.highBit, 'US', 11],
  ['photometric interpretation', 'XA', TAG.photometric, 'CS', 'MONOCHROME1'],
  ['tube voltage', 'XA', 0x00180060, 'DS', '82.5'],
  ['tube current', 'XA', 0x00181151, 'IS', '620'],
  ['tube current in microamperes', 'XA', 0x00188151, 'DS', '620000'],
  ['exposure time', 'XA', 0x00181150, 'IS', '7'],
  ['exposure', 'XA', 0x00181152, 'IS', '43'],
  ['dose area product', 'XA', 0x0018115e, 'DS', '1.234'],
  ['entrance dose', 'XA', 0x00408302, 'DS', '12.5'],
  ['intensifier size', 'XA', 0x00181162, 'DS', '200'],
  ['filter material', 'XA', 0x00187050, 'CS', ['COPPER', 'ALUMINUM']],
  ['frame of the mask', 'XA', 0x00286010, 'US', 2],
  ['contrast volume', 'XA', 0x00181041, 'DS', '8.0'],
  ['flow of contrast', 'XA', 0x00181046, 'DS', '4'],
  ['kind of IVUS pullback', 'IVUS', 0x00183100, 'CS', 'MOTOR_PULLBACK'],
  ['speed of IVUS pullback', 'IVUS', 0x00183101, 'DS', '0.5'],
  ['first frame of a pullback', 'IVUS', 0x00183103, 'IS', '1'],
  ['last frame of a pullback', 'IVUS', 0x00183104, 'IS', '2900'],
  ['speed of OCT pullback', 'IVOCT', 0x00183101, 'DS', '36'],
  ['kind of OCT pullback', 'IVOCT', 0x00183100, 'CS', 'MOTOR_PULLBACK'],
  ['refractive index', 'IVOCT', 0x00520004, 'FD', 1.45],
  ['axial resolution', 'IVOCT', 0x00520008, 'FD', 0.015],
  ['slice thickness', 'CT', 0x00180050, 'DS', '0.625'],
  ['place in the body', 'CT', 0x00200032, 'DS', ['-120.5', '-88', '14.25']],
  ['orientation', 'MR', 0x00200037, 'DS', ['1', '0', '0', '0', '1', '0']],
  ['echo time', 'MR', 0x00180081, 'DS', '1.43'],
];

describe('kept exactly, in each byte order', () => {
  test.each(LINES)('%s (%s)', (_what, kind, tag, vr, value) => {
    for (const transferSyntax of [EXPLICIT_LE, IMPLICIT_LE, EXPLICIT_BE]) {
      const set = kept(kind, [el(tag, vr, value)], transferSyntax);
      if (['DS', 'IS', 'CS'].includes(vr)) expect(text(set, tag)).toBe(Array.isArray(value) ? value.join('\\') : String(value));
      else expect(numbers(set, tag)).toEqual([value].flat());
    }
  });
});

const one = (tag: Tag, ...item: Element[]): Element => el(tag, 'SQ', [item]);
const frame = (...groups: Element[]): Element => el(0x52009230, 'SQ', [groups, groups, groups] as Item[]);

describe('kept inside the functional groups of the enhanced classes', () => {
  test.each<[string, Kind, Element[], Tag[], number[]]>([
    ['angles of a frame', 'enhanced XA', [one(0x00189405, el(TAG.primaryAngle, 'DS', '-30'), el(TAG.secondaryAngle, 'DS', '20'))], [0x00189405, TAG.primaryAngle], [-30]],
    ['tube voltage of a frame', 'enhanced XA', [one(0x00189417, el(0x00180060, 'DS', '77'))], [0x00189417, 0x00180060], [77]],
    ['geometry', 'enhanced XRF', [one(0x00189476, el(TAG.sourceDetector, 'DS', '1200'), el(0x00189402, 'FL', 750))], [0x00189476, 0x00189402], [750]],
    ['spacing where the beam is measured', 'enhanced XA', [one(0x00189401, el(0x00189404, 'FL', [0.125, 0.125]))], [0x00189401, 0x00189404], [0.125, 0.125]],
    ['spacing of the imager', 'enhanced XA', [one(0x00289443, el(TAG.imagerPixelSpacing, 'DS', ['0.2', '0.2']))], [0x00289443, TAG.imagerPixelSpacing], [0.2, 0.2]],
    ['heart phase', 'enhanced XA', [one(0x00189118, el(0x00209153, 'FD', 240.5))], [0x00189118, 0x00209153], [240.5]],
    ['window of a frame', 'enhanced XA', [one(0x00289132, el(TAG.windowCenter, 'DS', '512'), el(TAG.windowWidth, 'DS', '1024'))], [0x00289132, TAG.windowWidth], [1024]],
    ['place along the vessel', 'IVOCT', [one(0x00520027, el(0x00520028, 'FD', 14.2))], [0x00520027, 0x00520028], [14.2]],
    ['seam of the pullback', 'IVOCT', [one(0x00520029, el(0x00520036, 'US', 17))], [0x00520029, 0x00520036], [17]],
  ])('%s (%s)', (_what, kind, groups, path, value) => {
    expect(numbers(kept(kind, [frame(...groups)]), 0x52009230, ...path)).toEqual(value);
  });
});

test('regions of an ultrasound keep their place and scale', () => {
  const region = [el(0x00186012, 'US', 1), el(0x00186018, 'UL', 10), el(0x0018601a, 'UL', 20), el(0x0018601c, 'UL', 600), el(0x0018601e, 'UL', 400), el(0x00186024, 'US', 3), el(0x0018602c, 'FD', 0.0125), el(0x0018602e, 'FD', 0.0125)];
  const set = kept('US', [one(TAG.regions, ...region)]);
  expect(numbers(set, TAG.regions, 0x0018602c)).toEqual([0.0125]);
  expect(numbers(set, TAG.regions, 0x0018601c)).toEqual([600]);
});

test('tables keep every entry: modality LUT, VOI LUT and palette', () => {
  const table = Uint16Array.from({ length: 4 }, (_, i) => i * 1000);
  const lut = [el(0x00283002, 'US', [4, 0, 16]), el(0x00283006, 'OW', new Uint8Array(table.buffer))];
  const set = kept('XA', [one(0x00283000, ...lut), one(0x00283010, ...lut)]);
  for (const sequence of [0x00283000, 0x00283010]) expect(at(set, [sequence, 0x00283006])?.value).toEqual(new Uint8Array(table.buffer));
  const colours = [0x00281101, 0x00281102, 0x00281103].flatMap((tag) => [el(tag, 'US', [4, 0, 16]), el(tag + 0x100, 'OW', new Uint8Array(table.buffer))]);
  const painted = kept('US', [el(TAG.photometric, 'CS', 'PALETTE COLOR'), ...colours]);
  for (const tag of [0x00281201, 0x00281202, 0x00281203]) expect(painted.get(tag)?.value).toEqual(new Uint8Array(table.buffer));
});
