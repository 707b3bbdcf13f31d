import { named, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { paceOf, sizeOf } from '../rules/ladder.ts';
import type { SuggestionsView } from '../rules/present.ts';
import { wantedOpinions } from '../rules/wanted.ts';
import * as say from '#words/routing.ts';
import type { CaseToAsk } from './page-data.ts';

/** What the act below does when nobody is chosen by name: who would be asked first, and how it goes on. */
export const ForMe = ({ of: c, suggested, running }: { of: CaseToAsk; suggested: SuggestionsView | undefined; running: boolean }) => {
  const l = useLocale();
  if (running || suggested === undefined || suggested.suggestions.length === 0) return null;
  const wanted = wantedOpinions({ topics: c.fields.topics ?? [], previousCabg: c.fields.comorbidity?.previousCabg });
  const first = suggested.suggestions.slice(0, sizeOf(paceOf(c.urgency), 0, wanted)).map(({ person }) => named(l, person));
  return (
    <section class="sheet stack near" id="for-me">
      <h2>{say.forMeTitle(l)}</h2>
      <p><Say>{say.forMeLead(l, { n: first.length, wanted })}</Say></p>
      <p><b>{say.forMeFirst(l)}:</b> {first.map((name, i) => <span key={name}>{i > 0 && (l === 'fa' ? '، ' : ', ')}<bdi>{name}</bdi></span>)}</p>
      {c.hidden && <p class="meta"><Icon name="hid" /> {say.forMeLater(l)}</p>}
      <p class="meta">{say.forMeOrName(l)}</p>
    </section>
  );
};
