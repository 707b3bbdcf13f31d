// All ties of one person: what waits to be confirmed first, then those that stand, then what was proposed; and proposing another.

import { useState } from 'preact/hooks';
import { PersonPicker, type Picked } from '#features/people/web/door.tsx';
import type { Locale } from '#kernel/locale.ts';
import { useHere, usePerson } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Empty } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/network.ts';
import type { TiesView } from '../rules/present.ts';
import { Kept } from './kept-away.tsx';
import { NetworkTabs } from './tabs.tsx';
import { TieForm } from './tie-form.tsx';
import { TiedList } from './tied.tsx';

export const title = (l: Locale): string => say.tiesTitle(l);

export const View = ({ data: { ties } }: PageProps<{ ties: TiesView }>) => {
  const { l, acts } = useHere();
  const me = usePerson();
  useLive(['tie-proposed', 'tie-confirmed'], acts.reload);
  const { tied, toConfirm, proposed } = ties;
  if (!me.verified) return <><h1>{say.tiesTitle(l)}</h1><div class="above-4"><Empty sentence={say.unverified(l)}><LinkButton href="/me">{say.toProfile(l)}</LinkButton></Empty></div></>;
  return (
    <>
      <h1>{say.tiesTitle(l)}</h1>
      <NetworkTabs at="/ties" />
      <p class="above-3">{say.tiesLead(l)}</p>
      <div class="cols above-5">
        <div>
          {toConfirm.length > 0 && <Section first title={say.toConfirm(l)}><TiedList people={toConfirm} onChange={acts.reload} /></Section>}
          <Section first={toConfirm.length === 0} title={say.mine(l)}>{tied.length === 0 ? <Empty sentence={say.none(l)} /> : <TiedList people={tied} onChange={acts.reload} />}</Section>
          {proposed.length > 0 && <Section title={say.proposed(l)}><p class="meta">{say.proposedLead(l)}</p><TiedList people={proposed} onChange={acts.reload} /></Section>}
        </div>
        <aside class="aside">
          <Propose />
          <Kept ties={ties} />
        </aside>
      </div>
    </>
  );
};

const Propose = () => {
  const { l, acts } = useHere();
  const [person, setPerson] = useState<Picked>();
  return (
    <section class="stack">
      <h2>{say.propose(l)}</h2>
      <p class="meta">{say.proposeLead(l)}</p>
      {person === undefined
        ? <PersonPicker label={say.proposeWho(l)} onPick={setPerson} />
        : <><PersonLine of={person} href={`/people/${person.id}`} /><TieForm person={person} onDone={() => { setPerson(undefined); void acts.reload(); }} /></>}
    </section>
  );
};
