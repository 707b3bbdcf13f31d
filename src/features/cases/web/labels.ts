// Which sentence names an id of the clinic's vocabulary. A missing one is a type error; the words themselves stand in words/{en,fa}.json.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';
import type { Answer, Comorbidity, Presentation, ShelfItem } from '../rules/vocabulary.ts';

type Word = (l: Locale) => string;

const presentations: Readonly<Record<Presentation, Word>> = {
  stable: say.presentationStable, silent: say.presentationSilent, ua: say.presentationUa, nstemi: say.presentationNstemi, stemi: say.presentationStemi,
  shock: say.presentationShock, arrest: say.presentationArrest, 'heart-failure': say.presentationHeartFailure, valve: say.presentationValve,
  'by-chance': say.presentationByChance, other: say.presentationOther,
};

const comorbidities: Readonly<Record<Comorbidity, Word>> = {
  diabetes: say.comorbidityDiabetes, insulin: say.comorbidityInsulin, hypertension: say.comorbidityHypertension, ckd: say.comorbidityCkd,
  dialysis: say.comorbidityDialysis, previousMi: say.comorbidityPreviousMi, previousPci: say.comorbidityPreviousPci,
  previousCabg: say.comorbidityPreviousCabg, stroke: say.comorbidityStroke, pad: say.comorbidityPad, copd: say.comorbidityCopd,
  oac: say.comorbidityOac, anaemia: say.comorbidityAnaemia, cancer: say.comorbidityCancer, frailty: say.comorbidityFrailty,
};

const shelf: Readonly<Record<ShelfItem, Word>> = {
  surgery: say.shelfSurgery, ivus: say.shelfIvus, oct: say.shelfOct, physiology: say.shelfPhysiology, rotablation: say.shelfRotablation,
  ivl: say.shelfIvl, iabp: say.shelfIabp, orbital: say.shelfOrbital, laser: say.shelfLaser, microaxial: say.shelfMicroaxial, ecmo: say.shelfEcmo,
  dcb: say.shelfDcb, aspiration: say.shelfAspiration, coveredStent: say.shelfCoveredStent, coils: say.shelfCoils, guideExtension: say.shelfGuideExtension,
  dualLumen: say.shelfDualLumen, ctoWires: say.shelfCtoWires, snare: say.shelfSnare, filter: say.shelfFilter, tavi: say.shelfTavi, teer: say.shelfTeer,
  ct: say.shelfCt, cmr: say.shelfCmr, alteplase: say.shelfAlteplase,
};

const answers: Readonly<Record<Answer, Word>> = {
  yes: say.answerYes, no: say.answerNo, unknown: say.answerUnknown, 'not-done': say.answerNotDone,
};

const grades: Readonly<Record<'none' | 'mild' | 'moderate' | 'heavy' | 'severe', Word>> = {
  none: say.gradeNone, mild: say.gradeMild, moderate: say.gradeModerate, heavy: say.gradeHeavy, severe: say.gradeSevere,
};

export const presentationLabel = (l: Locale, id: Presentation): string => presentations[id](l);
export const comorbidityLabel = (l: Locale, id: Comorbidity): string => comorbidities[id](l);
export const shelfLabel = (l: Locale, id: ShelfItem): string => shelf[id](l);
/** The same for an id that comes as text (from a stored record); one this version does not know stays as it is. */
export const shelfWord = (l: Locale, id: string): string => (shelf as Readonly<Record<string, Word>>)[id]?.(l) ?? id;
export const answerLabel = (l: Locale, id: Answer): string => answers[id](l);
export const gradeLabel = (l: Locale, id: keyof typeof grades): string => grades[id](l);
export const sexLabel = (l: Locale, id: 'male' | 'female'): string => (id === 'male' ? say.sexMale : say.sexFemale)(l);
export const dominanceLabel = (l: Locale, id: 'right' | 'left'): string => (id === 'right' ? say.dominanceRight : say.dominanceLeft)(l);

/** "70–74", «۷۰ تا ۷۴»; the last band is open. */
export const bandLabel = (l: Locale, band: string): string => {
  const [from = 0, to] = band.split(/[-+]/).filter(Boolean).map(Number);
  return to === undefined ? say.factsAgeOver(l, { from }) : say.factsAgeRange(l, { from, to });
};
