// A measure in words: the number, and beside it how it was measured and what it is calibrated on.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/story.ts';
import type { Calibration } from '../../../rules/measure/calibration.ts';
import type { Long, Measured } from '../../../rules/measure/marked.ts';

const rounded = (n: number, digits: number): string => n.toFixed(digits);

/** "2.9 mm", or "14 px" where nothing calibrates it. */
export const longText = ({ px, mm }: Long): string => (mm === null ? `${rounded(px, px < 10 ? 1 : 0)} px` : `${rounded(mm, 1)} mm`);

export const calibrationText = (l: Locale, calibration: Calibration): string => {
  switch (calibration.by) {
    case 'catheter': return say.filmMeasureOnCatheter(l, { french: `${calibration.french}F` });
    case 'isocentre': return say.filmMeasureOnIsocentre(l, { off: `±${Math.round(calibration.offPct)}%` });
    case 'header': return say.filmMeasureOnHeader(l, { type: calibration.type });
    case 'none': return say.filmMeasureOnNothing(l);
  }
};

/** The number: "Stenosis 62%: narrowest 1.1 mm, reference 2.9 mm". */
export const numberText = (l: Locale, of: Measured): string => {
  switch (of.kind) {
    case 'catheter': return say.filmMeasureIsCatheter(l, { french: `${of.french}F`, px: longText({ px: of.wide.px, mm: null }) });
    case 'length': return say.filmMeasureIsLength(l, { long: longText(of.long) });
    case 'angle': return say.filmMeasureIsAngle(l, { degrees: `${rounded(of.degrees, 0)}°` });
    case 'stenosis': return say.filmMeasureIsStenosis(l, { pct: `${rounded(of.pct, 0)}%`, least: longText(of.least), reference: longText(of.reference) });
    case 'vessel': return say.filmMeasureIsVessel(l, { pct: `${of.limit ? '≥' : ''}${rounded(of.pct, 0)}%`, least: longText(of.least), reference: longText(of.reference), long: longText(of.long) });
  }
};

/** The method: "visual calipers; calibrated on the 6F catheter". */
export const methodText = (l: Locale, of: Measured): string => {
  const how = of.kind === 'vessel' ? say.filmMeasureByEdges(l) : of.kind === 'stenosis' ? say.filmMeasureByEye(l) : say.filmMeasureByCalipers(l);
  // An angle and a ratio need no scale; a catheter is one.
  return of.kind === 'angle' || of.kind === 'catheter' ? how : say.filmMeasureMethod(l, { how, on: calibrationText(l, of.calibration) });
};

/** The shortest form, beside the drawing. */
export const shortText = (of: Measured): string => {
  if (of.kind === 'catheter') return `${of.french}F`;
  if (of.kind === 'angle') return `${rounded(of.degrees, 0)}°`;
  if (of.kind === 'length') return longText(of.long);
  return `${of.kind === 'vessel' && of.limit ? '≥' : ''}${rounded(of.pct, 0)}%`;
};
