// On a colleague's page: what ties the two, proposing a tie, and keeping away.

import { useEffect, useState } from 'preact/hooks';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useGo, useHere } from '#web/context.tsx';
import type { SlotProps } from '#web/slots.tsx';
import { Say } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Confirm, Dialog } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/network.ts';
import type { WithView } from '../rules/present.ts';
import { TieForm } from './tie-form.tsx';
import { Grounds } from './tied.tsx';

export const WithPerson = (person: SlotProps['person']) => {
  const { l, me } = useHere();
  const [view, setView] = useState<WithView>();
  const [asking, setAsking] = useState(false);
  const mine = me.person?.id === person.id;
  const look = async () => {
    const answer = await api.get<WithView>(`/api/ties/with/${person.id}`);
    if (answer.ok) setView(answer.value);
  };
  useEffect(() => { if (!mine) void look(); }, [person.id]);
  if (mine || view === undefined) return null;
  const name = named(l, person);
  return (
    <section class="stack near" id="tie">
      <h2>{say.withTitle(l)}</h2>
      {view.grounds.length === 0 ? <p class="meta">{say.withNone(l)}</p> : <Grounds grounds={view.grounds} name={name} onChange={look} />}
      {view.may.propose && <div><Button icon="link" onClick={() => setAsking(true)}>{view.grounds.length === 0 ? say.propose(l) : say.proposeMore(l)}</Button></div>}
      {!view.tied && view.may.propose && <div><LinkButton icon="people" href={`/people/${person.id}/reach`}>{say.reachAct(l)}</LinkButton></div>}
      {view.institutionId !== null && <p><a href={`/institutions/${view.institutionId}`}>{say.reachCentre(l)}</a></p>}
      <Dialog open={asking} onClose={() => setAsking(false)} title={say.propose(l)}>
        <TieForm person={person} onDone={() => { setAsking(false); void look(); }} />
      </Dialog>
      <KeepAway id={person.id} name={name} muted={view.muted} onChange={look} />
    </section>
  );
};

const KeepAway = ({ id, name, muted, onChange }: { id: string; name: string; muted: boolean; onChange: () => Promise<void> }) => {
  const { l } = useHere();
  const go = useGo();
  const [blocking, setBlocking] = useState(false);
  const { busy, refused, run } = useAct();
  const block = async () => {
    if ((await run(() => api.put(`/api/blocks/${id}`, {}))) === undefined) return;
    tell(say.blocked(l));
    go('/ties');
  };
  const mute = async () => {
    if ((await run(() => (muted ? api.del(`/api/mutes/${id}`) : api.put(`/api/mutes/${id}`, {})))) === undefined) return;
    tell(muted ? say.unmuted(l) : say.muted(l));
    await onChange();
  };
  return (
    <>
      <div class="row">
        <Button small kind="bare" onClick={() => void mute()}>{muted ? say.unmute(l) : say.mute(l)}</Button>
        <Button small kind="bare" onClick={() => setBlocking(true)}>{say.block(l)}</Button>
      </div>
      <RefusalNote refused={refused} />
      <Confirm open={blocking} question={say.blockAsk(l, { name })} act={say.block(l)} busy={busy ? say.blocking(l) : undefined} onYes={() => void block()} onNo={() => setBlocking(false)} />
      {muted && <p class="meta"><Say>{say.isMuted(l)}</Say></p>}
    </>
  );
};
