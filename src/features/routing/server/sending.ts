import { after, hourOf } from '#kernel/clock.ts';
import type { Tx } from '#server/db.ts';
import { announceTo } from '#server/live.store.ts';
import { shownTime } from '#features/cases/server/door.ts';
import { clocks, type Urgency } from '../rules/ask.ts';
import { insertAsk } from './store.ts';

export type CaseAsked = { readonly caseId: string; readonly hidden: boolean; readonly urgency: Urgency; readonly decideBy: Date | null };
export type AskToSend = { readonly id: string; readonly personId: string; readonly seat: string; readonly reasons: object; readonly step: number | null };

const hourAfter = (at: Date): Date => hourOf(after(at, 3_599_999));

/** One ask goes out: its row with two clocks, and the word to the expert. Of a hidden asker's case by the hour. */
export const send = async (tx: Tx, of: CaseAsked, { personId, ...ask }: AskToSend, now: Date): Promise<void> => {
  const askedAt = shownTime(now, of.hidden);
  const times = clocks(of.urgency, now, of.decideBy);
  const span = of.hidden ? { acceptBy: hourAfter(times.acceptBy), answerBy: hourAfter(times.answerBy) } : times;
  await insertAsk(tx, { ...ask, caseId: of.caseId, expertId: personId, askedAt, ...span });
  announceTo(tx, 'asked', of.caseId, personId, true, askedAt);
};
