// Whom the asker has chosen on this page. Each has the id its ask will have, so that putting the question twice asks once.

import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { browserRandom } from '#web/random.ts';
import type { PersonLine } from '#features/people/rules/present.ts';
import { LIMITS, type Seat } from '../rules/limits.ts';
import { seatOf } from '../rules/seat-of.ts';

export type Chosen = { readonly id: string; readonly person: PersonLine; readonly seat: Seat };

const asChosen = (person: PersonLine): Chosen => ({ id: newId(new Date(), browserRandom), person, seat: seatOf(person.stage) });

export const useChosen = (first: PersonLine | undefined) => {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  // The suggested name of "not me, but …" comes chosen; ids are made in the browser, so after the first look.
  const [begun, setBegun] = useState(false);
  if (!begun && typeof document !== 'undefined') {
    setBegun(true);
    if (first !== undefined) setChosen([asChosen(first)]);
  }
  const has = (personId: string) => chosen.some(({ person }) => person.id === personId);
  return {
    chosen, has, full: chosen.length >= LIMITS.asksAtOnce,
    add: (person: PersonLine) => setChosen((now) => (now.length >= LIMITS.asksAtOnce || now.some((one) => one.person.id === person.id) ? now : [...now, asChosen(person)])),
    takeOut: (personId: string) => setChosen((now) => now.filter(({ person }) => person.id !== personId)),
    seat: (personId: string, seat: Seat) => setChosen((now) => now.map((one) => (one.person.id === personId ? { ...one, seat } : one))),
  };
};
export type Choosing = ReturnType<typeof useChosen>;
