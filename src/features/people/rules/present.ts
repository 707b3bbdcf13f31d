// What is shown of a person. The only way from rows to a door.

import { initialsEn, initialsFa, type Named, nameEn, nameFa } from './names.ts';
import type { Role } from './vocabulary.ts';
import { type CheckedLayer, highestLayer, type Layer } from './verification.ts';

export type MeView = {
  person: {
    id: string; nameEn: string; nameFa: string; initialsEn: string; initialsFa: string;
    roles: Role[]; verified: boolean; seesCases: boolean; layer: Layer;
  } | null;
  demo: boolean;
  node: { nameEn: string; nameFa: string };
  unread: number;
  mailWorks: boolean;
  openSignUp: boolean;
};
type MeFacts = { demo: boolean; mailWorks: boolean; settings: readonly { key: string; value: unknown }[] };
type MeRow = Named & { id: string; roles: Role[]; verified: boolean; seesCases: boolean; layers: CheckedLayer[]; unread: number };

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

export const presentMe = (row: MeRow | null, { demo, mailWorks, settings }: MeFacts): MeView => {
  const setting = (key: string) => settings.find((s) => s.key === key)?.value;
  const node = record(setting('node'));
  return {
    person: row && {
      id: row.id, nameEn: nameEn(row), nameFa: nameFa(row), initialsEn: initialsEn(row), initialsFa: initialsFa(row),
      roles: row.roles, verified: row.verified, seesCases: row.seesCases, layer: highestLayer(row.layers),
    },
    demo, mailWorks, openSignUp: setting('openSignUp') === true,
    node: { nameEn: String(node.nameEn ?? ''), nameFa: String(node.nameFa ?? '') },
    unread: row?.unread ?? 0,
  };
};

/** A person in a list, as everywhere in the product: names without title, place in both languages. */
export type PersonLine = { id: string; nameEn: string; nameFa: string; initialsEn: string; initialsFa: string; title: string; stage: string; institutionEn: string; institutionFa: string; cityEn: string; cityFa: string; country: string };
export type LineRow = Named & { id: string; title: string; stage: string; institutionEn: string | null; institutionFa: string | null; cityEn: string | null; cityFa: string | null; country: string | null };

export const presentLine = (p: LineRow): PersonLine => ({
  id: p.id, nameEn: nameEn(p), nameFa: nameFa(p), initialsEn: initialsEn(p), initialsFa: initialsFa(p), title: p.title, stage: p.stage,
  institutionEn: p.institutionEn ?? '', institutionFa: p.institutionFa ?? '', cityEn: p.cityEn ?? '', cityFa: p.cityFa ?? '', country: p.country ?? '',
});

export type CastMember = PersonLine & { roles: Role[]; verified: boolean };
export const presentCast = (rows: readonly (LineRow & { roles: Role[]; verified: boolean })[]): CastMember[] =>
  rows.map((p) => ({ ...presentLine(p), roles: p.roles, verified: p.verified }));
