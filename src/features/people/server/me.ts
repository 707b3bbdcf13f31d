import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { type MeView, presentMe } from '../rules/present.ts';
import { settings, viewerRow } from './me.store.ts';

const facts = async (house: House, tx: Tx) => ({ demo: house.mode === 'demo', mailWorks: house.mail.works, settings: await settings(tx) });

/** Who looks, and at which node. Embedded in every page, so one transaction. */
export const me = (house: House, who: Who | null): Promise<MeView> =>
  who
    ? house.db.asViewer(who.id, async (tx) => presentMe((await viewerRow(tx)) ?? null, await facts(house, tx)))
    : house.db.asDoor(async (tx) => presentMe(null, await facts(house, tx)));
