// How often something may be tried: counted in this process, by what is tried and by the address it comes from. A restart forgets.

import { refuse, type Refusal } from '#kernel/result.ts';
import type { House } from '#server/house.ts';

const MINUTE = 60_000;
export const TRIES = {
  /** Letters sent to one address. */
  letter: { most: 5, within: 15 * MINUTE },
  /** Passwords and codes tried for one account. */
  account: { most: 8, within: 15 * MINUTE },
  /** Links, codes and invitations tried from one network address. */
  address: { most: 40, within: 15 * MINUTE },
  /** Looks at how somebody could be reached: many in a row would map who knows whom. */
  reach: { most: 60, within: 60 * MINUTE },
  /** Accounts made from one network address. */
  joining: { most: 20, within: 60 * MINUTE },
} as const;
const MOST_KEPT = 50_000;

const kept = new WeakMap<object, Map<string, number[]>>();

/** Counts one try; a refusal when it is one too many. */
export const tried = (house: House, kind: keyof typeof TRIES, key: string): Refusal | null => {
  const all = kept.get(house) ?? new Map<string, number[]>();
  kept.set(house, all);
  const now = house.clock.now().getTime();
  const { most, within } = TRIES[kind];
  const name = `${kind} ${key}`;
  const recent = (all.get(name) ?? []).filter((at) => now - at < within);
  const oldest = recent[0];
  if (recent.length >= most && oldest !== undefined) {
    all.set(name, recent);
    return refuse('too-many', 'people.tooManyTries', { minutes: Math.max(1, Math.ceil((oldest + within - now) / MINUTE)) });
  }
  if (all.size >= MOST_KEPT) all.clear();
  all.set(name, [...recent, now]);
  return null;
};

/** A success wipes what was counted. */
export const wipeTries = (house: House, kind: keyof typeof TRIES, key: string): void => { kept.get(house)?.delete(`${kind} ${key}`); };
