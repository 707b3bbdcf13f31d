// What later features' pages embed of candidates.
export { Evidence } from './evidence-card.tsx';
export { Paper } from './paper.tsx';
