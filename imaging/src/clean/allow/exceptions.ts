import type { Tag } from '../../dicom/tags.ts';

const UID = 'replaced by a keyed hash, which is what U asks for';
const DATE = 'shifted by days that only the holder of the key knows: Retain Longitudinal Temporal Information with Modified Dates';

/**
 * Attributes that the Basic Application Confidentiality Profile (PS3.15 table E.1-1) removes, empties or replaces and that are
 * in a clean file all the same, each with the reason. A test compares this list with the table.
 */
export const PROFILE_EXCEPTIONS: ReadonlyMap<Tag, string> = new Map([
  [0x00080018, UID],
  [0x0020000d, UID],
  [0x0020000e, UID],
  [0x00200052, UID],
  [0x00081155, UID],
  [0x00081140, 'ties the two planes of a biplane run; holds a class and a replaced identifier only'],
  [0x00080020, DATE],
  [0x00080021, DATE],
  [0x00080022, DATE],
  [0x00080023, DATE],
  [0x00100040, 'needed to judge a case: Retain Patient Characteristics'],
  [0x00101010, 'needed to judge a case; in bands of five years, ninety and above in one: Retain Patient Characteristics'],
  [0x00080030, 'empty'],
  [0x00080050, 'empty'],
  [0x00080090, 'empty'],
  [0x00100010, 'the same word in every file'],
  [0x00100020, 'the same word in every file'],
  [0x00100030, 'empty'],
  [0x00200010, 'empty'],
]);
