// The expert's side: accept, not me but …, not this time; then the opinion.

import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useHere, useReload } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dock } from '#web/ui/dock.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import { type Content, emptyOpinion, OpinionForm } from '#features/opinions/web/door.tsx';
import * as say from '#words/story.ts';
import type { CaseView } from '../rules/present.ts';
import { CannotNow } from './cannot-now.tsx';
import { HandOn } from './hand-on.tsx';
import { MarksOf } from './film/marks.tsx';
import { shelfOf } from './shelf-of.ts';

export const Answering = ({ of: c }: { of: CaseView }) => {
  const { l, me } = useHere();
  const reload = useReload();
  const [handing, setHanding] = useState(false);
  const [cannot, setCannot] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const ask = c.myAsk;
  useEffect(() => { if (c.may.answerAsk && ask?.state === 'asked') void api.post(`/api/asks/${ask.id}/seen`); }, [ask?.id]);
  if (!ask || !c.may.answerAsk) return null;
  const act = async (way: 'accept' | 'decline', said?: string) => {
    const done = await api.post(`/api/asks/${ask.id}/${way}`, {});
    if (!done.ok) return setRefused(done);
    if (said) tell(said);
    await reload();
  };
  // What was sealed is now open: that is what one gave for, so it comes before the eyes.
  const given = async () => {
    await reload();
    document.getElementById('opinions')?.scrollIntoView();
  };
  const accepted = ask.state === 'accepted';
  const mine = c.marks.filter((m) => m.by === me.person?.id).map((m) => m.id);
  const saved = c.draft ? { value: c.draft.content as Content, version: c.draft.version } : { value: emptyOpinion(l), version: 0 };
  const title = c.texts[l]?.title ?? c.texts[c.lang]?.title ?? '';
  return (
    <>
      {accepted && <OpinionForm caseId={c.id} saved={saved} shelf={shelfOf(l, c)} what={{ en: say.pageYourOpinionOn('en', { title }), fa: say.pageYourOpinionOn('fa', { title }) }} onGiven={given} marks={mine} pointing={<Pointing of={c} mine={mine} />} />}
      <RefusalNote refused={refused} />
      <Dock>
        {accepted
          ? (
            <>
              <LinkButton href="#opinion" kind="main" icon="edit">{say.wayWrite(l)}</LinkButton>
              <Button kind="bare" onClick={() => setHanding(true)}>{say.wayHandOn(l)}</Button>
            </>
          )
          : (
            <>
              <Button kind="main" icon="check" onClick={() => act('accept')}>{say.wayAccept(l)}</Button>
              <Button icon="hand" onClick={() => setHanding(true)}>{say.wayHandOn(l)}</Button>
              <Button kind="bare" onClick={() => act('decline', say.pageDeclined(l))}>{say.wayDecline(l)}</Button>
              <Button kind="bare" onClick={() => setCannot(true)}>{say.cannotOpen(l)}</Button>
            </>
          )}
      </Dock>
      <CannotNow askId={ask.id} open={cannot} onClose={() => setCannot(false)} onDone={reload} />
      <HandOn askId={ask.id} open={handing} onClose={() => setHanding(false)} onDone={reload} />
    </>
  );
};

/** An opinion can point at the film: marks made there go with it. */
const Pointing = ({ of: c, mine }: { of: CaseView; mine: readonly string[] }) => {
  const { l } = useHere();
  if (c.runs.length === 0) return null;
  return (
    <div>
      {mine.length > 0 && <h3>{say.pagePoints(l)}</h3>}
      <MarksOf of={c} ids={mine} />
      <p><a href={`/cases/${c.id}/film`}>{say.pagePointAt(l)}</a></p>
    </div>
  );
};
