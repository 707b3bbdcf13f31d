// Password with its second factor, set up in one flow: password, QR code, six digits, recovery codes shown once.
import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { sayRefusal } from '#web/refusals.ts';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';
import type { Ways } from './answers.ts';
import { ShownOnce } from './shown-once.tsx';
import { Form } from './ways.tsx';

type Begun = { secret: string; uri: string; qr: string; pending: string };

export const PasswordSection = ({ ways }: { ways: Ways }) => {
  const { l, acts } = useHere();
  const [setting, setSetting] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const { busy, refused, run } = useAct();
  const fresh = async () => {
    const answer = await run(() => api.post<{ recoveryCodes: string[] }>('/api/me/recovery-codes'));
    if (answer) setCodes(answer.recoveryCodes);
  };
  const remove = async () => {
    const done = await run(() => api.del('/api/me/password'));
    setRemoving(false);
    if (done !== undefined) await acts.reload();
  };
  const kept = async () => {
    setCodes(undefined);
    setSetting(false);
    await acts.reload();
  };
  return (
    <Section title={say.passwordTitle(l)}>
      <div class="stack">
        {codes ? <Codes codes={codes} onKept={() => void kept()} /> : setting ? <SetUp onCodes={setCodes} onCancel={() => setSetting(false)} /> : (
          <>
            <p>{ways.hasPassword ? <>{say.passwordSet(l)} {say.passwordCodesLeft(l, { n: ways.codesLeft })}</> : say.passwordNone(l)}</p>
            <div class="row">
              <Button onClick={() => setSetting(true)}>{ways.hasPassword ? say.passwordChange(l) : say.passwordBegin(l)}</Button>
              {ways.hasPassword && <Button onClick={() => void fresh()}>{say.passwordNewCodes(l)}</Button>}
              {ways.hasPassword && <Button kind="stop" onClick={() => setRemoving(true)}>{say.passwordRemove(l)}</Button>}
            </div>
          </>
        )}
        <RefusalNote refused={refused} />
        <Confirm open={removing} question={say.passwordRemoveAsk(l)} act={say.passwordRemove(l)} onYes={() => void remove()} onNo={() => setRemoving(false)} busy={busy ? say.passwordConfirming(l) : undefined} />
      </div>
    </Section>
  );
};

const SetUp = ({ onCodes, onCancel }: { onCodes: (codes: readonly string[]) => void; onCancel: () => void }) => {
  const { l } = useHere();
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState('');
  const [begun, setBegun] = useState<Begun>();
  const { busy, refused, run } = useAct();
  const about = (field: string) => (refused?.fields?.includes(field) ? sayRefusal(l, refused) : undefined);
  const begin = async () => setBegun(await run(() => api.post<Begun>('/api/me/password/begin', { password })));
  const confirm = async () => {
    const answer = await run(() => api.post<{ recoveryCodes: string[] }>('/api/me/password/confirm', { password, otp, pending: begun?.pending }));
    if (answer) onCodes(answer.recoveryCodes);
  };
  if (!begun) {
    return (
      <Form onSubmit={() => void begin()}>
        <TextField label={say.passwordNew(l)} hint={say.passwordNewHint(l)} type="password" autocomplete="new-password" value={password} onValue={setPassword} required maxLength={200} error={about('password')} />
        {refused && !refused.fields && <RefusalNote refused={refused} />}
        <div class="row"><Button kind="main" type="submit" busy={busy ? say.passwordConfirming(l) : undefined}>{say.passwordNext(l)}</Button><Button kind="bare" onClick={onCancel}>{say.cancel(l)}</Button></div>
      </Form>
    );
  }
  return (
    <Form onSubmit={() => void confirm()}>
      <p>{say.passwordScan(l)}</p>
      <img class="qr" alt={say.passwordQr(l)} src={`data:image/svg+xml,${encodeURIComponent(begun.qr)}`} />
      <p><span class="lab">{say.passwordSecret(l)}</span> <bdi class="code" dir="ltr">{begun.secret}</bdi></p>
      <TextField label={say.passwordDigits(l)} value={otp} onValue={setOtp} lang="en" inputMode="numeric" autocomplete="one-time-code" maxLength={12} required error={about('otp')} />
      {refused && !refused.fields && <RefusalNote refused={refused} />}
      <div class="row"><Button kind="main" type="submit" busy={busy ? say.passwordConfirming(l) : undefined}>{say.passwordConfirm(l)}</Button><Button kind="bare" onClick={onCancel}>{say.cancel(l)}</Button></div>
    </Form>
  );
};

const Codes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const { l } = useHere();
  const copy = async () => { await navigator.clipboard?.writeText(codes.join('\n')).then(() => tell(say.passwordCodesCopied(l)), () => undefined); };
  return (
    <ShownOnce title={say.passwordCodesTitle(l)} lead={say.passwordCodesLead(l)}>
      <ul class="codes">{codes.map((code) => <li key={code}><bdi class="code" dir="ltr">{code}</bdi></li>)}</ul>
      <div class="row"><Button icon="link" onClick={() => void copy()}>{say.passwordCodesCopy(l)}</Button><Button kind="main" onClick={onKept}>{say.passwordCodesDone(l)}</Button></div>
    </ShownOnce>
  );
};
