// Adding an institution, and its city when that is new too. Both names are asked for: colleagues read either.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { named, useLocale, useNow } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import { countries } from '../rules/places.ts';
import { useAct } from './act.ts';
import { Finder } from './finder.tsx';
import { countryText } from './said.ts';

export type CityAnswer = { readonly id: string; readonly nameEn: string; readonly nameFa: string; readonly country: string };
export type InstitutionAnswer = { readonly id: string; readonly nameEn: string; readonly nameFa: string; readonly cityId: string; readonly cityEn: string; readonly cityFa: string; readonly country: string };

export const AddInstitution = ({ onAdded, onCancel }: { onAdded: (one: InstitutionAnswer) => void; onCancel: () => void }) => {
  const l = useLocale();
  const now = useNow();
  const [names, setNames] = useState({ nameEn: '', nameFa: '' });
  const [city, setCity] = useState<CityAnswer>();
  const [newCity, setNewCity] = useState(false);
  const { busy, refused, run } = useAct();
  const add = async () => {
    if (!city) return;
    const added = await run(() => api.post<InstitutionAnswer>('/api/institutions', { id: newId(now, browserRandom), ...names, cityId: city.id }));
    if (added) onAdded(added);
  };
  return (
    <div class="sheet stack">
      <div class="two">
        <TextField label={say.institutionNameEn(l)} value={names.nameEn} onValue={(nameEn) => setNames({ ...names, nameEn })} lang="en" maxLength={160} required />
        <TextField label={say.institutionNameFa(l)} value={names.nameFa} onValue={(nameFa) => setNames({ ...names, nameFa })} lang="fa" maxLength={160} required />
      </div>
      {city
        ? <div class="split"><span><span class="lab">{say.institutionCity(l)}</span> <b><bdi>{named(l, city)}</bdi></b></span><Button small onClick={() => setCity(undefined)}>{say.institutionChange(l)}</Button></div>
        : newCity
          ? <AddCity onAdded={(one) => { setCity(one); setNewCity(false); }} />
          : <Finder<CityAnswer> path="/api/cities" label={say.institutionCity(l)} hint={say.institutionCityHint(l)} lineOf={(one) => <bdi>{named(l, one)}</bdi>} moreOf={(one) => countryText(l, one.country)} onPick={setCity}
              foot={<Button small icon="ask" onClick={() => setNewCity(true)}>{say.institutionCityAdd(l)}</Button>} />}
      <RefusalNote refused={refused} />
      {city && <div class="row"><Button kind="main" onClick={() => void add()} busy={busy ? say.institutionSaving(l) : undefined}>{say.institutionSave(l)}</Button></div>}
      <div><Button kind="bare" small onClick={onCancel}>{say.cancel(l)}</Button></div>
    </div>
  );
};

const AddCity = ({ onAdded }: { onAdded: (city: CityAnswer) => void }) => {
  const l = useLocale();
  const now = useNow();
  const [names, setNames] = useState({ nameEn: '', nameFa: '' });
  const [country, setCountry] = useState<string | undefined>('IR');
  const { busy, refused, run } = useAct();
  const add = async () => {
    const timeZone = country === 'IR' ? 'Asia/Tehran' : Intl.DateTimeFormat().resolvedOptions().timeZone;
    const added = await run(() => api.post<CityAnswer>('/api/cities', { id: newId(now, browserRandom), ...names, country, timeZone }));
    if (added) onAdded(added);
  };
  const options = countries.map((code) => ({ value: code, label: countryText(l, code) })).sort((a, b) => a.label.localeCompare(b.label, l));
  return (
    <div class="stack">
      <div class="two">
        <TextField label={say.institutionCityEn(l)} value={names.nameEn} onValue={(nameEn) => setNames({ ...names, nameEn })} lang="en" maxLength={160} />
        <TextField label={say.institutionCityFa(l)} value={names.nameFa} onValue={(nameFa) => setNames({ ...names, nameFa })} lang="fa" maxLength={160} />
      </div>
      <Select label={say.institutionCountry(l)} value={country} onValue={setCountry} options={options} />
      <RefusalNote refused={refused} />
      <div><Button onClick={() => void add()} busy={busy ? say.institutionSaving(l) : undefined}>{say.institutionSaveCity(l)}</Button></div>
    </div>
  );
};
