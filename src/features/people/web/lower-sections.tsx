// The lower half of one's own profile: where, when to ask, papers, whom not to meet. Its own file, so that the upper half is there at once on a thin link.
import type { Concept, ProfileView } from '../rules/profile-view.ts';
import { AvoidSection } from './avoid-section.tsx';
import type { ProfileDraft } from './draft.ts';
import { FieldsSection } from './fields-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { WhenSection } from './when-section.tsx';
import { WhereSection } from './where-section.tsx';

export const LowerSections = ({ draft, profile, concepts }: { draft: ProfileDraft; profile: ProfileView; concepts: readonly Concept[] }) => (
  <>
    <WhereSection draft={draft} institution={profile.institution} city={profile.city} />
    <FieldsSection draft={draft} concepts={concepts} />
    <WhenSection draft={draft} />
    <PapersSection draft={draft} />
    {profile.verified && <AvoidSection draft={draft} known={profile.avoidances} />}
  </>
);
