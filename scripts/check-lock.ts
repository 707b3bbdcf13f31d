// npm install leaves a platform's package out of the lock file without a word when the registry lacks it; npm ci then fails elsewhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks/check.ts';

type Entry = { version?: string; optionalDependencies?: Record<string, string>; resolved?: string; link?: boolean };
type Lock = { packages: Record<string, Entry> };
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string> | undefined>;

/** Problems of a lock file: optional dependencies without an entry of their own, and addresses of a registry. */
export function lockProblems(lock: Lock): string[] {
  const problems: string[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (!placesOf(path, name).some((place) => place in lock.packages)) problems.push(`package-lock.json: ${path || 'the root'} names ${name}, which has no entry`);
    if (entry.resolved !== undefined && entry.link !== true) problems.push(`package-lock.json: ${path} carries an address; .npmrc has omit-lockfile-registry-resolved`);
  }
  return problems;
}

// Node looks in its own node_modules and then upwards.
function placesOf(path: string, name: string): string[] {
  const parts = path.split('/node_modules/');
  const above = parts.map((_, i) => `${parts.slice(0, i + 1).join('/node_modules/')}/node_modules/${name}`);
  return [...above, `node_modules/${name}`];
}

/** Versions of package.json that are not exact, so that two installs could differ. A bare major of a types package is allowed by the lock file alone, so it is refused too. */
export function pinProblems(manifest: Manifest): string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(all)
    .filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} is "${version}", not an exact version`);
}

export const checkLock: Check = async (root) => [
  ...lockProblems(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock),
  ...pinProblems(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest),
];
