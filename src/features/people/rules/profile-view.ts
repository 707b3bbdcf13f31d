// A person's own profile as its owner sees it.

import { type Named, nameEn, nameFa } from './names.ts';
import type { Profile } from './wire.ts';

type Place = { id: string; nameEn: string; nameFa: string };
export type ProfileRow = Named & Omit<Profile, 'avoidances'> & {
  id: string; verifiedAt: Date | null;
  institution: (Place & { cityId: string }) | null;
  city: (Place & { country: string; timeZone: string }) | null;
  avoidances: (Named & { personId: string; kind: 'conflict' | 'not-this-person' })[];
};
export type ProfileView = Omit<Profile, 'avoidances'> & {
  id: string; verified: boolean;
  institution: ProfileRow['institution']; city: ProfileRow['city'];
  avoidances: { personId: string; kind: 'conflict' | 'not-this-person'; nameEn: string; nameFa: string }[];
};

export const presentProfile = ({ verifiedAt, avoidances, ...row }: ProfileRow): ProfileView => ({
  ...row, verified: verifiedAt !== null,
  avoidances: avoidances.map((a) => ({ personId: a.personId, kind: a.kind, nameEn: nameEn(a), nameFa: nameFa(a) })),
});

/** One field of expertise as pages list them. */
export type Concept = { id: string; parent: string | null; nameEn: string; nameFa: string };
