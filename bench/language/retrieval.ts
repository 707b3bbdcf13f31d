// What folding alone gives a search: plain BM25 over terms, questions as typed by four kinds of hands.

import { foldTerms } from 'language';
import { type Figure, round } from '../figure.ts';
import { jsonLines } from './persian-data.ts';

/** Term lists of a text, each with its weight in the score. */
type Terms = (text: string) => { weight: number; terms: readonly string[] }[];

const folded: Terms = (text) => {
  const { words, joined, grams } = foldTerms(text);
  return [{ weight: 1, terms: [...words, ...joined] }, { weight: 0.5, terms: grams }];
};
const unfolded: Terms = (text) => [{ weight: 1, terms: text.toLowerCase().split(/[^\p{L}\p{M}\p{N}\u200c]+/u) }];

/** BM25 with k1 1.2 and b 0.75 over each list; mean reciprocal rank of the right passage. */
function mrr(passages: readonly { pid: number; text: string }[], questions: readonly { text: string; pid: number }[], terms: Terms): number {
  const lists = terms('').map((_, field) => index(passages.map(({ text }) => terms(text)[field]?.terms ?? [])));
  const places = new Map(passages.map(({ pid }, i) => [pid, i]));
  const reciprocal = questions.map(({ text, pid }) => {
    const scores = new Float64Array(passages.length);
    for (const [field, { weight, terms: asked }] of terms(text).entries()) for (const term of new Set(asked)) lists[field]?.add(term, weight, scores);
    const right = scores[places.get(pid) ?? -1] ?? -1;
    return right <= 0 ? 0 : 1 / (1 + scores.filter((one) => one > right).length);
  });
  return reciprocal.reduce((sum, one) => sum + one, 0) / questions.length;
}

function index(documents: readonly (readonly string[])[]): { add: (term: string, weight: number, scores: Float64Array) => void } {
  const postings = new Map<string, Map<number, number>>();
  for (const [i, terms] of documents.entries()) for (const term of terms) {
    const counts = postings.get(term) ?? new Map<number, number>();
    postings.set(term, counts.set(i, (counts.get(i) ?? 0) + 1));
  }
  const mean = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length;
  return {
    add(term, weight, scores) {
      const counts = postings.get(term) ?? new Map<number, number>();
      const rare = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [i, often] of counts) {
        const length = (documents[i] as readonly string[]).length;
        scores[i] = (scores[i] as number) + (weight * rare * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * length) / mean));
      }
    },
  };
}

/** A wrong, a missing, a doubled or an exchanged letter in one longer word; always the same one for the same question. */
function withTypo(text: string, seed: number): string {
  const parts = text.split(' ');
  const long = [...parts.keys()].filter((i) => (parts[i] as string).length >= 5);
  const at = long[seed % Math.max(long.length, 1)];
  if (at === undefined) return text;
  const word = parts[at] as string;
  const place = 1 + (seed % (word.length - 2));
  const wrong = ['', 'ش', word[place - 1] as string, (word[place] as string) + (word[place] as string)][seed % 4] as string;
  parts[at] = word.slice(0, place) + wrong + word.slice(place + 1);
  return parts.join(' ');
}

const hands: Readonly<Record<string, (text: string, seed: number) => string>> = {
  'typed as the passages': (text) => text,
  'on an Arabic keyboard': (text) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
  'without ZWNJ': (text) => text.replaceAll('\u200c', ''),
  'with one wrong letter': withTypo,
};

export function retrieval(): Figure[] {
  const passages = jsonLines<{ pid: number; text: string }>('pquad-dev-passages.jsonl');
  const questions = jsonLines<{ question: string; pid: number }>('pquad-dev-questions.jsonl');
  return Object.entries(hands).map(([name, hand]) => {
    const typed = questions.map(({ question, pid }, i) => ({ text: hand(question, i), pid }));
    const [ours, plain] = [mrr(passages, typed, folded), mrr(passages, typed, unfolded)];
    return { name: `${questions.length} Persian questions ${name}: BM25 over folded terms`, unit: 'MRR', value: round(ours), beside: { name: 'over words as they stand', value: round(plain) }, ratio: round(ours / plain) };
  });
}
