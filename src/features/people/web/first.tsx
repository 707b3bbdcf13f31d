import './people.css';
import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';
import { useEntered } from './after.ts';
import { NamesFields, noNames } from './names-fields.tsx';
import { Form } from './ways.tsx';

export const title = (l: Locale): string => say.firstTitle(l);

export const View = ({ query }: PageProps<Record<string, never>>) => {
  const l = useLocale();
  const entered = useEntered('/steward');
  const [code, setCode] = useState(query.code ?? '');
  const [email, setEmail] = useState('');
  const [names, setNames] = useState(noNames);
  const { busy, refused, run } = useAct();
  const begin = async () => {
    if ((await run(() => api.post('/api/steward/first', { ...names, email, lang: l, code }))) !== undefined) await entered();
  };
  return (
    <div class="stack far">
      <h1>{say.firstTitle(l)}</h1>
      <p>{say.firstLead(l)}</p>
      <Form onSubmit={() => void begin()}>
        <TextField label={say.firstCode(l)} hint={say.signInCodeHint(l)} value={code} onValue={setCode} lang="en" maxLength={40} required />
        <TextField label={say.signInEmail(l)} type="email" autocomplete="email" value={email} onValue={setEmail} required />
        <NamesFields value={names} onValue={(patch) => setNames({ ...names, ...patch })} />
        <RefusalNote refused={refused} />
        <div><Button kind="main" type="submit" busy={busy ? say.joinBusy(l) : undefined}>{say.firstAct(l)}</Button></div>
      </Form>
    </div>
  );
};
