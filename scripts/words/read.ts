import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'en' | 'fa';
export const languages: readonly Language[] = ['en', 'fa'];

/** One words folder: `name` is the compiled file's name, `texts` maps dotted keys to ICU messages. */
export type Words = { name: string; folder: string; texts: Record<Language, Map<string, string>> };

/** The words folders under `root`, in a fixed order. A feature's words take its name; web, server and entry take theirs. */
export function wordFolders(root: string): { name: string; folder: string }[] {
  const features = join(root, 'src/features');
  const names = existsSync(features) ? readdirSync(features).sort() : [];
  return [
    ...names.map((name) => ({ name, folder: join(features, name, 'words') })),
    ...['web', 'server', 'entry'].map((name) => ({ name, folder: join(root, 'src', name, 'words') })),
  ].filter(({ folder }) => languages.some((language) => existsSync(join(folder, `${language}.json`))));
}

/**
 * Reads both languages of one folder. Keys may be nested; their path is joined with dots.
 * Problems (missing file, broken JSON, a value that is no text) are pushed as sentences.
 */
export function readWords(name: string, folder: string, problems: string[]): Words {
  const texts: Words['texts'] = { en: new Map(), fa: new Map() };
  for (const language of languages) {
    const file = join(folder, `${language}.json`);
    try {
      flatten(JSON.parse(readFileSync(file, 'utf8')), '', texts[language], (key) => problems.push(`${file}: "${key}" is neither text nor a group of texts`));
    } catch (error) {
      problems.push(`${file}: ${(error as Error).message}`);
    }
  }
  return { name, folder, texts };
}

function flatten(value: unknown, path: string, into: Map<string, string>, refuse: (key: string) => void): void {
  if (typeof value === 'string') into.set(path, value);
  else if (value !== null && typeof value === 'object' && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) flatten(inner, path === '' ? key : `${path}.${key}`, into, refuse);
  else refuse(path);
}
