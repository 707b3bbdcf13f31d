// Hashes of those who let themselves be found. Everybody reads the prefixes of all; a whole hash alone finds its owner.

import type { LineRow } from '#features/people/rules/present.ts';
import type { Tx } from '#server/db.ts';

export const amFindable = async (tx: Tx): Promise<boolean> => (await tx.rows<{ on: boolean }>('select exists (select from app.contact_hashes where person_id = app.viewer()) as on'))[0]?.on ?? false;
export const dropOwnHashes = (tx: Tx): Promise<number> => tx.write('delete from app.contact_hashes where person_id = app.viewer()');
export const addOwnHash = (tx: Tx, hash: Buffer, at: Date): Promise<number> => tx.write('insert into app.contact_hashes (person_id, hash, at) values (app.viewer(), $1, $2) on conflict do nothing', [hash, at]);
export const prefixes = async (tx: Tx, bytes: number): Promise<Buffer> =>
  (await tx.rows<{ all: Buffer | null }>('select app.contact_prefixes($1) as all', [bytes]))[0]?.all ?? Buffer.alloc(0);
export const peopleByHash = (tx: Tx, hashes: readonly Buffer[]): Promise<{ id: string }[]> => tx.rows('select distinct person as id from app.contact_people($1::bytea[])', [hashes]);
export const ownNames = async (tx: Tx): Promise<Pick<LineRow, 'givenEn' | 'familyEn' | 'givenFa' | 'familyFa'> | undefined> =>
  (await tx.rows<LineRow>('select given_en as "givenEn", family_en as "familyEn", given_fa as "givenFa", family_fa as "familyFa" from app.people where id = app.viewer()'))[0];
