// What other features' pages embed of opinions.
export { type Content, emptyOpinion, OpinionForm, RevisionForm } from './opinion-form.tsx';
export { accessList, kitSentence, type Shelf, stanceWords } from './said.ts';
