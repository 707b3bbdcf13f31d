// One introduction: the request, who is willing, the answer asked for; once both ends have agreed, letters to both in one place, and how it went.

import { useState } from 'preact/hooks';
import { lineText, useAct } from '#features/people/web/door.tsx';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Seg } from '#web/ui/choice.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Facts, Section } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/network.ts';
import type { IntroductionView } from '../rules/introduction-view.ts';
import { type How, hows, LIMITS } from '../rules/limits.ts';
import { howText, stateText } from './introduction-words.ts';
import { introductionKinds } from './introductions.tsx';
import { useKeptHere } from '#web/kept-here.ts';

type Data = { introduction: IntroductionView };
const heading = (l: Locale, of: IntroductionView): string => {
  const to = of.part === 'target' ? say.you(l) : of.target ? named(l, of.target) : of.institution ? named(l, of.institution) : '';
  return of.part === 'asker' ? say.lineTo(l, { to }) : say.lineFromTo(l, { from: of.asker ? named(l, of.asker) : '', to });
};
export const title = (l: Locale, { introduction }: Data): string => heading(l, introduction);

export const View = ({ data: { introduction: of } }: PageProps<Data>) => {
  const { l, acts } = useHere();
  useLive(introductionKinds, acts.reload);
  const people = [of.asker, of.target].flatMap((p) => (p === null ? [] : [p]));
  return (
    <>
      <h1><Say>{heading(l, of)}</Say></h1>
      <p class="strong above-2" role="status">{stateText(l, of)}</p>
      <div class="cols above-4">
        <div>
          <Section first title={say.requestTitle(l)}>
            <UserText text={of.context} lang={of.lang} />
            {of.promise !== '' && <><h3 class="above-3">{say.promiseTitle(l)}</h3><UserText text={of.promise} lang={of.lang} /></>}
          </Section>
          {of.may.answer && <Answer of={of} />}
          {of.open && <Letters of={of} />}
          {of.open && <HowItWent of={of} />}
        </div>
        <aside class="aside">
          <section class="stack near">
            {people.map((p) => <PersonLine key={p.id} of={p} href={`/people/${p.id}`} detail={<Say>{lineText(l, p)}</Say>} />)}
            {of.institution && <p><bdi>{named(l, of.institution)}</bdi></p>}
          </section>
          <section class="stack near">
            <h2>{say.willingOnes(l)}</h2>
            {of.willing.length === 0 ? <p class="meta">{of.part === 'asker' ? say.willingNone(l) : say.willingYouFirst(l)}</p>
              : of.willing.map((p) => <PersonLine key={p.id} of={p} href={`/people/${p.id}`} detail={<Say>{lineText(l, p)}</Say>} />)}
          </section>
          <section>
            <Facts rows={[[say.askedOn(l), <When at={of.askedAt} coarse />], ...(of.open ? [] : [[say.expiresOn(l), <When at={of.expiresAt} coarse />] as const])]} />
            {of.may.takeBack && <TakeBack id={of.id} />}
          </section>
        </aside>
      </div>
    </>
  );
};

const Answer = ({ of }: { of: IntroductionView }) => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const answer = async (what: 'agree' | 'pass') => {
    if ((await run(() => api.post(`/api/introductions/${of.id}/${what}`))) === undefined) return;
    tell(what === 'pass' ? say.passedQuietly(l) : of.part === 'target' ? say.agreedNow(l) : say.willingNow(l));
    await acts.reload();
  };
  return (
    <section class="sheet stack above-5">
      <h2>{of.part === 'target' ? say.answerTarget(l) : say.answerMiddle(l)}</h2>
      <p>{of.part === 'target' ? say.answerTargetLead(l) : of.target === null && of.institution !== null ? say.answerCentreLead(l) : say.answerMiddleLead(l)}</p>
      <RefusalNote refused={refused} />
      <div class="row">
        <Button kind="main" busy={busy ? say.answering(l) : undefined} onClick={() => void answer('agree')}>{of.part === 'target' ? say.iAgree(l) : say.iAmWilling(l)}</Button>
        <Button kind="bare" onClick={() => void answer('pass')}>{say.notThisTime(l)}</Button>
      </div>
      <p class="meta">{say.answerSilent(l)}</p>
    </section>
  );
};

const TakeBack = ({ id }: { id: string }) => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const take = async () => {
    if ((await run(() => api.del(`/api/introductions/${id}`))) === undefined) return;
    tell(say.requestTaken(l));
    await acts.reload();
  };
  return <div class="stack near above-3"><RefusalNote refused={refused} /><Button small kind="stop" busy={busy ? say.taking(l) : undefined} onClick={() => void take()}>{say.requestTakeBack(l)}</Button></div>;
};

const Letters = ({ of }: { of: IntroductionView }) => {
  const { l, me, acts, now } = useHere();
  const [typed, change, clear] = useKeptHere(`letter ${of.id}`, { text: '' });
  const { busy, refused, run } = useAct();
  const send = async () => {
    const body = { id: newId(now, browserRandom), lang: l, text: typed.text };
    if ((await run(() => api.post(`/api/introductions/${of.id}/letters`, body, { waits: { what: { en: say.outboxLetter('en'), fa: say.outboxLetter('fa') }, open: `/introductions/${of.id}` } }))) === undefined) return;
    clear();
    tell(say.letterSent(l));
    await acts.reload();
  };
  return (
    <Section title={say.lettersTitle(l)}>
      <p class="meta">{of.part === 'middle' ? say.lettersMiddle(l) : say.lettersEnds(l)}</p>
      <ul class="list tight">
        {of.letters.map((one) => (
          <li key={one.id} class="stack near">
            <p class="split"><b>{one.author && <bdi>{one.author.id === me.person?.id ? say.you(l) : named(l, one.author)}</bdi>}</b><span class="meta"><When at={one.at} clock /></span></p>
            <UserText text={one.text} lang={one.lang} />
          </li>
        ))}
      </ul>
      <form class="stack near above-3" onSubmit={(event) => { event.preventDefault(); if (typed.text.trim() !== '') void send(); }}>
        <TextArea label={say.letterText(l)} lang={l} value={typed.text} onValue={(text) => change({ text })} maxLength={LIMITS.letter} />
        <RefusalNote refused={refused} />
        <div><Button kind="main" type="submit" notYet={typed.text.trim() === '' ? say.letterFirst(l) : undefined} busy={busy ? say.letterSending(l) : undefined}>{say.letterSend(l)}</Button></div>
      </form>
    </Section>
  );
};

const HowItWent = ({ of }: { of: IntroductionView }) => {
  const { l, acts } = useHere();
  const [typed, change, clear] = useKeptHere<{ how: How | ''; note: string }>(`told ${of.id}`, { how: '', note: '' });
  const [asked, setAsked] = useState(false);
  const { busy, refused, run } = useAct();
  const send = async () => {
    if ((await run(() => api.post(`/api/introductions/${of.id}/told`, typed))) === undefined) return;
    clear();
    tell(say.toldSent(l));
    await acts.reload();
  };
  return (
    <Section title={say.howTitle(l)}>
      {of.ends.length === 0 && !of.may.tell && <Note kind="wait">{say.howNotYet(l)}</Note>}
      {of.ends.map((e) => <div key={e.person?.id ?? e.at} class="stack near"><p><b>{howText(l, e.how)}</b>{e.person && <span class="meta"> · <bdi>{named(l, e.person)}</bdi> · <When at={e.at} coarse /></span>}</p>{e.note !== '' && <p class="said">{e.note}</p>}</div>)}
      {of.may.tell && !asked && <div class="above-2"><Button onClick={() => setAsked(true)}>{say.howTell(l)}</Button></div>}
      {of.may.tell && asked && (
        <form class="stack near above-2" onSubmit={(event) => { event.preventDefault(); if (typed.how !== '') void send(); }}>
          <Seg label={say.howLabel(l)} value={typed.how === '' ? undefined : typed.how} onValue={(how) => change({ how })} options={hows.map((one) => ({ value: one, label: howText(l, one) }))} />
          <TextArea label={say.howNote(l)} lang={l} rows={2} value={typed.note} onValue={(note) => change({ note })} maxLength={LIMITS.note} />
          <RefusalNote refused={refused} />
          <div><Button kind="main" type="submit" notYet={typed.how === '' ? say.howFirst(l) : undefined} busy={busy ? say.howSending(l) : undefined}>{say.howSend(l)}</Button></div>
        </form>
      )}
    </Section>
  );
};
