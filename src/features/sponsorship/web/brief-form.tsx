// The brief that a junior writes: what is wished, what is not, and what may be said. Ticks first; every field may stay empty but one wish.

import { useState } from 'preact/hooks';
import { countryText } from '#features/people/web/place-door.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { DayField, typeText } from '#features/opportunities/web/door.tsx';
import { types } from '#features/opportunities/rules/limits.ts';
import type { Wants } from '#features/opportunities/rules/wants.ts';
import { named as nameOf, useHere } from '#web/context.tsx';
import { useKeptHere } from '#web/kept-here.ts';
import { Say } from '#web/text/say.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import type { Refused } from '#web/refusals.ts';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/sponsorship.ts';
import { LIMITS } from '../rules/limits.ts';
import { named } from '../rules/present.ts';
import type { Brief } from '../rules/wire.ts';

const COUNTRIES = ['AE', 'AT', 'AU', 'BE', 'CA', 'CH', 'DE', 'DK', 'ES', 'FR', 'GB', 'GR', 'IE', 'IN', 'IR', 'IT', 'JP', 'NL', 'NO', 'OM', 'PL', 'PT', 'QA', 'SA', 'SE', 'SG', 'TR', 'US'];
export const blankBrief: Brief = { wants: {}, passports: [], limits: '', say: '' };

/** Several of a list: those taken with a way out, then the next to take. */
const Several = ({ label, hint, taken, options, most, onTaken }: {
  label: string; hint?: string; taken: readonly string[]; options: readonly { readonly value: string; readonly label: string }[]; most: number; onTaken: (taken: string[]) => void;
}) => {
  const { l } = useHere();
  const text = (value: string): string => options.find((one) => one.value === value)?.label.replace(/^[– ]+/, '') ?? value;
  return (
    <div class="stack near">
      {taken.length < most && <Select label={label} hint={hint} value={undefined} empty={say.addOne(l)} onValue={(value) => { if (value !== undefined && !taken.includes(value)) onTaken([...taken, value]); }} options={options.filter(({ value }) => !taken.includes(value))} />}
      {taken.map((value) => <div key={value} class="split"><span><Say>{text(value)}</Say></span><IconButton icon="x" label={say.remove(l, { what: text(value) }).replaceAll(/[\u2066-\u2069]/g, '')} onClick={() => onTaken(taken.filter((one) => one !== value))} /></div>)}
    </div>
  );
};

export const BriefForm = ({ name, from, concepts, act, onSend, busy, refused }: {
  /** Under this name what is typed is kept in this tab. */
  name: string; from: Brief | null; concepts: readonly Concept[]; act: string; onSend: (brief: Brief) => Promise<boolean>; busy: boolean; refused: Refused | undefined;
}) => {
  const { l } = useHere();
  const [brief, change, clear] = useKeptHere<Brief>(name, from ?? blankBrief);
  const [sent, setSent] = useState(false);
  const { wants } = brief;
  const wish = (patch: Partial<Wants>) => change({ wants: { ...wants, ...patch } });
  const tick = (key: 'funded' | 'handsOn' | 'myPassport' | 'housing', text: string) => <Check checked={wants[key] === true} onValue={(on) => wish({ [key]: on || undefined })}>{text}</Check>;
  const countries = COUNTRIES.map((value) => ({ value, label: countryText(l, value) })).sort((a, b) => a.label.localeCompare(b.label, l));
  const passportFirst = wants.myPassport === true && brief.passports.length === 0;
  const notYet = named(wants).length === 0 ? say.wishFirst(l) : passportFirst ? say.passportFirst(l) : undefined;
  const send = async () => {
    setSent(true);
    if (await onSend({ ...brief, wants: Object.fromEntries(Object.entries(wants).filter(([, value]) => value !== undefined && value !== null)) })) clear();
  };
  return (
    <form class="stack above-3" onSubmit={(event) => { event.preventDefault(); if (notYet === undefined) void send(); }}>
      <fieldset class="field">
        <legend class="lab">{say.wishTypes(l)}</legend>
        <div class="two">{types.map((type) => {
          const taken = wants.types ?? [];
          return <Check key={type} checked={taken.includes(type)} onValue={(on) => wish({ types: on ? [...taken, type] : taken.filter((one) => one !== type) })}>{typeText(l, type)}</Check>;
        })}</div>
      </fieldset>
      <Several label={say.wishTopics(l)} taken={wants.topics ?? []} most={6} onTaken={(topics) => wish({ topics })} options={concepts.map((one) => ({ value: one.id, label: `${'– '.repeat(Math.max(0, one.id.split('.').length - 1))}${nameOf(l, one)}` }))} />
      <Several label={say.wishCountries(l)} taken={wants.countries ?? []} most={12} onTaken={(list) => wish({ countries: list })} options={countries} />
      <DayField label={say.wishFromDay(l)} value={wants.from ?? null} onValue={(from_) => wish({ from: from_ ?? undefined })} />
      <div class="two">{tick('funded', say.wishFunded(l))}{tick('handsOn', say.wishHandsOn(l))}{tick('housing', say.wishHousing(l))}{tick('myPassport', say.wishPassport(l))}</div>
      {wants.myPassport === true && <Several label={say.passports(l)} hint={say.passportsHint(l)} taken={brief.passports} most={LIMITS.passports} onTaken={(passports) => change({ passports: passports as Brief['passports'] })} options={countries} />}
      <TextArea label={say.limitsLabel(l)} hint={say.limitsHint(l)} lang={l} rows={2} maxLength={LIMITS.limits} value={brief.limits} onValue={(limits) => change({ limits })} />
      <TextArea label={say.sayLabel(l)} hint={say.sayHint(l)} lang={l} rows={3} maxLength={LIMITS.say} value={brief.say} onValue={(text) => change({ say: text })} />
      <RefusalNote refused={sent ? refused : undefined} />
      <div><Button kind="main" type="submit" notYet={notYet} busy={busy ? say.sending(l) : undefined}><Say>{act}</Say></Button></div>
    </form>
  );
};
