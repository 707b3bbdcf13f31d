// What somebody looks for: the filters of the list, a saved search and a sealed wish are one thing. Pure, and true to the letter: what an
// opportunity does not say is not taken for granted.

import { z } from 'zod';
import { LIMITS, types } from './limits.ts';
import type { OpportunityType } from './limits.ts';
import { country, topic, type OpportunityFields } from './wire.ts';

export const wants = z.strictObject({
  types: z.array(z.enum(types)).max(types.length).optional(), topics: z.array(topic).max(LIMITS.topics).optional(), countries: z.array(country).max(LIMITS.countries).optional(),
  from: z.iso.date().optional(), to: z.iso.date().optional(),
  funded: z.boolean().optional(), handsOn: z.boolean().optional(), myPassport: z.boolean().optional(), housing: z.boolean().optional(),
});
export type Wants = z.infer<typeof wants>;

export type Offer = {
  readonly type: OpportunityType | null; readonly topics: readonly string[]; readonly country: string | null; readonly startsOn: string | null; readonly deadline: Date | null;
  readonly fields: OpportunityFields;
};
/** One reason a wish was not met, or said to be unknown because the opportunity is silent on it. */
export type Miss = { readonly key: keyof Wants | 'over'; readonly silent: boolean };

const passportMiss = ({ passports, passportCountries = [] }: OpportunityFields, mine: readonly string[]): boolean | 'silent' => {
  if (passports === undefined) return 'silent';
  if (passports === 'all') return false;
  if (mine.length === 0) return 'silent';
  return passports === 'only' ? !mine.some((one) => passportCountries.includes(one)) : !mine.some((one) => !passportCountries.includes(one));
};

export const isFunded = ({ paid, amount }: OpportunityFields): boolean | undefined => (paid === undefined ? (amount === undefined ? undefined : amount > 0) : paid === 'paid');

/** The first wish that `offer` does not meet, or null. `passports` are the wisher's own and stay with them; `today` is a day, ISO. */
export const missOf = (wanted: Wants, offer: Offer, passports: readonly string[], now: Date): Miss | null => {
  if (offer.deadline !== null && offer.deadline < now) return { key: 'over', silent: false };
  if (wanted.types?.length && !(offer.type !== null && wanted.types.includes(offer.type))) return { key: 'types', silent: false };
  if (wanted.topics?.length && !wanted.topics.some((one) => offer.topics.some((it) => it === one || it.startsWith(`${one}.`)))) return { key: 'topics', silent: offer.topics.length === 0 };
  if (wanted.countries?.length && !(offer.country !== null && wanted.countries.includes(offer.country))) return { key: 'countries', silent: offer.country === null };
  if (wanted.from !== undefined && (offer.startsOn === null || offer.startsOn < wanted.from)) return { key: 'from', silent: offer.startsOn === null };
  if (wanted.to !== undefined && (offer.startsOn === null || offer.startsOn > wanted.to)) return { key: 'to', silent: offer.startsOn === null };
  if (wanted.funded && isFunded(offer.fields) !== true) return { key: 'funded', silent: isFunded(offer.fields) === undefined };
  if (wanted.handsOn && offer.fields.handsOn !== 'operator') return { key: 'handsOn', silent: offer.fields.handsOn === undefined };
  if (wanted.housing && offer.fields.housing !== 'given') return { key: 'housing', silent: offer.fields.housing === undefined };
  const passport = wanted.myPassport ? passportMiss(offer.fields, passports) : false;
  return passport === false ? null : { key: 'myPassport', silent: passport === 'silent' };
};
export const fits = (wanted: Wants, offer: Offer, passports: readonly string[], now: Date): boolean => missOf(wanted, offer, passports, now) === null;

/** From the address of the list: `?type=fellowship&topic=cor.cto&country=FR&passport=1`. What is no filter is no filter. */
export const wantsFrom = (query: Readonly<Record<string, string | undefined>>): Wants => {
  const many = (text: string | undefined): string[] | undefined => (text ? text.split(',').filter(Boolean) : undefined);
  const parsed = wants.safeParse({
    types: many(query.type), topics: many(query.topic), countries: many(query.country), from: query.from || undefined, to: query.to || undefined,
    funded: query.funded === '1' || undefined, handsOn: query.handsOn === '1' || undefined, myPassport: query.passport === '1' || undefined, housing: query.housing === '1' || undefined,
  });
  return parsed.success ? parsed.data : {};
};
