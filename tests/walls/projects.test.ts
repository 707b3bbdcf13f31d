import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

// Code that the project must not be able to say, and what it leaves undone.
const planted = [
  { project: 'pure', code: 'export const x = document.title;', missing: 'document' },
  { project: 'pure', code: 'export const x = process.pid;', missing: 'process' },
  { project: 'pure', code: 'export const x = crypto.randomUUID();', missing: 'crypto' },
  { project: 'pure', code: 'export const x = fetch;', missing: 'fetch' },
  { project: 'server', code: 'export const x = document.title;', missing: 'document' },
  { project: 'web', code: 'export const x = process.pid;', missing: 'process' },
  { project: 'web', code: "export const x = Buffer.from('');", missing: 'Buffer' },
  { project: 'worker', code: 'export const x = document.title;', missing: 'document' },
] as const;

let folder: string;
let said: Record<string, string>;

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache/planted-'));
  const projects = [...new Set(planted.map(({ project }) => project))];
  for (const project of projects) {
    const own = join(folder, project);
    mkdirSync(own);
    writeFileSync(join(own, 'tsconfig.json'), JSON.stringify({ extends: `../../../tsconfigs/${project}.json`, include: ['./*.ts', '../../../tsconfigs/globals.d.ts'].slice(0, project === 'pure' ? 2 : 1), exclude: [] }));
    for (const [i, one] of planted.entries()) if (one.project === project) writeFileSync(join(own, `planted-${i}.ts`), `${one.code}\n`);
  }
  said = Object.fromEntries(await Promise.all(projects.map(async (project) => [project, await compile(join(folder, project))] as const)));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(project: string): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'node_modules/typescript7/bin/tsc'), '-p', project, '--pretty', 'false'], { cwd: root }, (_error, out) => done(out));
  });
}

test.each(planted)('the project $project does not know $missing', ({ project, missing }) => {
  const i = planted.findIndex((one) => one.project === project && one.missing === missing);
  expect(said[project]).toMatch(new RegExp(`planted-${i}\\.ts\\(1,\\d+\\): error TS\\d+: Cannot find name '${missing}'`));
});
