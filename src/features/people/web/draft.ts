import type { Id } from '#kernel/ids.ts';
import type { Draft } from '#web/autosave.ts';
import type { ProfileView } from '../rules/profile-view.ts';
import type { Profile } from '../rules/wire.ts';

/** What is saved as typed: the profile without its version, which the draft keeps. */
export type Typed = Omit<Profile, 'version'>;
export type ProfileDraft = Pick<Draft<Typed>, 'value' | 'change'>;

export const typedFrom = ({ id: _id, version: _version, verified: _verified, institution: _institution, city: _city, avoidances, ...rest }: ProfileView): Typed =>
  ({ ...rest, avoidances: avoidances.map(({ personId, kind }) => ({ personId: personId as Id, kind })) });
