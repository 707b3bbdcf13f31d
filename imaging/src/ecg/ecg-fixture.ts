import { el, type Item } from '../dicom/element.ts';
import { TAG } from '../dicom/tags.ts';
import { EXPLICIT_LE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';

const HERTZ = 500;
const SECONDS = 10;
const LEADS: readonly (readonly [string, number])[] = [
  ['2:1', 0.8], ['2:2', 1.2], ['2:61', 0.4], ['2:62', -0.9], ['2:63', 0.3], ['2:64', 0.8], ['2:3', -0.6], ['2:4', 0.5], ['2:5', 0.9], ['2:6', 1.3], ['2:7', 1.2], ['2:8', 0.9],
];

/** Gaussian waves of one beat: P, Q, R, S, T as centre in seconds, width and height against R. */
const WAVES = [[0.12, 0.025, 0.12], [0.26, 0.008, -0.1], [0.28, 0.011, 1], [0.305, 0.009, -0.2], [0.5, 0.05, 0.28]] as const;
const beat = (time: number): number => WAVES.reduce((sum, [centre, width, height]) => sum + height * Math.exp(-((((time % 0.85) - centre) / width) ** 2) / 2), 0);

/** For tests and the demo: a twelve-lead ECG of a heart that beats 70 times a minute, as a device writes it, with the person's name in its header. */
export const syntheticEcg = (name: string): Uint8Array<ArrayBuffer> => {
  const samples = HERTZ * SECONDS;
  const words = Int16Array.from({ length: samples * LEADS.length }, (_, i) => Math.round((beat(Math.floor(i / LEADS.length) / HERTZ) * (LEADS[i % LEADS.length]?.[1] ?? 0) * 1000) / 2.5));
  const channels = LEADS.map(([code]): Item => [
    el(0x003a0208, 'SQ', [[el(0x00080100, 'SH', code)]]), el(0x003a0210, 'DS', '2.5'), el(0x003a0211, 'SQ', [[el(0x00080100, 'SH', 'uV')]]), el(0x003a0212, 'DS', '1'), el(0x003a0213, 'DS', '0'),
  ]);
  const group = [el(0x003a0005, 'US', LEADS.length), el(0x003a0010, 'UL', samples), el(0x003a001a, 'DS', String(HERTZ)), el(0x003a0200, 'SQ', channels), el(0x54001004, 'US', 16), el(0x54001006, 'CS', 'SS'), el(0x54001010, 'OW', new Uint8Array(words.buffer))];
  return writePart10({
    transferSyntax: EXPLICIT_LE,
    elements: [el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.9.1.1'), el(TAG.sopInstance, 'UI', '1.2.3.77'), el(TAG.modality, 'CS', 'ECG'), el(TAG.patientName, 'PN', name), el(0x54000100, 'SQ', [group])],
  });
};
