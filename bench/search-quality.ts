// How well Persian questions find their passages (../shared/data/persian, PQuAD): as typed, with the letters of an Arabic keyboard, without ZWNJ, with
// one wrong letter. Through ./hamdel search, beside the same ranking of words as they stand (split at signs, nothing folded).

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, round } from './figure.ts';
import { seededRandom } from '../src/kernel/random.ts';

const root = join(import.meta.dirname, '..');
const data = join(root, '../shared/data/persian');
type Passage = { pid: number; text: string };
type Question = { qid: string; question: string; pid: number };
const read = <T>(name: string): T[] => readFileSync(join(data, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);

const letters = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';
/** One letter of one word left out, put in, changed, or swapped with the next. */
const withTypo = (text: string, pick: (n: number) => number): string => {
  const words = [...text.matchAll(/\p{L}{3,}/gu)];
  const word = words[pick(words.length)];
  if (word === undefined) return text;
  const at = word.index + pick(word[0].length - 1);
  const letter = letters[pick(letters.length)] as string;
  const [before, here, after] = [text.slice(0, at), text[at] as string, text.slice(at + 1)];
  return [before + after, before + letter + here + after, before + letter + after, before + after[0] + here + after.slice(1)][pick(4)] as string;
};

const ways: Readonly<Record<string, { bar: number; of: (text: string, pick: (n: number) => number) => string }>> = {
  'as typed': { bar: 0.95, of: (text) => text },
  'letters of an Arabic keyboard': { bar: 0.95, of: (text) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك') },
  'ZWNJ left out': { bar: 0.945, of: (text) => text.replaceAll('\u200c', '') },
  'ZWNJ as a space': { bar: 0.945, of: (text) => text.replaceAll('\u200c', ' ') },
  'one wrong letter': { bar: 0.93, of: withTypo },
};

/** Reciprocal rank of the right passage, over all questions. */
const meanRank = (questions: readonly Question[], best: ReadonlyMap<string, readonly number[]>): number =>
  questions.reduce((sum, { qid, pid }) => { const at = best.get(qid)?.indexOf(pid) ?? -1; return sum + (at < 0 ? 0 : 1 / (at + 1)); }, 0) / questions.length;

/** BM25 (k1 1.2, b 0.75) of words as they stand: what there is without any of this. */
const plainRanking = (passages: readonly Passage[]) => {
  const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}\u200c]+/gu) ?? [];
  const all = passages.map(({ text }) => wordsOf(text));
  const mean = all.reduce((sum, words) => sum + words.length, 0) / all.length;
  const lists = new Map<string, Map<number, number>>();
  for (const [i, words] of all.entries()) for (const word of words) lists.set(word, (lists.get(word) ?? new Map<number, number>()).set(i, (lists.get(word)?.get(i) ?? 0) + 1));
  return (text: string): number[] => {
    const scores = new Map<number, number>();
    for (const word of wordsOf(text)) for (const [i, n] of lists.get(word) ?? []) {
      const seen = lists.get(word)?.size ?? 0;
      const idf = Math.log(1 + (passages.length - seen + 0.5) / (seen + 0.5));
      scores.set(i, (scores.get(i) ?? 0) + (idf * n * 2.2) / (n + 1.2 * (0.25 + (0.75 * (all[i]?.length ?? 0)) / mean)));
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([i]) => passages[i]?.pid ?? 0);
  };
};

export const searchQuality = async (): Promise<Figure[]> => {
  if (!existsSync(data)) {
    process.stderr.write('Left out: ../shared/data/persian is not there.\n');
    return [];
  }
  const passages = read<Passage>('pquad-dev-passages.jsonl');
  const questions = read<Question>('pquad-dev-questions.jsonl');
  const plain = plainRanking(passages);
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-quality-'));
  try {
    writeFileSync(join(folder, 'd.jsonl'), passages.map(({ pid, text }) => JSON.stringify({ id: pid, text })).join('\n'));
    const typed = Object.entries(ways).flatMap(([way, { of }], seed) => {
      const random = seededRandom(seed + 1);
      const pick = (n: number): number => { const [a = 0, b = 0] = random.bytes(2); return n < 1 ? 0 : (a * 256 + b) % n; };
      return questions.map((q) => ({ way, qid: q.qid, text: of(q.question, pick) }));
    });
    writeFileSync(join(folder, 'q.jsonl'), typed.map(({ way, qid, text }) => JSON.stringify({ id: `${way}|${qid}`, text })).join('\n'));
    const out = execFileSync(process.execPath, [join(root, 'src/entry/cli.ts'), 'search', '--documents', join(folder, 'd.jsonl'), '--queries', join(folder, 'q.jsonl'), '--top', '50'], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] });
    const answers = new Map(String(out).trim().split('\n').map((line) => JSON.parse(line) as { query: string; hits: { id: number }[] }).map(({ query, hits }) => [query, hits.map(({ id }) => id)]));
    return Object.entries(ways).map(([way, { bar }]) => {
      const ours = meanRank(questions, new Map(questions.map(({ qid }) => [qid, answers.get(`${way}|${qid}`) ?? []])));
      const bare = meanRank(questions, new Map(typed.filter((one) => one.way === way).map(({ qid, text }) => [qid, plain(text)])));
      return {
        name: `Persian questions find their passage: ${way}`, unit: 'MRR', value: round(ours, 4), beside: { name: 'BM25 of words as they stand', value: round(bare, 4) }, ratio: round(ours / bare),
        bar: { at: bar, is: 'at least', of: 'value' }, note: `${questions.length} questions, ${passages.length} passages, through ./hamdel search`,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
