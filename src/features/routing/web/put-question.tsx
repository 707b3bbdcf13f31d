import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useGo, useLocale } from '#web/context.tsx';
import { waitingDraft } from '#web/outbox.ts';
import type { Answer, Refused } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dock } from '#web/ui/dock.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import { both } from '#web/words.ts';
import * as say from '#words/routing.ts';
import type { Chosen } from './chosen.ts';
import type { CaseToAsk } from './page-data.ts';

/** Posts what is still a draft. It may be repeated: a case is posted once. */
const post = async (c: CaseToAsk): Promise<Answer<unknown> | undefined> => {
  const open = `/cases/${c.id}`;
  if (c.may.post) {
    const draft = waitingDraft(`/api/cases/${c.id}`);
    const posted = await api.post(`/api/cases/${c.id}/post`, {}, { waits: { what: both(say.askOutboxPost), open, id: postingOf(c), after: draft === undefined ? [] : [draft.id] } });
    const already = !posted.ok && posted.code === 'cases.notNow' && posted.params.phase === 'posted';
    if (!posted.ok && posted.waiting !== true && !already) return posted;
  }
  return undefined;
};
const postingOf = (c: CaseToAsk): string => `post-${c.id}`;

/** Posts, then asks: the asks carry their own ids, and the ladder of a case is one. Nobody chosen: the node asks the right people. */
const put = async (c: CaseToAsk, chosen: readonly Chosen[]): Promise<Answer<unknown>> => {
  const refused = await post(c);
  if (refused) return refused;
  const waits = { open: `/cases/${c.id}`, after: [postingOf(c)] };
  const n = chosen.length;
  if (n === 0) return api.post(`/api/cases/${c.id}/ladder`, {}, { waits: { what: both(say.forMeDo), ...waits } });
  return api.post(`/api/cases/${c.id}/asks`, { asks: chosen.map(({ id, person, seat }) => ({ id, personId: person.id, seat })) }, { waits: { what: both((l) => say.askOutboxAsks(l, { n })), ...waits } });
};

export const PutQuestion = ({ of: c, chosen, missing, forMe }: {
  of: CaseToAsk; chosen: readonly Chosen[]; missing: number;
  /** Whether the node could ask in the asker's place: with nobody chosen, that is the act. */
  forMe: boolean;
}) => {
  const l = useLocale();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const n = chosen.length;
  const act = async () => {
    setBusy(true);
    setRefused(undefined);
    const answer = await put(c, chosen);
    setBusy(false);
    if (!answer.ok && answer.waiting !== true) return setRefused(answer);
    tell(!answer.ok ? say.askWaiting(l) : n === 0 ? say.forMeDone(l) : say.askSent(l, { n }));
    go(`/cases/${c.id}`);
  };
  const notYet = missing > 0 ? say.askMissingFirst(l, { n: missing }) : n === 0 && !forMe ? say.askChooseFirst(l) : undefined;
  const about = refused?.code === 'routing.leftOut' ? chosen.find(({ person }) => refused.fields?.includes(person.id))?.person : undefined;
  return (
    <>
      {refused && <div class="above-4">{about && <p class="strong"><bdi>{l === 'fa' ? about.nameFa : about.nameEn}</bdi></p>}<RefusalNote refused={refused} /></div>}
      <Dock state={<a href={missing > 0 ? '#missing' : '#chosen'}><Say>{missing > 0 ? say.askMissingFirst(l, { n: missing }) : say.askChosen(l, { n })}</Say></a>}>
        <Button kind="main" notYet={notYet} busy={busy ? (n === 0 ? say.forMeGoing(l) : say.askSending(l, { n })) : undefined} onClick={() => void act()}>
          <Say>{n === 0 && forMe ? say.forMeDo(l) : c.may.post ? say.askPut(l, { n }) : say.askAskMore(l, { n })}</Say>
        </Button>
      </Dock>
    </>
  );
};
