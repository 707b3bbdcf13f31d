import type { Tag } from '../../dicom/tags.ts';

/** What the Basic Profile does with an attribute (PS3.15 table E.1-1: X remove, Z empty or replace, D replace, U replace the identifier), and why we do otherwise. */
export type ProfileException = { readonly action: string; readonly instead: string };

const uid = (action: string): ProfileException => ({ action, instead: 'replaced by a keyed hash, which is what U asks for' });
const date = (action: string): ProfileException => ({ action, instead: 'shifted by days that only the holder of the key knows: Retain Longitudinal Temporal Information with Modified Dates' });
const emptied = (action: string): ProfileException => ({ action, instead: 'empty' });
const constant = (action: string): ProfileException => ({ action, instead: 'the same word in every file' });

/**
 * Attributes that the Basic Application Confidentiality Profile removes, empties or replaces and that are in a clean file all the same.
 * A test compares this list, actions included, with the table.
 */
export const PROFILE_EXCEPTIONS: ReadonlyMap<Tag, ProfileException> = new Map([
  [0x00080018, uid('U')],
  [0x0020000d, uid('U')],
  [0x0020000e, uid('U')],
  [0x00200052, uid('U')],
  [0x00081155, uid('U')],
  [0x00081140, { action: 'X/Z/U*', instead: 'ties the two planes of a biplane run; holds a class and a replaced identifier only' }],
  [0x00080020, date('Z')],
  [0x00080021, date('X/D')],
  [0x00080022, date('X/Z')],
  [0x00080023, date('Z/D')],
  [0x00100040, { action: 'Z', instead: 'needed to judge a case: Retain Patient Characteristics' }],
  [0x00101010, { action: 'X', instead: 'needed to judge a case; in bands of five years, ninety and above in one: Retain Patient Characteristics' }],
  [0x00080030, emptied('Z')],
  [0x00080050, emptied('Z')],
  [0x00080090, emptied('Z')],
  [0x00100010, constant('Z')],
  [0x00100020, constant('Z/D')],
  [0x00100030, emptied('Z')],
  [0x00200010, emptied('Z')],
]);
