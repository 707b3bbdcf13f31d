// What later features' servers may ask of candidates.

export { type CvCopy, copyOf, sheetIn } from './cv.ts';
export { evidenceOf } from './evidence.ts';
export { pdfOf } from './paper.ts';
export { type LetterRow, lettersAboutMe } from './references.store.ts';
