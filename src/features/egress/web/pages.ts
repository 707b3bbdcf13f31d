import { definePage, type PageDef } from '#web/page.ts';
import type { CertificateView, LedgerView } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ ledger: LedgerView }>({
    path: '/me/ledger', file: 'src/features/egress/web/own-ledger.tsx', needs: 'person', shape: 'narrow', load: () => ({ ledger: '/api/me/ledger' }), view: () => import('./own-ledger.tsx'),
  }),
  definePage<{ ledger: LedgerView }>({
    path: '/privacy', file: 'src/features/egress/web/institution-ledger.tsx', needs: 'person', shape: 'narrow', load: () => ({ ledger: '/api/privacy/ledger' }), view: () => import('./institution-ledger.tsx'),
  }),
  definePage<object>({ path: '/privacy/check', file: 'src/features/egress/web/check.tsx', needs: 'person', load: () => ({}), view: () => import('./check.tsx') }),
  definePage<{ certificate: CertificateView }>({
    path: '/certificates/:id', file: 'src/features/egress/web/certificate.tsx', needs: 'person', shape: 'narrow', load: ({ id }) => ({ certificate: `/api/certificates/${id}` }), view: () => import('./certificate.tsx'),
  }),
];
