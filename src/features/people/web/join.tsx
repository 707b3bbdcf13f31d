import './people.css';
import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';
import { useEntered } from './after.ts';
import type { Invitation } from './answers.ts';
import { NamesFields, noNames } from './names-fields.tsx';
import { Form } from './ways.tsx';

export const title = (l: Locale): string => say.joinTitle(l);

export const View = ({ data, params }: PageProps<{ invitation?: Invitation }>) => {
  const { l, me } = useHere();
  const entered = useEntered('/me');
  const [code, setCode] = useState(params.code ?? '');
  const [email, setEmail] = useState(data.invitation?.email ?? '');
  const [names, setNames] = useState(noNames);
  const { busy, refused, run } = useAct();
  const join = async () => {
    const answer = await run(() => api.post('/api/join', { ...names, email, lang: l, ...(code === '' ? {} : { code }) }));
    if (answer !== undefined) await entered();
  };
  const invitation = data.invitation;
  return (
    <div class="stack far">
      <h1>{say.joinTitle(l)}</h1>
      {invitation && <Note><Say>{say.joinInvited(l, { name: named(l, { nameEn: invitation.byEn, nameFa: invitation.byFa }) })}</Say></Note>}
      <p>{say.joinLead(l)}</p>
      <Form onSubmit={() => void join()}>
        {!invitation && <TextField label={say.joinCode(l)} hint={say.signInCodeHint(l)} value={code} onValue={setCode} lang="en" maxLength={40} required={!me.openSignUp} />}
        <TextField label={say.signInEmail(l)} type="email" autocomplete="email" value={email} onValue={setEmail} required />
        <NamesFields value={names} onValue={(patch) => setNames({ ...names, ...patch })} />
        <RefusalNote refused={refused} />
        <div class="row">
          <Button kind="main" type="submit" busy={busy ? say.joinBusy(l) : undefined}>{say.joinAct(l)}</Button>
          <LinkButton kind="bare" href="/sign-in">{say.joinHave(l)}</LinkButton>
        </div>
      </Form>
    </div>
  );
};
