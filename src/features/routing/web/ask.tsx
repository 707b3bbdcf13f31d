// Choosing whom to ask, and putting the question: suggestions that say why, a search, a seat for each, one act.

import type { Locale } from '#kernel/locale.ts';
import { useHere, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Empty } from '#web/ui/note.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { EmergencyLine, Facts } from '#web/ui/strips.tsx';
import { hourOf } from '#kernel/clock.ts';
import { lacks } from '#features/cases/rules/missing.ts';
import * as say from '#words/routing.ts';
import { clocks } from '../rules/ask.ts';
import { ChosenPeople } from './chosen-people.tsx';
import { useChosen } from './chosen.ts';
import { MissingFirst, Search } from './parts.ts';
import { ForMe } from './for-me.tsx';
import { PutQuestion } from './put-question.tsx';
import type { AskPage, CaseToAsk } from './page-data.ts';
import { Suggested } from './suggested.tsx';
import './ask.css';

export const title = (l: Locale): string => say.askTabTitle(l);

export const View = ({ data }: PageProps<AskPage>) => {
  const l = useLocale();
  const c = data.case;
  const choosing = useChosen(data.added);
  if (!c.may.post && !c.may.ask) return <Empty sentence={say.askNotNow(l)}><LinkButton href={`/cases/${c.id}`}>{say.askBack(l)}</LinkButton></Empty>;
  const missing = c.may.post ? lacks(c).filter(({ must }) => must) : [];
  const text = c.texts[c.lang];
  return (
    <>
      <h1>{say.askTitle(l)}</h1>
      {text?.title && <UserText as="p" class="meta" text={text.title} lang={c.lang} />}
      <p class="above-2">{say.askLead(l)}</p>
      <div class="cols above-5">
        <div>
          {missing.length > 0 && <MissingFirst caseId={c.id} missing={missing} />}
          <ForMe of={c} suggested={data.suggested} running={data.asking?.ladder != null} />
          <Suggested of={data.suggested} choosing={choosing} />
          <Search of={c} choosing={choosing} />
        </div>
        <aside class="stack">
          <ChosenPeople choosing={choosing} />
          <Times of={c} />
          <EmergencyLine />
        </aside>
      </div>
      <PutQuestion of={c} chosen={choosing.chosen} missing={missing.length} forMe={data.asking?.ladder == null && (data.suggested?.suggestions.length ?? 0) > 0} />
    </>
  );
};

/** The two clocks each would be given; of a hidden asker's case by the hour. */
const Times = ({ of: c }: { of: CaseToAsk }) => {
  const { l, now } = useHere();
  const times = clocks(c.urgency, now, c.decideBy === null ? null : new Date(c.decideBy));
  const shown = (at: Date) => (c.hidden ? hourOf(new Date(at.getTime() + 3_599_999)) : at);
  return (
    <section>
      <h2><Say>{say.askClocks(l)}</Say></h2>
      <Facts rows={[[say.askAcceptBy(l), <When at={shown(times.acceptBy)} clock both />], [say.askAnswerBy(l), <When at={shown(times.answerBy)} clock both />]]} />
    </section>
  );
};
