import { definePage, type PageDef } from '#web/page.ts';

export const pages: readonly PageDef[] = [
  definePage<Record<string, never>>({ path: '/kit', file: 'src/features/kit/web/kit.tsx', demoOnly: true, load: () => ({}), view: () => import('./kit.tsx') }),
];
