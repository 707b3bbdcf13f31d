// To whom does it fit? One tap on a person, one on the act; the words are there already and may be changed.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { lineText, PersonPicker, type Picked, useAct } from '#features/people/web/door.tsx';
import type { PersonLine as Line } from '#features/people/rules/present.ts';
import { api } from '#web/api.ts';
import { named, useLocale, useReload } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Face, PersonLine } from '#web/ui/people.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/opportunities.ts';
import { LIMITS } from '../rules/limits.ts';
import type { OpportunityView } from '../rules/present.ts';

type Whom = Pick<Picked | Line, 'id' | 'nameEn' | 'nameFa' | 'initialsEn' | 'initialsFa' | 'stage' | 'institutionEn' | 'institutionFa' | 'cityEn' | 'cityFa'>;

/** Somebody at hand: tied to one, or who told one what they look for. */
export type Near = { readonly person: Line; readonly fits: boolean };

export const HandOn = ({ of: o, near }: { of: OpportunityView; near: readonly Near[] }) => {
  const l = useLocale();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const [whom, setWhom] = useState<Whom>();
  const [note, setNote] = useState(say.handNoteDefault(l));
  const had = [...o.given.map(({ person }) => person.id), o.poster.id];
  const send = async () => {
    if (whom === undefined) return;
    const done = await run(() => api.post(`/api/opportunities/${o.id}/hands`, { hands: [{ id: newId(new Date(), browserRandom), personId: whom.id }], note, lang: l }));
    if (done === undefined) return;
    tell(say.handDone(l, { name: named(l, whom) }));
    setWhom(undefined);
    await reload();
  };
  const offered = near.filter(({ person }) => !had.includes(person.id));
  return (
    <div class="stack" id="hand-on">
      {o.standing !== 'poster' && <p class="meta">{say.handLead(l)}</p>}
      {whom === undefined ? (
        <>
          {offered.length > 0 && <div class="pick"><ul>{offered.map(({ person, fits }) => <li key={person.id}><button type="button" class="member" onClick={() => setWhom(person)}><Face of={person} /><span><b><bdi>{named(l, person)}</bdi></b><small><Say>{fits ? say.handFits(l) : lineText(l, person)}</Say></small></span></button></li>)}</ul></div>}
          <PersonPicker label={say.handPick(l)} without={had} onPick={setWhom} />
        </>
      ) : (
        <>
          <PersonLine of={whom} detail={<Say>{lineText(l, whom)}</Say>} />
          <TextArea label={say.handNote(l)} lang={l} rows={2} maxLength={LIMITS.note} value={note} onValue={setNote} />
          <div class="row"><Button kind="main" busy={busy ? say.telling(l) : undefined} onClick={() => void send()}><Say>{say.handAct(l, { name: named(l, whom) })}</Say></Button><Button kind="bare" onClick={() => setWhom(undefined)}>{say.handOther(l)}</Button></div>
        </>
      )}
      <RefusalNote refused={refused} />
    </div>
  );
};
