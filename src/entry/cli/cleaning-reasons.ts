// From the imaging instrument's codes to sentences for a person at a terminal, who has no page to drop a file on.
import { type ImageSentence, imageSentence } from '#features/cases/rules/image-codes.ts';
import type { Locale } from '#kernel/locale.ts';
import * as words from '#words/entry.ts';

type Sentence = (l: Locale) => string;

const own: Readonly<Record<string, Sentence>> = {
  'review-kind': words.cleanReasonKind, 'review-photo': words.cleanReasonPhoto, 'review-text-found': words.cleanReasonFound,
  'review-text-declared': words.cleanReasonDeclared, 'file-unreadable': words.cleanReasonUnreadable, 'file-not-written': words.cleanReasonUnwritten,
  'cleaning-failed': words.cleanReasonFailed,
};

/** The groups of `imageSentence`; what is not here is damaged inside. */
const byGroup: Partial<Record<ImageSentence, Sentence>> = {
  report: words.cleanReasonDocument, paper: words.cleanReasonPaper, heic: words.cleanReasonHeic,
  notPicture: words.cleanReasonNotPicture, system: words.cleanReasonNotPicture, document: words.cleanReasonDocument, video: words.cleanReasonVideo,
  cutOff: words.cleanReasonCutOff, empty: words.cleanReasonCutOff, tooLarge: words.cleanReasonTooLarge, zipBomb: words.cleanReasonTooLarge,
  tooManyFiles: words.cleanReasonTooLarge, unknownPacking: words.cleanReasonPacking, otherKind: words.cleanReasonKindUnknown,
  hiddenText: words.cleanReasonHidden, zipBroken: words.cleanReasonArchive, zipLocked: words.cleanReasonArchive, zipInside: words.cleanReasonArchive,
  secondCheck: words.cleanReasonNotClean, besidePicture: words.cleanReasonNotClean, notConfirmed: words.cleanReasonNotClean,
};

/** What the code means for whoever ran the command, and what to do. */
export const reasonSentence = (l: Locale, code: string): string => (own[code] ?? byGroup[imageSentence(code)] ?? words.cleanReasonBroken)(l);
