import './people.css';
import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useHere, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';
import type { Devices, Ways } from './answers.ts';
import { PasskeySection } from './passkey-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SignOut } from './sign-out.tsx';

export const title = (l: Locale): string => say.devicesTitle(l);

export const View = ({ data: { sessions, ways } }: PageProps<{ sessions: Devices; ways: Ways }>) => {
  const l = useLocale();
  return (
    <>
      <h1>{say.devicesTitle(l)}</h1>
      <Section title={say.devicesSessions(l)} first><Sessions sessions={sessions} /></Section>
      <PasskeySection keys={ways.passkeys} />
      <PasswordSection ways={ways} />
      <Section title={say.devicesEmail(l)}>
        <p>{ways.email === '' ? say.devicesNoEmail(l) : <><bdi dir="ltr">{ways.email}</bdi> <span class="meta">{ways.emailProved ? say.devicesEmailProved(l) : say.devicesEmailUnproved(l)}</span></>}</p>
      </Section>
      <Section title={say.recoveryTitle(l)}><p>{say.recoveryLead(l)}</p></Section>
    </>
  );
};

const Sessions = ({ sessions }: { sessions: Devices }) => {
  const { l, acts } = useHere();
  const [asking, setAsking] = useState(false);
  const { busy, refused, run } = useAct();
  const end = async (id: string) => {
    if ((await run(() => api.del(`/api/me/sessions/${id}`))) !== undefined) await acts.reload();
  };
  const endOthers = async () => {
    const answer = await run(() => api.del<{ ended: number }>('/api/me/sessions'));
    setAsking(false);
    if (answer === undefined) return;
    tell(say.devicesEnded(l, { n: answer.ended }));
    await acts.reload();
  };
  return (
    <div class="stack">
      <ul class="list tight">
        {sessions.map((one) => (
          <li key={one.id} class="split">
            <span><b><bdi>{one.device || say.devicesUnknown(l)}</bdi></b> <span class="meta">{one.here ? say.devicesHere(l) : <>{say.devicesSeen(l)} <When at={one.seenAt} /></>}</span></span>
            {one.here ? <SignOut /> : <Button small onClick={() => void end(one.id)}>{say.devicesEnd(l)}</Button>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <div><Button kind="stop" onClick={() => setAsking(true)}>{say.devicesEndOthers(l)}</Button></div> : <p class="meta">{say.devicesOne(l)}</p>}
      <RefusalNote refused={refused} />
      <Confirm open={asking} question={say.devicesEndOthersAsk(l)} act={say.devicesEndOthers(l)} onYes={() => void endOthers()} onNo={() => setAsking(false)} busy={busy ? say.meSigningOut(l) : undefined} />
    </div>
  );
};
