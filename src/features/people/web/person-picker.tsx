// Choosing one colleague: by name in either script, or by field. Results are radio buttons, so that keys and screen readers work as everywhere.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { named, useLocale } from '#web/context.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { FoundPerson } from '../rules/colleague.ts';

export type Picked = Pick<FoundPerson, 'id' | 'nameEn' | 'nameFa' | 'initialsEn' | 'initialsFa' | 'cityEn' | 'cityFa'>;

const PAUSE_MS = 200;

/** Only those who may be asked about cases are offered. `leaveOut` are ids that make no sense here (oneself, those asked already). */
export const PersonPicker = ({ label, picked, onPick, leaveOut = [] }: { label: string; picked: Picked | undefined; onPick: (person: Picked) => void; leaveOut?: readonly string[] }) => {
  const l = useLocale();
  const name = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly FoundPerson[]>();
  const newest = useRef(0);
  useEffect(() => {
    if (typed.trim().length < 2) return setFound(undefined);
    const mine = ++newest.current;
    const timer = setTimeout(async () => {
      const answer = await api.get<{ people: readonly FoundPerson[] }>(`/api/people?q=${encodeURIComponent(typed.trim())}&limit=8`);
      if (mine === newest.current && answer.ok) setFound(answer.value.people.filter((p) => p.seesCases && !leaveOut.includes(p.id)));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="stack near">
      <TextField type="search" label={label} hint={say.pickHint(l)} value={typed} onValue={setTyped} autocomplete="off" />
      <div role="status" class="vh">{found && say.pickFound(l, { n: found.length })}</div>
      {found && found.length === 0 && <p class="meta">{say.pickFound(l, { n: 0 })}</p>}
      {found && found.length > 0 && (
        <fieldset class="picks" aria-label={label}>
          {found.map((p) => (
            <label key={p.id} class="tick">
              <input type="radio" name={name} checked={picked?.id === p.id} onChange={() => onPick(p)} />
              <PersonLine of={p} detail={[l === 'fa' ? p.institutionFa : p.institutionEn, l === 'fa' ? p.cityFa : p.cityEn].filter(Boolean).join(l === 'fa' ? '، ' : ', ')} />
            </label>
          ))}
        </fieldset>
      )}
      {picked && !found && <p><b><bdi>{named(l, picked)}</bdi></b></p>}
    </div>
  );
};
