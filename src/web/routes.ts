// Which page a path means. Pure: the server and the browser's router ask the same function.
import type { Me } from './me.ts';
import type { PageDef, Params, Place } from './page.ts';

export type Choice =
  | { readonly kind: 'page'; readonly page: PageDef; readonly params: Params }
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'none' };

/** The parameters when `path` fits `pattern`, else undefined. Broken percent-encoding fits nothing. */
export const fit = (pattern: string, path: string): Params | undefined => {
  const want = pattern.split('/');
  const have = path.replace(/(.)\/$/, '$1').split('/');
  if (want.length !== have.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of want.entries()) {
    const given = have[i] ?? '';
    if (!part.startsWith(':')) {
      if (part !== given) return undefined;
      continue;
    }
    if (given === '') return undefined;
    try {
      params[part.slice(1)] = decodeURIComponent(given);
    } catch {
      return undefined;
    }
  }
  return params;
};

/**
 * The page for `path` and this viewer. Among pages of one path (the landing and the home of `/`) the first whose need is met is taken;
 * when none is, the first tells where to go.
 */
export const choose = (pages: readonly PageDef[], path: string, search: string, me: Me): Choice => {
  const fitting = pages.flatMap((page) => {
    const params = page.demoOnly === true && !me.demo ? undefined : fit(page.path, path);
    return params === undefined ? [] : [{ page, params }];
  });
  // A written-out path is meant before one with a name in it: `/cases/new` before `/cases/:id`.
  fitting.sort((a, b) => names(a.page) - names(b.page));
  const met = fitting.find(({ page }) => page.needs === undefined || (page.needs === 'person') === (me.person !== null));
  if (met !== undefined) return { kind: 'page', ...met };
  if (fitting.length === 0) return { kind: 'none' };
  // A node without a home page must not send people home for ever.
  if (me.person !== null && path === '/') return { kind: 'none' };
  return { kind: 'go', to: me.person === null ? `/sign-in?back=${encodeURIComponent(path + search)}` : '/' };
};

const names = (page: PageDef): number => page.path.split('/:').length;

/** `?a=1&b=2` as a record; of a name given twice the last counts. */
export const queryOf = (search: string): Params => Object.fromEntries(new URLSearchParams(search));

/** The address of each place that has a page: the first page of that place without a name in its path. */
export const placesOf = (pages: readonly PageDef[]): Partial<Record<Place, string>> => {
  const found: Partial<Record<Place, string>> = {};
  for (const { place, path } of pages) if (place !== undefined && !path.includes(':')) found[place] ??= path;
  return found;
};

/** A path inside this site as an address bar shows it, or `/`: what `?back=` may name. Two slashes or a backslash would lead to another host. */
export const safeBack = (back: string | undefined): string =>
  back !== undefined && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(back) ? back : '/';
