// Codes and states to words. Every sentence of a reason is at hand here: a file can be refused with no network.
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';
import { type ImageSentence, imageSentence } from '../../rules/image-codes.ts';
import type { DeskMask, DeskReason, Item, Picture } from './desk.ts';

const sentences: Record<ImageSentence, (l: Locale) => string> = {
  notPicture: say.imagesCodeNotPicture, cutOff: say.imagesCodeCutOff, broken: say.imagesCodeBroken, tooLarge: say.imagesCodeTooLarge,
  unknownPacking: say.imagesCodeUnknownPacking, otherKind: say.imagesCodeOtherKind, hiddenText: say.imagesCodeHiddenText, notCleaned: say.imagesCodeNotCleaned,
  secondCheck: say.imagesCodeSecondCheck, notConfirmed: say.imagesCodeNotConfirmed, zipBroken: say.imagesCodeZipBroken, zipLocked: say.imagesCodeZipLocked,
  zipInside: say.imagesCodeZipInside, zipBomb: say.imagesCodeZipBomb, tooManyFiles: say.imagesCodeTooManyFiles, system: say.imagesCodeSystem,
  document: say.imagesCodeDocument, video: say.imagesCodeVideo, empty: say.imagesCodeEmpty, twice: say.imagesCodeTwice,
  besidePicture: say.imagesCodeBesidePicture, unreadable: say.imagesCodeUnreadable, curves: say.imagesCodeCurves, report: say.imagesCodeReport, paper: say.imagesCodePaper,
  paperBroken: say.imagesCodePaperBroken, paperLocked: say.imagesCodePaperLocked, paperLong: say.imagesCodePaperLong, filmUnreadable: say.imagesCodeFilmUnreadable, filmLong: say.imagesCodeFilmLong, heic: say.imagesCodeHeic, previewBad: say.imagesCodePreviewBad,
};

export const reasonText = (l: Locale, { code, params }: DeskReason): string => {
  switch (code) {
    case 'unreadable': return say.imagesCodeUnreadable(l);
    case 'series-long': return say.imagesCodeSeriesLong(l, { n: Number(params.n) });
    case 'too-many-runs': return say.imagesCodeTooManyRuns(l, { n: Number(params.n) });
    case 'worker-ended': return say.imagesCodeWorkerEnded(l);
    default: return sentences[imageSentence(code)](l);
  }
};

/** Reasons that every disc gives in numbers: one line for all of them. */
export const isOfTheDisc = ({ code }: DeskReason): boolean => ['dicom-directory', 'intake-system-file', 'intake-document', 'intake-not-an-image'].includes(code);

export const stateText = (l: Locale, { state, look, from }: Pick<Item, 'state' | 'look' | 'from'>): string => {
  switch (state) {
    case 'waiting': return say.imagesStateWaiting(l);
    case 'cleaning': return say.imagesStateCleaning(l);
    case 'look': return say.imagesStateLook(l);
    case 'finishing': return say.imagesStateFinishing(l);
    case 'ready': return say.imagesStateReady(l);
    case 'left-out': return look?.sidecar?.capture === true ? say.imagesStateCapture(l) : from === 'page' ? say.imagesStatePage(l) : say.imagesStateLeftOut(l);
    case 'refused': return say.imagesStateRefused(l);
  }
};

/** What a file that is no run became on this device; nothing for a run, whose frames stay as they are. */
export const becameText = (l: Locale, { from, look }: Pick<Item, 'from' | 'look'>): string | undefined => {
  if (from === 'ecg') return say.imagesBecameEcg(l);
  if (from === 'page') return say.imagesBecamePage(l);
  if (from === 'film') return say.imagesBecameFilm(l);
  return look?.source === 'photo' ? say.imagesBecamePhoto(l) : undefined;
};

/** What the worker does with a run now: "opening frames: 12 of 46". */
export const stageText = (l: Locale, { stage, done, total }: NonNullable<Item['stage']>): string => {
  switch (stage) {
    case 'read': return say.imagesStageRead(l);
    case 'decode': return say.imagesStageDecode(l, { done, total });
    case 'search': return say.imagesStageSearch(l, { done, total });
    case 'mask': return say.imagesStageMask(l, { done, total });
    case 'still': return say.imagesStageStill(l);
    case 'cine': return say.imagesStageCine(l, { done, total });
    case 'seal': return say.imagesStageSeal(l);
  }
};

const kinds: Record<Picture['kind'], (l: Locale) => string> = {
  first: say.imagesLookFirst, middle: say.imagesLookMiddle, last: say.imagesLookLast, suspicious: say.imagesLookSuspicious, still: say.imagesLookStill, static: say.imagesLookStatic,
  brightest: say.imagesLookBrightest, darkest: say.imagesLookDarkest, corners: say.imagesLookCorners,
};
export const pictureText = (l: Locale, kind: Picture['kind']): string => kinds[kind](l);

/** Why a cover is there, and in which frames; counted from 1. */
export const whyText = (l: Locale, { reason, frames }: Pick<DeskMask, 'reason' | 'frames'>): string => {
  const [from, to] = frames === 'all' ? [1, 1] : [frames.from + 1, frames.to + 1];
  switch (reason) {
    case 'static': return say.imagesLookWhyStatic(l);
    case 'few-frames': return say.imagesLookWhyFewFrames(l, { from, to });
    case 'one-frame': return say.imagesLookWhyOneFrame(l, { from });
    case 'single-image': return say.imagesLookWhySingleImage(l);
    case 'outside-ultrasound-region': return say.imagesLookWhyOutsideUltrasoundRegion(l);
    case 'device-band': return say.imagesLookWhyDeviceBand(l);
    case 'own': return say.imagesLookWhyOwn(l);
  }
};
