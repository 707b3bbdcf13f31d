import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordFolders } from './read.ts';

/**
 * Compiles the words when a source is newer than the last compilation (2 ms when none is).
 * @returns the problems as sentences.
 */
export async function ensureWords(root: string): Promise<readonly string[]> {
  const stamp = join(root, 'src/words-compiled/.stamp');
  if (!existsSync(join(root, 'src/features'))) return [];
  // Folders count too: a removed feature changes only its parent's time.
  const sources = [import.meta.dirname, join(root, 'src/features'), ...wordFolders(root).map(({ folder }) => folder)];
  const newest = Math.max(...sources.flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))]).map((file) => statSync(file).mtimeMs));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return [];
  const { compileWords } = await import('./compile.ts');
  const started = new Date();
  const { problems } = compileWords(root);
  if (problems.length === 0) writeFileSync(stamp, started.toISOString());
  return problems;
}
