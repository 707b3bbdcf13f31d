import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { newId } from '#kernel/ids.ts';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/stewardship.ts';
import type { InvitationView } from '../rules/present.ts';
import type { OneCode } from './answers.ts';
import { CodeOnce } from './once.tsx';
import { StewardFrame } from './steward-frame.tsx';

export const title = (l: Locale): string => say.invitationsTitle(l);

export const View = ({ data: { invitations } }: PageProps<{ invitations: InvitationView[] }>) => {
  const l = useLocale();
  return (
    <StewardFrame at="/steward/invitations" title={say.invitationsTitle(l)} lead={say.invitationsLead(l)}>
      <Make />
      <div class="above-5">{invitations.length === 0 ? <Empty sentence={say.invitationsNone(l)} /> : <ul class="list tight">{invitations.map((one) => <Row key={one.id} one={one} />)}</ul>}</div>
    </StewardFrame>
  );
};

const Make = () => {
  const { l, acts, now } = useHere();
  const [note, setNote] = useState('');
  const [email, setEmail] = useState('');
  const [days, setDays] = useState<number | undefined>(14);
  const [code, setCode] = useState<OneCode>();
  const { busy, refused, run } = useAct();
  const make = async () => {
    const answer = await run(() => api.post<OneCode>('/api/steward/invitations', { id: newId(now, browserRandom), note, email, days: days ?? 14 }));
    if (!answer) return;
    setCode(answer);
    setNote('');
    setEmail('');
    await acts.reload();
  };
  if (code) return <CodeOnce code={code} onDone={() => setCode(undefined)} />;
  return (
    <form class="sheet stack" onSubmit={(event) => { event.preventDefault(); void make(); }}>
      <div class="two">
        <TextField label={say.invitationsNote(l)} value={note} onValue={setNote} maxLength={300} />
        <TextField label={say.invitationsEmail(l)} type="email" autocomplete="off" value={email} onValue={setEmail} maxLength={254} />
      </div>
      <NumberField label={say.invitationsDays(l)} value={days} low={1} high={90} example="14" onValue={(n) => setDays(typeof n === 'number' ? Math.round(n) : undefined)} />
      <RefusalNote refused={refused} />
      <div><Button kind="main" type="submit" busy={busy ? say.codeMaking(l) : undefined}>{say.invitationsMake(l)}</Button></div>
    </form>
  );
};

const Row = ({ one }: { one: InvitationView }) => {
  const { l, acts } = useHere();
  const [asking, setAsking] = useState(false);
  const { busy, refused, run } = useAct();
  const states = { open: say.invitationsOpen(l), used: say.invitationsUsed(l), expired: say.invitationsExpired(l), withdrawn: say.invitationsWithdrawn(l) };
  const withdraw = async () => {
    const done = await run(() => api.del(`/api/steward/invitations/${one.id}`));
    setAsking(false);
    if (done !== undefined) await acts.reload();
  };
  return (
    <li class="split">
      <span>
        <b><bdi>{one.note || one.email || say.invitationsNameless(l)}</bdi></b>{' '}
        <span class="meta">{states[one.state]}{one.usedBy && <> <Say>{say.invitationsUsedBy(l, { name: named(l, one.usedBy) })}</Say></>}{one.state === 'open' && <> · {say.invitationsUntil(l)} <When at={one.expiresAt} /></>}</span>
      </span>
      {one.state === 'open' && <Button small kind="stop" onClick={() => setAsking(true)}>{say.invitationsWithdraw(l)}</Button>}
      <RefusalNote refused={refused} />
      <Confirm open={asking} question={say.invitationsWithdrawAsk(l)} act={say.invitationsWithdraw(l)} onYes={() => void withdraw()} onNo={() => setAsking(false)} busy={busy ? say.queueRecording(l) : undefined} />
    </li>
  );
};
