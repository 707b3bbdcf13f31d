// One opportunity: its facts, and beside them what this viewer may know and do.
import './opportunities.css';
import { useEffect } from 'preact/hooks';
import type { GroupLine } from '#features/groups/rules/present.ts';
import type { TiesView } from '#features/network/rules/present.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useLocale, useReload } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { Say, UserRun, UserText } from '#web/text/say.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/opportunities.ts';
import type { OpportunityView, There } from '../rules/present.ts';
import { FactsOfOpportunity } from './facts.tsx';
import { resultText } from './result-text.ts';
import { saidIn, typeText } from './said.ts';

const ReaderSide = later(async () => (await import('./reader-side.tsx')).ReaderSide, import.meta.env.SSR ? (await import('./reader-side.tsx')).ReaderSide : undefined);
const Questions = later(async () => (await import('./questions.tsx')).Questions, import.meta.env.SSR ? (await import('./questions.tsx')).Questions : undefined);
const PosterSide = later(async () => (await import('./poster-side.tsx')).PosterSide, import.meta.env.SSR ? (await import('./poster-side.tsx')).PosterSide : undefined);
const Barred = later(async () => (await import('./poster-side.tsx')).Barred, import.meta.env.SSR ? (await import('./poster-side.tsx')).Barred : undefined);

type Data = { readonly opportunity: OpportunityView; readonly groups: readonly GroupLine[]; readonly ties: TiesView | undefined };
export const title = (l: Locale, { opportunity: o }: Data): string => saidIn(l, o.texts, o.lang).title || say.newTitle(l);

export const View = ({ data: { opportunity: o, groups, ties } }: PageProps<Data>) => {
  const l = useLocale();
  const reload = useReload();
  const said = saidIn(l, o.texts, o.lang);
  const { mine } = o;
  const near = [...o.fitsWho.map((person) => ({ person, fits: true })), ...(ties?.tied ?? []).filter(({ person }) => !o.fitsWho.some(({ id }) => id === person.id)).map(({ person }) => ({ person, fits: false }))];
  useLive(['opportunity-told', 'interest-shown', 'opportunity-question', 'opportunity-answer', 'opportunity-closed'], reload);
  useEffect(() => { if (mine === null && o.from.length > 0) void api.post(`/api/opportunities/${o.id}/seen`); }, [o.id]);
  const byWhom = mine ? say.postedByYou(l) : say.postedBy(l, { name: named(l, o.poster) });
  return (
    <>
      <p class="eyebrow">{o.type && typeText(l, o.type)} · <Say>{byWhom}</Say>{mine && o.phase === 'posted' && <> · <Say>{say.among(l, { n: mine.among })}</Say></>}</p>
      <div class="split"><h1>{said.title === '' ? say.newTitle(l) : <UserRun text={said.title} lang={said.lang} />}</h1>{o.may.write && <LinkButton icon="edit" href={`/opportunities/${o.id}/edit`}>{say.edit(l)}</LinkButton>}</div>
      {o.closing && <div class="stack above-3"><Note><Say>{say.closedAs(l, { result: resultText(l, o.closing.result) })}</Say></Note>{o.closing.words !== '' && <UserText text={o.closing.words} lang={o.closing.lang} />}</div>}
      <div class="cols above-4">
        <div>
          {mine ? <PosterSide of={o} mine={mine} groups={groups} near={near} /> : <ReaderSide of={o} near={near} />}
          {said.text !== '' && <Section title={say.textTitle(l)}><UserText text={said.text} lang={said.lang} /></Section>}
          <Section title={say.questionsTitle(l)}><Questions of={o} /></Section>
        </div>
        <aside class="aside">
          <Section title={say.factsTitle(l)} first><FactsOfOpportunity of={o} /></Section>
          {o.there && <Before of={o.there} place={o.place?.id ?? ''} own={mine !== null} />}
          {mine && <Barred of={o} mine={mine} />}
        </aside>
      </div>
    </>
  );
};

/** Who was there before, and the way to ask them. */
const Before = ({ of: { people, willing }, place, own }: { of: There; place: string; own: boolean }) => {
  const l = useLocale();
  return (
    <Section title={say.thereTitle(l)}>
      <ul class="list tight">
        {people.map(({ person, fromYear, toYear }) => (
          <li key={person.id} class="stack near">
            <b><a href={`/people/${person.id}`}><bdi>{named(l, person)}</bdi></a></b>
            <span class="meta"><Say>{toYear === null ? say.staySince(l, { from: String(fromYear) }) : say.stayYears(l, { from: String(fromYear), to: String(toYear) })}</Say></span>
            <div><LinkButton small href={`/people/${person.id}/reach`}>{say.thereAsk(l)}</LinkButton></div>
          </li>
        ))}
      </ul>
      {willing > people.length && <p class="meta"><Say>{say.thereMore(l, { n: willing - people.length })}</Say></p>}
      {willing === 0 && people.length === 0 && <p class="meta"><Say>{say.thereMore(l, { n: 0 })}</Say></p>}
      {!own && <p class="above-2"><LinkButton small href={`/institutions/${place}`}>{say.thereReach(l)}</LinkButton></p>}
    </Section>
  );
};
