export { type Concepts, concepts, type Lookup, type Mention, readTaxonomy, type Taxonomy, type Term } from './concepts.ts';
export { conceptsIn, type WeightedConcept } from './concepts-in.ts';
export { latinDigit, latinDigits, parseNumber } from './digits.ts';
export { fold } from './fold.ts';
export { nameWords } from './name-words.ts';
export { nameKeys, nameLikeness } from './names.ts';
export { isStopWord, words } from './tokens.ts';
export { type FoldedTerms, foldTerms } from './terms.ts';
export { sameName } from './same-name.ts';
