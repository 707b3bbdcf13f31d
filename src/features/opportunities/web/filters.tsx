// The filters of the list: a plain GET form, so that it works without script; with one, each change asks again.
import { countryText } from '#features/people/web/place-door.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { named, useHere } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/opportunities.ts';
import { types } from '../rules/limits.ts';
import { typeText } from './said.ts';

/** Where the members of this field work most; any other country is in its own opportunity's address. */
const COUNTRIES = ['AT', 'AU', 'BE', 'CA', 'CH', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'GR', 'HU', 'IE', 'IN', 'IR', 'IT', 'JP', 'NL', 'NO', 'OM', 'PL', 'PT', 'QA', 'SA', 'SE', 'SG', 'TR', 'AE', 'US'];
type Query = Readonly<Record<string, string>>;

export const Filters = ({ query, concepts }: { query: Query; concepts: readonly Concept[] }) => {
  const { l, acts } = useHere();
  const look = (change: Readonly<Record<string, string | undefined>>) => {
    const search = new URLSearchParams(Object.entries({ ...query, ...change }).filter((pair): pair is [string, string] => Boolean(pair[1])));
    acts.go(search.size > 0 ? `/opportunities?${search}` : '/opportunities', { replace: true });
  };
  const tick = (name: string, text: string) => <Check checked={query[name] === '1'} onValue={(on) => look({ [name]: on ? '1' : undefined })}>{text}</Check>;
  const byName = [...COUNTRIES].sort((a, b) => countryText(l, a).localeCompare(countryText(l, b), l));
  return (
    <form class="opp-filters above-4" method="get" action="/opportunities" onSubmit={(event) => event.preventDefault()}>
      <Select label={say.typeLabel(l)} empty={say.anyType(l)} value={query.type} onValue={(type) => look({ type })} options={types.map((value) => ({ value, label: typeText(l, value) }))} />
      <Select label={say.topics(l)} empty={say.anyTopic(l)} value={query.topic} onValue={(topic) => look({ topic })}
        options={concepts.map((one) => ({ value: one.id, label: `${'– '.repeat(Math.max(0, one.id.split('.').length - 1))}${named(l, one)}` }))} />
      <Select label={say.countryLabel(l)} empty={say.anyCountry(l)} value={query.country} onValue={(country) => look({ country })} options={byName.map((value) => ({ value, label: countryText(l, value) }))} />
      <TextField label={say.startFrom(l)} type="date" value={query.from ?? ''} onValue={(from) => look({ from })} />
      <div class="row wide">{tick('passport', say.wantPassport(l))}{tick('funded', say.wantFunded(l))}{tick('handsOn', say.wantHandsOn(l))}{tick('housing', say.wantHousing(l))}</div>
      {Object.values(query).some(Boolean) && <Button small kind="bare" onClick={() => acts.go('/opportunities', { replace: true })}>{say.clearFilters(l)}</Button>}
    </form>
  );
};
