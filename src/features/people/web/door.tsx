// What other features' pages embed of people.
import './people.css';

export { useAct } from './act.ts';
export { Checked } from './checked.tsx';
export { PersonPicker } from './person-picker.tsx';
export { countryText, layerText, lineText, placeText, plainName, roleText, stageText, titledName } from './said.ts';
export { ShownOnce } from './shown-once.tsx';
export type { FoundPerson as Picked } from '../rules/colleague.ts';
