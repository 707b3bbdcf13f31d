// What other features' pages embed of opportunities.
export { placeLine, saidIn, typeText } from './said.ts';
export { DayField } from './form/day-field.tsx';
