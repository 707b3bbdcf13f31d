// A publication from what a citation file or ORCID says of it, and as one line after Vancouver.

import { writtenIn } from '#features/people/rules/written-in.ts';
import { latinDigits } from '#kernel/digits.ts';
import type { Locale } from '#kernel/locale.ts';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './vocabulary.ts';
import type { Work } from './wire.ts';

/** A work that was read and has no id yet. */
export type ReadWork = Omit<Work, 'id' | 'seal'>;

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
// Citation files mark italics and raised letters; nothing of it is kept, and nothing of it was ever run.
const plain = (value: unknown, most: number): string =>
  (typeof value === 'string' || typeof value === 'number' ? stripMarks(String(value)) : '').replace(/<\/?(?:i|b|sub|sup|span|sc)(?:\s[^<>]*)?>/gi, '').replace(/\s+/g, ' ').trim().slice(0, most);

const authorOf = (value: unknown): string => {
  const { family, given, literal } = record(value);
  return [plain(family, 120), plain(given, 79)].filter(Boolean).join(' ') || plain(literal, LIMITS.line);
};

/** From CSL-JSON, the form in which citation files are read; null when it has no title. */
export const workFromCsl = (entry: unknown, source: Work['source']): ReadWork | null => {
  const csl = record(entry);
  const title = plain(csl.title, LIMITS.title);
  if (title === '') return null;
  const [date] = list(record(csl.issued)['date-parts']);
  return {
    title, authors: list(csl.author).slice(0, LIMITS.authors).map(authorOf).filter(Boolean), journal: plain(csl['container-title'] ?? csl.publisher, LIMITS.line), year: plain(list(date)[0], 4),
    volume: plain(csl.volume, 40), issue: plain(csl.issue, 40), pages: plain(csl.page, 40), doi: plain(csl.DOI, 120), source,
  };
};

/** From the answer of ORCID's public API, `/v3.0/<iD>/works`: one work a group, without its authors, which it does not tell. */
export const worksFromOrcid = (answer: unknown): readonly ReadWork[] =>
  list(record(answer).group).slice(0, LIMITS.entries).flatMap((group) => {
    const summary = record(list(record(group)['work-summary'])[0]);
    const title = plain(record(record(record(summary.title).title)).value, LIMITS.title);
    if (title === '') return [];
    const doi = list(record(record(summary)['external-ids'])['external-id']).map(record).find((one) => one['external-id-type'] === 'doi');
    return [{
      title, authors: [], journal: plain(record(summary['journal-title']).value, LIMITS.line), year: plain(record(record(summary['publication-date']).year).value, 4),
      volume: '', issue: '', pages: '', doi: plain(doi?.['external-id-value'], 120), source: 'orcid' as const,
    }];
  });

/** "Mohammad" is M, «مریم» is «م»: the first letter of each part of the given name. */
const initialsOf = (author: string): string => {
  const [family = '', ...given] = author.split(' ');
  const first = given.flatMap((part) => part.split(/[-\u200c]/)).map((part) => [...part][0] ?? '').filter((sign) => /\p{L}/u.test(sign));
  return [family, first.join('')].filter(Boolean).join(' ');
};

const SHOWN_AUTHORS = 6;
const persianDigits = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));

/** "2024;12(3):45-50"; in a Persian line «۱۴۰۲؛ ۳ (۲)، ص ۱۰ تا ۱۵», which cannot turn over. */
const whereOf = (w: ReadWork, lang: Locale): string => {
  if (lang === 'en') return [latinDigits(w.year), `${w.volume}${w.issue && `(${w.issue})`}`].filter(Boolean).join(';') + (w.pages && `:${w.pages}`);
  const volume = [w.volume, w.issue && `(${w.issue})`].filter(Boolean).join(' ');
  return persianDigits(latinDigits([[w.year, volume].filter(Boolean).join('؛ '), w.pages && `ص ${w.pages.replace(/\s*[-–]+\s*/, ' تا ')}`].filter(Boolean).join('، ')));
};

/** "Rezaei M, Smith J. Title. Journal. 2024;12(3):45-50. doi:10.…" Names of one word or of a group stay whole. `lang` is that of the work. */
export const vancouver = (w: ReadWork, lang: Locale): string => {
  const names = w.authors.map(initialsOf);
  const comma = lang === 'fa' ? '، ' : ', ';
  const authors = names.length > SHOWN_AUTHORS ? [...names.slice(0, SHOWN_AUTHORS), lang === 'fa' ? 'و دیگران' : 'et al'].join(comma) : names.join(comma);
  const told = [authors, w.title.replace(/[.؟?]$/, ''), w.journal, whereOf(w, lang)].filter(Boolean).map((part) => `${part}.`);
  return [...told, w.doi && `doi:${w.doi}`].filter(Boolean).join(' ');
};

/** By the letters of its title and journal, never by the first one. */
export const workLang = (w: Pick<ReadWork, 'title' | 'journal'>): Locale => writtenIn(`${w.title} ${w.journal}`);

/** The same work, told twice: by its DOI, else by the letters of its title. */
export const workKey = (w: Pick<ReadWork, 'doi' | 'title'>): string => w.doi.toLowerCase() || w.title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
