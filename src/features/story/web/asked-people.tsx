// For the asker: whom one asked, how far each is, and who was suggested instead.

import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { named, useHere, useReload } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/story.ts';
import type { AskView, CaseView } from '../rules/present.ts';
import { cityOf } from './said.ts';
import { seatWord, stateWord } from './seats.ts';

export const AskedPeople = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  if (c.asks.length === 0 && !c.may.ask) return null;
  return (
    <Section title={say.pageAsked(l)}>
      <ul class="list tight">{c.asks.map((a) => <OneAsk key={a.id} of={a} page={c} />)}</ul>
      {c.may.ask && <div class="row above-3"><LinkButton icon="ask" href={`/cases/${c.id}/ask`}>{say.pageAskMore(l)}</LinkButton></div>}
    </Section>
  );
};

const OneAsk = ({ of: a, page }: { of: AskView; page: CaseView }) => {
  const { l } = useHere();
  const reload = useReload();
  const [refused, setRefused] = useState<Refused>();
  const waits = a.state === 'asked' || a.state === 'seen' || a.state === 'accepted' || a.state === 'expired';
  const takeBack = async () => {
    const done = await api.del(`/api/asks/${a.id}`);
    if (done.ok) await reload();
    else setRefused(done);
  };
  return (
    <li class="stack near">
      <div class="split">
        <PersonLine of={a.expert} href={`/people/${a.expert.id}`} detail={`${cityOf(l, a.expert)} · ${seatWord(l, a.seat)}`} />
        <span class="row"><span class="meta">{stateWord(l, a.state)}{waits && <> · <When at={a.answerBy} clock /></>}</span>{waits && page.may.ask && <Button kind="bare" small onClick={takeBack}>{say.pageTakeBack(l)}</Button>}</span>
      </div>
      {a.handedNote && <p class="meta"><UserRun text={a.handedNote} lang={page.lang} /></p>}
      {a.handedTo && (
        <p class="row"><span class="meta">{say.pageSuggests(l)} <b><bdi>{named(l, a.handedTo)}</bdi></b></span>
          {page.may.ask && !page.asks.some((x) => x.expert.id === a.handedTo?.id) && <LinkButton small href={`/cases/${page.id}/ask?add=${a.handedTo.id}`}><Say>{say.pageAskThem(l, { name: named(l, a.handedTo) })}</Say></LinkButton>}</p>
      )}
      <RefusalNote refused={refused} />
    </li>
  );
};
