// A Chromium without a browser download: the system's, or else the one that npm brings.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { alone } from '../../scripts/build/lock.ts';

export type Chromium = { path: string; env: Record<string, string> };

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser's program and the environment it needs. HAMDEL_CHROMIUM names another program, or `npm` for the npm one.
 * @throws Error with a sentence when there is none for this system.
 */
export async function findChromium(): Promise<Chromium> {
  const wanted = process.env.HAMDEL_CHROMIUM;
  if (wanted !== undefined && wanted !== 'npm') return { path: wanted, env: {} };
  const found = wanted === 'npm' ? undefined : system.find((path) => existsSync(path));
  // Unpacked once, though several test files may ask at the same time.
  return found === undefined ? alone(join(tmpdir(), `hamdel-chromium-lock-${process.getuid?.() ?? 0}`), npmChromium) : { path: found, env: {} };
}

async function npmChromium(): Promise<Chromium> {
  if (process.platform !== 'linux') throw new Error('No Chromium was found. Install Chrome or Chromium, or name one with HAMDEL_CHROMIUM=/path.');
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const version = (JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as { version: string }).version;
  // The package takes <tmp>/chromium of any older version for its own, so each version gets a temporary folder.
  const before = process.env.TMPDIR;
  const folder = join(tmpdir(), `hamdel-chromium-${version}-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  unpackLibraries(packed, folder);
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    // Beside the program only libnss3 and libnspr4 are missing on a bare Debian 12; the package carries them.
    const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
    return { path, env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), ...fonts } };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function unpackLibraries(packed: string, folder: string): void {
  const target = join(folder, 'al2023');
  if (existsSync(join(target, 'lib'))) return;
  const beside = `${target}.new-${process.pid}`;
  mkdirSync(beside, { recursive: true });
  const archive = join(beside, 'al2023.tar');
  writeFileSync(archive, brotliDecompressSync(readFileSync(join(packed, 'al2023.tar.br'))));
  execFileSync('tar', ['-xf', archive, '-C', beside]);
  rmSync(archive);
  try {
    renameSync(beside, target);
  } catch {
    rmSync(beside, { recursive: true, force: true });
  }
}
