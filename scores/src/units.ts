import { clean } from './rounding.ts';

interface Creatinine { readonly scrMgDl?: number | undefined; readonly scrUmolL?: number | undefined }
interface Haemoglobin { readonly hbGDl?: number | undefined; readonly hbGL?: number | undefined; readonly hbMmolL?: number | undefined }

/** Creatinine in mg/dL; 88.4 µmol/L = 1 mg/dL. One of the two must be given. */
export function mgDl(scr: Creatinine): number {
  return scr.scrMgDl ?? clean((scr.scrUmolL ?? Number.NaN) / 88.4);
}

/** Haemoglobin in g/dL; 10 g/L = 1 g/dL, 1 mmol/L = 1.6114 g/dL. One of the three must be given. */
export function gDl(hb: Haemoglobin): number {
  if (hb.hbGDl !== undefined) return hb.hbGDl;
  return clean(hb.hbGL !== undefined ? hb.hbGL / 10 : (hb.hbMmolL ?? Number.NaN) * 1.6114);
}
