// What other features' pages embed of opinions.
export { type Content, emptyOpinion, OpinionForm, RevisionForm, type Shelf } from './opinion-form.tsx';
export { accessList, disclosureWords, kitSentence, stanceWords } from './said.ts';
