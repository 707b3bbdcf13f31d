import './search.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { Empty } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/search.ts';
import type { Concept, Found } from '../rules/hit.ts';
import { LIMITS } from '../rules/wire.ts';
import { Concepts, HitRow } from './hit-row.tsx';
import { kindNames, kindWord } from './said.ts';
import { stepThrough } from './step-through.ts';

const PAUSE_MS = 180;
type Wish = Readonly<Record<string, string | undefined>>;

/** The address of a wish; what is empty is left out. */
const addressOf = (wish: Wish): string => {
  const asked = new URLSearchParams(Object.entries(wish).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return asked.size > 0 ? `/search?${asked}` : '/search';
};

export const title = (l: Locale): string => say.title(l);

export const View = ({ data: { found, concepts }, query }: PageProps<{ found: Found; concepts: Concept[] }>) => {
  const l = useLocale();
  const n = found.kinds.reduce((sum, { hits }) => sum + hits.length, 0);
  const asked = (query.q ?? '').trim() !== '' || Boolean(query.topic);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => (page.current ? stepThrough(page.current) : undefined), []);
  return (
    <div ref={page}>
      <h1>{say.title(l)}</h1>
      <Form concepts={concepts} query={query} />
      <nav class="tabbed above-4" aria-label={say.which(l)}>
        <a href={addressOf({ ...query, kind: undefined })} aria-current={query.kind ? undefined : 'page'}>{say.all(l)}</a>
        {kindNames.map((kind) => (
          <a key={kind} href={addressOf({ ...query, kind })} aria-current={query.kind === kind ? 'page' : undefined}>{kindWord(l, kind)}</a>
        ))}
      </nav>
      {found.choices.map((choice) => <Choices key={choice.text} of={choice} query={query} />)}
      {found.understood.length > 0 && <p class="meta above-3">{say.understood(l)}: <Concepts of={found.understood} /></p>}
      <p class="meta above-3" role="status">{asked && <Say>{say.count(l, { n })}</Say>}</p>
      {n === 0 && <Empty sentence={asked ? say.none(l) : say.start(l)} />}
      {found.kinds.map(({ kind, hits, more }) => (
        <section key={kind} class="above-4" aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>{kindWord(l, kind)}</h2>
          <ul class="list above-2">{hits.map((hit) => <HitRow key={hit.id} of={hit} />)}</ul>
          {more && !query.kind && <p class="above-2"><a href={addressOf({ ...query, kind })}>{say.more(l)}</a></p>}
        </section>
      ))}
    </div>
  );
};

/** An abbreviation is never guessed: each reading is a search of its own. */
const Choices = ({ of, query }: { of: Found['choices'][number]; query: Wish }) => {
  const l = useLocale();
  const typed = new RegExp(of.text.replace(/[^\p{L}\p{N}]/gu, '.'), 'iu');
  return (
    <div class="choices above-3" role="group" aria-label={say.choice(l, { text: of.text.toUpperCase() })}>
      <p><Say>{say.choice(l, { text: of.text.toUpperCase() })}</Say></p>
      <p class="row">
        {of.concepts.map((one) => <a key={one.id} class="btn small" href={addressOf({ ...query, typing: undefined, as: [query.as, one.id].filter(Boolean).join(',') })}><bdi>{named(l, one)}</bdi></a>)}
        {of.senses.map((sense) => <a key={sense} class="btn small" href={addressOf({ ...query, typing: undefined, q: (query.q ?? '').replace(typed, sense) })}><bdi lang="en">{sense}</bdi></a>)}
      </p>
    </div>
  );
};

/** A plain GET form, so that it works without script; with one, what is found changes as one types. */
const Form = ({ concepts, query }: { concepts: readonly Concept[]; query: Wish }) => {
  const { l, acts } = useHere();
  const [q, setQ] = useState(query.q ?? '');
  const shown = useRef(query.q ?? '');
  const look = (change: Wish) => {
    const wish = { ...query, q: q.trim() === '' ? undefined : q, typing: undefined, as: undefined, ...change };
    shown.current = wish.q ?? '';
    history.replaceState(history.state, '', addressOf(wish));
    void acts.reload();
  };
  // Another address of this page (back, a kind, a reading) brings its own words.
  useEffect(() => { if ((query.q ?? '') !== shown.current) { shown.current = query.q ?? ''; setQ(query.q ?? ''); } }, [query.q]);
  useEffect(() => {
    if (q === shown.current) return;
    const timer = setTimeout(() => look({ typing: '1' }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [q]);
  return (
    <form class="everything above-3" role="search" method="get" action="/search" onSubmit={(event) => { event.preventDefault(); look({}); }}>
      <TextField label={say.field(l)} hint={say.hint(l)} type="search" name="q" value={q} onValue={setQ} autocomplete="off" maxLength={LIMITS.typed} />
      <Button type="submit" icon="search">{say.act(l)}</Button>
      <Select label={say.topic(l)} empty={say.anyTopic(l)} value={query.topic} onValue={(topic) => look({ topic })}
        options={concepts.map((one) => ({ value: one.id, label: `${'– '.repeat(Math.max(0, one.id.split('.').length - 1))}${named(l, one)}` }))} />
      <Check checked={query.told === '1'} onValue={(told) => look({ told: told ? '1' : undefined })}>{say.told(l)}</Check>
    </form>
  );
};
