import { definePage, type PageDef } from '#web/page.ts';
import type { CertificateView, LedgerView } from '../rules/present.ts';

const ledger = (path: string, api: string): PageDef =>
  definePage<{ ledger: LedgerView }>({ path, file: 'src/features/egress/web/ledger.tsx', needs: 'person', shape: 'narrow', load: () => ({ ledger: api }), view: () => import('./ledger.tsx') });

export const pages: readonly PageDef[] = [
  ledger('/me/ledger', '/api/me/ledger'),
  ledger('/privacy', '/api/privacy/ledger'),
  definePage<object>({ path: '/privacy/check', file: 'src/features/egress/web/check.tsx', needs: 'person', load: () => ({}), view: () => import('./check.tsx') }),
  definePage<{ certificate: CertificateView }>({
    path: '/certificates/:id', file: 'src/features/egress/web/certificate.tsx', needs: 'person', shape: 'narrow', load: ({ id }) => ({ certificate: `/api/certificates/${id}` }), view: () => import('./certificate.tsx'),
  }),
];
