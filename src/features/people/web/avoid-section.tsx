// Whom one would rather not meet here: known to oneself alone.
import { useState } from 'preact/hooks';
import type { Id } from '#kernel/ids.ts';
import { named, useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import * as say from '#words/people.ts';
import type { FoundPerson } from '../rules/colleague.ts';
import type { ProfileView } from '../rules/profile-view.ts';
import type { ProfileDraft } from './draft.ts';
import { PersonPicker } from './person-picker.tsx';

type Kind = 'conflict' | 'not-this-person';

export const AvoidSection = ({ draft: { value, change }, known }: { draft: ProfileDraft; known: ProfileView['avoidances'] }) => {
  const l = useLocale();
  const [names, setNames] = useState<readonly { personId: string; nameEn: string; nameFa: string }[]>(known);
  const [kind, setKind] = useState<Kind>('conflict');
  const kinds = { conflict: say.meAvoidConflict(l), 'not-this-person': say.meAvoidPerson(l) };
  const nameOf = (id: string) => named(l, names.find(({ personId }) => personId === id) ?? { nameEn: '', nameFa: '' });
  const add = (one: FoundPerson) => {
    setNames([...names, { personId: one.id, nameEn: one.nameEn, nameFa: one.nameFa }]);
    change((now) => ({ avoidances: [...now.avoidances.filter(({ personId }) => personId !== one.id), { personId: one.id as Id, kind }] }));
  };
  return (
    <section class="stack">
      <h2>{say.meAvoidTitle(l)}</h2>
      <p class="meta">{say.meAvoidLead(l)}</p>
      {value.avoidances.length > 0 && (
        <ul class="list tight">
          {value.avoidances.map((a) => (
            <li key={a.personId} class="split">
              <span><b><bdi>{nameOf(a.personId)}</bdi></b> <span class="meta">{kinds[a.kind]}</span></span>
              <Button small label={say.meRemove(l, { what: nameOf(a.personId) })} onClick={() => change((now) => ({ avoidances: now.avoidances.filter(({ personId }) => personId !== a.personId) }))}>{say.meRemoveShort(l)}</Button>
            </li>
          ))}
        </ul>
      )}
      <Select label={say.meAvoidKind(l)} value={kind} empty={false} onValue={(one) => one && setKind(one)} options={(Object.keys(kinds) as Kind[]).map((one) => ({ value: one, label: kinds[one] }))} />
      <PersonPicker label={say.meAvoidAdd(l)} onPick={add} without={value.avoidances.map(({ personId }) => personId)} />
    </section>
  );
};
