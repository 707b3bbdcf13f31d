import { expect, test } from 'vitest';
import { nobody, type Me } from './me.ts';
import { definePage, type PageDef } from './page.ts';
import { choose, fit, placesOf, safeBack } from './routes.ts';

const page = (path: string, more: Partial<PageDef> = {}): PageDef =>
  definePage({ path, file: 'src/web/pages/landing.tsx', title: () => path, load: () => ({}), view: () => import('./pages/landing.tsx'), ...more });
const person: Me = {
  ...nobody,
  person: { id: 'p', nameEn: 'N', nameFa: 'ن', initialsEn: 'N', initialsFa: 'ن', roles: [], verified: true, seesCases: true, layer: 'declared' },
};
const pages = [
  page('/', { needs: 'nobody' }),
  page('/', { needs: 'person', place: 'home' }),
  page('/cases/:id', { needs: 'person', place: 'cases' }),
  page('/cases/new', { needs: 'person', place: 'ask' }),
  page('/kit', { demoOnly: true }),
];

test('a path with names gives its parameters decoded, and nothing for broken encoding or a missing segment', () => {
  expect(fit('/cases/:id', '/cases/a%20b')).toEqual({ id: 'a b' });
  expect(fit('/cases/:id', '/cases/a/')).toEqual({ id: 'a' });
  expect(fit('/cases/:id', '/cases/')).toBeUndefined();
  expect(fit('/cases/:id', '/cases/%E0%A4')).toBeUndefined();
});

test('the root is the landing for a stranger and home for a person', () => {
  expect(choose(pages, '/', '', nobody)).toMatchObject({ kind: 'page', page: { needs: 'nobody' } });
  expect(choose(pages, '/', '', person)).toMatchObject({ kind: 'page', page: { place: 'home' } });
});

test('a written-out path is meant before one with a name in it', () => {
  expect(choose(pages, '/cases/new', '', person)).toMatchObject({ kind: 'page', page: { place: 'ask' } });
});

test('a stranger is led to sign-in and back to the very same address', () => {
  expect(choose(pages, '/cases/7', '?run=2', nobody)).toEqual({ kind: 'go', to: '/sign-in?back=%2Fcases%2F7%3Frun%3D2' });
});

test('a page of the demo does not exist on a real node', () => {
  expect(choose(pages, '/kit', '', person)).toEqual({ kind: 'none' });
  expect(choose(pages, '/kit', '', { ...person, demo: true })).toMatchObject({ kind: 'page' });
});

test('places are the pages without a name in their path', () => {
  expect(placesOf(pages)).toEqual({ home: '/', ask: '/cases/new' });
});

test('the way back never leads to another host', () => {
  expect(safeBack('/cases/7?run=2')).toBe('/cases/7?run=2');
  for (const bad of ['//evil.test', '/\\evil.test', 'https://evil.test', undefined, '', '/a b', '/\t/evil.test', '/\n/evil.test', '/\u0000', '/cases\u2028', '/کیس', '/a\\b']) expect(safeBack(bad)).toBe('/');
});
