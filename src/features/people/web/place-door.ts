// What other features' pages embed of people where places are chosen: apart, so that pages without them carry none of it.
export { Finder } from './finder.tsx';
export { InstitutionField } from './institution-field.tsx';
export { countryText, languageText, stageText } from './said.ts';
