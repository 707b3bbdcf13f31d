// What later features may ask of opportunities.

import type { Tx } from '#server/db.ts';
import { LIMITS } from '../rules/limits.ts';
import { type OpportunityLine, presentOpportunityLine } from '../rules/present.ts';
import { fits, type Wants } from '../rules/wants.ts';
import { opportunitiesSeen } from './store.ts';
import { offerOf } from './view.ts';

/** Open opportunities that the viewer sees, their own too, and that meet somebody's wishes; `passports` are that somebody's. */
export const openLines = async (tx: Tx, wanted: Wants, passports: readonly string[], now: Date): Promise<OpportunityLine[]> =>
  (await opportunitiesSeen(tx, LIMITS.listed)).filter((o) => o.phase === 'posted' && fits(wanted, offerOf(o), passports, now)).map(presentOpportunityLine);
