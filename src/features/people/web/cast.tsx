// The demo's sign-in: everybody of the fictional world in one tap, by place.
import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { named, useLocale } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Face } from '#web/ui/people.tsx';
import * as say from '#words/people.ts';
import type { CastMember } from '../rules/present.ts';
import { countryText, lineText, roleText, titledName } from './said.ts';

export const Cast = ({ cast, onIn }: { cast: readonly CastMember[]; onIn: () => Promise<void> }) => {
  const l = useLocale();
  const [entering, setEntering] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const enter = async (personId: string) => {
    setEntering(personId);
    const answer = await api.post('/api/session/demo', { personId });
    if (answer.ok) await onIn();
    else setRefused(answer);
    setEntering(undefined);
  };
  const places = new Map<string, CastMember[]>();
  for (const one of cast) {
    const key = `${one.cityEn} ${one.country}`;
    places.set(key, [...(places.get(key) ?? []), one]);
  }
  return (
    <>
      <RefusalNote refused={refused} />
      <div class="cast">
        {[...places].sort((a, b) => b[1].length - a[1].length).map(([key, people]) => (
          <section key={key}>
            <h2><bdi>{named(l, { nameEn: people[0]?.cityEn ?? '', nameFa: people[0]?.cityFa ?? '' })}</bdi> <span class="meta">{countryText(l, people[0]?.country ?? '')}</span></h2>
            <ul>
              {people.map((one) => <li key={one.id}><Member one={one} busy={entering === one.id} onTap={() => void enter(one.id)} /></li>)}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
};

const Member = ({ one, busy, onTap }: { one: CastMember; busy: boolean; onTap: () => void }) => {
  const l = useLocale();
  const tags = [...one.roles.map((role) => roleText(l, role)), ...(one.verified ? [] : [say.layerUnverified(l)])];
  return (
    <button type="button" class="member" onClick={onTap} aria-busy={busy ? 'true' : undefined}>
      <Face of={one} />
      <span>
        <b><Say>{busy ? say.signInEntering(l, { name: named(l, one) }) : titledName(l, one)}</Say></b>
        <small><Say>{lineText(l, one)}</Say></small>
        {tags.map((tag) => <small key={tag} class="member-tag">{tag}</small>)}
      </span>
    </button>
  );
};
