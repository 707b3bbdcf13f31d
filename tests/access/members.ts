// Who looks at a case, from every place one can stand, and what each stands on. Written down by hand: not asked of the code under test.

import type { AskState, Phase, Standpoint, Viewer } from '#features/cases/rules/policy.ts';
import type { Asked } from '#world/build.ts';
import type { PersonKey } from '#world/cast.ts';
import type { World } from '#world/world.ts';

export const phases = ['draft', 'posted', 'decided', 'closed', 'withdrawn'] as const satisfies readonly Phase[];
export const audiences = ['people', 'node'] as const;

/** The state every case of the matrix is brought to, once it is posted. */
export const asked: readonly Asked[] = [
  { who: 'nilufar' }, { who: 'claire', state: 'accepted' }, { who: 'hossein', state: 'answered' }, { who: 'omid', state: 'answered' }, { who: 'bahram', state: 'declined' },
  { who: 'isabelle', state: 'handed-on', to: 'daniel' }, { who: 'kaveh', state: 'cancelled' }, { who: 'reza' },
];

export type Member = {
  readonly name: string;
  readonly who: PersonKey | null;
  readonly asker?: true;
  readonly ask?: AskState;
  readonly given?: true;
  readonly unmasked?: true;
  readonly steward?: true;
  readonly coordinator?: true;
  /** What the owner of the database does to this person before each act. */
  readonly first?: (world: World) => string;
  readonly unverified?: true;
};

const unverify = (key: PersonKey) => (world: World): string => `update app.people set verified_at = null where id = '${world.people[key].id}'`;

export const members: readonly Member[] = [
  { name: 'the asker', who: 'arman', asker: true },
  { name: 'the asker, no longer verified', who: 'arman', asker: true, unverified: true, first: unverify('arman') },
  { name: 'an expert asked', who: 'nilufar', ask: 'open' },
  { name: 'an expert who accepted', who: 'claire', ask: 'open' },
  { name: 'an expert who accepted, no longer verified', who: 'claire', ask: 'open', unverified: true, first: unverify('claire') },
  { name: 'an expert who answered', who: 'hossein', ask: 'answered', given: true },
  { name: 'an expert who declined', who: 'bahram', ask: 'declined' },
  { name: 'an expert who handed on', who: 'isabelle', ask: 'declined' },
  { name: 'the one it was handed on to', who: 'daniel' },
  { name: 'an expert whose ask was taken back', who: 'kaveh', ask: 'cancelled' },
  { name: 'a coordinator who was asked', who: 'reza', ask: 'open', coordinator: true },
  { name: 'a verified colleague', who: 'marek' },
  { name: 'a colleague of the same institution', who: 'mina' },
  { name: 'the coordinator', who: 'leila', coordinator: true },
  { name: 'a steward', who: 'nasrin', steward: true },
  { name: 'a steward who opened the name', who: 'shirin', steward: true, unmasked: true },
  { name: 'someone unverified', who: 'ali', unverified: true },
  { name: 'someone of industry', who: 'peter', unverified: true },
  { name: 'nobody', who: null, unverified: true },
];

export const viewerOf = (m: Member, world: World): Viewer => ({
  id: m.who ? world.people[m.who].id : ('' as never), seesCases: !m.unverified, steward: m.steward ?? false, coordinator: m.coordinator ?? false,
});

/** Before a case is posted nobody was asked, and no name is opened. */
export const standpointOf = (m: Member, phase: Phase, hidden: boolean, audience: 'people' | 'node'): Standpoint => ({
  phase, hidden, audience, isAsker: m.asker ?? false, ask: phase === 'draft' ? null : m.ask ?? null, hasGiven: phase !== 'draft' && (m.given ?? false), unmasked: phase !== 'draft' && (m.unmasked ?? false),
});
