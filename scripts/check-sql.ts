// SQL of a feature stands in its store, where reviewers look for it; everything else asks the store.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks/check.ts';
import { ownFiles } from './checks/files.ts';

const mayHold = /[/.](store|sql)\.ts$|\.test\.tsx?$|^src\/server\/(db|migrate)\.ts$|^src\/server\/postgres\//;
const statement = /['"`]\s*(select\s[^'"`]*\sfrom\s|insert\s+into\s|update\s+[\w.]+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()/i;

/** The number of the first line of a source that holds SQL, or null. */
export function sqlLine(source: string): number | null {
  const at = source.search(statement);
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}

export const checkSql: Check = async (root) =>
  ownFiles(root, /^src\/.*\.tsx?$/)
    .filter((file) => !mayHold.test(file))
    .flatMap((file) => {
      const line = sqlLine(readFileSync(join(root, file), 'utf8'));
      return line === null ? [] : [`${file}:${line} holds SQL; it belongs in a store`];
    });
