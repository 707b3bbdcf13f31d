import { fold } from './fold.ts';
import { isStopWord, wordsOfFolded } from './tokens.ts';

/** What of a text is put into an index and asked of it: the same for a document, a question and the browser. Order and repeats are kept. */
export interface FoldedTerms {
  /** Folded words without stop words, not stemmed; what ZWNJ parts stands apart: «نرم‌افزار» gives نرم and افزار. */
  readonly words: readonly string[];
  /** Words with ZWNJ as a hand writes them that leaves it out: نرمافزار, میخورد, برگها. Not where every part is a stop word. */
  readonly joined: readonly string[];
  /** Pieces of four letters of each of `words` that has a letter, its ends marked `_`: they forgive a wrong letter. Made when asked for. */
  readonly grams: readonly string[];
}

/** Stands for ZWNJ while a text is folded, which would make a space of it. Private to us (Unicode private use); no keyboard has it. */
const joiner = '\ue000';
const withJoiner = /[\p{L}\p{N}\ue000]+/gu;

/** The joined forms in a folded text whose joiners are kept. */
function joinedForms(folded: string): string[] {
  const chunks = folded.split(' ').filter((chunk) => chunk.includes(joiner));
  return chunks.flatMap((chunk) => chunk.match(withJoiner) ?? []).flatMap((word) => {
    const parts = word.split(joiner).flatMap(wordsOfFolded);
    const joined = parts.length > 1 && !parts.every(isStopWord) ? wordsOfFolded(word.replaceAll(joiner, '')) : [];
    return joined.length === 1 ? joined : [];
  });
}

const gramLength = 4;

function gramsOf(word: string): string[] {
  const marked = `_${word}_`;
  return Array.from({ length: Math.max(0, marked.length - gramLength + 1) }, (_, at) => marked.slice(at, at + gramLength));
}

/**
 * The terms of a text in any of the two languages. Of 1,500 Persian questions against 319 passages (BM25, MRR) words alone find
 * .944, typed without ZWNJ .913, with one wrong letter .908; joined forms mend the second (.945), grams at half weight all
 * (.952, .951, .933). Grams of three letters, or without the marked ends, gave no more.
 */
export function foldTerms(text: string): FoldedTerms {
  const parted = text.includes('\u200c');
  const folded = fold(parted ? text.replaceAll('\u200c', joiner) : text);
  const kept = wordsOfFolded(parted ? folded.replaceAll(joiner, ' ') : folded).filter((word) => !isStopWord(word));
  return {
    words: kept,
    joined: parted ? joinedForms(folded) : [],
    get grams() { return kept.filter((word) => /\p{L}/u.test(word)).flatMap(gramsOf); },
  };
}
