// The sizes and names of architecture.md, section "Size and manner": small files, named by words of the glossary.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Check } from './checks/check.ts';
import { ownFiles } from './checks/files.ts';

export const limits = { file: 400, test: 600, median: 100 } as const;

const isTest = (file: string): boolean => /\.test\.tsx?$|^tests\//.test(file);
/** Tables of data are long by nature and say so in their name. */
const isTable = (file: string): boolean => /(^|[-.])(data|table)\.tsx?$|\.d\.ts$/.test(basename(file)) || /\/(vectors|table)s?\//.test(file);
const forbidden = /(^|[-.])(utils?|helpers?|common|misc|manager|service|base|types?)(?=[-.])/i;

/** What is wrong with the name of a source file, or null. */
export function nameProblem(file: string): string | null {
  const found = forbidden.exec(basename(file))?.[2];
  if (found !== undefined) return `${file}: "${found}" says nothing; name the file by what it holds`;
  if (/(^|\/)index\.tsx?$/.test(file) && !/^(imaging|scores|language)\/src\/index\.ts$/.test(file)) return `${file}: only an instrument has an index.ts`;
  return null;
}

/** What is wrong with the length of a source file, or null. */
export function lengthProblem(file: string, lines: number): string | null {
  if (isTable(file)) return null;
  const most = isTest(file) ? limits.test : limits.file;
  return lines > most ? `${file}: ${lines} lines, ${most} are the most` : null;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const checkSizes: Check = async (root) => {
  const files = ownFiles(root, /\.tsx?$/).map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }));
  const middle = median(files.filter(({ file }) => !isTable(file)).map(({ lines }) => lines));
  return [
    ...files.flatMap(({ file, lines }) => [nameProblem(file), lengthProblem(file, lines)]).filter((problem) => problem !== null),
    ...(middle > limits.median ? [`The median file has ${middle} lines, ${limits.median} are the most`] : []),
  ];
};
