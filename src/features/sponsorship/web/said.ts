// A brief in words: each wish as one short run.

import { countryText } from '#features/people/web/place-door.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { typeText } from '#features/opportunities/web/door.tsx';
import type { Wants } from '#features/opportunities/rules/wants.ts';
import type { Locale } from '#kernel/locale.ts';
import { isolate } from '#kernel/text.ts';
import { named } from '#web/context.tsx';
import { dayText } from '#web/text/day.ts';
import * as say from '#words/sponsorship.ts';

const joined = (l: Locale, runs: readonly string[]): string => new Intl.ListFormat(l === 'fa' ? 'fa' : 'en-GB', { type: 'disjunction' }).format(runs.map(isolate));
const day = (l: Locale, iso: string): string => dayText(l, new Date(`${iso}T12:00:00Z`), 'UTC', true);

export const topicText = (l: Locale, concepts: readonly Concept[], id: string): string => {
  const concept = concepts.find((one) => one.id === id);
  return concept ? named(l, concept) : id;
};

export const wishText = (l: Locale, key: keyof Wants, wants: Wants, concepts: readonly Concept[]): string => {
  switch (key) {
    case 'types': return joined(l, (wants.types ?? []).map((type) => typeText(l, type)));
    case 'topics': return joined(l, (wants.topics ?? []).map((id) => topicText(l, concepts, id)));
    case 'countries': return joined(l, (wants.countries ?? []).map((one) => countryText(l, one)));
    case 'from': return say.wishFrom(l, { day: day(l, wants.from ?? '') });
    case 'to': return say.wishTo(l, { day: day(l, wants.to ?? '') });
    case 'funded': return say.wishFunded(l);
    case 'handsOn': return say.wishHandsOn(l);
    case 'myPassport': return say.wishPassport(l);
    case 'housing': return say.wishHousing(l);
  }
};
