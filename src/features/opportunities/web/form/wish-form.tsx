// A wish being written: what, where, when, and who may know it. Nobody, by default.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { PersonPicker, type Picked } from '#features/people/web/door.tsx';
import { countryText } from '#features/people/web/place-door.ts';
import { countries } from '#features/people/rules/places.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { api } from '#web/api.ts';
import { named, useLocale } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Button } from '#web/ui/button.tsx';
import { Check, Seg } from '#web/ui/choice.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/opportunities.ts';
import { LIMITS, types } from '../../rules/limits.ts';
import type { WishKind } from '../../rules/looking.ts';
import type { Wants } from '../../rules/wants.ts';
import { typeText } from '../said.ts';
import { DayField } from './day-field.tsx';
import { Many } from './many.tsx';

export const WishForm = ({ concepts, act }: { concepts: readonly Concept[]; act: (work: () => ReturnType<typeof api.put>) => Promise<boolean> }) => {
  const l = useLocale();
  const [kind, setKind] = useState<WishKind>('wish');
  const [wants, setWants] = useState<Wants>({});
  const [note, setNote] = useState('');
  const [readers, setReaders] = useState<readonly Picked[]>([]);
  const [round, setRound] = useState(0);
  const put = (patch: Partial<Wants>) => setWants((was) => ({ ...was, ...patch }));
  const textOf = (id: string): string => { const one = concepts.find((c) => c.id === id); return one ? named(l, one) : id; };
  const listed = [...countries].sort((a, b) => countryText(l, a).localeCompare(countryText(l, b), l));
  const keep = async () => {
    const said: Wants = Object.fromEntries(Object.entries(wants).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)));
    const done = await act(() => api.put('/api/me/wishes', { id: newId(new Date(), browserRandom), kind, wants: said, lang: l, note, readers: kind === 'search' ? [] : readers.map(({ id }) => id) }));
    if (!done) return;
    setWants({});
    setNote('');
    setReaders([]);
    setRound(round + 1);
  };
  return (
    <div class="sheet stack" key={round}>
      <Seg label={say.wishKind(l)} value={kind} onValue={setKind} options={[{ value: 'wish', label: say.wishKindWish(l) }, { value: 'open-to', label: say.wishKindOpenTo(l) }, { value: 'search', label: say.wishKindSearch(l) }]} />
      <Many label={say.typeLabel(l)} add={say.typeAdd(l)} value={wants.types ?? []} from={types} text={(type) => typeText(l, type as (typeof types)[number])} most={types.length} onValue={(next) => put({ types: next as Wants['types'] })} />
      <Many label={say.topics(l)} add={say.topicAdd(l)} value={wants.topics ?? []} from={concepts.map(({ id }) => id)} text={textOf} listed={(id) => `${'– '.repeat(Math.max(0, id.split('.').length - 1))}${textOf(id)}`} most={LIMITS.topics} onValue={(topics) => put({ topics })} />
      <Many label={say.countryLabel(l)} add={say.countryAdd(l)} value={wants.countries ?? []} from={listed} text={(code) => countryText(l, code)} most={LIMITS.countries} onValue={(next) => put({ countries: next })} />
      <div class="two"><DayField label={say.startFrom(l)} value={wants.from ?? null} onValue={(from) => put({ from: from ?? undefined })} /><DayField label={say.startTo(l)} value={wants.to ?? null} onValue={(to) => put({ to: to ?? undefined })} /></div>
      <div class="row">
        <Check checked={wants.funded ?? false} onValue={(funded) => put({ funded })}>{say.wantFunded(l)}</Check><Check checked={wants.handsOn ?? false} onValue={(handsOn) => put({ handsOn })}>{say.wantHandsOn(l)}</Check>
        <Check checked={wants.housing ?? false} onValue={(housing) => put({ housing })}>{say.wantHousing(l)}</Check><Check checked={wants.myPassport ?? false} onValue={(myPassport) => put({ myPassport })}>{say.wantPassport(l)}</Check>
      </div>
      {kind !== 'search' && (
        <>
          <TextArea label={say.wishNote(l)} lang={l} rows={2} maxLength={LIMITS.note} value={note} onValue={setNote} />
          {readers.map((one) => <Button key={one.id} small icon="x" onClick={() => setReaders(readers.filter(({ id }) => id !== one.id))}><bdi>{named(l, one)}</bdi></Button>)}
          {readers.length < LIMITS.readers && <PersonPicker label={say.wishReaderAdd(l)} hint={say.wishReaderHint(l)} without={readers.map(({ id }) => id)} onPick={(one) => setReaders([...readers, one])} />}
        </>
      )}
      <div><Button kind="main" onClick={() => void keep()}>{say.wishKeep(l)}</Button></div>
    </div>
  );
};
