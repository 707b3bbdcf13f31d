// What later features' servers may use of cases.
export { shownTime, withCase } from './actions.ts';
