import { checkLayout } from '../check-layout.ts';
import { checkLock } from '../check-lock.ts';
import { checkSizes } from '../check-sizes.ts';
import { checkSql } from '../check-sql.ts';
import { checkWords } from '../check-words.ts';
import type { Check } from './check.ts';
import { checkStyle, checkTypes, checkUnused, checkWalls } from './programs.ts';

/** Every check of the repository, each named by the rule it keeps. */
export const checks: readonly { rule: string; check: Check }[] = [
  { rule: 'Every sentence exists in both languages and none stands in code', check: checkWords },
  { rule: 'Files are small and named by what they hold', check: checkSizes },
  { rule: 'The lock file names every platform, and every pin is exact', check: checkLock },
  { rule: 'Imports go doors → actions → rules, and server and web never meet', check: checkWalls },
  { rule: 'SQL stands in stores only', check: checkSql },
  { rule: 'Layout is logical, and no page carries inline style', check: checkLayout },
  { rule: 'The types hold in every project', check: checkTypes },
  { rule: 'The style is one', check: checkStyle },
  { rule: 'Nothing is left unused', check: checkUnused },
];

/** Runs all checks and prints each; answers how many held and how many did not. */
export async function runChecks(root: string, print: (line: string) => void): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  // The words come first: the other checks read what they compile.
  for (const group of [checks.slice(0, 1), checks.slice(1)])
    await Promise.all(
      group.map(async ({ rule, check }) => {
        const began = Date.now();
        const problems = await check(root).catch((error: Error) => [error.message]);
        if (problems.length > 0) failed += 1;
        print(`${problems.length === 0 ? '✓' : '✗'} ${rule} (${Date.now() - began} ms)`);
        for (const problem of problems.slice(0, 60)) print(`    ${problem}`);
        if (problems.length > 60) print(`    … and ${problems.length - 60} more`);
      }),
    );
  return { passed: checks.length - failed, failed };
}
