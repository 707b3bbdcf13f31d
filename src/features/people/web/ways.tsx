// The ways in: a letter, a passkey, a code, a password with its second factor.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import { sayRefusal } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';

type In = { onIn: () => Promise<void> };

export const Form = ({ onSubmit, children }: { onSubmit: () => void; children: ComponentChildren }) => (
  <form class="stack" onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>{children}</form>
);

export const EmailWay = () => {
  const l = useLocale();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const { busy, refused, run } = useAct();
  const send = async () => {
    if ((await run(() => api.post('/api/session/email', { email, lang: l }))) !== undefined) setSentTo(email);
  };
  return (
    <Form onSubmit={() => void send()}>
      <TextField label={say.signInEmail(l)} hint={say.signInEmailHint(l)} type="email" autocomplete="username webauthn" value={email} onValue={setEmail} required />
      <div><Button kind="main" type="submit" busy={busy ? say.signInSendingLink(l) : undefined}>{say.signInSendLink(l)}</Button></div>
      {sentTo !== undefined && <Note><Say>{say.signInLinkSent(l, { email: sentTo })}</Say></Note>}
      <RefusalNote refused={refused} />
    </Form>
  );
};

/** Whether this page's address can carry a passkey; undefined until the browser was asked. */
export const usePasskeys = (): 'yes' | 'number' | 'no' | undefined => {
  const [can, setCan] = useState<'yes' | 'number' | 'no'>();
  useEffect(() => {
    const number = /^[\d.]+$|^\[/.test(location.hostname);
    setCan(!('PublicKeyCredential' in globalThis) || !isSecureContext ? 'no' : number ? 'number' : 'yes');
  }, []);
  return can;
};

export const PasskeyWay = ({ onIn }: In) => {
  const l = useLocale();
  const can = usePasskeys();
  const { busy, refused, run } = useAct();
  const [stopped, setStopped] = useState(false);
  if (can !== 'yes') return null;
  const enter = async () => {
    setStopped(false);
    const options = await run(() => api.post<never>('/api/session/passkey/options'));
    if (options === undefined) return;
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const response = await startAuthentication({ optionsJSON: options }).catch(() => undefined);
    if (response === undefined) return setStopped(true);
    if ((await run(() => api.post('/api/session/passkey', { response }))) !== undefined) await onIn();
  };
  return (
    <div class="stack">
      <div><Button icon="shield" onClick={() => void enter()} busy={busy ? say.signInPasskeyBusy(l) : undefined}>{say.signInPasskey(l)}</Button></div>
      {stopped && <Note kind="wait">{say.signInPasskeyStopped(l)}</Note>}
      <RefusalNote refused={refused} />
    </div>
  );
};

export const CodeWay = ({ onIn }: In) => {
  const l = useLocale();
  const [code, setCode] = useState('');
  const { busy, refused, run } = useAct();
  const enter = async () => {
    if ((await run(() => api.post('/api/session/link', { token: code }))) !== undefined) await onIn();
  };
  return (
    <Form onSubmit={() => void enter()}>
      <TextField label={say.signInCode(l)} hint={say.signInCodeHint(l)} value={code} onValue={setCode} lang="en" autocomplete="one-time-code" required maxLength={40} error={refused && sayRefusal(l, refused)} />
      <div><Button type="submit" busy={busy ? say.signInBusy(l) : undefined}>{say.signInUseCode(l)}</Button></div>
    </Form>
  );
};

export const PasswordWay = ({ onIn }: In) => {
  const l = useLocale();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [second, setSecond] = useState('');
  const [lost, setLost] = useState(false);
  const { busy, refused, run } = useAct();
  const asked = refused?.fields?.[0] === 'otp' || refused?.fields?.[0] === 'recovery' || second !== '' || lost;
  const enter = async () => {
    const more = second === '' ? {} : lost ? { recovery: second } : { otp: second };
    if ((await run(() => api.post('/api/session/password', { email, password, ...more }))) !== undefined) await onIn();
  };
  const wanted = refused?.code === 'people.codeWanted';
  return (
    <Form onSubmit={() => void enter()}>
      <TextField label={say.signInEmail(l)} type="email" autocomplete="username" value={email} onValue={setEmail} required />
      <TextField label={say.signInPassword(l)} type="password" autocomplete="current-password" value={password} onValue={setPassword} required />
      {asked && (
        <>
          <TextField label={lost ? say.signInRecovery(l) : say.signInOtp(l)} value={second} onValue={setSecond} lang="en" inputMode={lost ? 'text' : 'numeric'} autocomplete="one-time-code" maxLength={40}
            error={refused && !wanted ? sayRefusal(l, refused) : undefined} />
          <div><Button kind="bare" small onClick={() => { setLost(!lost); setSecond(''); }}>{lost ? say.signInUseOtp(l) : say.signInUseRecovery(l)}</Button></div>
        </>
      )}
      {wanted ? <Note kind="wait"><Say>{sayRefusal(l, refused)}</Say></Note> : !asked && <RefusalNote refused={refused} />}
      <div><Button kind="main" type="submit" busy={busy ? say.signInBusy(l) : undefined}>{say.signInEnter(l)}</Button></div>
    </Form>
  );
};
