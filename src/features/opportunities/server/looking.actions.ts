// Looking quietly: one's own wishes, passports and stays, and whom one lets read them.

import { ok, refuse, type Result } from '#kernel/result.ts';
import { presentLine } from '#features/people/rules/present.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { LIMITS } from '../rules/limits.ts';
import type { LookingView } from '../rules/looking.ts';
import type { AddStay, KeepWish } from '../rules/looking-wire.ts';
import * as store from './looking.store.ts';

export const view = async (tx: Tx): Promise<LookingView> => {
  const readers = await store.readersOf(tx);
  return {
    passports: await store.passports(tx), gender: await store.gender(tx), stays: await store.ownStays(tx),
    wishes: (await store.ownWishes(tx)).map((wish) => ({ ...wish, readers: readers.filter((one) => one.wish === wish.id).map(presentLine) })),
    toldMe: (await store.toldMe(tx)).map((row) => ({ person: presentLine(row), kind: row.kind, wants: row.wants, lang: row.lang, note: row.note })),
  };
};

/** Readers are people whom the wisher chose, never of their own institution; the wish tells nobody that it is there. */
export const keepWish = async (tx: Tx, who: Who, wish: KeepWish, now: Date): Promise<Result<object>> => {
  const own = await store.ownWishes(tx);
  if (!own.some(({ id }) => id === wish.id) && own.length >= LIMITS.wishes) return refuse('too-many', 'opportunities.tooManyWishes', { n: LIMITS.wishes });
  if (wish.readers.includes(who.id)) return refuse('invalid', 'opportunities.notYourself');
  const near = await store.ofOwnInstitution(tx, wish.readers);
  if (near.length > 0) return refuse('invalid', 'opportunities.ownInstitution', {}, near);
  await store.keepWish(tx, wish, now);
  await store.endReaders(tx, wish.id, wish.readers, now);
  for (const reader of wish.readers) await store.chooseReader(tx, wish.id, reader, now);
  return ok({});
};

export const keepPassports = async (tx: Tx, countries: readonly string[]): Promise<Result<object>> => {
  await store.clearPassports(tx);
  for (const country of new Set(countries)) await store.addPassport(tx, country);
  return ok({});
};

export const addStay = async (tx: Tx, stay: AddStay, now: Date): Promise<Result<object>> => {
  if ((await store.ownStays(tx)).length >= LIMITS.stays) return refuse('too-many', 'opportunities.tooManyStays', { n: LIMITS.stays });
  await store.addStay(tx, stay, now);
  return ok({});
};
