// What other features' pages embed of people.
export { Checked } from './checked.tsx';
export { PersonPicker } from './person-picker.tsx';
export type { FoundPerson as Picked } from '../rules/colleague.ts';
export { countryText, layerText, lineText, placeText, roleText, stageText, titledName } from './said.ts';
