// How it ended: three moments, asked in one tap of the asker, read by everybody who advised.

import { useHere } from '#web/context.tsx';
import { UserText } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/story.ts';
import type { CaseView, OutcomeView } from '../rules/present.ts';
import { OutcomeDetailsTold } from '#features/outcomes/web/door.tsx';
import { inLanguage, momentWord, resultWord } from './said.ts';
import { TellOutcome } from './tell-outcome.tsx';

export const OutcomesOf = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  if (c.phase !== 'decided' && c.phase !== 'closed') return null;
  return (
    <section id="outcome"><Section title={say.pageOutcome(l)}>
      <ul class="list">{c.outcomes.map((o) => <OneOutcome key={o.moment} of={o} page={c} />)}</ul>
    </Section></section>
  );
};

const OneOutcome = ({ of: o, page }: { of: OutcomeView; page: CaseView }) => {
  const { l, now } = useHere();
  const due = new Date(o.dueOn) <= now;
  const told = inLanguage(l, { en: o.texts.en?.text, fa: o.texts.fa?.text }, page.lang);
  const thanks = inLanguage(l, { en: o.texts.en?.thanks, fa: o.texts.fa?.thanks }, page.lang);
  return (
    <li class="stack near">
      <div class="split"><h3>{momentWord(l, o.moment)}</h3><span class="meta">{o.at ? <When at={o.at} coarse={page.hidden} /> : due ? say.pageDueNow(l) : <When at={o.dueOn} />}</span></div>
      {o.result ? <p><b>{resultWord(l, o.result)}</b></p> : !page.isMine && <p class="meta">{say.pageNoOutcome(l)}</p>}
      <OutcomeDetailsTold of={o.details} />
      {told && <UserText {...told} />}
      {thanks && <UserText class="said meta" {...thanks} />}
      {!o.result && page.isMine && page.may.tellOutcome && (due || o.moment === 'hospital') && <TellOutcome caseId={page.id} moment={o.moment} lang={l} />}
    </li>
  );
};
