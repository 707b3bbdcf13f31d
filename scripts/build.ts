// Builds the pages: npx node scripts/build.ts. Does nothing when no source changed.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { isBuilt, stampFile } from './build/build.ts';
import { alone } from './build/lock.ts';
import { packAssets } from './build/pack.ts';
import { sourcesHash } from './build/sources.ts';
import { compileWords } from './words/compile.ts';

// A build begun by a test inherits NODE_ENV=test, and would be preact's development build, heavier by 3 kB a page.
process.env.NODE_ENV = 'production';
const root = join(import.meta.dirname, '..');

async function buildAll(): Promise<void> {
  const { problems } = compileWords(root);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  if (isBuilt(root)) return;
  const hash = sourcesHash(root);
  // Built beside and moved into place: a node that is starting must not read half a build.
  await Promise.all([
    build({ root, logLevel: 'error', build: { outDir: '.cache/dist.new', emptyOutDir: true } }),
    build({ root, logLevel: 'error', build: { ssr: 'src/entry/pages.tsx', outDir: '.cache/dist-pages.new', emptyOutDir: true } }),
  ]);
  await packAssets(join(root, '.cache/dist.new/assets'));
  rmSync(stampFile(root), { force: true });
  for (const name of ['dist', 'dist-pages']) {
    rmSync(join(root, name), { recursive: true, force: true });
    renameSync(join(root, `.cache/${name}.new`), join(root, name));
  }
  writeFileSync(stampFile(root), hash);
}

try {
  await alone(join(root, '.cache/building'), buildAll);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
