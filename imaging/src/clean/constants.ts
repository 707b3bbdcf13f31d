import { type Element, el } from '../dicom/element.ts';
import { TAG, type Tag } from '../dicom/tags.ts';

export const SOFTWARE = 'hamdel-imaging 1';

/** Fixed for all files of this instrument: nothing in a file tells which installation wrote it. */
export const IMPLEMENTATION_CLASS = '2.25.302047293187645812973518204876123908471';
export const IMPLEMENTATION_VERSION = 'HAMDEL_1';

export const NEUTRAL_NAME = 'CLEAN^HAMDEL';
export const NEUTRAL_ID = 'HAMDEL';

/** What is known of text in the pixels: `NO` only after a person looked; `YES` is carried over from the source. */
export type BurnedIn = 'NO' | 'YES' | 'unknown';

const method = (code: string, meaning: string): Element[] => [
  el(0x00080100, 'SH', code),
  el(0x00080102, 'SH', 'DCM'),
  el(0x00080104, 'LO', meaning),
];

/** De-identification methods by PS3.16 context group 7050. */
const methods = (burnedIn: BurnedIn): Element[][] => [
  method('113100', 'Basic Application Confidentiality Profile'),
  ...(burnedIn === 'NO' ? [method('113101', 'Clean Pixel Data Option')] : []),
  method('113107', 'Retain Longitudinal Temporal Information Modified Dates Option'),
  method('113108', 'Retain Patient Characteristics Option'),
];

/**
 * Elements with the same value in every clean file, so that the classes' required attributes are there and say nothing
 * (type 2 attributes of PS3.3 sections C.7.1.1, C.7.2.1).
 */
export const constantElements = (burnedIn: BurnedIn): Element[] => [
  el(0x00080030, 'TM', ''),
  el(0x00080050, 'SH', ''),
  el(0x00080090, 'PN', ''),
  el(TAG.patientName, 'PN', NEUTRAL_NAME),
  el(TAG.patientId, 'LO', NEUTRAL_ID),
  el(TAG.patientBirthDate, 'DA', ''),
  el(0x00120062, 'CS', 'YES'),
  el(0x00120063, 'LO', SOFTWARE),
  el(0x00120064, 'SQ', methods(burnedIn)),
  el(0x00200010, 'SH', ''),
  ...(burnedIn === 'unknown' ? [] : [el(TAG.burnedIn, 'CS', burnedIn)]),
  el(0x00280303, 'CS', 'MODIFIED'),
];

export const CONSTANT_TAGS: ReadonlySet<Tag> = new Set(constantElements('NO').map((one) => one.tag));

export const metaElements = (sopClass: string, instance: string, transferSyntax: string): Element[] => [
  el(TAG.metaVersion, 'OB', Uint8Array.of(0, 1)),
  el(TAG.mediaSopClass, 'UI', sopClass),
  el(TAG.mediaSopInstance, 'UI', instance),
  el(TAG.transferSyntax, 'UI', transferSyntax),
  el(TAG.implementationClass, 'UI', IMPLEMENTATION_CLASS),
  el(TAG.implementationVersion, 'SH', IMPLEMENTATION_VERSION),
];
