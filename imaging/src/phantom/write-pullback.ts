import { joinBytes } from '../bytes.ts';
import { el, type Element } from '../dicom/element.ts';
import { TAG, tag } from '../dicom/tags.ts';
import { EXPLICIT_LE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import type { FakeIdentity } from './identity.ts';
import { octRay, ivusRay } from './pullback-rays.ts';
import { renderPullback, type Pullback, type PullbackSpec } from './pullback.ts';

/** Ultrasound Multi-frame, and Intravascular OCT for presentation (PS3.4 table B.5-1). */
const SOP_CLASS = { IVUS: '1.2.840.10008.5.1.4.1.1.3.1', OCT: '1.2.840.10008.5.1.4.1.1.14.1' } as const;

export const pullbackOf = (spec: PullbackSpec): Pullback => renderPullback(spec, spec.kind === 'IVUS' ? ivusRay : octRay);

const decimal = (x: number, places = 5): string => String(Number(x.toFixed(places)));

/** The scale of the round picture (PS3.3 C.8.5.5): two-dimensional tissue, centimetres. */
function scaleOf({ spec, truth }: Pullback): Element {
  const cm = truth.mmPerPixel / 10;
  return el(TAG.regions, 'SQ', [[
    el(tag(0x0018, 0x6012), 'US', 1), el(tag(0x0018, 0x6014), 'US', 1), el(tag(0x0018, 0x6016), 'UL', 0),
    el(tag(0x0018, 0x6018), 'UL', 0), el(tag(0x0018, 0x601a), 'UL', 0), el(tag(0x0018, 0x601c), 'UL', spec.size - 1), el(tag(0x0018, 0x601e), 'UL', spec.size - 1),
    el(tag(0x0018, 0x6024), 'US', 3), el(tag(0x0018, 0x6026), 'US', 3), el(tag(0x0018, 0x602c), 'FD', cm), el(tag(0x0018, 0x602e), 'FD', cm),
  ]]);
}

/** A pullback as a DICOM file of the fake identity. */
export function writePullback(pullback: Pullback, who: FakeIdentity): Uint8Array<ArrayBuffer> {
  const { spec, frames, truth } = pullback;
  const spacing = decimal(truth.mmPerPixel);
  const elements: Element[] = [
    el(TAG.characterSet, 'CS', 'ISO_IR 192'), el(TAG.imageType, 'CS', ['ORIGINAL', 'PRIMARY']), el(TAG.sopClass, 'UI', SOP_CLASS[spec.kind]), el(TAG.sopInstance, 'UI', `${who.uidRoot}.9.${spec.seed}`),
    el(TAG.studyDate, 'DA', who.studyDate), el(TAG.modality, 'CS', spec.kind === 'IVUS' ? 'IVUS' : 'IVOCT'), el(tag(0x0008, 0x0080), 'LO', who.institutionFa), el(tag(0x0008, 0x103e), 'LO', `${spec.kind} pullback`),
    el(TAG.patientName, 'PN', `${who.familyName}^${who.givenName}^^^SYNTHETIC`), el(TAG.patientId, 'LO', who.patientId), el(TAG.patientBirthDate, 'DA', who.birthDate),
    el(tag(0x0018, 0x3100), 'CS', 'MOTOR_PULLBACK'), el(tag(0x0018, 0x3101), 'DS', decimal(spec.mmPerS)), el(TAG.frameTime, 'DS', decimal(spec.frameMs)), el(TAG.frameIncrementPointer, 'AT', TAG.frameTime),
    ...(spec.kind === 'IVUS' ? [scaleOf(pullback)] : []),
    el(TAG.studyUid, 'UI', who.uidRoot), el(TAG.seriesUid, 'UI', `${who.uidRoot}.9`), el(TAG.seriesNumber, 'IS', '9'), el(TAG.instanceNumber, 'IS', '1'), el(tag(0x0020, 0x4000), 'LT', 'SYNTHETIC PHANTOM, no patient'),
    el(TAG.samples, 'US', 1), el(TAG.photometric, 'CS', 'MONOCHROME2'), el(TAG.frames, 'IS', String(frames.length)), el(TAG.rows, 'US', spec.size), el(TAG.columns, 'US', spec.size), el(TAG.pixelSpacing, 'DS', [spacing, spacing]),
    el(TAG.bitsAllocated, 'US', 8), el(TAG.bitsStored, 'US', 8), el(TAG.highBit, 'US', 7), el(TAG.signed, 'US', 0), el(TAG.burnedIn, 'CS', 'NO'), el(tag(0x0028, 0x2110), 'CS', '00'),
  ];
  return writePart10({ transferSyntax: EXPLICIT_LE, elements, pixel: { kind: 'native', bytes: joinBytes(frames), vr: 'OB' } });
}
