// Tokens: made in this browser, shown once, withdrawn at any time. The node learns the hash alone.
import { useState } from 'preact/hooks';
import { ShownOnce, useAct } from '#features/people/web/door.tsx';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/arrivals.ts';
import { LIMITS } from '../rules/limits.ts';
import type { ArrivalsView, TokenView } from '../rules/present.ts';

const DAYS = 180;

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const madeToken = (): string => btoa(String.fromCharCode(...browserRandom.bytes(32))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export const Tokens = ({ view }: { view: ArrivalsView }) => {
  const { l, acts, now } = useHere();
  const [name, setName] = useState('');
  const [made, setMade] = useState<string>();
  const { busy, refused, run } = useAct();
  const make = async () => {
    const token = madeToken();
    const hash = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
    if ((await run(() => api.post('/api/arrivals/tokens', { id: newId(now, browserRandom), name, hash, days: DAYS }))) === undefined) return;
    setMade(token);
    setName('');
    await acts.reload();
  };
  const withdraw = async (id: string) => {
    if ((await run(() => api.del(`/api/arrivals/tokens/${id}`))) !== undefined) await acts.reload();
  };
  const open = view.tokens.filter(({ state }) => state === 'open');
  return (
    <Section title={say.tokensTitle(l)}>
      <p>{say.tokensLead(l)}</p>
      {open.length > 0 && <ul class="list tight">{open.map((one) => <Token key={one.id} one={one} onWithdraw={() => void withdraw(one.id)} />)}</ul>}
      {made && (
        <ShownOnce title={say.madeTitle(l)} lead={say.madeLead(l)}>
          <p><bdi class="x hash" id="token">{made}</bdi></p>
          <p>{say.madeStow(l)}</p>
          <pre class="x wrapped" dir="ltr">{`POST ${view.address}/studies\nAuthorization: Bearer ${made}`}</pre>
          <p>{say.madeReceive(l)}</p>
          <pre class="x wrapped" dir="ltr">{`HAMDEL_TOKEN=${made} ./hamdel receive --port 11112 --to ${view.address}`}</pre>
          <div><Button onClick={() => setMade(undefined)}>{say.madeGone(l)}</Button></div>
        </ShownOnce>
      )}
      <RefusalNote refused={refused} />
      <form class="stack near above-3" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void make(); }}>
        <TextField label={say.tokenName(l)} hint={say.tokenNameHint(l)} value={name} onValue={setName} maxLength={LIMITS.tokenName} />
        <div><Button type="submit" busy={busy ? say.tokenMaking(l) : undefined} notYet={name.trim() === '' ? say.tokenNameFirst(l) : undefined}>{say.tokenMake(l)}</Button></div>
      </form>
    </Section>
  );
};

const Token = ({ one, onWithdraw }: { one: TokenView; onWithdraw: () => void }) => {
  const { l } = useHere();
  return (
    <li class="split">
      <span><b><bdi>{one.name}</bdi></b> <span class="meta">{say.tokenUntil(l)} <When at={one.expiresAt} /> · {one.usedAt === null ? say.tokenUnused(l) : <>{say.tokenUsed(l)} <When at={one.usedAt} clock /></>}</span></span>
      <Button small kind="stop" onClick={onWithdraw}><Say>{say.tokenWithdraw(l)}</Say></Button>
    </li>
  );
};
