// What a steward sees: people who wait and their papers, invitations without their codes, acts with their reasons. Never a case, never who asked.

import { type LayerRow, type LayerView, presentLayer } from '#features/people/rules/colleague.ts';
import { type Named, nameEn, nameFa } from '#features/people/rules/names.ts';
import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import type { Role } from '#features/people/rules/vocabulary.ts';
import { highestLayer, type Layer } from '#features/people/rules/verification.ts';

type Licence = { authority: string; number: string; country: string; expiresOn: string | null };
export type StewardPersonRow = LineRow & {
  verified: boolean; joinedAt: Date; roles: Role[]; orcid: string; licences: Licence[]; layers: (LayerRow & { note: string })[]; nameKeys: string;
  couldVouch: LineRow[];
};
export type StewardPerson = PersonLine & {
  verified: boolean; joinedAt: string; roles: Role[]; orcid: string; licences: Licence[]; layer: Layer; layers: (LayerView & { note: string })[];
  /** Verified people of the same institution or city who have not vouched yet. */
  couldVouch: PersonLine[];
};
export const presentStewardPerson = (row: StewardPersonRow): StewardPerson => ({
  ...presentLine(row), verified: row.verified, joinedAt: row.joinedAt.toISOString(), roles: row.roles, orcid: row.orcid, licences: row.licences,
  layer: highestLayer(row.layers.map(({ layer }) => layer)), layers: row.layers.map((l) => ({ ...presentLayer(l), note: l.note })), couldVouch: row.couldVouch.map(presentLine),
});

export type InvitationState = 'open' | 'used' | 'expired' | 'withdrawn';
export type InvitationRow = { id: string; email: string; note: string; madeAt: Date; expiresAt: Date; usedAt: Date | null; withdrawnAt: Date | null; usedBy: (Named & { id: string }) | null };
export type InvitationView = { id: string; email: string; note: string; madeAt: string; expiresAt: string; state: InvitationState; usedBy: { id: string; nameEn: string; nameFa: string } | null };
export const presentInvitation = (row: InvitationRow, now: Date): InvitationView => ({
  id: row.id, email: row.email, note: row.note, madeAt: row.madeAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
  state: row.withdrawnAt ? 'withdrawn' : row.usedAt ? 'used' : row.expiresAt <= now ? 'expired' : 'open',
  usedBy: row.usedBy && { id: row.usedBy.id, nameEn: nameEn(row.usedBy), nameFa: nameFa(row.usedBy) },
});

export const verbs = ['layer-added', 'layer-ended', 'role-granted', 'role-ended', 'invitation-made', 'invitation-withdrawn', 'settings-changed', 'name-opened', 'sign-in-code'] as const;
export type Verb = (typeof verbs)[number];
export type TrailRow = { id: string; verb: Verb; about: string | null; note: string; at: Date; who: Named & { id: string }; person: (Named & { id: string }) | null };
export type TrailView = { id: string; verb: Verb; about: string | null; note: string; at: string; who: { id: string; nameEn: string; nameFa: string }; person: { id: string; nameEn: string; nameFa: string } | null };
export const presentTrail = ({ who, person, at, ...row }: TrailRow): TrailView => ({
  ...row, at: at.toISOString(), who: { id: who.id, nameEn: nameEn(who), nameFa: nameFa(who) }, person: person && { id: person.id, nameEn: nameEn(person), nameFa: nameFa(person) },
});
