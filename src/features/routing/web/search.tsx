import { useLocale } from '#web/context.tsx';
import { Section } from '#web/ui/strips.tsx';
import { PersonPicker } from '#features/people/web/door.tsx';
import * as say from '#words/routing.ts';
import type { Choosing } from './chosen.ts';
import type { CaseToAsk } from './page-data.ts';

export const Search = ({ of: c, choosing }: { of: CaseToAsk; choosing: Choosing }) => {
  const l = useLocale();
  const without = [...c.asks.map(({ expert }) => expert.id), ...choosing.chosen.map(({ person }) => person.id)];
  return (
    <Section title={say.askSearch(l)}>
      {choosing.full ? <p class="meta">{say.askMost(l)}</p> : <PersonPicker label={say.askSearch(l)} hint={say.askSearchHint(l)} onPick={choosing.add} without={without} casesOnly />}
    </Section>
  );
};
