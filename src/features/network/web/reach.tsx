// "How could I reach …?": how many colleagues could help, and asking them. Whom one reaches is a person or a centre.

import { lineText, useAct } from '#features/people/web/door.tsx';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useGo, useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/network.ts';
import { holdsContact } from '../rules/introduction.ts';
import type { ReachView } from '../rules/introduction-view.ts';
import { LIMITS } from '../rules/limits.ts';
import { useKeptHere } from '#web/kept-here.ts';

type Data = { reach: ReachView };
const whoText = (l: Locale, { person, institution }: ReachView): string => named(l, person ?? institution ?? { nameEn: '', nameFa: '' });
export const title = (l: Locale, { reach }: Data): string => say.reachTitle(l, { who: whoText(l, reach) });

export const View = ({ data: { reach } }: PageProps<Data>) => {
  const { l } = useHere();
  const who = whoText(l, reach);
  return (
    <>
      <h1><Say>{say.reachTitle(l, { who })}</Say></h1>
      {reach.person && <div class="above-3"><PersonLine of={reach.person} href={`/people/${reach.person.id}`} detail={<Say>{lineText(l, reach.person)}</Say>} /></div>}
      {reach.direct.length > 0 && (
        <Section title={say.reachDirect(l)}>
          <ul class="list tight">{reach.direct.map((p) => <li key={p.id}><PersonLine of={p} href={`/people/${p.id}`} detail={<Say>{lineText(l, p)}</Say>} /></li>)}</ul>
        </Section>
      )}
      <div class="above-4"><Note kind={reach.n === 0 ? 'wait' : 'plain'} icon="people"><Say>{reach.n === 0 && reach.direct.length > 0 ? say.reachKnown(l) : say.reachCount(l, { n: reach.n })}</Say></Note></div>
      {reach.open !== null && <p class="above-3"><LinkButton href={`/introductions/${reach.open}`}>{say.reachOpen(l)}</LinkButton></p>}
      {reach.may.ask && <Ask reach={reach} />}
      {reach.people.length > 0 && (
        <Section title={say.reachPeople(l)}>
          <ul class="list tight">{reach.people.map((p) => <li key={p.id}><PersonLine of={p} href={`/people/${p.id}`} detail={<Say>{lineText(l, p)}</Say>} /></li>)}</ul>
        </Section>
      )}
    </>
  );
};

const Ask = ({ reach }: { reach: ReachView }) => {
  const { l, now } = useHere();
  const go = useGo();
  const [typed, change, clear] = useKeptHere(`introduction ${reach.person?.id ?? reach.institution?.id}`, { context: '', promise: '' });
  const { busy, refused, run } = useAct();
  const inside = { context: holdsContact(typed.context), promise: holdsContact(typed.promise) };
  const notYet = typed.context.trim() === '' ? say.askContextFirst(l) : inside.context || inside.promise ? say.askContactFirst(l) : undefined;
  const send = async () => {
    const id = newId(now, browserRandom);
    const answer = await run(() => api.post<{ id: string }>('/api/introductions', { id, personId: reach.person?.id ?? null, institutionId: reach.institution?.id ?? null, lang: l, ...typed }));
    if (answer === undefined) return;
    clear();
    tell(say.askSent(l));
    go(`/introductions/${answer.id}`);
  };
  return (
    <form class="stack above-5" onSubmit={(event) => { event.preventDefault(); if (notYet === undefined) void send(); }}>
      <h2>{say.askTitle(l)}</h2>
      <TextArea label={say.askContext(l)} hint={say.askContextHint(l)} lang={l} value={typed.context} onValue={(context) => change({ context })} maxLength={LIMITS.context} error={inside.context ? say.askContactInside(l) : undefined} />
      <TextArea label={say.askPromise(l)} hint={say.askPromiseHint(l)} lang={l} rows={2} value={typed.promise} onValue={(promise) => change({ promise })} maxLength={LIMITS.promise} error={inside.promise ? say.askContactInside(l) : undefined} />
      <p class="meta">{say.askSilent(l)}</p>
      <RefusalNote refused={refused} />
      <div><Button kind="main" type="submit" notYet={notYet} busy={busy ? say.askSending(l) : undefined}><Say>{say.askSend(l, { n: reach.n })}</Say></Button></div>
    </form>
  );
};
