// The node's own look at wishes: as the node, never in a person's request.

import type { Tx } from '#server/db.ts';
import type { Offer, Wants } from '../rules/wants.ts';

export const moved = async (tx: Tx, since: Date): Promise<string[]> => (await tx.rows<{ id: string }>('select id from app.opportunities_moved($1)', [since])).map(({ id }) => id);
export const offer = async (tx: Tx, opportunity: string): Promise<Offer | undefined> => (await tx.rows<Offer>('select * from app.opportunity_to_weigh($1)', [opportunity]))[0];
export const wishes = (tx: Tx, opportunity: string): Promise<{ id: string; personId: string; wants: Wants; passports: string[] }[]> => tx.rows('select * from app.wishes_to_weigh($1)', [opportunity]);
export const tellWisher = (tx: Tx, wish: string, opportunity: string, now: Date): void => {
  tx.later('select app.tell_wisher($1, $2, $3)', [wish, opportunity, now]);
  tx.announced();
};
