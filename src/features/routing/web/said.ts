import type { Locale } from '#kernel/locale.ts';
import { named } from '#web/context.tsx';
import type { PersonLine } from '#features/people/rules/present.ts';
import * as say from '#words/routing.ts';
import * as frame from '#words/web.ts';
import type { Seat } from '../rules/limits.ts';

const seatWords: Readonly<Record<Seat, (l: Locale) => string>> = { operator: say.seatOperator, surgeon: say.seatSurgeon, imager: say.seatImager, intensivist: say.seatIntensivist, clinician: say.seatClinician };
export const seatWord = (l: Locale, seat: Seat): string => seatWords[seat](l);

/** "Karun Heart Centre, Ahvaz". */
export const placeText = (l: Locale, p: PersonLine): string =>
  [named(l, { nameEn: p.institutionEn, nameFa: p.institutionFa }), named(l, { nameEn: p.cityEn, nameFa: p.cityFa })].filter(Boolean).join(frame.comma(l));
