import { compileMessage, joined, type Message, type Param } from './message.ts';
import type { Language, Words } from './read.ts';

// ECMA-262, 12.7.2: a reserved word cannot be declared, but it can be an export's name.
const reserved = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield iso ltr num cat ord date time'.split(
    ' ',
  ),
);

/** The exported name of a key: `image.not-found` → `imageNotFound`. */
export function exportName(key: string): string {
  return key
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part, i) => (i === 0 ? part.charAt(0).toLowerCase() : part.charAt(0).toUpperCase()) + part.slice(1))
    .join('');
}

/** The two files of one words folder: sentences, and sentences by key. Problems are pushed as sentences naming folder and key. */
export function emitWords(words: Words, problems: string[]): { sentences: string; byKey: string } {
  const lines: string[] = [];
  const lookups: string[] = [];
  const names = new Map<string, string>();
  const say = (key: string, what: string) => problems.push(`${words.folder}: "${key}" ${what}`);
  const { en, fa } = words.texts;
  for (const key of fa.keys()) if (!en.has(key)) say(key, 'is missing in en.json');
  for (const [key, english] of en) {
    const persian = fa.get(key);
    if (persian === undefined) {
      say(key, 'is missing in fa.json');
      continue;
    }
    const name = exportName(key);
    const taken = names.get(name);
    if (taken !== undefined) say(key, `has the same export name as "${taken}"`);
    if (!/^[A-Za-z]/.test(name)) say(key, 'must begin with a Latin letter');
    names.set(name, key);
    try {
      lines.push(sentence(name, english, persian));
      lookups.push(`  ${JSON.stringify(key)}: words.${name},`);
    } catch (error) {
      say(key, (error as Error).message.split('\n')[0] ?? '');
    }
  }
  const body = lines.join('\n');
  const helpers = ['iso', 'ltr', 'num', 'cat', 'ord', 'date', 'time'].filter((helper) => new RegExp(`\\b${helper}\\(`).test(body));
  const from = `import { ${[...helpers, 'type Locale'].join(', ')} } from './runtime.ts';\nexport type { Locale };\n`;
  return {
    sentences: `// Compiled from ${words.name}/words/{en,fa}.json by scripts/compile-words.ts.\n${from}\n${body}\n`,
    byKey: `import type { Sentence } from './runtime.ts';\nimport * as words from './${words.name}.ts';\n\nexport const byKey = {\n${lookups.join('\n')}\n} as unknown as Readonly<Record<string, Sentence>>;\n`,
  };
}

function sentence(name: string, english: string, persian: string): string {
  const messages = { en: labelled('en', english), fa: labelled('fa', persian) };
  const params = merge(messages.en, messages.fa);
  const declared = params.size === 0 ? '' : `, p: { ${[...params].map(([arg, param]) => `${arg}: ${typeOf(param)}`).join('; ')} }`;
  const doc = `/** ${english.replace(/\s+/g, ' ').replaceAll('*/', '* /')} */`;
  const code = `(l: Locale${declared}): string => l === 'fa' ? ${messages.fa.code} : ${messages.en.code};`;
  if (!reserved.has(name)) return `${doc}\nexport const ${name} = ${code}`;
  return `${doc}\nconst ${name}_ = ${code}\nexport { ${name}_ as ${name} };`;
}

function labelled(language: Language, text: string): Message {
  if (text.trim() === '') throw new Error(`is empty in ${language}.json`);
  try {
    return compileMessage(text, language);
  } catch (error) {
    throw new Error(`in ${language}.json: ${(error as Error).message}`);
  }
}

function merge(en: Message, fa: Message): Map<string, Param> {
  const all = new Map<string, Param>();
  for (const arg of new Set([...en.params.keys(), ...fa.params.keys()])) {
    const [a, b] = [en.params.get(arg), fa.params.get(arg)];
    if (a === undefined || b === undefined) throw new Error(`has the argument {${arg}} in ${a ? 'en' : 'fa'}.json only`);
    all.set(arg, { kind: joined(arg, a.kind, b.kind), choices: new Set([...a.choices, ...b.choices]) });
  }
  return all;
}

function typeOf({ kind, choices }: Param): string {
  if (kind === 'choice') return [...choices].sort().map((key) => JSON.stringify(key)).join(' | ');
  return { text: 'string', latin: 'string | number', number: 'number', instant: 'Date' }[kind];
}
