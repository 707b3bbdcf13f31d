import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockProblems, pinProblems } from '../check-lock.ts';
import { checkSizes, lengthProblem, median, nameProblem } from '../check-sizes.ts';
import { sqlLine } from '../check-sql.ts';
import { checkWords, persianProblems, sentencesInCode } from '../check-words.ts';
import { counted } from './counted.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hamdel-checks-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

test('a file of more than 400 lines is refused, a test of more than 600, a table never', () => {
  expect(lengthProblem('src/a/store.ts', 401)).toMatch(/401 lines, 400 are the most/);
  expect(lengthProblem('src/a/store.ts', 400)).toBeNull();
  expect(lengthProblem('src/a/store.test.ts', 601)).toMatch(/600 are the most/);
  expect(lengthProblem('src/a/segments.table.ts', 900)).toBeNull();
});

test.each(['utils.ts', 'date-helpers.ts', 'common.tsx', 'misc.ts', 'case.manager.ts', 'mail-service.ts', 'base.ts', 'types.ts', 'index.ts'])('the name %s is refused', (name) => {
  expect(nameProblem(`src/features/cases/server/${name}`)).not.toBeNull();
});

test('a word that only contains a forbidden one may stand, and an instrument has its index', () => {
  expect(['src/web/database.ts', 'src/web/prototypes.ts', 'imaging/src/index.ts'].map(nameProblem)).toEqual([null, null, null]);
});

test('a tree with a long file, a bad name and a high median says all three', async () => {
  put('src/server/long.ts', 'x\n'.repeat(401));
  put('src/server/utils.ts', 'x\n'.repeat(150));
  expect(await checkSizes(root)).toEqual([
    'src/server/long.ts: 401 lines, 400 are the most',
    'src/server/utils.ts: "utils" says nothing; name the file by what it holds',
    'The median file has 401 lines, 100 are the most',
  ]);
  expect(median([3, 1, 2])).toBe(2);
});

test('a sentence in code, in an attribute or in Persian is found; code and comments are not', () => {
  expect(sentencesInCode('a.tsx', '<p class="x">Nobody waits</p>')).toEqual(['Nobody waits']);
  expect(sentencesInCode('a.tsx', '<img alt="The left main" src={x} />')).toEqual(['The left main']);
  expect(sentencesInCode('a.ts', "const x = 'سلام'; const y = '، ';")).toEqual(['سلام']);
  expect(sentencesInCode('a.tsx', '// سلام\nconst f = <T,>(a: T): T => a; <p>{say.hello(l)}</p><b>IVUS</b><i lang="fa">فارسی</i>')).toEqual([]);
});

test('a refusal without a sentence and a key without Persian are found', async () => {
  put('src/features/people/words/en.json', '{"late": "Too late.", "early": "Too early."}');
  put('src/features/people/words/fa.json', '{"late": "دیر شد."}');
  put('src/features/people/server/actions.ts', "refuse('conflict', 'people.late'); refuse('conflict', 'people.lost');");
  const problems = await checkWords(root);
  expect(problems).toContain('src/features/people/server/actions.ts: the refusal "people.lost" has no sentence in words');
  expect(problems.join()).toMatch(/"early" is missing in fa.json/);
  expect(problems).toHaveLength(2);
});

test.each([
  ['كیس', /Arabic/],
  ['صبر کنید...', /three dots/],
  ['نوشته شد, سپس', /Latin sign/],
  ['خوش آمدید!', /exclamation/],
  ['ذخیره شد .', /space before/],
  ['خطا در ارسال', /avoids/],
  ['می توانید', /half-space/],
  ['کیس ها', /half-space/],
])('the Persian style refuses %s', (text, problem) => {
  expect(persianProblems(text).join()).toMatch(problem);
});

test('good Persian with Latin runs passes', () => {
  expect(persianProblems('۳ نظر دربارهٔ {segment, ltr} رسیده است؛ می‌توانید ‎./hamdel up‎ را بزنید.')).toEqual([]);
});

test('an optional package without an entry and a version that is not exact are found', () => {
  const lock = { packages: { 'node_modules/biome': { optionalDependencies: { '@biome/mac': '1.0.0', '@biome/linux': '1.0.0' } }, 'node_modules/@biome/linux': {} } };
  expect(lockProblems(lock)).toEqual(['package-lock.json: node_modules/biome names @biome/mac, which has no entry']);
  expect(pinProblems({ dependencies: { pg: '^8.0.0', zod: '4.6.7' }, devDependencies: { vite: '5' }, optionalDependencies: undefined })).toHaveLength(2);
});

test('no report, no tests, an unloadable file or a bad exit code never count as success', () => {
  const report = (passed: number, failed: number, broken = 0) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: Array.from({ length: broken }, () => ({ status: 'failed', assertionResults: [] })),
  });
  expect(counted(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(counted(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(counted(report(5, 0, 1), 1)).toEqual({ passed: 5, failed: 1 });
  expect(counted(report(5, 0), 1)).toEqual({ passed: 5, failed: 1 });
  expect(counted(report(5, 0), 0)).toEqual({ passed: 5, failed: 0 });
});

test('SQL outside a store is found, prose about selecting is not', () => {
  expect(sqlLine("const a = 1;\nawait tx.rows('select id from app.cases');")).toBe(2);
  expect(sqlLine('tx.write(`insert into app.asks values ($1)`)')).toBe(1);
  expect(sqlLine("say('Select one from the list');".replace('Select one', 'Choose one'))).toBeNull();
});
