import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/story.ts';

const seats: Record<string, (l: Locale) => string> = { operator: say.pageSeatOperator, surgeon: say.pageSeatSurgeon, imager: say.pageSeatImager, intensivist: say.pageSeatIntensivist, clinician: say.pageSeatClinician };
export const seatWord = (l: Locale, seat: string): string => seats[seat]?.(l) ?? '';

const states: Record<string, (l: Locale) => string> = {
  asked: say.pageStateAsked, seen: say.pageStateSeen, accepted: say.pageStateAccepted, declined: say.pageStateDeclined, 'handed-on': say.pageStateHandedOn,
  answered: say.pageStateAnswered, expired: say.pageStateExpired, cancelled: say.pageStateCancelled, released: say.pageStateReleased,
};
export const stateWord = (l: Locale, state: string): string => states[state]?.(l) ?? '';
