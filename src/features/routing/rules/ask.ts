// One request to one expert: asked → seen → accepted / declined / handed on → answered / expired.

import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';

export type Urgency = 'elective' | 'urgent' | 'emergency';
export type AskState = 'asked' | 'seen' | 'accepted' | 'declined' | 'handed-on' | 'answered' | 'expired' | 'cancelled' | 'released';

export type AskTimes = {
  readonly seenAt: string | null; readonly acceptedAt: string | null; readonly declinedAt: string | null; readonly handedTo: string | null;
  readonly answeredAt: string | null; readonly expiredAt: string | null; readonly cancelledAt: string | null;
  /** Enough had answered before: taken back by the node, with thanks. */
  readonly releasedAt?: string | null;
};

export const stateOf = (ask: AskTimes): AskState =>
  ask.releasedAt ? 'released'
  : ask.cancelledAt ? 'cancelled'
  : ask.answeredAt ? 'answered'
  : ask.handedTo ? 'handed-on'
  : ask.declinedAt ? 'declined'
  : ask.acceptedAt ? 'accepted'
  : ask.expiredAt ? 'expired'
  : ask.seenAt ? 'seen'
  : 'asked';

/** Two clocks. To accept: half an hour, 3 h or a day; a seat silent for longer goes on to the next, and who comes later may still accept. To answer: never later than the decision, else 6 h, 48 h or 7 days. */
export const clocks = (urgency: Urgency, askedAt: Date, decideBy: Date | null): { acceptBy: Date; answerBy: Date } => {
  const span = { emergency: [HOUR_MS / 2, 6 * HOUR_MS], urgent: [3 * HOUR_MS, 48 * HOUR_MS], elective: [24 * HOUR_MS, 7 * DAY_MS] }[urgency] as [number, number];
  const late = after(askedAt, span[1]);
  const answerBy = decideBy && decideBy > askedAt && decideBy < late ? decideBy : late;
  const acceptBy = after(askedAt, Math.min(span[0], (answerBy.getTime() - askedAt.getTime()) / 2));
  return { acceptBy, answerBy };
};
