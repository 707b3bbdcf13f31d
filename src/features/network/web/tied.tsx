// People and the grounds that stand with them, each with what one may do about it.

import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useHere } from '#web/context.tsx';
import type { Answer } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/network.ts';
import type { GroundView, TiedPerson } from '../rules/present.ts';
import { groundText } from './said.ts';

export const Grounds = ({ grounds, name, onChange }: { grounds: readonly GroundView[]; name: string; onChange: () => Promise<void> }) => {
  const { l } = useHere();
  const { busy, refused, run } = useAct();
  const act = async (what: () => Promise<Answer<unknown>>, done: string) => {
    if ((await run(what)) === undefined) return;
    tell(done);
    await onChange();
  };
  return (
    <>
      <ul class="stack near">
        {grounds.map((g) => (
          <li key={g.id} class="split">
            <span><Say>{groundText(l, g)}</Say>{g.until && g.state === 'proposed' && <span class="meta"> · {say.waitsUntil(l)} <When at={g.until} coarse /></span>}</span>
            <span class="row">
              {g.may.confirm && <Button small kind="main" icon="check" busy={busy ? say.confirming(l) : undefined} onClick={() => void act(() => api.post(`/api/ties/${g.id}/confirm`), say.confirmed(l, { name }))}>{say.confirm(l)}</Button>}
              {g.may.confirm && <Button small kind="bare" onClick={() => void act(() => api.post(`/api/ties/${g.id}/let-pass`), say.passed(l))}>{say.letPass(l)}</Button>}
              {g.may.takeBack && <Button small kind="bare" onClick={() => void act(() => api.del(`/api/ties/${g.id}`), say.tookBack(l))}>{say.takeBack(l)}</Button>}
              {g.may.end && <Button small kind="bare" label={say.endOf(l, { name }).replace(/[\u2066-\u2069]/g, '')} onClick={() => void act(() => api.del(`/api/ties/${g.id}`), say.ended(l))}>{say.end(l)}</Button>}
            </span>
          </li>
        ))}
      </ul>
      <RefusalNote refused={refused} />
    </>
  );
};

export const TiedList = ({ people, onChange }: { people: readonly TiedPerson[]; onChange: () => Promise<void> }) => {
  const { l } = useHere();
  return (
    <ul class="list tight">
      {people.map(({ person, grounds }) => (
        <li key={person.id} class="stack near">
          <PersonLine of={person} href={`/people/${person.id}`} detail={<Say>{[named(l, { nameEn: person.institutionEn, nameFa: person.institutionFa }), named(l, { nameEn: person.cityEn, nameFa: person.cityFa })].filter(Boolean).join(l === 'fa' ? '، ' : ', ')}</Say>} />
          <Grounds grounds={grounds} name={named(l, person)} onChange={onChange} />
        </li>
      ))}
    </ul>
  );
};
