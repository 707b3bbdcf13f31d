// Right to left is the default, not a mirror: layout is written in logical properties, and the content policy refuses inline style.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks/check.ts';
import { ownFiles } from './checks/files.ts';

// Film, media time and anatomy never mirror: these lines say so themselves.
const excused = /physical:|direction: ltr|\/\*|rgb\(|translate|rotate|scale/;
const physical = /(?:^|[\s;{])((?:margin|padding|border)-(?:left|right)(?:-[a-z]+)?|(?:left|right)\s*:|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)|(?:border-(?:top|bottom)-(?:left|right)-radius))/;
const filmSheets = /\/(film|viewer|images|print|tokens)\.css$/;

/** Physical properties of a style sheet, as "line: property". */
export const physicalIn = (css: string): string[] =>
  css.split('\n').flatMap((line, i) => {
    const found = excused.test(line) ? null : physical.exec(line);
    return found ? [`${i + 1}: ${found[1]?.trim()}`] : [];
  });

/** Lines of a component that set inline style, which a server-rendered page must not. */
export const inlineStyleIn = (source: string): number[] =>
  source.split('\n').flatMap((line, i) => (/\sstyle=[{"']/.test(line) ? [i + 1] : []));

export const checkLayout: Check = async (root) => [
  ...ownFiles(root, /^src\/.*\.css$/).filter((file) => !filmSheets.test(file))
    .flatMap((file) => physicalIn(readFileSync(join(root, file), 'utf8')).map((found) => `${file}:${found} is physical; write the logical property`)),
  ...ownFiles(root, /^src\/.*\.tsx$/)
    .flatMap((file) => inlineStyleIn(readFileSync(join(root, file), 'utf8')).map((line) => `${file}:${line} sets inline style, which the content policy refuses`)),
];
