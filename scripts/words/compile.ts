import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitWords } from './emit.ts';
import { readWords, wordFolders } from './read.ts';

/**
 * Compiles every words folder under `root` into src/words-compiled.
 * A folder with problems is left as it was, the others are written; unchanged files keep their time, so watchers stay quiet.
 * @returns the problems as sentences (empty: all is well) and how many folders were read.
 */
export function compileWords(root: string): { problems: string[]; folders: number } {
  const out = join(root, 'src/words-compiled');
  mkdirSync(out, { recursive: true });
  const problems: string[] = [];
  const wanted = new Set(['runtime.ts', '.stamp']);
  put(join(out, 'runtime.ts'), readFileSync(join(import.meta.dirname, 'runtime.ts'), 'utf8'));
  const folders = wordFolders(root);
  for (const { name, folder } of folders) {
    const own: string[] = [];
    const { sentences, byKey } = emitWords(readWords(name, folder, own), own);
    wanted.add(`${name}.ts`).add(`${name}.by-key.ts`);
    problems.push(...own);
    if (own.length > 0) continue;
    put(join(out, `${name}.ts`), sentences);
    put(join(out, `${name}.by-key.ts`), byKey);
  }
  for (const file of readdirSync(out)) if (!wanted.has(file) && !file.includes('.new-')) rmSync(join(out, file), { force: true });
  return { problems, folders: folders.length };
}

// Several processes may compile at once; a reader must never meet half a file.
function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const beside = `${file}.new-${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}
