// An ask that waits for this person: three ways out, always the same three in the same order.

import { named, useGo, useLocale, useReload } from '#web/context.tsx';
import { api } from '#web/api.ts';
import { useState } from 'preact/hooks';
import { RefusalNote } from '#web/ui/note.tsx';
import type { Refused } from '#web/refusals.ts';
import { When } from '#web/text/when.tsx';
import { AskCard, Why } from '#web/ui/ask-card.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import * as say from '#words/story.ts';
import type { AskLine, CaseLine } from '../rules/lines.ts';
import { CannotNow, HandOn } from './parts.ts';
import { ReasonOf } from './reason.tsx';
import { cityOf, inLanguage, titleOf, urgencyWord } from './said.ts';

export const AskWaiting = ({ ask, case: c }: { ask: AskLine; case: CaseLine }) => {
  const l = useLocale();
  const reload = useReload();
  const go = useGo();
  const [refused, setRefused] = useState<Refused>();
  const [handing, setHanding] = useState(false);
  const [cannot, setCannot] = useState(false);
  const [busy, setBusy] = useState(false);
  const act = async (way: 'accept' | 'decline', then: () => void | Promise<void>) => {
    setBusy(true);
    const done = await api.post(`/api/asks/${ask.id}/${way}`, {});
    setBusy(false);
    if (done.ok) await then();
    else setRefused(done);
  };
  const href = `/cases/${c.id}`;
  const question = inLanguage(l, c.question, c.lang);
  return (
    <AskCard
      urgent={c.urgency !== 'elective'} urgency={urgencyWord(l, c.urgency)} title={titleOf(l, c)} href={href} question={question} hidden={c.asker === null && c.hidden}
      meta={<>{c.asker && <><bdi>{named(l, c.asker)}</bdi>{l === 'fa' ? '، ' : ', '}{cityOf(l, c.asker)} · </>}<When at={ask.askedAt} coarse={c.hidden} /></>}
      clocks={[
        { label: say.clockAccept(l), from: ask.askedAt, until: ask.acceptBy, ...(ask.acceptedAt ? { done: say.clockAccepted(l) } : {}) },
        { label: say.clockAnswer(l), from: ask.askedAt, until: ask.answerBy },
      ]}
      why={<Why reasons={ask.reasons.map((r) => ({ say: <ReasonOf of={r} /> }))} />}
    >
      {ask.acceptedAt
        ? <LinkButton kind="main" href={`${href}#opinion`}>{say.wayWrite(l)}</LinkButton>
        : <Button kind="main" icon="check" onClick={() => act('accept', () => go(href))} busy={busy ? say.wayAccept(l) : undefined}>{say.wayAccept(l)}</Button>}
      <Button icon="hand" onClick={() => setHanding(true)}>{say.wayHandOn(l)}</Button>
      <Button kind="bare" onClick={() => act('decline', reload)}>{say.wayDecline(l)}</Button>
      <Button kind="bare" onClick={() => setCannot(true)}>{say.cannotOpen(l)}</Button>
      <RefusalNote refused={refused} />
      {cannot && <CannotNow askId={ask.id} open onClose={() => setCannot(false)} onDone={reload} />}
      {handing && <HandOn askId={ask.id} open onClose={() => setHanding(false)} onDone={reload} />}
    </AskCard>
  );
};
