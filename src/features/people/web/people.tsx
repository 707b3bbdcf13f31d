import './people.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { named, useHere, useLocale, usePerson } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Slot } from '#web/slots.tsx';
import { Select } from '#web/ui/choice.tsx';
import { Empty } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { FoundPerson } from '../rules/colleague.ts';
import type { Concept } from '../rules/profile-view.ts';
import { layerText, levelText, lineText, plainName } from './said.ts';

const PAUSE_MS = 250;
export const title = (l: Locale): string => say.peopleTitle(l);

export const View = ({ data: { people, concepts }, query }: PageProps<{ people: FoundPerson[]; concepts: Concept[] }>) => {
  const { l } = useHere();
  const me = usePerson();
  const waiting = query.waiting === '1';
  if (!me.verified && !me.roles.includes('steward')) {
    return <><h1>{say.peopleTitle(l)}</h1><div class="above-4"><Empty sentence={say.peopleUnverified(l)}><LinkButton href="/me">{say.peopleToProfile(l)}</LinkButton></Empty></div></>;
  }
  const none = waiting ? say.peopleWaitingNone(l) : query.q || query.concept ? say.peopleNone(l) : say.peopleNobody(l);
  return (
    <>
      <h1>{say.peopleTitle(l)}</h1>
      <nav class="tabbed above-3" aria-label={say.peopleWhich(l)}>
        <a href="/people" aria-current={waiting ? undefined : 'page'}>{say.peopleAll(l)}</a>
        <a href="/people?waiting=1" aria-current={waiting ? 'page' : undefined}>{say.peopleWaiting(l)}</a>
        <Slot name="peopleTabs" of={{}} />
      </nav>
      {waiting && <p class="meta above-3">{say.peopleWaitingLead(l)}</p>}
      <Search concepts={concepts} typed={query.q ?? ''} concept={query.concept} waiting={waiting} />
      <p class="meta above-4" role="status">{people.length > 0 && say.peopleCount(l, { n: people.length })}</p>
      {people.length === 0 ? <Empty sentence={none} /> : <ul class="list tight above-2">{sorted(l, people, query).map((one) => <Row key={one.id} one={one} />)}</ul>}
    </>
  );
};

/** Found by a name, the nearest stands first; a whole list stands in the order of the reader's alphabet. */
const sorted = (l: Locale, people: readonly FoundPerson[], { q, concept }: Readonly<Record<string, string>>): readonly FoundPerson[] =>
  q || concept ? people : [...people].sort((a, b) => named(l, a).localeCompare(named(l, b), l));

const Row = ({ one }: { one: FoundPerson }) => {
  const l = useLocale();
  return (
    <li class="stack near">
      <PersonLine of={{ ...one, nameEn: plainName('en', one), nameFa: plainName('fa', one) }} href={`/people/${one.id}`} detail={<Say>{lineText(l, one)}</Say>} />
      {one.expertise.length > 0 && (
        <p class="meta">
          {one.expertise.slice(0, 4).map((e, i) => <span key={e.concept}>{i > 0 && ' · '}<UserRun text={named(l, e)} lang={l} /> ({levelText(l, e.level)}{e.casesPerYear !== null && <> · <Say>{say.expertiseEachYear(l, { n: e.casesPerYear })}</Say></>})</span>)}
        </p>
      )}
      <p class="meta">{one.verified ? layerText(l, one.layer) : say.layerUnverified(l)}</p>
    </li>
  );
};

/** A plain GET form, so that it works without script; with one, it searches as one types. */
const Search = ({ concepts, typed, concept, waiting }: { concepts: readonly Concept[]; typed: string; concept: string | undefined; waiting: boolean }) => {
  const { l, acts } = useHere();
  const [q, setQ] = useState(typed);
  const first = useRef(true);
  const look = (change: { q?: string; concept?: string | undefined }) => {
    const wanted = { q, concept, waiting: waiting ? '1' : undefined, ...change };
    const search = new URLSearchParams(Object.entries(wanted).filter((pair): pair is [string, string] => Boolean(pair[1])));
    history.replaceState(history.state, '', search.size > 0 ? `/people?${search}` : '/people');
    void acts.reload();
  };
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => look({ q }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [q]);
  return (
    <form class="searchrow above-4" method="get" action="/people" onSubmit={(event) => { event.preventDefault(); look({ q }); }}>
      <TextField label={say.peopleSearch(l)} type="search" name="q" value={q} onValue={setQ} autocomplete="off" maxLength={120} />
      <Select label={say.peopleField(l)} empty={say.peopleAnyField(l)} value={concept} onValue={(one) => look({ concept: one })}
        options={concepts.map((one) => ({ value: one.id, label: `${'– '.repeat(Math.max(0, one.id.split('.').length - 1))}${named(l, one)}` }))} />
      <Button type="submit" icon="search">{say.peopleAct(l)}</Button>
      <p class="meta">{say.peopleSearchHint(l)}</p>
    </form>
  );
};
