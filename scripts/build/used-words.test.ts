import { expect, test } from 'vitest';
import { namesIn, sentences } from './used-words.ts';

test('the sentences a file names are found, and words that only look like it are not', () => {
  const code = `import * as say from '#words/cases.ts';\n// say aloud, as in text/say.tsx\nconst x = { say: 1, b: other.say.c };\nf(say.titleOf(l), [say.one, say.two, say.one]);`;
  expect(namesIn(code, 'say')).toEqual(['one', 'titleOf', 'two']);
});

test('a file that looks sentences up by key, or hands the module on, gets the whole module', () => {
  expect(namesIn('say[key](l)', 'say')).toBeUndefined();
  expect(namesIn('say?.[key]', 'say')).toBeUndefined();
  expect(namesIn('const all = say;', 'say')).toBeUndefined();
  expect(namesIn('table(l, say)', 'say')).toBeUndefined();
});

test('compiled words are cut to the sentences named, with what they call', () => {
  const compiled = [
    '// Compiled', "import { iso, type Locale } from './runtime.ts';", 'export type { Locale };', '',
    '/** A */', "export const a = (l: Locale): string => 'a';", '/** B */', 'export const b = (l: Locale): string => `b', 'and more`;',
    '/** New */', "const new_ = (l: Locale): string => 'n';", 'export { new_ as new };',
  ].join('\n');
  expect(sentences(compiled, new Set(['b', 'new']))).toBe([
    '// Compiled', "import { iso, type Locale } from './runtime.ts';", 'export type { Locale };', '',
    'export const b = (l: Locale): string => `b', 'and more`;', "const new_ = (l: Locale): string => 'n';", 'export { new_ as new };',
  ].join('\n'));
});
