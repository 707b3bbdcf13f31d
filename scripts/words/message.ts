import { type Content, type FunctionArg, type Octothorpe, type PlainArg, parse, type Select } from '@messageformat/parser';
import type { Language } from './read.ts';

type Token = Content | PlainArg | FunctionArg | Select | Octothorpe;

/** What an argument of a message takes. `choice` is a closed set of words. */
export type Kind = 'text' | 'number' | 'instant' | 'choice' | 'latin';
export type Param = { kind: Kind; choices: Set<string> };
export type Message = { code: string; params: Map<string, Param> };

const categories: Record<Language, { cardinal: string[]; ordinal: string[] }> = {
  en: pluralKeys('en'),
  fa: pluralKeys('fa'),
};
const styles = new Set(['short', 'medium', 'long', 'full']);

function pluralKeys(language: Language): { cardinal: string[]; ordinal: string[] } {
  const keys = (type: Intl.PluralRuleType) => new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories as string[];
  return { cardinal: keys('cardinal'), ordinal: keys('ordinal') };
}

/**
 * Compiles one ICU message to a TypeScript expression over `p`.
 * Throws an Error with a sentence when the message is broken or uses what we do not support.
 */
export function compileMessage(text: string, language: Language): Message {
  // Under ICU's apostrophe rule '{name}' silently becomes plain text; only a lone quoted brace, '{' or '}', is meant that way.
  if (/'[{}#]/.test(text.replace(/''|'[{}]'/g, ''))) throw new Error('an apostrophe before { } or # hides the argument; use ’ or “ ”');
  const plural = categories[language];
  const tokens = parse(text, { cardinal: plural.cardinal as never, ordinal: plural.ordinal as never, strict: false });
  const params: Message['params'] = new Map();
  return { code: sequence(tokens, { language, params, counted: null }), params };
}

type Scope = { language: Language; params: Message['params']; counted: string | null };

function sequence(tokens: readonly Token[], scope: Scope): string {
  const parts = tokens.map((token) => expression(token, scope));
  if (parts.length === 0) return "''";
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return only.code;
  return `\`${parts.map((part) => (part.literal === null ? `\${${part.code}}` : part.literal)).join('')}\``;
}

type Part = { code: string; literal: string | null };
const call = (code: string): Part => ({ code, literal: null });

function expression(token: Token, scope: Scope): Part {
  switch (token.type) {
    case 'content':
      return { code: JSON.stringify(token.value), literal: token.value.replace(/[\\`]|\$\{/g, '\\$&') };
    case 'octothorpe':
      return call(`num(l, p.${scope.counted})`);
    case 'argument':
      return call(`iso(${use(scope, token.arg, 'text')})`);
    case 'function':
      return call(formatted(token, scope));
    default:
      return call(chosen(token, scope));
  }
}

function formatted(token: FunctionArg, scope: Scope): string {
  const style = (token.param ?? []).map((part) => (part.type === 'content' ? part.value.trim() : '?')).join('');
  if (token.key === 'ltr') return `ltr(${use(scope, token.arg, 'latin')})`;
  if (token.key === 'number') {
    const value = use(scope, token.arg, 'number');
    if (style === '') return `num(l, ${value})`;
    if (style === 'latin') return `ltr(${value})`;
    if (style === 'percent' || style === 'integer') return `num(l, ${value}, '${style}')`;
  }
  if (token.key === 'date' && (style === '' || styles.has(style)))
    return `date(l, ${use(scope, token.arg, 'instant')}, ${use(scope, 'timeZone', 'latin')}, '${style || 'medium'}')`;
  if (token.key === 'time' && style === '') return `time(l, ${use(scope, token.arg, 'instant')}, ${use(scope, 'timeZone', 'latin')})`;
  throw new Error(`{${token.arg}, ${token.key}${style && `, ${style}`}} is not supported`);
}

function chosen(token: Select, scope: Scope): string {
  if (token.pluralOffset) throw new Error('plural offsets are not supported');
  const isSelect = token.type === 'select';
  const value = use(scope, token.arg, isSelect ? 'choice' : 'number');
  const inner = isSelect ? scope : { ...scope, counted: token.arg };
  const other = token.cases.find(({ key }) => key === 'other');
  if (other === undefined) throw new Error(`{${token.arg}, ${token.type}} has no "other"`);
  if (isSelect) for (const { key } of token.cases) scope.params.get(token.arg)?.choices.add(key);
  const category = `${token.type === 'selectordinal' ? 'ord' : 'cat'}(l, ${value})`;
  const test = (key: string): string => {
    if (isSelect) return `${value} === ${JSON.stringify(key)}`;
    return key.startsWith('=') ? `${value} === ${Number(key.slice(1))}` : `${category} === '${key}'`;
  };
  // ICU: an exact case wins over a category wherever it stands.
  const cases = token.cases.filter(({ key }) => key !== 'other');
  const ordered = [...cases.filter(({ key }) => key.startsWith('=')), ...cases.filter(({ key }) => !key.startsWith('='))];
  return `(${ordered.map(({ key, tokens }) => `${test(key)} ? ${sequence(tokens, inner)} : `).join('')}${sequence(other.tokens, inner)})`;
}

function use(scope: Scope, name: string, kind: Kind): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`{${name}} is not a plain name`);
  const found = scope.params.get(name);
  if (found === undefined) scope.params.set(name, { kind, choices: new Set() });
  else found.kind = joined(name, found.kind, kind);
  return `p.${name}`;
}

/** One argument may be used twice; a choice may also be shown as text, a number never as plain text (its digits would be Latin). */
export function joined(name: string, first: Kind, second: Kind): Kind {
  if (first === second) return first;
  const pair = new Set([first, second]);
  if (pair.has('choice') && (pair.has('text') || pair.has('latin'))) return 'choice';
  if (pair.has('text') && pair.has('latin')) return 'text';
  if (pair.has('number') && pair.has('latin')) return 'number';
  throw new Error(`{${name}} is used as ${first} and as ${second}${pair.has('number') ? `; write {${name}, number}` : ''}`);
}
