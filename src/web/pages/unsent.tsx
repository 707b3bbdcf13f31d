import { useEffect, useState } from 'preact/hooks';
import { useHere } from '#web/context.tsx';
import { type Intent, tryAgain, withdraw } from '#web/outbox.ts';
import { sayRefusal } from '#web/refusals.ts';
import { isolated, Say } from '#web/text/say.tsx';
import { Bytes, When } from '#web/text/when.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Empty, Note } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import { useSending } from '#web/use-outbox.ts';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/web.ts';

export const title = (l: Locale): string => say.unsentTitle(l);

/** Everything that waits on this device, each with a way to open, to try again and to withdraw. */
export const View = () => {
  const { l } = useHere();
  const { items, bytes } = useSending();
  const [asked, setAsked] = useState<Intent | undefined>(undefined);
  const [ran, setRan] = useState(false);
  useEffect(() => setRan(true), []);
  const take = async () => {
    if (asked !== undefined) await withdraw(asked.id);
    setAsked(undefined);
    tell(say.unsentWithdrawn(l));
  };
  return (
    <>
      <div class="split"><h1>{say.unsentTitle(l)}</h1>{items.length > 0 && <span class="meta"><Say>{say.unsentTotal(l, { n: items.length, size: bytesText(l, bytes) })}</Say></span>}</div>
      {!ran && <noscript><p class="above-4">{say.unsentNeedScript(l)}</p></noscript>}
      {items.length > 0 && <p class="above-3">{say.unsentLead(l)}</p>}
      {ran && items.length === 0 && <div class="above-5"><Empty sentence={say.unsentEmpty(l)}><LinkButton href="/">{say.unsentToHome(l)}</LinkButton></Empty></div>}
      <ul class="list above-5">{items.map((item) => <Waiting key={item.id} item={item} items={items} onWithdraw={() => setAsked(item)} />)}</ul>
      <Confirm open={asked !== undefined} question={say.unsentWithdrawAsk(l)} act={say.unsentWithdraw(l)} onYes={() => void take()} onNo={() => setAsked(undefined)} />
    </>
  );
};

const Waiting = ({ item, items, onWithdraw }: { item: Intent; items: readonly Intent[]; onWithdraw: () => void }) => {
  const { l } = useHere();
  const before = items.find((other) => item.after.includes(other.id));
  const state = item.refused ? say.unsentRefused(l) : before ? say.unsentWaitsFor(l, { what: before.what[l] }) : say.unsentWaits(l);
  return (
    <li class="stack near">
      <div class="split"><h2>{isolated(item.what[l])}</h2><Bytes n={item.bytes} /></div>
      <p class="meta"><Say>{state}</Say> · <When at={item.at} /></p>
      {item.refused && <Note kind="stop"><Say>{sayRefusal(l, item.refused)}</Say></Note>}
      <div class="row">
        <LinkButton small href={item.open}>{say.unsentOpen(l)}</LinkButton>
        {item.refused && <Button small onClick={() => void tryAgain(item.id)}>{say.unsentAgain(l)}</Button>}
        <Button small kind="bare" onClick={onWithdraw}>{say.unsentWithdraw(l)}</Button>
      </div>
    </li>
  );
};
