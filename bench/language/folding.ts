import { conceptsIn, fold, foldTerms, sameName, words } from 'language';
import { type Figure, median, round } from '../figure.ts';
import { jsonLines } from './persian-data.ts';

const page = 'درگیری سه رگ با EF=۳۵٪ و ضایعهٔ كلسيفيه در LAD؛ می‌شود نرم‌افزار Müller '.repeat(8000);
const megabytes = new TextEncoder().encode(page).length / 1e6;

function secondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Fold beside what every platform has, in turns. */
export function speeds(): Figure[] {
  const rounds = Array.from({ length: 9 }, () => ({ ours: secondsOf(() => fold(page)), plain: secondsOf(() => page.normalize('NFKC').toLowerCase()) }));
  const terms = median(Array.from({ length: 5 }, () => secondsOf(() => foldTerms(page))));
  const concepts = median(Array.from({ length: 5 }, () => secondsOf(() => conceptsIn(page))));
  const pairs = 5000;
  const names = median(Array.from({ length: 5 }, () => secondsOf(() => { for (let i = 0; i < pairs; i++) sameName('محمدرضا هاشمیان', 'Mohammad Reza Hashemian'); })));
  const [ours, plain] = [median(rounds.map((one) => one.ours)), median(rounds.map((one) => one.plain))];
  return [
    { name: 'fold', unit: 'MB/s', value: round(megabytes / ours), beside: { name: 'NFKC and lower case alone', value: round(megabytes / plain) }, ratio: round(median(rounds.map((one) => one.plain / one.ours))) },
    { name: 'foldTerms, words and joined forms', unit: 'MB/s', value: round(megabytes / terms) },
    { name: 'conceptsIn', unit: 'MB/s', value: round(megabytes / concepts) },
    { name: 'sameName of two full names across scripts', unit: 'pairs/s', value: round(pairs / names) },
  ];
}

type Case = { stage: string; input: string; expected: string[] };

/** Lucene's tests of its Persian analysis. Its stemmer is left out on purpose: it makes شر of شریان. */
export function luceneAgreement(): Figure[] {
  const cases = jsonLines<Case>('lucene-analysis-cases.jsonl');
  const folded = ({ expected }: Case): string => expected.flatMap(words).join(' ');
  const agree = (some: readonly Case[], got: (one: Case) => string): number => some.filter((one) => got(one) === folded(one)).length / some.length;
  const [normal, analyzed] = [cases.filter(({ stage }) => stage.endsWith('normalize') || stage === 'charfilter'), cases.filter(({ stage }) => stage.startsWith('analyzer'))];
  return [
    { name: `Lucene's normalisation cases (${normal.length}): fold agrees`, unit: 'share', value: agree(normal, ({ input }) => fold(input)), bar: { at: 1, is: 'at least', of: 'value' } },
    { name: `Lucene's analyzer cases without its stemmer (${analyzed.length}): the words of foldTerms agree`, unit: 'share', value: agree(analyzed, ({ input }) => foldTerms(input).words.join(' ')), bar: { at: 1, is: 'at least', of: 'value' } },
  ];
}
