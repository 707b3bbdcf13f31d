// What there is for me, true to the filters; below it what I posted.
import './opportunities.css';
import type { Locale } from '#kernel/locale.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { named, useHere, useLocale, usePerson } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Slot } from '#web/slots.tsx';
import { dayText } from '#web/text/day.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Empty } from '#web/ui/note.tsx';
import * as say from '#words/opportunities.ts';
import type { OpportunityLine } from '../rules/present.ts';
import { Filters } from './filters.tsx';
import { placeLine, saidIn, typeText, whyHere } from './said.ts';

type List = { readonly found: readonly OpportunityLine[]; readonly mine: readonly OpportunityLine[]; readonly silent: number };
export const title = (l: Locale): string => say.title(l);

export const View = ({ data: { list, concepts }, query }: PageProps<{ list: List; concepts: Concept[] }>) => {
  const l = useLocale();
  const me = usePerson();
  const filtered = Object.values(query).some(Boolean);
  return (
    <>
      <div class="split"><h1>{say.title(l)}</h1>{me.seesCases && <LinkButton href="/opportunities/new" icon="ask">{say.post(l)}</LinkButton>}</div>
      <p class="meta above-2">{say.lead(l)}</p>
      <Slot name="opportunities" of={{}} />
      <p class="above-2"><LinkButton small icon="seal" href="/opportunities/quiet">{say.lookingLink(l)}</LinkButton></p>
      <Filters query={query} concepts={concepts} />
      <p class="meta above-4" role="status">{list.found.length > 0 && <Say>{say.found(l, { n: list.found.length })}</Say>}{list.silent > 0 && <> <Say>{say.silent(l, { n: list.silent })}</Say></>}</p>
      {list.found.length === 0 ? <div class="above-2"><Empty sentence={filtered ? say.noneFits(l) : say.none(l)} /></div> : <Lines of={list.found} />}
      {list.mine.length > 0 && <section class="above-5"><h2>{say.mineTitle(l)}</h2><Lines of={list.mine} /></section>}
    </>
  );
};

const Lines = ({ of }: { of: readonly OpportunityLine[] }) => <ul class="list opps">{of.map((one) => <Line key={one.id} of={one} />)}</ul>;

const Line = ({ of: o }: { of: OpportunityLine }) => {
  const { l } = useHere();
  const said = saidIn(l, o.texts, o.lang);
  const draft = o.phase === 'draft';
  const facts = [
    o.place && <Say>{placeLine(l, o.place)}</Say>, o.startsOn && dayText(l, new Date(`${o.startsOn}T12:00:00Z`), 'UTC', true), o.fields.lengthMonths !== undefined && <Say>{say.months(l, { n: o.fields.lengthMonths })}</Say>,
    o.deadline && <Say>{say.deadlineOn(l, { day: dayText(l, new Date(o.deadline), o.timeZone, true) })}</Say>,
  ].filter(Boolean);
  const state = o.standing === 'poster' ? { draft: say.draft, posted: say.circulating, closed: say.closed }[o.phase](l) : o.interested ? say.interestedTag(l) : whyHere(l, o);
  return (
    <li class="stack near">
      <span class="eyebrow">{o.type && typeText(l, o.type)}{o.standing !== 'poster' && <> · <bdi>{named(l, o.poster)}</bdi></>}</span>
      <a class="strong" href={draft ? `/opportunities/${o.id}/edit` : `/opportunities/${o.id}`}>{said.title === '' ? say.newTitle(l) : <UserRun text={said.title} lang={said.lang} />}</a>
      <span class="meta">{facts.map((fact, i) => <span key={i}>{i > 0 && ' · '}{fact}</span>)}</span>
      <span class={o.from.length > 0 || o.interested ? 'tag' : 'meta'}><span><Say>{state}</Say></span></span>
    </li>
  );
};
