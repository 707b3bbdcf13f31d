// A policy from a file: what it names changes, the rest stays as it is.

import { POLICY, type Policy } from './policy.ts';

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const fits = (own: unknown, given: unknown): boolean =>
  Array.isArray(own) ? Array.isArray(given) && given.length > 0 && given.every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0)
  : typeof own === 'number' ? typeof given === 'number' && Number.isFinite(given) && given >= 0
  : typeof own === typeof given;

const change = (own: Tree, given: Tree, path: string): Tree | string => {
  const changed: Record<string, unknown> = { ...own };
  for (const [key, value] of Object.entries(given)) {
    const [here, was] = [path === '' ? key : `${path}.${key}`, own[key]];
    if (was === undefined) return here;
    if (isTree(was)) {
      const inner = isTree(value) ? change(was, value, here) : here;
      if (typeof inner === 'string') return inner;
      changed[key] = inner;
    } else if (fits(was, value)) changed[key] = value;
    else return here;
  }
  return changed;
};

/** Weights in eighths: sums stay exact. */
const inEighths = (weights: Policy['weights']): Policy['weights'] => Object.fromEntries(Object.entries(weights).map(([key, weight]) => [key, Math.round(weight * 8) / 8])) as Policy['weights'];

/** The policy, or the field that cannot be read; '' when the text is no JSON object. */
export const readPolicy = (text: string): Policy | { readonly field: string } => {
  let given: unknown;
  try { given = JSON.parse(text); } catch { return { field: '' }; }
  if (!isTree(given)) return { field: '' };
  const changed = change(POLICY as unknown as Tree, given, '');
  if (typeof changed === 'string') return { field: changed };
  const policy = changed as unknown as Policy;
  return { ...policy, weights: inEighths(policy.weights) };
};
