import type { Tx } from '#server/db.ts';
import type { CheckedLayer } from '../rules/verification.ts';
import type { Role } from '../rules/vocabulary.ts';

export type MeRow = {
  id: string; givenEn: string; familyEn: string; givenFa: string; familyFa: string; verified: boolean; seesCases: boolean;
  roles: Role[]; layers: CheckedLayer[]; unread: number;
};

export const viewerRow = async (tx: Tx): Promise<MeRow | undefined> =>
  (await tx.rows<MeRow>(
    `select p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa",
            p.verified_at is not null as verified, p.verified_at is not null and p.stage <> 'industry' as "seesCases",
            array(select role from app.roles r where r.person_id = p.id and r.ended_at is null order by role desc) as roles,
            array(select layer from app.verifications v where v.person_id = p.id and v.ended_at is null) as layers,
            (select count(*) from app.notices n where n.person_id = p.id and n.read_at is null) as unread
       from app.people p where p.id = app.viewer()`))[0];

export type SettingRow = { key: string; value: unknown };
export const settings = (tx: Tx): Promise<SettingRow[]> => tx.rows('select key, value from app.settings');
