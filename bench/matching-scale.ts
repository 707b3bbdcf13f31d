// The best seven of 100,000 and of 1,000,000 invented clinicians, each in a process of its own with a heap of half a gigabyte.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

const run = (...given: readonly number[]): Figure[] =>
  JSON.parse(execFileSync(process.execPath, ['--max-old-space-size=640', join(import.meta.dirname, 'matching-scale-process.ts'), ...given.map(String)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 24 })) as Figure[];

/** Clinicians, questions timed, questions compared with scoring all, bar in ms. */
export const matchingScale = async (): Promise<Figure[]> => [...run(100_000, 400, 20, 20), ...run(1_000_000, 200, 4, 50)];
