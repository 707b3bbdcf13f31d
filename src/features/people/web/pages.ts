import { definePage, type PageDef } from '#web/page.ts';
import type { Colleague, FoundPerson } from '../rules/colleague.ts';
import type { CastMember } from '../rules/present.ts';
import type { Concept, ProfileView } from '../rules/profile-view.ts';
import type { Devices, Invitation, Ways } from './answers.ts';

const query = (wanted: Readonly<Record<string, string | undefined>>): string => {
  const asked = Object.entries(wanted).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
};

export const pages: readonly PageDef[] = [
  definePage<{ cast: CastMember[] | undefined }>({
    path: '/sign-in', file: 'src/features/people/web/sign-in.tsx', load: () => ({ cast: '/api/demo/cast' }), maybe: ['cast'], view: () => import('./sign-in.tsx'),
  }),
  definePage<Record<string, never>>({ path: '/sign-in/link/:token', file: 'src/features/people/web/link.tsx', shape: 'narrow', load: () => ({}), view: () => import('./link.tsx') }),
  definePage<Record<string, never>>({ path: '/join', file: 'src/features/people/web/join.tsx', shape: 'narrow', load: () => ({}), view: () => import('./join.tsx') }),
  definePage<{ invitation: Invitation }>({
    path: '/join/:code', file: 'src/features/people/web/join.tsx', shape: 'narrow', load: ({ code = '' }) => ({ invitation: `/api/invitations/${encodeURIComponent(code)}` }), view: () => import('./join.tsx'),
  }),
  definePage<Record<string, never>>({ path: '/first', file: 'src/features/people/web/first.tsx', shape: 'narrow', load: () => ({}), view: () => import('./first.tsx') }),
  definePage<{ profile: ProfileView; mine: Colleague; concepts: Concept[] }>({
    path: '/me', file: 'src/features/people/web/me.tsx', needs: 'person', place: 'you',
    load: () => ({ profile: '/api/me/profile', mine: '/api/me/seen', concepts: '/api/concepts' }), view: () => import('./me.tsx'),
  }),
  definePage<{ sessions: Devices; ways: Ways }>({
    path: '/me/devices', file: 'src/features/people/web/devices.tsx', needs: 'person', shape: 'narrow',
    load: () => ({ sessions: '/api/me/sessions', ways: '/api/me/ways-in' }), view: () => import('./devices.tsx'),
  }),
  definePage<{ people: FoundPerson[]; concepts: Concept[] }>({
    path: '/people', file: 'src/features/people/web/people.tsx', needs: 'person', place: 'people',
    load: (_, { q, concept, waiting }) => ({ people: `/api/people${query({ q, concept, waiting, limit: '50' })}`, concepts: '/api/concepts' }), view: () => import('./people.tsx'),
  }),
  definePage<{ person: Colleague }>({
    path: '/people/:id', file: 'src/features/people/web/person.tsx', needs: 'person', place: 'people', load: ({ id = '' }) => ({ person: `/api/people/${id}` }), view: () => import('./person.tsx'),
  }),
];
