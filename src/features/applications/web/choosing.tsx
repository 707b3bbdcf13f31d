// Those who choose read what came, in order of arrival; their notes are theirs alone.
import './applications.css';
import { useState } from 'preact/hooks';
import { PersonPicker, useAct } from '#features/people/web/door.tsx';
import { writtenIn } from '#features/people/rules/written-in.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import type { PageProps } from '#web/page.ts';
import { UserRun } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import * as say from '#words/applications.ts';
import type { ChoosingView } from '../rules/present.ts';

const server = import.meta.env.SSR;
const Candidate = later(async () => (await import('./candidate.tsx')).Candidate, server ? (await import('./candidate.tsx')).Candidate : undefined);

export const title = (l: Locale): string => say.choosingTitle(l);

export const View = ({ data: { view } }: PageProps<{ view: ChoosingView }>) => {
  const l = useLocale();
  const [onlyShort, setOnlyShort] = useState(false);
  const what = named(l, { nameEn: view.offer.titleEn, nameFa: view.offer.titleFa }) || say.untitled(l);
  const shown = onlyShort ? view.candidates.filter(({ shortlisted }) => shortlisted !== null) : view.candidates;
  return (
    <>
      <p class="eyebrow"><a href={`/opportunities/${view.offer.id}`}><UserRun text={what} lang={writtenIn(what, l)} /></a></p>
      <h1>{say.choosingTitle(l)}</h1>
      <p class="meta">{say.order(l)}</p>
      <div class="cols sect">
        <div class="stack">
          {view.candidates.some(({ shortlisted }) => shortlisted !== null) && <Check checked={onlyShort} onValue={setOnlyShort}>{say.shortlistOnly(l)}</Check>}
          {shown.length === 0 ? <Empty sentence={say.none(l)} /> : <ol class="app-list">{shown.map((one) => <li key={one.id}><Candidate one={one} /></li>)}</ol>}
        </div>
        <aside class="aside"><Hirers view={view} /></aside>
      </div>
    </>
  );
};

const Hirers = ({ view: { offer, poster, hirers } }: { view: ChoosingView }) => {
  const { l, acts } = useHere();
  const { refused, run } = useAct();
  const path = `/api/opportunities/${offer.id}/hirers`;
  const turn = async (act: () => ReturnType<typeof api.post>) => { if (await run(act)) await acts.reload(); };
  return (
    <section class="stack">
      <h2>{say.hirers(l)}</h2>
      <ul class="list tight">
        <li><bdi>{named(l, offer.poster)}</bdi></li>
        {hirers.map((one) => (
          <li key={one.id} class="split"><bdi>{named(l, one)}</bdi>{poster && <Button small kind="bare" label={say.hirerRemoveOf(l, { name: named(l, one) }).replace(/[\u2066-\u2069]/g, '')} onClick={() => void turn(() => api.del(`${path}/${one.id}`))}>{say.hirerRemove(l)}</Button>}</li>
        ))}
      </ul>
      <p class="meta">{say.hirersHint(l)}</p>
      {poster && <PersonPicker label={say.hirerAdd(l)} without={[offer.poster.id, ...hirers.map(({ id }) => id)]} onPick={(one) => void turn(() => api.post(path, { personId: one.id }))} />}
      <RefusalNote refused={refused} />
    </section>
  );
};
