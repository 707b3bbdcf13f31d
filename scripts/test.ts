// Everything that must hold: checks, then tests. The last line is "N passed, N failed", checks and tests together.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../tests/journeys/chromium.ts';
import { buildWeb } from './build/build.ts';
import { runChecks } from './checks/all.ts';
import { counted, type Report } from './checks/counted.ts';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const only = args.filter((arg) => !arg.startsWith('--'));
const report = join(root, '.cache/tests.json');

type Count = { passed: number; failed: number };

async function runTests(): Promise<Count> {
  console.log('\nBuilding the pages …');
  await buildWeb(root).catch((error: Error) => console.error(error.message)); // the tests that need them will say so
  console.log('Finding a browser …');
  console.log(`Browser: ${(await findChromium()).path}`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  let found: Report | null = null;
  try {
    found = JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    console.error('The tests gave no report.');
  }
  return counted(found, code);
}

const none: Count = { passed: 0, failed: 0 };

async function count(work: Promise<Count>): Promise<Count> {
  try {
    return await work;
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

const checks = only.length > 0 ? none : await count(runChecks(root, console.log));
const tests = args.includes('--checks') ? none : await count(runTests());
const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
