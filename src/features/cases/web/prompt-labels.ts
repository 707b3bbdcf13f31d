// The words of the facts asked for by topic, and of their closed answers. Apart from labels.ts: only pages that show such facts carry them.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';
import { type PromptKey, promptKinds } from '../rules/prompts.ts';
import { type Answer, answers as answerIds } from '../rules/vocabulary.ts';
import { answerLabel } from './labels.ts';

type Word = (l: Locale) => string;

const prompts: Readonly<Record<PromptKey, Word>> = {
  medina: say.promptMedina, syntax: say.promptSyntax, euroscore2: say.promptEuroscore2, diabetes: say.promptDiabetes, ivusMla: say.promptIvusMla,
  dominance: say.promptDominance, sideBranchSize: say.promptSideBranchSize, sideBranchLength: say.promptSideBranchLength,
  sideBranchAngle: say.promptSideBranchAngle, sideBranchTerritory: say.promptSideBranchTerritory, jcto: say.promptJcto, cap: say.promptCap,
  occlusionLength: say.promptOcclusionLength, rentrop: say.promptRentrop, collateralCc: say.promptCollateralCc, viability: say.promptViability,
  previousAttempts: say.promptPreviousAttempts, previousDose: say.promptPreviousDose, calciumArc: say.promptCalciumArc,
  calciumThickness: say.promptCalciumThickness, calciumLength: say.promptCalciumLength, calciumNodule: say.promptCalciumNodule,
  tortuosity: say.promptTortuosity, onsetTime: say.promptOnsetTime, culpritCertainty: say.promptCulpritCertainty, ffrOthers: say.promptFfrOthers,
  scai: say.promptScai, scaiTrend: say.promptScaiTrend, lactate: say.promptLactate, pressors: say.promptPressors, rvFunction: say.promptRvFunction,
  mechanicalCause: say.promptMechanicalCause, graftMap: say.promptGraftMap, graftAge: say.promptGraftAge, nativeVessel: say.promptNativeVessel,
  isrPattern: say.promptIsrPattern, stentLayers: say.promptStentLayers, isrTime: say.promptIsrTime, isrMechanism: say.promptIsrMechanism,
  stentThrombosisTiming: say.promptStentThrombosisTiming, drugsTaken: say.promptDrugsTaken, scadType: say.promptScadType, flow: say.promptFlow,
  fmd: say.promptFmd, pregnancy: say.promptPregnancy, ectasiaSize: say.promptEctasiaSize, thrombus: say.promptThrombus, kawasaki: say.promptKawasaki,
  cmrResult: say.promptCmrResult, spasmTest: say.promptSpasmTest, cfrImr: say.promptCfrImr, sievers: say.promptSievers,
  rapheCalcium: say.promptRapheCalcium, aorta: say.promptAorta, lvotCalcium: say.promptLvotCalcium, lung: say.promptLung,
  femoralDiameter: say.promptFemoralDiameter, femoralCalcium: say.promptFemoralCalcium, iliacTortuosity: say.promptIliacTortuosity,
  alternativeAccess: say.promptAlternativeAccess, failedValve: say.promptFailedValve, vtc: say.promptVtc, failureMode: say.promptFailureMode,
  mrAetiology: say.promptMrAetiology, eroa: say.promptEroa, coaptationGap: say.promptCoaptationGap, leafletLength: say.promptLeafletLength,
  mitralArea: say.promptMitralArea, mitralGradient: say.promptMitralGradient, lvesd: say.promptLvesd, macScore: say.promptMacScore,
  neoLvot: say.promptNeoLvot, wilkins: say.promptWilkins, commissuralCalcium: say.promptCommissuralCalcium, mr: say.promptMr,
  laThrombus: say.promptLaThrombus, lead: say.promptLead, pvr: say.promptPvr, laaShape: say.promptLaaShape, laaSize: say.promptLaaSize,
  drugAfter: say.promptDrugAfter, rope: say.promptRope, pascal: say.promptPascal, shunt: say.promptShunt, septalAneurysm: say.promptSeptalAneurysm,
  rhythmMonitoring: say.promptRhythmMonitoring, rims: say.promptRims, qpqs: say.promptQpqs, lvFilling: say.promptLvFilling,
  lvotGradientRest: say.promptLvotGradientRest, lvotGradient: say.promptLvotGradient, septumMm: say.promptSeptumMm, sam: say.promptSam, septalBranch: say.promptSeptalBranch,
  peRisk: say.promptPeRisk, bleedingRisk: say.promptBleedingRisk, ellis: say.promptEllis, perforationSite: say.promptPerforationSite,
  drained: say.promptDrained, drugState: say.promptDrugState, timi: say.promptTimi, mbg: say.promptMbg, drugsGiven: say.promptDrugsGiven,
  entrapped: say.promptEntrapped, wirePosition: say.promptWirePosition, embolised: say.promptEmbolised, embolusPlace: say.promptEmbolusPlace,
  haemodynamics: say.promptHaemodynamics,
};

const choices: Readonly<Record<string, Word>> = {
  none: say.choiceNone, mild: say.choiceMild, moderate: say.choiceModerate, severe: say.choiceSevere, heavy: say.choiceHeavy,
  small: say.choiceSmall, large: say.choiceLarge, tapered: say.choiceTapered, blunt: say.choiceBlunt, ambiguous: say.choiceAmbiguous,
  viable: say.choiceViable, partly: say.choicePartly, 'not-viable': say.choiceNotViable, certain: say.choiceCertain, probable: say.choiceProbable,
  possible: say.choicePossible, unlikely: say.choiceUnlikely, uncertain: say.choiceUncertain, better: say.choiceBetter, steady: say.choiceSteady,
  worse: say.choiceWorse, vsr: say.choiceVsr, papillary: say.choicePapillary, 'free-wall': say.choiceFreeWall,
  underexpansion: say.choiceUnderexpansion, neointima: say.choiceNeointima, neoatherosclerosis: say.choiceNeoatherosclerosis,
  fracture: say.choiceFracture, edge: say.choiceEdge, malapposition: say.choiceMalapposition, acute: say.choiceAcute, subacute: say.choiceSubacute,
  late: say.choiceLate, 'very-late': say.choiceVeryLate, focal: say.choiceFocal, diffuse: say.choiceDiffuse, proliferative: say.choiceProliferative,
  occluded: say.choiceOccluded, positive: say.choicePositive, negative: say.choiceNegative, equivocal: say.choiceEquivocal,
  stenosis: say.choiceStenosis, regurgitation: say.choiceRegurgitation, both: say.choiceBoth, one: say.choiceOne, primary: say.choicePrimary,
  secondary: say.choiceSecondary, mixed: say.choiceMixed, windsock: say.choiceWindsock, 'chicken-wing': say.choiceChickenWing,
  cauliflower: say.choiceCauliflower, cactus: say.choiceCactus, low: say.choiceLow, 'intermediate-low': say.choiceIntermediateLow,
  'intermediate-high': say.choiceIntermediateHigh, high: say.choiceHigh,
};

export const promptLabel = (l: Locale, key: PromptKey): string => prompts[key](l);

/** A choice in words; grades and numbers of a scale ("III", "2a") are shown as they are. */
export const choiceLabel = (l: Locale, id: string): string => choices[id]?.(l) ?? id;

const isAnswer = (value: string): value is Answer => (answerIds as readonly string[]).includes(value);

/** What was answered to a prompt: a number with its unit or a grade (`clinical`), a word, or what was typed. */
export const promptValue = (l: Locale, key: PromptKey, value: string | number): { text: string; as: 'clinical' | 'word' | 'typed' } => {
  const kind = promptKinds[key];
  if (typeof value === 'number') return { text: kind.kind === 'number' && kind.unit ? `${value} ${kind.unit}` : String(value), as: 'clinical' };
  if (isAnswer(value)) return { text: answerLabel(l, value), as: 'word' };
  if (kind.kind !== 'choice') return { text: value, as: 'typed' };
  return { text: choiceLabel(l, value), as: choices[value] === undefined ? 'clinical' : 'word' };
};
