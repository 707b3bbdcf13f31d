// Every sentence in both languages, none in code, and the letters and signs of persian-style.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks/check.ts';
import { ownFiles } from './checks/files.ts';
import { compileWords } from './words/compile.ts';
import { readWords, wordFolders } from './words/read.ts';

// Each with what to write in its place. Arguments, Latin runs and code are taken out before.
const persianRules: readonly [RegExp, string][] = [
  [/[يكى]/, 'Arabic ي or ك; write ی and ک'],
  [/[٠-٩]/, 'Arabic digits; write ۰–۹, or Latin for clinical numbers'],
  [/ـ/, 'tatweel'],
  [/\.\.\./, 'three dots; write …'],
  [/[\u0600-\u06ff][,;?]/, 'a Latin sign after Persian text; write ، ؛ ؟'],
  [/!/, 'an exclamation mark'],
  [/ [،؛؟.](\s|$)/, 'a space before a sign'],
  [/خطا|کاربر گرامی|می‌باشد|لطفاً اطمینان|توسط شما|کلیک کنید/, 'a word the style avoids'],
  [/(^|\s)(می|نمی) [\u0600-\u06ff]/, 'می or نمی without a half-space'],
  [/[\u0600-\u06ff] (ها|های|هایی)(\s|$|[،.؛])/, 'ها without a half-space'],
];

/** Breaches of the Persian style in one message. */
export function persianProblems(message: string): string[] {
  const text = message.replace(/\{[^{}]*\}/g, 'X').replace(/\u2066[^\u2069]*\u2069|`[^`]*`|[a-z]+:\/\/\S+/g, 'X');
  return persianRules.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
}

// A language names itself, and the letters of the alphabet number a list.
const namesOfThemselves = new Set(['فارسی', 'فا', 'الف']);
const alphabet = /^[\u0621-\u06cc]{20,}$/;

/** Sentences that stand in code: text of an element, text of a spoken attribute, Persian letters. */
export function sentencesInCode(file: string, source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
  const found: string[] = [];
  if (file.endsWith('.tsx')) {
    for (const [, text] of code.matchAll(/<\/?[a-zA-Z][^<>{}]*>\s*([^<>{}();=]*[A-Za-z]{3,}[^<>{}();=]*)<\//g)) found.push(String(text).trim());
    // The attributes of HTML that are read or shown.
    for (const [, text] of code.matchAll(/\s(?:title|alt|placeholder|aria-label|aria-description)="([^"]*[A-Za-z]{3,}[^"]*)"/g)) found.push(String(text));
  }
  for (const [text] of code.matchAll(/[\u0621-\u06cc]{2,}[^'"`\n<]*/g)) if (!namesOfThemselves.has(text.trim()) && !alphabet.test(text)) found.push(text);
  return found.filter((text) => /[a-z]{2}|[\u0621-\u06cc]/.test(text)); // IVUS and IABP are the same in every language
}

/** Codes of refusals that have no sentence: `people.linkExpired` is the key `linkExpired` of the people's words. */
export function silentCodes(source: string, known: ReadonlySet<string>): string[] {
  const codes = [...source.matchAll(/\brefuse\(\s*'[a-z-]+',\s*'([^']+)'/g)].map(([, code]) => String(code));
  return codes.filter((code) => !known.has(code));
}

export const checkWords: Check = async (root) => {
  const problems = [...compileWords(root).problems];
  const known = new Set<string>();
  for (const { name, folder } of wordFolders(root)) {
    const { texts } = readWords(name, folder, []);
    for (const key of texts.en.keys()) known.add(`${name}.${key}`);
    for (const [key, text] of texts.fa) problems.push(...persianProblems(text).map((what) => `${name}/words/fa.json: "${key}": ${what}`));
  }
  for (const file of ownFiles(root, /^src\/.*\.tsx?$/)) {
    if (file.includes('.test.')) continue;
    const source = readFileSync(join(root, file), 'utf8');
    const screens = /^src\/(web|server)\/|^src\/features\/[^/]+\/(web|server)\/|^src\/entry\//.test(file) && !/-?(data|table)\.tsx?$/.test(file);
    if (screens) problems.push(...sentencesInCode(file, source).map((text) => `${file}: a sentence in code: "${text.slice(0, 60)}"`));
    problems.push(...silentCodes(source, known).map((code) => `${file}: the refusal "${code}" has no sentence in words`));
  }
  return problems;
};
