// Asking one colleague for a reference: who, for what, for which kinds.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { PersonPicker, type Picked, useAct } from '#features/people/web/door.tsx';
import { writtenIn } from '#features/people/rules/written-in.ts';
import { api } from '#web/api.ts';
import { useHere, usePerson } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/candidates.ts';
import { REFERENCES, type Scope } from '../rules/vocabulary.ts';
import { Scopes } from './scopes.tsx';

export const AskForm = ({ taken }: { taken: readonly string[] }) => {
  const { l, now, acts } = useHere();
  const me = usePerson();
  const [person, setPerson] = useState<Picked>();
  const [purpose, setPurpose] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['fellowship']);
  const { busy, refused, run } = useAct();
  const lacks = person === undefined ? say.refWantPerson(l) : purpose.trim() === '' ? say.refWantPurpose(l) : scopes.length === 0 ? say.refWantScope(l) : undefined;
  const ask = async () => {
    if (person === undefined) return;
    const done = await run(() => api.post('/api/reference-asks', { id: newId(now, browserRandom), personId: person.id, purpose: purpose.trim(), scopes, lang: writtenIn(purpose, l) }));
    if (!done) return;
    setPerson(undefined);
    setPurpose('');
    tell(say.refAskedDone(l));
    await acts.reload();
  };
  return (
    <section class="stack">
      <h2>{say.refAskTitle(l)}</h2>
      <PersonPicker label={say.refAskWhom(l)} hint={say.refAskWhomHint(l)} picked={person} onPick={setPerson} without={[me.id, ...taken]} />
      <TextArea label={say.refPurpose(l)} hint={say.refPurposeHint(l)} value={purpose} lang={writtenIn(purpose, l)} onValue={setPurpose} maxLength={REFERENCES.purpose} rows={3} />
      <Scopes value={scopes} onValue={setScopes} />
      <RefusalNote refused={refused} />
      <div><Button kind="main" onClick={() => void ask()} busy={busy ? say.refAsking(l) : undefined} notYet={lacks}>{say.refAsk(l)}</Button></div>
    </section>
  );
};
