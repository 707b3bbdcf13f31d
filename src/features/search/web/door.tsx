// What the case page embeds.
export { SimilarCases } from './similar.tsx';
