import { definePage, type PageDef } from '#web/page.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import type { CvView, EvidenceCard } from '../rules/present.ts';
import type { CheckView, ReferencesView, WritingView } from '../rules/reference-view.ts';
import type { Sheets } from './answers.ts';

export const pages: readonly PageDef[] = [
  definePage<{ cv: CvView; concepts: Concept[] }>({
    path: '/me/cv', file: 'src/features/candidates/web/cv.tsx', needs: 'person', load: () => ({ cv: '/api/me/cv', concepts: '/api/concepts' }), view: () => import('./cv.tsx'),
  }),
  definePage<{ sheets: Sheets }>({
    path: '/me/cv/sheet', file: 'src/features/candidates/web/sheet.tsx', needs: 'person', shape: 'narrow', load: () => ({ sheets: '/api/me/cv/sheet' }), view: () => import('./sheet.tsx'),
  }),
  definePage<{ card: EvidenceCard }>({
    path: '/me/evidence', file: 'src/features/candidates/web/evidence.tsx', needs: 'person', shape: 'narrow', load: () => ({ card: '/api/me/evidence' }), view: () => import('./evidence.tsx'),
  }),
  definePage<{ references: ReferencesView }>({
    path: '/me/references', file: 'src/features/candidates/web/references.tsx', needs: 'person', load: () => ({ references: '/api/me/references' }), view: () => import('./references.tsx'),
  }),
  definePage<{ writing: WritingView }>({
    path: '/references/:id/write', file: 'src/features/candidates/web/write-reference.tsx', needs: 'person', shape: 'narrow', load: ({ id = '' }) => ({ writing: `/api/reference-asks/${id}` }), view: () => import('./write-reference.tsx'),
  }),
  definePage<{ check: CheckView }>({
    path: '/references/check/:code', file: 'src/features/candidates/web/check-reference.tsx', shape: 'narrow', load: ({ code = '' }) => ({ check: `/api/reference-check/${encodeURIComponent(code)}` }), view: () => import('./check-reference.tsx'),
  }),
];
