// Home: only what waits for this person, in this order, then how the last ones ended. No feed.

import { useLocale, usePerson, useReload } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { Say, UserRun, UserText } from '#web/text/say.tsx';
import { Count, When } from '#web/text/when.tsx';
import { CaseRow } from '#web/ui/ask-card.tsx';
import { Slot } from '#web/slots.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CalendarMonth, type Mark } from '#web/ui/calendar-month.tsx';
import type { Locale } from '#kernel/locale.ts';
import { Empty, Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/story.ts';
import type { HomeView } from '../rules/lines.ts';
import { AskWaiting } from './ask-waiting.tsx';
import { LineOfCase } from './line.tsx';
import { TellOutcome } from './parts.ts';
import { inLanguage, momentWord, resultWord, titleOf, type Written } from './said.ts';

export const title = (l: Locale): string => say.homeTitle(l);

export const View = ({ data }: PageProps<{ home: HomeView }>) => {
  const l = useLocale();
  const me = usePerson();
  const reload = useReload();
  const { asks, drafts, open, due, ended } = data.home;
  useLive(['asked', 'opinion-given', 'ask-accepted', 'decided', 'outcome-told', 'case-withdrawn', 'ask-cancelled', 'ask-released'], reload);
  const days = daysOf(l, data.home);
  const nothing = asks.length + drafts.length + open.length + due.length + ended.length === 0;
  return (
    <>
      <h1>{say.homeTitle(l)}</h1>
      <div class="cols"><div>
      {!me.verified && <Note kind="wait"><Say>{say.homeUnverified(l)}</Say> <a href="/me">{say.homeToProfile(l)}</a></Note>}
      <Section first title={say.homeAsked(l)} n={asks.length > 0 ? <Count n={asks.length} /> : undefined}>
        {asks.length === 0 ? <p class="meta">{say.homeNobodyWaits(l)}</p> : <div class="stack">{asks.map((a) => <AskWaiting key={a.ask.id} {...a} />)}</div>}
      </Section>
      <Slot name="home" of={{}} />
      {nothing && me.verified && <Empty sentence={say.homeFirstCase(l)}><LinkButton kind="main" href="/cases/new">{say.homeAsk(l)}</LinkButton></Empty>}
      {drafts.length > 0 && (
        <Section title={say.homeDrafts(l)}>
          <ul class="list">{drafts.map((c) => <CaseRow key={c.id} href={`/cases/${c.id}/edit`} title={titleOf(l, c)} meta={<When at={c.editedAt} coarse />} />)}</ul>
        </Section>
      )}
      {open.length > 0 && (
        <Section title={say.homeOpen(l)} n={<Count n={open.length} />}>
          <ul class="list">{open.map((c) => <CaseRow key={c.id} href={`/cases/${c.id}`} title={titleOf(l, c)} story={<LineOfCase of={c} />} />)}</ul>
        </Section>
      )}
      {due.length > 0 && (
        <Section title={say.homeDue(l, { n: due.length })}>
          <ul class="list">
            {due.map((d) => (
              <CaseRow key={`${d.case.id}${d.moment}`} href={`/cases/${d.case.id}#outcome`} title={titleOf(l, d.case)} meta={say.homeDueSince(l, { moment: d.moment === 'y1' ? 'other' : d.moment, n: d.case.opinionsGiven })}>
                <TellOutcome caseId={d.case.id} moment={d.moment} lang={l} />
              </CaseRow>
            ))}
          </ul>
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={say.homeEnded(l)}>
          <ul class="list">
            {ended.map((e) => {
              const told = inLanguage(l, { en: e.texts.en?.text, fa: e.texts.fa?.text }, e.case.lang);
              const thanks = inLanguage(l, { en: e.texts.en?.thanks, fa: e.texts.fa?.thanks }, e.case.lang);
              return (
                <CaseRow key={`${e.case.id}${e.moment}`} href={`/cases/${e.case.id}`} title={titleOf(l, e.case)} meta={<>{momentWord(l, e.moment)}{' · '}<When at={e.at} coarse={e.case.hidden} /></>}>
                  <div><b>{resultWord(l, e.result)}</b>{told && <> · <UserRun {...told} /></>}</div>
                  {thanks && <UserText class="said meta" {...thanks} />}
                </CaseRow>
              );
            })}
          </ul>
        </Section>
      )}
      </div>
      <aside class="aside">
        <section>
          <CalendarMonth marks={days} />
          {days.length > 0 && <ul class="plain">{days.map((d) => <li key={d.say}><When at={d.at} /> · <a href={d.href}><UserRun text={d.title.text} lang={d.title.lang} /></a></li>)}</ul>}
        </section>
      </aside></div>
    </>
  );
};

/** What has a day: answers that are due, decisions to take, outcomes to tell. */
const daysOf = (l: Locale, { asks, open, due }: HomeView): (Mark & { href: string; title: Written })[] =>
  [
    ...asks.map((a) => ({ at: a.ask.answerBy, case: a.case })),
    ...open.flatMap((c) => (c.decideBy ? [{ at: c.decideBy, case: c }] : [])),
    ...due.map((d) => ({ at: d.dueOn, case: d.case })),
  ].map(({ at, case: c }) => ({ at, href: `/cases/${c.id}`, title: titleOf(l, c), say: titleOf(l, c).text }))
    .sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, 6);
