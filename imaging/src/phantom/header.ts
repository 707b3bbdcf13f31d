import { el, type Element } from '../dicom/element.ts';
import { TAG, tag } from '../dicom/tags.ts';
import type { FakeIdentity } from './identity.ts';
import type { RenderedRun } from './run-spec.ts';
import { clamp } from './vector.ts';

/** SOP class of X-Ray Angiographic Image Storage (PS3.4 table B.5-1). */
export const XA_SOP_CLASS = '1.2.840.10008.5.1.4.1.1.12.1';

const FRAME_TIME_VECTOR = tag(0x0018, 0x1065);

/** The second plane of a pair is an instance of its own. */
const instanceOf = ({ run, plane }: RenderedRun['spec']): number => (plane === 'B' ? 100 + run : run);

/** The plane of a pair refers to the other one (PS3.3 C.8.7.1, Referenced Image Sequence). */
const otherPlane = (spec: RenderedRun['spec'], series: string): Element[] =>
  spec.plane ? [el(tag(0x0008, 0x1140), 'SQ', [[el(tag(0x0008, 0x1150), 'UI', XA_SOP_CLASS), el(tag(0x0008, 0x1155), 'UI', `${series}.${instanceOf({ ...spec, plane: spec.plane === 'A' ? 'B' : 'A' })}`)]])] : [];

const decimal = (x: number, places = 2): string => String(Number(x.toFixed(places)));

/** What the picture is and how it was taken (PS3.3 C.8.7): what a cleaned file keeps. */
export function acquisitionElements(run: RenderedRun): Element[] {
  const { spec, truth } = run;
  const kv = clamp(Math.round(62 + 9 * truth.meanAttenuation), 65, 120);
  const pitch = decimal((0.3 * 512) / spec.size, 4);
  const dose = (5 + 4.5 * truth.meanAttenuation) * (spec.frames / 60);
  return [
    el(TAG.imageType, 'CS', ['ORIGINAL', 'PRIMARY', spec.plane ? `BIPLANE ${spec.plane}` : 'SINGLE PLANE']),
    el(TAG.modality, 'CS', 'XA'),
    el(tag(0x0018, 0x0010), 'LO', 'IODINATED CONTRAST 350'),
    el(tag(0x0018, 0x0015), 'CS', 'HEART'),
    el(TAG.cineRate, 'IS', String(Math.round(1000 / spec.frameMs))),
    el(tag(0x0018, 0x0060), 'DS', String(kv)),
    ...(spec.intervalsMs ? [el(FRAME_TIME_VECTOR, 'DS', ['0', ...truth.timesMs.slice(1).map((at, i) => decimal(at - (truth.timesMs[i] as number)))])] : [el(TAG.frameTime, 'DS', decimal(spec.frameMs))]),
    el(tag(0x0018, 0x1088), 'IS', String(truth.heartRate)),
    el(TAG.sourceDetector, 'DS', '1080'),
    el(TAG.sourcePatient, 'DS', '760'),
    el(tag(0x0018, 0x1114), 'DS', decimal(1080 / 760, 3)),
    el(tag(0x0018, 0x1147), 'CS', 'RECTANGLE'),
    el(tag(0x0018, 0x1149), 'IS', ['154', '154']),
    el(tag(0x0018, 0x1150), 'IS', '6'),
    el(tag(0x0018, 0x1151), 'IS', String(clamp(Math.round(260 + 60 * truth.meanAttenuation), 300, 900))),
    el(tag(0x0018, 0x1154), 'DS', '6'),
    el(tag(0x0018, 0x1155), 'CS', 'GR'),
    el(tag(0x0018, 0x115e), 'DS', decimal(clamp(dose, 5, 40))),
    el(tag(0x0018, 0x1162), 'DS', '200'),
    el(TAG.imagerPixelSpacing, 'DS', [pitch, pitch]),
    el(TAG.primaryAngle, 'DS', decimal(spec.projection.primary, 1)),
    el(TAG.secondaryAngle, 'DS', decimal(spec.projection.secondary, 1)),
    el(tag(0x0018, 0x1600), 'CS', 'RECTANGULAR'),
    el(tag(0x0018, 0x1602), 'IS', String(truth.shutter.left)),
    el(tag(0x0018, 0x1604), 'IS', String(truth.shutter.right)),
    el(tag(0x0018, 0x1606), 'IS', String(truth.shutter.top)),
    el(tag(0x0018, 0x1608), 'IS', String(truth.shutter.bottom)),
    el(tag(0x0018, 0x5100), 'CS', 'HFS'),
    el(tag(0x0020, 0x0020), 'CS', ['L', 'F']),
    el(TAG.acquisitionNumber, 'IS', String(spec.run)),
    el(TAG.instanceNumber, 'IS', String(instanceOf(spec))),
    ...pixelElements(run),
    ...(truth.rWaveFrames.length > 0 ? [el(tag(0x0028, 0x6040), 'US', truth.rWaveFrames.map((f) => f + 1))] : []),
  ];
}

function pixelElements({ spec, frames }: RenderedRun): Element[] {
  const bits = spec.bits ?? 8;
  return [
    el(TAG.samples, 'US', 1),
    el(TAG.photometric, 'CS', 'MONOCHROME2'),
    el(TAG.frames, 'IS', String(frames.length)),
    el(TAG.frameIncrementPointer, 'AT', spec.intervalsMs ? FRAME_TIME_VECTOR : TAG.frameTime),
    el(TAG.rows, 'US', spec.size),
    el(TAG.columns, 'US', spec.size),
    el(TAG.bitsAllocated, 'US', bits > 8 ? 16 : 8),
    el(TAG.bitsStored, 'US', bits),
    el(TAG.highBit, 'US', bits - 1),
    el(TAG.signed, 'US', 0),
    el(tag(0x0028, 0x1040), 'CS', spec.style === 'LIN' ? 'LIN' : 'LOG'),
    el(TAG.windowCenter, 'DS', String(2 ** (bits - 1))),
    el(TAG.windowWidth, 'DS', String(2 ** bits)),
    el(tag(0x0028, 0x2110), 'CS', '00'),
  ];
}

/** Everything that names a person, a place, a device or a moment: planted, so that its removal can be shown. */
export function identifyingElements(run: RenderedRun, who: FakeIdentity, burnedIn: boolean): Element[] {
  const name = `${who.familyName}^${who.givenName}^^^SYNTHETIC`;
  const series = `${who.uidRoot}.1`;
  return [
    el(TAG.characterSet, 'CS', 'ISO_IR 192'),
    el(tag(0x0008, 0x0012), 'DA', who.studyDate),
    el(tag(0x0008, 0x0013), 'TM', who.studyTime),
    el(TAG.sopClass, 'UI', XA_SOP_CLASS),
    el(TAG.sopInstance, 'UI', `${series}.${instanceOf(run.spec)}`),
    ...otherPlane(run.spec, series),
    el(TAG.studyDate, 'DA', who.studyDate),
    el(tag(0x0008, 0x0021), 'DA', who.studyDate),
    el(tag(0x0008, 0x002a), 'DT', `${who.studyDate}${who.studyTime}.000`),
    el(tag(0x0008, 0x0030), 'TM', who.studyTime),
    el(tag(0x0008, 0x0050), 'SH', who.accession),
    el(tag(0x0008, 0x0070), 'LO', 'Synthetic phantom'),
    el(tag(0x0008, 0x0080), 'LO', who.institutionFa),
    el(tag(0x0008, 0x0081), 'ST', `${who.institution}, ${who.phone}`),
    el(tag(0x0008, 0x0090), 'PN', who.referrer),
    el(tag(0x0008, 0x1010), 'SH', 'CATHLAB-2'),
    el(tag(0x0008, 0x1030), 'LO', `Coronary angiography ${who.familyName}`),
    el(tag(0x0008, 0x103e), 'LO', `${run.spec.graft ?? run.spec.system} ${run.truth.label}`),
    el(tag(0x0008, 0x1050), 'PN', who.operator),
    el(tag(0x0008, 0x1070), 'PN', who.operator),
    el(TAG.patientName, 'PN', `${name}=${who.familyNameFa}^${who.givenNameFa}`),
    el(TAG.patientId, 'LO', who.patientId),
    el(TAG.patientBirthDate, 'DA', who.birthDate),
    el(TAG.patientSex, 'CS', run.spec.patient.sex === 'male' ? 'M' : 'F'),
    el(tag(0x0010, 0x1000), 'LO', [who.nationalId, who.accession]),
    el(TAG.patientAge, 'AS', `${String(Number(who.studyDate.slice(0, 4)) - Number(who.birthDate.slice(0, 4))).padStart(3, '0')}Y`),
    el(tag(0x0010, 0x2154), 'SH', who.phone),
    el(tag(0x0010, 0x4000), 'LT', `${who.familyNameFa} ${who.givenNameFa}، ${who.nationalId}`),
    el(tag(0x0018, 0x1000), 'LO', who.serial),
    el(tag(0x0018, 0x1030), 'LO', 'Coronary 15 fps'),
    el(TAG.studyUid, 'UI', who.uidRoot),
    el(TAG.seriesUid, 'UI', series),
    el(tag(0x0020, 0x0010), 'SH', who.accession.slice(-6)),
    el(TAG.seriesNumber, 'IS', '1'),
    el(tag(0x0020, 0x4000), 'LT', `SYNTHETIC PHANTOM, no patient. Seen with ${who.givenName} ${who.familyName}`),
    el(TAG.burnedIn, 'CS', burnedIn ? 'YES' : 'NO'),
    el(tag(0x0029, 0x0010), 'LO', 'PHANTOM PRIVATE'),
    el(tag(0x0029, 0x1001), 'LO', `${who.familyName} ${who.patientId}`),
    el(tag(0x0029, 0x1002), 'UN', new TextEncoder().encode(`${who.familyNameFa}\u0000${who.nationalId}`)),
    el(tag(0x0040, 0x0275), 'SQ', [[el(tag(0x0040, 0x0007), 'LO', `PCI for ${who.givenName} ${who.familyName}`), el(tag(0x0040, 0x0009), 'SH', who.accession)]]),
  ];
}
