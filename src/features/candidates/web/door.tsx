// What later features' pages embed of candidates.
export { Evidence } from './evidence.tsx';
export { Paper } from './paper.tsx';
