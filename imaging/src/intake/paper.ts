import type { DataSet } from '../dicom/data-set.ts';
import { TAG } from '../dicom/tags.ts';
import { codeOf } from '../dicom/values.ts';
import { isEcg } from '../ecg/waveform.ts';
import { isPdf } from './kind.ts';

const ENCAPSULATED_PDF = '1.2.840.10008.5.1.4.1.1.104.1';

/** The document inside an encapsulated PDF (PS3.3 section A.45.1), as a copy; undefined when there is none. */
export const pdfIn = (set: DataSet): Uint8Array<ArrayBuffer> | undefined => {
  if (codeOf(set, TAG.sopClass) !== ENCAPSULATED_PDF) return undefined;
  const value = set.get(0x00420011)?.value;
  return value !== undefined && isPdf(value) ? value.slice() : undefined;
};

/** A DICOM object that is no picture, but can be painted as one on the device: curves of an ECG, pages of a document. */
export const isPaper = (set: DataSet): boolean => isEcg(set) || pdfIn(set) !== undefined;
