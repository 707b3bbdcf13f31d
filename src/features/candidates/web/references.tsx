// References from all four sides: written for me, asked by me, asked of me, written by me.
import './cv.css';
import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import type { PageProps } from '#web/page.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { Chip } from '#web/ui/strips.tsx';
import * as say from '#words/candidates.ts';
import type { LetterState } from '../rules/reference.ts';
import type { AskView, LetterView, ReferencesView } from '../rules/reference-view.ts';
import { scopeLine } from './scopes.tsx';

const server = import.meta.env.SSR;
const AskForm = later(async () => (await import('./ask-reference.tsx')).AskForm, server ? (await import('./ask-reference.tsx')).AskForm : undefined);

export const title = (l: Locale): string => say.refTitle(l);
const stateText = (l: Locale, state: LetterState): string => ({ valid: say.stateValid, revoked: say.stateRevoked, expired: say.stateExpired })[state](l);

export const View = ({ data: { references } }: PageProps<{ references: ReferencesView }>) => {
  const l = useLocale();
  const { asked, about, toWrite, written } = references;
  return (
    <>
      <h1>{say.refTitle(l)}</h1>
      <p class="meta">{say.refLead(l)}</p>
      <div class="cols sect">
        <div class="cv-form">
          <section class="stack">
            <h2>{say.refToWrite(l)}</h2>
            {toWrite.length === 0 ? <p class="meta">{say.refToWriteNone(l)}</p> : <ul class="list">{toWrite.map((ask) => <ToWrite key={ask.id} ask={ask} />)}</ul>}
          </section>
          <section class="stack">
            <h2>{say.refAbout(l)}</h2>
            {about.length === 0 ? <Empty sentence={say.refAboutNone(l)} /> : <ul class="list">{about.map((letter) => <About key={letter.id} letter={letter} />)}</ul>}
          </section>
          {asked.length > 0 && <section class="stack"><h2>{say.refAsked(l)}</h2><ul class="list tight">{asked.map((ask) => <Asked key={ask.id} ask={ask} />)}</ul></section>}
          {written.length > 0 && <section class="stack"><h2>{say.refWritten(l)}</h2><ul class="list tight">{written.map((letter) => <Written key={letter.id} letter={letter} />)}</ul></section>}
        </div>
        <aside class="aside"><AskForm taken={asked.map(({ person }) => person.id)} /></aside>
      </div>
    </>
  );
};

const ToWrite = ({ ask }: { ask: AskView }) => {
  const l = useLocale();
  return (
    <li class="split">
      <div>
        <b><Say>{say.refFor(l, { name: named(l, ask.person) })}</Say></b>
        <UserText text={ask.purpose} lang={ask.lang} />
        <p class="meta">{scopeLine(l, ask.scopes)} · {say.refOpenUntil(l)} <Day at={ask.expiresAt} /></p>
      </div>
      <LinkButton kind="main" href={`/references/${ask.id}/write`}>{say.refWrite(l)}</LinkButton>
    </li>
  );
};

const Asked = ({ ask }: { ask: AskView }) => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const back = async () => { if (await run(() => api.del(`/api/reference-asks/${ask.id}`))) await acts.reload(); };
  return (
    <li>
      <div class="split">
        <span><b><Say>{say.refFrom(l, { name: named(l, ask.person) })}</Say></b><small class="cv-under">{scopeLine(l, ask.scopes)} · {say.refOpenUntil(l)} <Day at={ask.expiresAt} /></small></span>
        <Button small label={say.refWithdrawOf(l, { name: named(l, ask.person) }).replace(/[\u2066-\u2069]/g, '')} onClick={() => void back()} busy={busy ? say.refWithdraw(l) : undefined}>{say.refWithdraw(l)}</Button>
      </div>
      <RefusalNote refused={refused} />
    </li>
  );
};

const About = ({ letter }: { letter: LetterView }) => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const path = `/api/references/${letter.id}/opening`;
  const turn = async () => { if (await run(() => (letter.opened ? api.del(path) : api.put(path, {})))) await acts.reload(); };
  const holds = letter.state === 'valid';
  return (
    <li class="stack near">
      <div class="split"><b><Say>{say.refFrom(l, { name: named(l, letter.person) })}</Say></b><Chip no={!holds}>{stateText(l, letter.state)}</Chip></div>
      <p class="meta">{scopeLine(l, letter.scopes)} · {letter.reuse ? say.refReuse(l) : say.refOnce(l)} · {say.refHoldsUntil(l)} <Day at={letter.expiresAt} /></p>
      {letter.text === null ? holds && <p class="meta">{say.refMayNot(l)}</p> : <details class="more"><summary>{say.refRead(l)}</summary><UserText text={letter.text} lang={letter.lang} /></details>}
      <div class="row">
        <LinkButton small href={letter.check}>{say.refLink(l)}</LinkButton>
        <a class="btn small" href={`/api/references/${letter.id}/jws`} download>{say.refJws(l)}</a>
        {holds && letter.mayRead && <Button small onClick={() => void turn()} busy={busy ? say.refOpen(l) : undefined}>{letter.opened ? say.refShut(l) : say.refOpen(l)}</Button>}
      </div>
      {letter.opened && holds && <p class="meta">{say.refOpened(l)}</p>}
      <RefusalNote refused={refused} />
    </li>
  );
};

const Written = ({ letter }: { letter: LetterView }) => {
  const { l, acts } = useHere();
  const [sure, setSure] = useState(false);
  const { busy, refused, run } = useAct();
  const revoke = async () => {
    setSure(false);
    if (await run(() => api.del(`/api/references/${letter.id}`))) await acts.reload();
  };
  return (
    <li>
      <div class="split">
        <span><b><Say>{say.refFor(l, { name: named(l, letter.person) })}</Say></b><small class="cv-under">{stateText(l, letter.state)} · {scopeLine(l, letter.scopes)} · {say.refHoldsUntil(l)} <Day at={letter.expiresAt} /></small></span>
        {letter.state === 'valid' && <Button small kind="stop" onClick={() => setSure(true)} busy={busy ? say.refRevoke(l) : undefined}>{say.refRevoke(l)}</Button>}
      </div>
      {letter.text !== null && <details class="more"><summary>{say.refRead(l)}</summary><UserText text={letter.text} lang={letter.lang} /></details>}
      <Confirm open={sure} question={say.refRevokeAsk(l)} act={say.refRevoke(l)} onYes={() => void revoke()} onNo={() => setSure(false)} />
      <RefusalNote refused={refused} />
    </li>
  );
};
