import { expect, test } from 'vitest';
import { withoutFileNames } from './server-only.ts';

test('a definition keeps all but the name of its file', () => {
  expect(withoutFileNames(`definePage({ path: '/ties', file: 'src/features/network/web/ties.tsx', needs: 'person', view: () => import('./ties.tsx') })`))
    .toBe(`definePage({ path: '/ties', needs: 'person', view: () => import('./ties.tsx') })`);
  expect(withoutFileNames(`{ profile: 'src/x.tsx', place: 'people' }`)).toBe(`{ profile: 'src/x.tsx', place: 'people' }`);
});
