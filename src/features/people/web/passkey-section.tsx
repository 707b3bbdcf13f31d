import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';
import type { Passkey } from './answers.ts';
import { usePasskeys } from './ways.tsx';

export const PasskeySection = ({ keys }: { keys: readonly Passkey[] }) => {
  const { l, acts } = useHere();
  const can = usePasskeys();
  const [removing, setRemoving] = useState<string>();
  const [stopped, setStopped] = useState(false);
  const { busy, refused, run } = useAct();
  const add = async () => {
    setStopped(false);
    const options = await run(() => api.post<never>('/api/me/passkeys/options'));
    if (options === undefined) return;
    const { startRegistration } = await import('@simplewebauthn/browser');
    const response = await startRegistration({ optionsJSON: options }).catch(() => undefined);
    if (response === undefined) return setStopped(true);
    if ((await run(() => api.post('/api/me/passkeys', { response }))) !== undefined) await acts.reload();
  };
  const remove = async () => {
    const done = await run(() => api.del(`/api/me/passkeys/${encodeURIComponent(removing ?? '')}`));
    setRemoving(undefined);
    if (done !== undefined) await acts.reload();
  };
  return (
    <Section title={say.passkeysTitle(l)}>
      <div class="stack">
        <p>{say.passkeysLead(l)}</p>
        {keys.length === 0 ? <p class="meta">{say.passkeysNone(l)}</p> : (
          <ul class="list tight">
            {keys.map((key) => (
              <li key={key.id} class="split">
                <span><b><bdi>{key.name || say.devicesUnknown(l)}</bdi></b> <span class="meta">{key.usedAt ? <>{say.devicesSeen(l)} <When at={key.usedAt} /></> : <>{say.passkeysAdded(l)} <When at={key.addedAt} /></>}</span></span>
                <Button small onClick={() => setRemoving(key.id)}>{say.meRemoveShort(l)}</Button>
              </li>
            ))}
          </ul>
        )}
        {can === 'number' && <p class="meta">{say.passkeysAddress(l)}</p>}
        {can === 'yes' && <div><Button icon="shield" onClick={() => void add()} busy={busy ? say.passkeysAdding(l) : undefined}>{say.passkeysAdd(l)}</Button></div>}
        {stopped && <Note kind="wait">{say.passkeyNotTaken(l)}</Note>}
        <RefusalNote refused={refused} />
        <Confirm open={removing !== undefined} question={say.passkeysRemoveAsk(l)} act={say.passkeysRemove(l)} onYes={() => void remove()} onNo={() => setRemoving(undefined)} />
      </div>
    </Section>
  );
};
