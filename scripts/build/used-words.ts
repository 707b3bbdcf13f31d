import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const whole = /import\s+\*\s+as\s+(\w+)\s+from\s+(['"])#words\/([\w-]+)\.ts\2/g;
const named = /import\s+\{([^}]*)\}\s+from\s+(['"])#words\/([\w-]+)\.ts\2/g;

/**
 * Gives each file only the sentences it names. A bundler shares a module whole: with one words module a feature, the page that uses three
 * sentences of it loads all of them in both languages (the case page carried 41 kB gz of words, it names 12).
 * A file that looks sentences up by a computed key gets the whole module.
 */
export const usedWords = (root: string): Plugin => ({
  name: 'used-words',
  enforce: 'pre',
  transform(code, id) {
    if (!/\.tsx?$/.test(id) || id.includes('words-compiled') || !code.includes('#words/')) return null;
    const narrowed = code
      .replace(whole, (all, name: string, quote: string, feature: string) => {
        const used = namesIn(code, name);
        return used === undefined ? all : `import * as ${name} from ${quote}#words/${feature}.ts?use=${used.join('.')}${quote}`;
      })
      .replace(named, (_all, names: string, quote: string, feature: string) => {
        const used = names.split(',').map((one) => one.trim().split(/\s+as\s+/)[0] ?? '').filter((one) => one !== '' && !one.startsWith('type '));
        return `import {${names}} from ${quote}#words/${feature}.ts?use=${used.sort().join('.')}${quote}`;
      });
    return { code: narrowed, map: null };
  },
  resolveId(source) {
    const found = /^#words\/([\w-]+)\.ts\?use=(.*)$/.exec(source);
    // The ending tells the bundler the language of what `load` gives.
    return found === null ? null : join(root, 'src/words-compiled', `${found[1]}~${found[2]}.ts`);
  },
  load(id) {
    const found = /^(.*)~([\w.]*)\.ts$/.exec(id);
    return found === null ? null : sentences(readFileSync(`${found[1]}.ts`, 'utf8'), new Set(found[2]?.split('.')));
  },
});

/** What `name.…` names in `code`, sorted; undefined when the module is asked by a computed key or handed on as a value. */
export const namesIn = (code: string, name: string): string[] | undefined => {
  if (new RegExp(`(?<![\\w.])${name}\\s*(\\?\\.)?\\[|[(,=]\\s*${name}\\s*[),;]`).test(code)) return undefined;
  const used = code.matchAll(new RegExp(`(?<![\\w./])${name}\\.(\\w+)`, 'g'));
  return [...new Set([...used].map((found) => found[1] ?? ''))].sort();
};

/** The compiled words cut down to the sentences in `use`, with what they call. A sentence may run over several lines. */
export const sentences = (compiled: string, use: ReadonlySet<string>): string => {
  let keeping = true;
  return compiled.split('\n').filter((line) => {
    const name = /^export const (\w+) =/.exec(line)?.[1] ?? /^const (\w+)_ =/.exec(line)?.[1] ?? /^export \{ \w+_ as (\w+) \}/.exec(line)?.[1];
    if (name !== undefined) keeping = use.has(name);
    else if (line.startsWith('/**')) keeping = false;
    return keeping;
  }).join('\n');
};
