// What other features' pages embed of people.
import './people.css';

export { useAct } from './act.ts';
export { PersonPicker } from './person-picker.tsx';
export { layerText, lineText, plainName, roleText, titledName } from './said.ts';
export { ShownOnce } from './shown-once.tsx';
export type { FoundPerson as Picked } from '../rules/colleague.ts';
