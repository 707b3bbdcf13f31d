// A sheet as PDF, by Typst inside this process. The template is fixed and the sheet goes in as JSON: no text of a person is ever read as markup.
// The compiler is a program of its own for each kind of machine and may be absent; then the browser prints the page instead.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Sheet } from '../rules/sheet.ts';

type Compiler = { pdf(source: { mainFileContent: string; inputs: Record<string, string> }, options: { creationTimestamp: number }): Buffer; evictCache(age: number): void };
type Typst = { NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler } };

const folder = join(import.meta.dirname, 'typst');
const template = readFileSync(join(folder, 'cv.typ'), 'utf8');

let opened: Compiler | null | undefined;
/** Null where there is no compiler for this machine. Opened at the first need: fonts and library take some 30 MB. */
const compiler = (): Compiler | null => {
  if (opened !== undefined) return opened;
  try {
    const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as Typst;
    opened = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: ['Regular', 'Bold'].map((weight) => readFileSync(join(folder, `Vazirmatn-${weight}.ttf`))) }] });
  } catch {
    opened = null;
  }
  return opened;
};

export const hasPaper = (): boolean => compiler() !== null;

/** Null where there is no compiler. The same sheet at the same moment gives the same bytes. */
export const pdfOf = (sheet: Sheet, now: Date): Buffer | null => {
  const typst = compiler();
  if (!typst) return null;
  const pdf = typst.pdf({ mainFileContent: template, inputs: { sheet: JSON.stringify(sheet) } }, { creationTimestamp: Math.floor(now.getTime() / 1000) });
  typst.evictCache(4);
  return pdf;
};
