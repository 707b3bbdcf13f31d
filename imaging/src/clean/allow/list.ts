import type { DataSet } from '../../dicom/data-set.ts';
import { codeOf } from '../../dicom/values.ts';
import { TAG, type Tag } from '../../dicom/tags.ts';
import { isPaper } from '../../intake/paper.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Allowed, Rule } from '../rule.ts';
import { ENHANCED } from './enhanced.ts';
import { CONTRAST, IDENTITY, PIXELS, TIMING } from './general.ts';
import { type Family, familyOf, isModality, type Modality, SOP_CLASSES } from './kinds.ts';
import { INTRAVASCULAR, ULTRASOUND } from './ultrasound.ts';
import { VOLUME } from './volume.ts';
import { XRAY } from './xray.ts';

const union = (...lists: readonly Allowed[]): Allowed => new Map(lists.flatMap((list) => [...list]));

const COMMON = [IDENTITY, TIMING, PIXELS] as const;

/** What each family of modalities keeps. */
export const LISTS: Readonly<Record<Family, Allowed>> = {
  xray: union(...COMMON, CONTRAST, ENHANCED, XRAY),
  ultrasound: union(...COMMON, CONTRAST, ULTRASOUND),
  intravascular: union(...COMMON, CONTRAST, ENHANCED, INTRAVASCULAR),
  volume: union(...COMMON, CONTRAST, ENHANCED, VOLUME),
  capture: union(...COMMON),
};

/** What may be kept of a picture of this modality; everything that is not in the map never reaches the new file. */
export const allowListFor = (modality: Modality): Allowed => LISTS[familyOf(modality)];

/** Every tag that any modality keeps, at any depth, with its rule. */
export const everyAllowed = (): ReadonlyMap<Tag, Rule> => {
  const all = new Map<Tag, Rule>();
  const walk = (list: Allowed): void => {
    for (const [tag, rule] of list) {
      all.set(tag, rule);
      if (rule.kind === 'items') walk(rule.inside);
    }
  };
  for (const list of Object.values(LISTS)) walk(list);
  return all;
};

const shown = (text: string): string => (/^[A-Z]{2,5}$/.test(text) && KNOWN_FOREIGN.has(text) ? text : '?');

// A refusal may name the modality only when it is a term of the standard, never what a file happens to hold there.
const KNOWN_FOREIGN = new Set(['SEG', 'ECG', 'DOC', 'SR', 'PR', 'KO', 'HD', 'NM', 'PT', 'MG', 'IO', 'ES', 'OP', 'GM', 'SM', 'REG', 'RTDOSE', 'RTSTRUCT', 'EPS', 'AU']);

// Structured reports and key object selections (PS3.4 annex B.5): words and references, no picture.
const REPORTS = '1.2.840.10008.5.1.4.1.1.88.';

/** The modality by which a file is treated: its own, or that of its class when it names none. */
export const modalityOf = (set: DataSet, among: readonly Modality[]): Result<Modality> => {
  const sopClass = codeOf(set, TAG.sopClass);
  if (sopClass.startsWith(REPORTS)) return refuse('dicom-report');
  if (isPaper(set)) return refuse('dicom-paper');
  const byClass = SOP_CLASSES.get(sopClass);
  const named = codeOf(set, TAG.modality);
  const modality = named === '' ? byClass : named;
  if (modality !== undefined && !isModality(modality)) return refuse('dicom-modality-not-allowed', { modality: shown(modality) });
  if (byClass === undefined || modality === undefined) return refuse('dicom-kind-not-allowed');
  if (!among.includes(modality)) return refuse('dicom-modality-not-allowed', { modality });
  return ok(modality);
};
