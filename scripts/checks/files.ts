import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const places = ['src', 'imaging', 'scores', 'language', 'tests', 'scripts', 'bench'];
const left = /(^|\/)(node_modules|words-compiled|dist|dist-pages|\.cache)\//;

/** Our own files under `root`, as paths from it: those whose name `wanted` matches. */
export function ownFiles(root: string, wanted: RegExp): string[] {
  return places
    .filter((place) => existsSync(join(root, place)))
    .flatMap((place) => readdirSync(join(root, place), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => wanted.test(file) && !left.test(file))
    .sort();
}
