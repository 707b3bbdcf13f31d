// Search as one types over 100,000 things with the viewer's rights, through the node's own door; and whether time tells of what is hidden.

import type { Figure } from './figure.ts';
import { median, round } from './figure.ts';
import type { BenchNode } from './node.ts';
import type { Found } from '../src/features/search/rules/hit.ts';
import { indexDue } from '../src/features/search/server/indexing.ts';
import { seededRandom } from '../src/kernel/random.ts';

const THINGS = Number(process.env.HAMDEL_BENCH_DOCUMENTS ?? 100_000);
const WORDS_EACH = 40;
const VOCABULARY = 30_000;
const TIMES = 60;
const PAIRS = 300;

const random = seededRandom(5);
const pick = (n: number): number => { const [a = 0, b = 0, c = 0] = random.bytes(3); return ((a * 65_536 + b * 256 + c) / 16_777_216) * n; };
const syllables = 'bar can dil fer gol hem jor kas lam mir nev pol rad sin tor vel zan tak ruz shab deg mor pes gur lin fan qes yar hos vim'.split(' ');
const wordOf = (i: number): string => { let word = ''; for (let rest = i + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length]; return word; };
const vocabulary = Array.from({ length: VOCABULARY }, (_, i) => wordOf(i));
/** Skewed as words of a language are: the first in nearly every text, the last in a few. */
const anyWord = (): string => vocabulary[Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** pick(1)) - 1)] as string;

/** Cases by one asker: nine in ten open to the node, the others their own, a few of these with the viewer asked; every fiftieth a draft with a word of its own. */
const fill = async (node: BenchNode): Promise<string[]> => {
  const secret: string[] = [];
  for (let from = 0; from < THINGS; from += 2000) {
    const rows = Array.from({ length: Math.min(2000, THINGS - from) }, (_, i) => {
      const n = from + i;
      const words = Array.from({ length: WORDS_EACH }, anyWord);
      const draft = n % 50 === 0;
      if (draft) { words.push(`secret${n}word`); secret.push(`secret${n}word`); }
      return { id: `01a20000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`, draft, audience: n % 10 === 1 ? 'people' : 'node', asked: n % 100 === 1, texts: { en: { title: words.slice(0, 6).join(' '), background: words.slice(6).join(' ') } } };
    });
    await node.owner.query(`with given as (select * from json_to_recordset($1) as t(id uuid, draft boolean, audience text, asked boolean, texts jsonb)),
        cases as (insert into app.cases (id, lang, audience, texts, started_at, edited_at) select id, 'en', audience, texts, now(), now() from given returning id),
        askers as (insert into app.case_askers select id, $2 from given),
        posted as (insert into app.postings select id, now() from given where not draft)
      insert into app.asks (id, case_id, expert_id, asked_at, accept_by, answer_by) select gen_random_uuid(), id, $3, now(), now(), now() from given where asked and not draft`,
      [JSON.stringify(rows), node.world.people.arman.id, node.world.people.claire.id]);
  }
  return secret;
};

/** Milliseconds of one search through the node's door, and its hits. */
const once = async (node: BenchNode, cookie: string, q: string): Promise<{ ms: number; hits: number }> => {
  const began = performance.now();
  const answer = await node.app.inject({ url: `/api/search?${new URLSearchParams({ q, typing: '1' })}`, headers: { cookie } });
  const ms = performance.now() - began;
  if (answer.statusCode !== 200) throw new Error(`a search answered ${answer.statusCode}`);
  return { ms, hits: (answer.json() as Found).kinds.reduce((sum, { hits }) => sum + hits.length, 0) };
};

const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] as number;

const typing = async (node: BenchNode, cookie: string, name: string, words: readonly string[], bar: number): Promise<Figure> => {
  const times: number[] = [];
  const beside: number[] = [];
  let hits = 0;
  let empty = 0;
  for (let i = 0; i < TIMES; i++) {
    const word = words[i % words.length] as string;
    const found = await once(node, cookie, word.slice(0, Math.max(3, word.length - (i % 3))));
    times.push(found.ms);
    const began = performance.now();
    await node.app.inject({ url: '/api/me', headers: { cookie } });
    beside.push(performance.now() - began);
    hits += found.hits;
    if (found.hits === 0) empty += 1;
  }
  if (empty > TIMES / 10) throw new Error(`${name}: ${empty} of ${TIMES} searches found nothing`);
  return {
    name: `search as one types, ${name}, 95th percentile`, unit: 'ms', value: round(p95(times)), beside: { name: '/api/me in the same moments', value: round(p95(beside)) }, spread: { min: round(Math.min(...times)), max: round(Math.max(...times)) }, bar: { at: bar, is: 'at most', of: 'value' },
    note: `${THINGS} cases of ${WORDS_EACH} words, rights of a clinician who is asked in ${THINGS / 100}; ${TIMES} searches, median ${round(median(times))} ms, ${round(hits / TIMES)} hits each`,
  };
};

/** The same question about a word that stands only in others' drafts, and about one that stands nowhere, in turn. */
const hiddenOrNothing = async (node: BenchNode, cookie: string, secret: readonly string[]): Promise<Figure> => {
  const hidden: number[] = [];
  const nothing: number[] = [];
  for (let i = 0; i < PAIRS; i++) {
    const word = secret[i % secret.length] as string;
    const other = word.replace('secret', 'sacred');
    for (const [times, q] of i % 2 === 0 ? ([[hidden, word], [nothing, other]] as const) : ([[nothing, other], [hidden, word]] as const)) {
      const found = await once(node, cookie, `${q} `);
      if (found.hits > 0) throw new Error('a hidden word was found');
      times.push(found.ms);
    }
  }
  const ratio = median(hidden) / median(nothing);
  return {
    name: 'time of a search for a word that stands only in what is hidden', unit: 'ms', value: round(median(hidden)), beside: { name: 'for a word that stands nowhere', value: round(median(nothing)) },
    ratio: round(ratio, 4), bar: { at: 0.97, to: 1.03, is: 'between', of: 'ratio' }, note: `medians of ${PAIRS} interleaved pairs; the middle half of the first lies within ${round(spreadOf(hidden))} ms`,
  };
};

const spreadOf = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.75)] as number) - (sorted[Math.floor(sorted.length * 0.25)] as number);
};

export const search = async (node: BenchNode): Promise<Figure[]> => {
  const secret = await fill(node);
  const began = performance.now();
  const things = await indexDue(node.house);
  const seconds = (performance.now() - began) / 1000;
  await node.owner.query('vacuum analyze app.search_postings, app.search_words, app.search_pieces, app.search_docs');
  const cookie = await node.cookieOf('claire');
  const between = async (least: number, most: number): Promise<string[]> =>
    (await node.owner.query<{ word: string }>(`select word from app.search_words where word ~ '^[a-z]{4,}$' and word !~ '^secret' and clinicians between $1 and $2 order by md5(word) limit 40`, [least, most])).rows.map(({ word }) => word);
  const commonest = (await node.owner.query<{ word: string }>(`select word from app.search_words where word ~ '^[a-z]{4,}$' order by clinicians desc limit 20`)).rows.map(({ word }) => word);
  await typing(node, cookie, 'warm', commonest, 1000);
  return [
    await typing(node, cookie, 'rare prefixes', await between(5, 50), 50),
    await typing(node, cookie, 'ordinary prefixes', await between(THINGS / 1000, THINGS / 50), 50),
    await typing(node, cookie, 'the commonest words', commonest, 150),
    await hiddenOrNothing(node, cookie, secret),
    { name: 'things written into the index', unit: 'things/s', value: round(things / seconds) },
  ];
};
