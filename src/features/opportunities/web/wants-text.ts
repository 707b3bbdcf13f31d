// A wish in one line, and as the address of the list that shows what there is for it.
import type { Locale } from '#kernel/locale.ts';
import { countryText } from '#features/people/web/place-door.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { named } from '#web/context.tsx';
import { dayText } from '#web/text/day.ts';
import * as say from '#words/opportunities.ts';
import type { Wants } from '../rules/wants.ts';
import { typeText } from './said.ts';

export const wantsText = (l: Locale, wants: Wants, concepts: readonly Concept[]): string => {
  const day = (iso: string): string => dayText(l, new Date(`${iso}T12:00:00Z`), 'UTC', true);
  const parts = [
    ...(wants.types ?? []).map((type) => typeText(l, type)),
    ...(wants.topics ?? []).map((id) => { const one = concepts.find((c) => c.id === id); return one ? named(l, one) : id; }),
    ...(wants.countries ?? []).map((code) => countryText(l, code)),
    ...(wants.from ? [say.wantsFrom(l, { day: day(wants.from) })] : []), ...(wants.to ? [say.wantsTo(l, { day: day(wants.to) })] : []),
    ...(wants.funded ? [say.wantFunded(l)] : []), ...(wants.handsOn ? [say.wantHandsOn(l)] : []), ...(wants.housing ? [say.wantHousing(l)] : []), ...(wants.myPassport ? [say.wantPassport(l)] : []),
  ];
  return parts.length === 0 ? say.wantsAnything(l) : parts.join(' · ');
};

export const searchOf = (wants: Wants): string => {
  const pairs: [string, string | undefined][] = [
    ['type', wants.types?.join(',')], ['topic', wants.topics?.join(',')], ['country', wants.countries?.join(',')], ['from', wants.from], ['to', wants.to],
    ['funded', wants.funded ? '1' : ''], ['handsOn', wants.handsOn ? '1' : ''], ['passport', wants.myPassport ? '1' : ''], ['housing', wants.housing ? '1' : ''],
  ];
  const search = new URLSearchParams(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])));
  return search.size > 0 ? `?${search}` : '';
};
