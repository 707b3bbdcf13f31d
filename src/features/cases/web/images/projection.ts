/** "LAO 40 CRA 25": DICOM's positive primary angle is LAO, positive secondary cranial (PS3.3 C.8.7.5); the modality where there is no angle. */
export const projectionOf = (of: { readonly primaryAngle?: number | null; readonly secondaryAngle?: number | null; readonly modality?: string } | null): string => {
  const { primaryAngle = null, secondaryAngle = null, modality = '' } = of ?? {};
  if (primaryAngle === null || secondaryAngle === null) return modality;
  const [p, s] = [Math.round(primaryAngle), Math.round(secondaryAngle)];
  const first = p === 0 ? 'AP' : `${p > 0 ? 'LAO' : 'RAO'} ${Math.abs(p)}`;
  return s === 0 ? first : `${first} ${s > 0 ? 'CRA' : 'CAU'} ${Math.abs(s)}`;
};
