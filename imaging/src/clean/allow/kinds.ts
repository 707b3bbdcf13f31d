/** Modalities that may be shown (PS3.3 section C.7.3.1.1.1). ECG, reports and segmentations are not pictures of this instrument. */
export const MODALITIES = ['XA', 'RF', 'US', 'IVUS', 'IVOCT', 'OCT', 'CT', 'MR', 'DX', 'CR', 'OT', 'SC', 'XC'] as const;
export type Modality = (typeof MODALITIES)[number];

export type Family = 'xray' | 'ultrasound' | 'intravascular' | 'volume' | 'capture';

const FAMILY: Readonly<Record<Modality, Family>> = {
  XA: 'xray', RF: 'xray', DX: 'xray', CR: 'xray', US: 'ultrasound', IVUS: 'ultrasound', IVOCT: 'intravascular',
  OCT: 'intravascular', CT: 'volume', MR: 'volume', OT: 'capture', SC: 'capture', XC: 'capture',
};
export const familyOf = (modality: Modality): Family => FAMILY[modality];

export const isModality = (text: string): text is Modality => (MODALITIES as readonly string[]).includes(text);

const ROOT = '1.2.840.10008.5.1.4.1.1.';

/** Storage classes that hold pictures, with the modality taken when the file names none (PS3.4 annex B.5, retired ones PS3.6). */
export const SOP_CLASSES: ReadonlyMap<string, Modality> = new Map([
  [`${ROOT}12.1`, 'XA'],
  [`${ROOT}12.1.1`, 'XA'],
  [`${ROOT}12.3`, 'XA'],
  [`${ROOT}13.1.1`, 'XA'],
  [`${ROOT}12.2`, 'RF'],
  [`${ROOT}12.2.1`, 'RF'],
  [`${ROOT}1`, 'CR'],
  [`${ROOT}1.1`, 'DX'],
  [`${ROOT}3`, 'US'],
  [`${ROOT}3.1`, 'US'],
  [`${ROOT}6`, 'US'],
  [`${ROOT}6.1`, 'US'],
  [`${ROOT}14.1`, 'IVOCT'],
  [`${ROOT}14.2`, 'IVOCT'],
  [`${ROOT}2`, 'CT'],
  [`${ROOT}2.1`, 'CT'],
  [`${ROOT}4`, 'MR'],
  [`${ROOT}4.1`, 'MR'],
  [`${ROOT}7`, 'OT'],
  [`${ROOT}7.2`, 'OT'],
  [`${ROOT}7.3`, 'OT'],
  [`${ROOT}7.4`, 'OT'],
  [`${ROOT}77.1.4`, 'XC'],
]);

const SECONDARY = new Set(['7', '7.2', '7.3', '7.4', '77.1.4'].map((end) => ROOT + end));

/** A copy of a screen or a photograph, whatever modality it claims: text in its pixels is the rule. */
export const isCapture = (sopClass: string): boolean => SECONDARY.has(sopClass);
