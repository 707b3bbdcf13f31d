import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { isId, newId } from '#kernel/ids.ts';
import { writtenIn } from '#features/people/rules/written-in.ts';
import { plainName, useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Empty, Note, RefusalNote } from '#web/ui/note.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/stewardship.ts';
import type { TrailView, Verb } from '../rules/present.ts';
import { StewardFrame } from './steward-frame.tsx';

export const title = (l: Locale): string => say.trailTitle(l);

const verbs: Record<Verb, (l: Locale) => string> = {
  'layer-added': say.trailVerbLayerAdded, 'layer-ended': say.trailVerbLayerEnded, 'role-granted': say.trailVerbRoleGranted, 'role-ended': say.trailVerbRoleEnded,
  'invitation-made': say.trailVerbInvitationMade, 'invitation-withdrawn': say.trailVerbInvitationWithdrawn, 'settings-changed': say.trailVerbSettingsChanged,
  'name-opened': say.trailVerbNameOpened, 'sign-in-code': say.trailVerbSignInCode,
};

export const View = ({ data: { trail } }: PageProps<{ trail: TrailView[] }>) => {
  const l = useLocale();
  return (
    <StewardFrame at="/steward/trail" title={say.trailTitle(l)}>
      <Unmask />
      <div class="above-5">{trail.length === 0 ? <Empty sentence={say.trailNone(l)} /> : <ol class="list tight">{trail.map((one) => <Act key={one.id} one={one} />)}</ol>}</div>
    </StewardFrame>
  );
};

const Act = ({ one }: { one: TrailView }) => {
  const l = useLocale();
  const opened = one.verb === 'name-opened';
  return (
    <li class="stack near">
      <p><b><bdi>{named(l, one.who)}</bdi></b> {verbs[one.verb](l)}{one.person && <>: <a href={`/people/${one.person.id}`}><bdi>{named(l, one.person)}</bdi></a></>}</p>
      {opened && one.about && <p class="meta"><Say>{say.trailCase(l, { id: one.about })}</Say></p>}
      {opened && <UserText text={one.note} lang={writtenIn(one.note, l)} />}
      <p class="meta"><When at={one.at} /></p>
    </li>
  );
};

/** The number of a case from a pasted address or by itself. */
const caseIn = (typed: string): string | undefined => typed.toLowerCase().match(/[0-9a-f-]{36}/g)?.find(isId);

const Unmask = () => {
  const { l, acts, now } = useHere();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState<string>();
  const { busy, refused, run } = useAct();
  const caseId = caseIn(typed);
  const open = async () => {
    const answer = await run(() => api.post<{ asker: Parameters<typeof plainName>[1] }>('/api/steward/unmask', { id: newId(now, browserRandom), caseId, reason }));
    setAsking(false);
    if (!answer) return;
    setName(plainName(l, answer.asker));
    await acts.reload();
  };
  const done = () => {
    setName(undefined);
    setTyped('');
    setReason('');
  };
  return (
    <details class="more">
      <summary>{say.unmaskTitle(l)}</summary>
      {name !== undefined
        ? <div class="stack"><Note kind="wait" icon="hid"><Say>{say.unmaskShown(l, { name })}</Say></Note><div><Button onClick={done}>{say.unmaskForget(l)}</Button></div></div>
        : (
          <form class="stack" onSubmit={(event) => { event.preventDefault(); if (caseId !== undefined && reason.trim().length >= 10) setAsking(true); }}>
            <p>{say.unmaskLead(l)}</p>
            <TextField label={say.unmaskCase(l)} hint={say.unmaskCaseHint(l)} value={typed} onValue={setTyped} lang="en" maxLength={300} required error={typed.length > 30 && caseId === undefined ? say.unmaskCaseWrong(l) : undefined} />
            <TextArea label={say.unmaskReason(l)} hint={say.unmaskReasonHint(l)} value={reason} onValue={setReason} maxLength={1000} required rows={3} />
            <RefusalNote refused={refused} />
            <div><Button kind="stop" type="submit">{say.unmaskAct(l)}</Button></div>
          </form>
        )}
      <Confirm open={asking} question={say.unmaskAsk(l)} act={say.unmaskAct(l)} onYes={() => void open()} onNo={() => setAsking(false)} busy={busy ? say.unmaskBusy(l) : undefined} />
    </details>
  );
};
