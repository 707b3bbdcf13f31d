import { keywordOf, vrOf } from '../../dicom/dictionary.ts';
import type { Tag } from '../../dicom/tags.ts';
import type { Allowed, Rule } from '../rule.ts';
import { constantElements } from '../constants.ts';
import { PROFILE_EXCEPTIONS } from './exceptions.ts';
import { type Family, MODALITIES, familyOf } from './kinds.ts';
import { LISTS } from './list.ts';

const HEAD = `# What a clean file keeps

Cleaning writes a new file from this list; nothing is copied and then deleted, so what does not stand here cannot be in a clean file. Every value is
judged by its rule; one that does not fit is left out. There is no rule for free text. "PS3.15" is what the Basic Application
Confidentiality Profile (table E.1-1) does with the attribute where we do otherwise: X removes, Z empties, D replaces, U replaces an identifier.

This page is written from the lists in \`src/clean/allow\`, and a test holds it to them.
`;

/** Below this many, terms are listed. */
const FEW_TERMS = 9;

const times = (most: number): string => (most === 1 ? '' : `, up to ${most.toLocaleString('en')}`);

const ruleText = (rule: Rule): string => {
  switch (rule.kind) {
    case 'range': return `number ${rule.low.toLocaleString('en')} … ${rule.high.toLocaleString('en')}${times(rule.most)}`;
    case 'terms': {
      const terms = [...rule.terms];
      return `${terms.length < FEW_TERMS ? terms.map((term) => `\`${term}\``).join(' ') : `one of ${terms.length} terms`}${times(rule.most)}${rule.otherwise === undefined ? '' : `, others become \`${rule.otherwise}\``}`;
    }
    case 'pattern': return `\`${rule.pattern.source}\`${times(rule.most)}`.replaceAll('|', '\\|');
    case 'uid': return 'identifier, replaced';
    case 'known-uid': return `one of ${rule.uids.size} identifiers of the standard`;
    case 'date': return 'date, shifted';
    case 'age': return 'age, in bands';
    case 'pointer': return 'pointer to a time attribute';
    case 'table': return 'table of the declared length';
    case 'items': return `sequence${times(rule.most)}`;
  }
};

const name = (tag: Tag): string => tag.toString(16).toUpperCase().padStart(8, '0').replace(/^(....)/, '$1,');

const row = (tag: Tag, depth: number, rule: string): string => {
  const exception = PROFILE_EXCEPTIONS.get(tag);
  return `| ${'› '.repeat(depth)}(${name(tag)}) | ${keywordOf(tag) ?? ''} | ${vrOf(tag) ?? ''} | ${rule} | ${exception === undefined ? '' : `${exception.action}: ${exception.instead}`} |`;
};

const rows = (list: Allowed, depth = 0): string[] =>
  [...list].sort(([a], [b]) => a - b).flatMap(([tag, rule]) => [row(tag, depth, ruleText(rule)), ...(rule.kind === 'items' ? rows(rule.inside, depth + 1) : [])]);

const TABLE_HEAD = '| tag | attribute | VR | kept as | PS3.15, and why we do otherwise |\n|---|---|---|---|---|';

const FAMILIES = Object.keys(LISTS) as Family[];
const inEvery = (tag: Tag): boolean => FAMILIES.every((family) => LISTS[family].has(tag));
const only = (list: Allowed, wanted: (tag: Tag) => boolean): Allowed => new Map([...list].filter(([tag]) => wanted(tag)));

const section = (title: string, lines: readonly string[]): string => `\n## ${title}\n\n${TABLE_HEAD}\n${lines.join('\n')}\n`;

/** The lists as one page of Markdown: what all modalities keep, what each family keeps beside, and what is the same in every file. */
export const keptPage = (): string => [
  HEAD,
  section('Every modality', rows(only(LISTS.capture, inEvery))),
  ...FAMILIES.filter((family) => family !== 'capture').map((family) =>
    section(MODALITIES.filter((modality) => familyOf(modality) === family).join(', '), rows(only(LISTS[family], (tag) => !inEvery(tag))))),
  section('The same in every file', constantElements('NO').map(({ tag, value }) => row(tag, 0, typeof value === 'string' ? (value === '' ? 'empty' : `\`${value}\``) : 'methods of this cleaning'))),
].join('');
