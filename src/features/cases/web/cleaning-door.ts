// Reading and cleaning on the device, for other features' pages: the same workers, lists and sentences as a drop into a case.

export { Changes } from './images/changes.tsx';
export { imaging, readDrop } from './images/cleaner.ts';
export { lookOf, wholeOf } from './images/cleaning.ts';
export { covers, type DeskReason, type Look } from './images/desk.ts';
export { pictureText, reasonText, whyText } from './images/sentences.ts';
