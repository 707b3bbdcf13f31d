import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';

export type PasskeyRow = { id: string; personId: Id; publicKey: Buffer; counter: number; transports: string[] };

export const passkeyById = async (tx: Tx, id: string): Promise<PasskeyRow | undefined> =>
  (await tx.rows<PasskeyRow>('select id, person_id as "personId", public_key as "publicKey", counter, transports from app.passkeys where id = $1', [id]))[0];

export type PasskeyLine = { id: string; name: string; addedAt: Date; usedAt: Date | null; transports: string[] };
export const passkeysOf = (tx: Tx, personId: Id): Promise<PasskeyLine[]> =>
  tx.rows('select id, name, added_at as "addedAt", used_at as "usedAt", transports from app.passkeys where person_id = $1 order by added_at, id', [personId]);

export const addPasskey = (tx: Tx, k: { id: string; personId: Id; publicKey: Uint8Array; counter: number; transports: string[]; name: string; now: Date }): Promise<number> =>
  tx.write('insert into app.passkeys (id, person_id, public_key, counter, transports, name, added_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [k.id, k.personId, Buffer.from(k.publicKey), k.counter, k.transports, k.name, k.now]);

export const usePasskey = (tx: Tx, id: string, counter: number, now: Date): Promise<number> =>
  tx.write('update app.passkeys set counter = $2, used_at = $3 where id = $1', [id, counter, now]);

export const removePasskey = (tx: Tx, personId: Id, id: string): Promise<number> => tx.write('delete from app.passkeys where person_id = $1 and id = $2', [personId, id]);
