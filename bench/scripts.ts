// Bytes of script that a first load of each page brings: the entry, the page's own chunk, and all they import at once; gzip, as a peer would count.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const root = join(import.meta.dirname, '..');
type Manifest = Record<string, { file: string; imports?: string[] }>;

/** Keyed by the page's source file; bytes after gzip -9. */
export const scriptBytes = async (): Promise<Record<string, number>> => {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/.vite/manifest.json'), 'utf8')) as Manifest;
  const { pageFiles } = (await import(pathToFileURL(join(root, 'dist-pages/pages.js')).href)) as { pageFiles(): readonly string[] };
  const closure = (key: string, into: Set<string>): Set<string> => {
    const chunk = manifest[key];
    if (!chunk || into.has(chunk.file)) return into;
    if (chunk.file.endsWith('.js')) into.add(chunk.file);
    for (const next of chunk.imports ?? []) closure(next, into);
    return into;
  };
  const size = new Map<string, number>();
  const gz = (file: string): number => {
    const known = size.get(file) ?? gzipSync(readFileSync(join(root, 'dist', file)), { level: 9 }).length;
    size.set(file, known);
    return known;
  };
  return Object.fromEntries([...new Set(pageFiles())].map((page) => [page, [...closure(page, closure('src/entry/web.tsx', new Set()))].reduce((sum, file) => sum + gz(file), 0)]));
};

/** kB gz; the cine viewer brings its player before the first frame. */
const budgetOf = (page: string): number => (page.endsWith('/film-page.tsx') ? 100 : 40);

export const scripts = async (): Promise<Figure[]> =>
  Object.entries(await scriptBytes()).sort((a, b) => b[1] - a[1]).map(([page, bytes]) => ({
    name: `script of the first load: ${page}`, unit: 'kB gz', value: Math.round(bytes / 10) / 100, beside: { name: 'budget', value: budgetOf(page) }, ratio: Math.round(bytes / budgetOf(page) / 10) / 100,
    bar: { at: budgetOf(page), is: 'at most', of: 'value' },
  }));
