import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import featureOrder from '../../scripts/checks/feature-order.json' with { type: 'json' };
import { innocent, planted } from './planted.ts';

const root = join(import.meta.dirname, '../..');
const config = join(root, '.dependency-cruiser.cjs');
const rules = (createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name);

let tree: string;
let found: { rule: string; file: string }[];

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'hamdel-walls-'));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: unknown };
  put('package.json', JSON.stringify({ name: 'planted', type: 'module', imports: manifest.imports, dependencies: { fastify: '1.0.0', pg: '1.0.0' } }));
  put('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true } }));
  for (const [file, text] of Object.entries(innocent)) put(file, text);
  for (const { file, text } of planted) put(file, text);
  found = await cruise();
}, 60_000);
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

function cruise(): Promise<{ rule: string; file: string }[]> {
  const args = [join(root, 'node_modules/.bin/depcruise'), '--config', config, '--output-type', 'json', 'src', 'imaging', 'scores', 'tests'];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 50_000_000 }, (_code, out, err) => {
      if (!out.startsWith('{')) return fail(new Error(err || out));
      const { summary } = JSON.parse(out) as { summary: { violations: { from: string; rule: { name: string } }[] } };
      done(summary.violations.map(({ from, rule }) => ({ rule: rule.name, file: from })));
    });
  });
}

test.each(planted)('the wall $rule stops its planted violation', ({ rule, file }) => {
  expect(found).toContainEqual({ rule, file });
});

test('code that breaks no wall is not accused', () => {
  const accused = new Set(found.map(({ file }) => file));
  expect(Object.keys(innocent).filter((file) => accused.has(file))).toEqual([]);
});

test('every wall has a planted violation', () => {
  // The order of the features is one rule said for each; the first of them stands for all.
  const sayOrder = rules.filter((name) => name.endsWith('-before-later-features'));
  const known = new Set([...planted.map(({ rule }) => rule), ...sayOrder]);
  expect(rules.filter((name) => !known.has(name))).toEqual([]);
  expect(sayOrder).toHaveLength(featureOrder.length - 1);
});

test('every feature has its place in the order', () => {
  expect(readdirSync(join(root, 'src/features')).filter((name) => !featureOrder.includes(name))).toEqual([]);
});
