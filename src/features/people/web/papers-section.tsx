// Licences and the ORCID iD: what the steward compares with registers.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { useLocale, useNow } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import { Note } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import { orcidFrom } from '../rules/orcid.ts';
import { countries } from '../rules/places.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import type { ProfileDraft, Typed } from './draft.ts';
import { countryText } from './said.ts';

export const PapersSection = ({ draft: { value, change } }: { draft: ProfileDraft }) => {
  const l = useLocale();
  return (
    <section class="stack">
      <h2>{say.mePapersTitle(l)}</h2>
      <Licences value={value.licences} onValue={(licences) => change({ licences })} />
      <Orcid value={value.orcid} onValue={(orcid) => change({ orcid })} />
    </section>
  );
};

/** A half-typed iD stays in the field and goes nowhere until its check sign is right. */
const Orcid = ({ value, onValue }: { value: string; onValue: (value: string) => void }) => {
  const l = useLocale();
  const [typed, setTyped] = useState(value);
  const wrong = typed.trim() !== '' && orcidFrom(typed) === null;
  const type = (text: string) => {
    setTyped(text);
    const known = text.trim() === '' ? '' : orcidFrom(text);
    if (known !== null && known !== value) onValue(known);
  };
  return <TextField label={say.orcidLabel(l)} hint={say.orcidHint(l)} value={typed} onValue={type} lang="en" maxLength={60} error={wrong && typed.replace(/\D/g, '').length >= 15 ? say.orcidWrong(l) : undefined} />;
};

const Licences = ({ value, onValue }: { value: Typed['licences']; onValue: (value: Typed['licences']) => void }) => {
  const l = useLocale();
  return (
    <div class="stack">
      <h3>{say.licenceTitle(l)}</h3>
      <p class="meta">{say.licencePrivate(l)}</p>
      {value.length > 0 && (
        <ul class="list tight">
          {value.map((one) => {
            const line = say.licenceLine(l, { authority: one.authority, number: one.number });
            return (
              <li key={one.id} class="split">
                <span><Say>{line}</Say> <span class="meta">{countryText(l, one.country)}{one.expiresOn && <> · <Day at={`${one.expiresOn}T12:00:00Z`} /></>}</span></span>
                <Button small label={say.meRemove(l, { what: line })} onClick={() => onValue(value.filter(({ id }) => id !== one.id))}>{say.meRemoveShort(l)}</Button>
              </li>
            );
          })}
        </ul>
      )}
      {value.length < LIMITS.licences && <AddLicence onAdd={(one) => onValue([...value, one])} />}
    </div>
  );
};

const empty = { authority: '', number: '', country: 'IR', expiresOn: '' };

const AddLicence = ({ onAdd }: { onAdd: (one: Typed['licences'][number]) => void }) => {
  const l = useLocale();
  const now = useNow();
  const [one, setOne] = useState(empty);
  const [wanting, setWanting] = useState(false);
  const add = () => {
    const whole = one.authority.trim() !== '' && one.number.trim() !== '';
    setWanting(!whole);
    if (!whole) return;
    onAdd({ id: newId(now, browserRandom), authority: one.authority.trim(), number: one.number.trim(), country: one.country, expiresOn: one.expiresOn || null });
    setOne(empty);
  };
  const options = countries.map((code) => ({ value: code, label: countryText(l, code) })).sort((a, b) => a.label.localeCompare(b.label, l));
  return (
    <div class="sheet stack" role="group" aria-label={say.licenceAdd(l)}>
      <div class="two">
        <TextField label={say.licenceAuthority(l)} hint={say.licenceAuthorityHint(l)} value={one.authority} onValue={(authority) => setOne({ ...one, authority })} maxLength={LIMITS.line} />
        <TextField label={say.licenceNumber(l)} value={one.number} onValue={(number) => setOne({ ...one, number })} lang="en" maxLength={40} />
        <Select label={say.licenceCountry(l)} value={one.country} empty={false} onValue={(country) => country && setOne({ ...one, country })} options={options} />
        <TextField label={say.licenceExpires(l)} type="date" value={one.expiresOn} onValue={(expiresOn) => setOne({ ...one, expiresOn })} />
      </div>
      {wanting && <Note kind="wait">{say.licenceWanted(l)}</Note>}
      <div><Button onClick={add}>{say.licenceAdd(l)}</Button></div>
    </div>
  );
};
