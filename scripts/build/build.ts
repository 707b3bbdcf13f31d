import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesHash } from './sources.ts';

export const stampFile = (root: string): string => join(root, '.cache/build-hash');

/** Whether dist and dist-pages are those of the sources as they stand. */
export function isBuilt(root: string): boolean {
  const stamp = stampFile(root);
  return existsSync(stamp) && existsSync(join(root, 'dist')) && existsSync(join(root, 'dist-pages')) && readFileSync(stamp, 'utf8') === sourcesHash(root);
}

/**
 * Builds the pages when a source changed, in a process of its own, so that the node does not keep the bundler in memory.
 * @throws Error with the bundler's last words when it fails.
 */
export async function buildWeb(root: string): Promise<void> {
  if (isBuilt(root)) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const child = spawn(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += String(text)));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The pages could not be built.\n${said.trim().split('\n').slice(-25).join('\n')}`);
}
