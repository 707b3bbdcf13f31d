/** What was cut into a vessel. */
export type LesionKind = 'stenosis' | 'occlusion' | 'ectasia' | 'in-stent';

export type LesionTruth = {
  readonly kind: LesionKind;
  readonly segment: string;
  readonly branch: string;
  /** Arc length of the centre and whole length, mm. */
  readonly centre: number;
  readonly length: number;
  readonly stenosisPct: number;
};
