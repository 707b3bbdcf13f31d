import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Check } from './check.ts';

/** Fewer modules than this and dependency-cruiser has looked at nothing: without the `typescript` it knows, it finds none and is content. */
const FEWEST_MODULES = 150;

type Ran = { code: number; out: string };

function ran(root: string, program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, maxBuffer: 50_000_000 }, (error, out, err) =>
      done({ code: error === null ? 0 : 1, out: `${out}${err}` }),
    );
  });
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trimEnd()).filter((line) => line !== '');

/** TypeScript 7 over each project: pure code has no platform, the server no DOM, the pages no Node. */
export const checkTypes: Check = async (root) => {
  const projects = readdirSync(join(root, 'tsconfigs')).filter((name) => name.endsWith('.json')).sort();
  const results = await Promise.all(projects.map((project) => ran(root, 'typescript7/bin/tsc', ['-p', join('tsconfigs', project), '--pretty', 'false'])));
  return [...new Set(results.flatMap(({ code, out }, i) => (code === 0 ? [] : lines(out).map((line) => `${projects[i]}: ${line}`))))];
};

export const checkStyle: Check = async (root) => {
  const { code, out } = await ran(root, '@biomejs/biome/bin/biome', ['check', '--reporter=github', '--max-diagnostics=500', '--error-on-warnings', '--diagnostic-level=warn']);
  if (code === 0) return [];
  const found = lines(out).flatMap((line) => {
    const parts = /^::\w+ title=([^,]*),file=([^,]*),line=(\d+).*?::(.*)$/.exec(line);
    return parts === null ? [] : [`${relative(root, parts[2] ?? '')}:${parts[3]} ${parts[1]}: ${parts[4]}`];
  });
  return found.length > 0 ? found : lines(out);
};

export const checkWalls: Check = async (root) => {
  const places = ['src', 'imaging', 'scores', 'language', 'tests', 'scripts', 'bench'];
  const { code, out } = await ran(root, '.bin/depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...places]);
  if (!out.startsWith('{')) return lines(out);
  const { summary } = JSON.parse(out) as { summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string; severity: string } }[] } };
  const broken = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
  if (summary.totalCruised < FEWEST_MODULES) broken.push(`Only ${summary.totalCruised} modules were looked at`);
  return code === 0 && broken.length === 0 ? [] : broken;
};

export const checkUnused: Check = async (root) => {
  const { code, out } = await ran(root, 'knip/bin/knip.js', ['--no-progress']);
  return code === 0 ? [] : lines(out);
};
