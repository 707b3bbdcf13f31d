// The whole case on one page, in the order a reader needs it: question, film, facts, why me, the seals or the opinions, what came of it.

import type { Locale } from '#kernel/locale.ts';
import { named, useHere, useReload } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { whenText } from '#web/text/when-words.ts';
import { Urgency, Why } from '#web/ui/ask-card.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { TwoClocks } from '#web/ui/clocks.tsx';
import { Note } from '#web/ui/note.tsx';
import { EmergencyLine, HiddenStrip, Question } from '#web/ui/strips.tsx';
import * as say from '#words/story.ts';
import type { Asking } from '#features/routing/rules/ladder-view.ts';
import type { SimilarCase } from '#features/search/rules/hit.ts';
import type { CaseView } from '../rules/present.ts';
import { FilmOf } from './film.tsx';
import { LineOfCase } from './line.tsx';
import { Answering, AskedPeople, DecisionOf, FactsOfCase, LadderOf, OpinionsOf, OutcomesOf, SimilarCases, Talk } from './parts.ts';
import { ReasonOf } from './reason.tsx';
import { fieldIn, placeOf, urgencyWord } from './said.ts';
import { WithdrawCase } from './withdraw.tsx';

const heard = ['opinion-given', 'opinion-revised', 'opinions-changed', 'remark', 'decided', 'outcome-told', 'ask-seen', 'ask-accepted', 'ask-declined', 'ask-handed-on', 'ask-expired', 'ask-cancelled', 'ladder-climbed', 'case-edited', 'case-withdrawn', 'pictures-arrived', 'name-opened'];

export const title = (l: Locale, { story }: { story: CaseView }): string => story.texts[l]?.title ?? story.texts[story.lang]?.title ?? say.listTitle(l);

export const View = ({ data }: PageProps<{ story: CaseView; asking?: Asking; similar?: SimilarCase[] }>) => {
  const c = data.story;
  const { l } = useHere();
  const reload = useReload();
  useLive(heard, (event) => { if (event.caseId === c.id) void reload(); });
  const question = fieldIn(l, c.texts, 'question', c.lang);
  return (
    <article class="case" data-phase={c.phase}>
      <Head of={c} />
      <EmergencyLine />
      <Standing of={c} />
      <div class="case-cols sect first">
        {question && <Question {...question} />}
        <aside class="case-side">
          <FilmOf of={c} />
          {c.myAsk && <Why open={c.standing === 'sealed'} title={say.pageWhy(l)} reasons={c.myAsk.reasons.map((r) => ({ say: <ReasonOf of={r} /> }))} />}
        </aside>
        <div><FactsOfCase fields={c.fields} texts={c.texts} lang={c.lang} topics={c.topics} /></div>
      </div>
      <OpinionsOf of={c} />
      <Answering of={c} />
      <Talk of={c} />
      <DecisionOf of={c} />
      <OutcomesOf of={c} />
      {c.isMine && data.asking?.ladder && <LadderOf of={data.asking.ladder} caseId={c.id} />}
      {c.isMine && <AskedPeople of={c} />}
      {data.similar && data.similar.length > 0 && <SimilarCases of={data.similar} />}
      {c.may.withdraw && c.phase !== 'draft' && <WithdrawCase caseId={c.id} />}
    </article>
  );
};

const Head = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  const title = fieldIn(l, c.texts, 'title', c.lang) ?? { text: say.homeUntitled(l), lang: l };
  const line = { ...c, decidedAt: c.decision?.at ?? null, asksSent: c.asks.filter((a) => a.state !== 'cancelled').length };
  return (
    <header class="casehead">
      <div>
        <p class="eyebrow">
          <Urgency urgent={c.urgency !== 'elective'}>{urgencyWord(l, c.urgency)}</Urgency>
          {c.isMine ? <> · {say.pageMine(l)}</> : c.asker && <> · <a href={`/people/${c.asker.id}`}><bdi>{named(l, c.asker)}</bdi></a> · <bdi>{placeOf(l, c.asker)}</bdi></>}
          {c.postedAt && <> · <When at={c.postedAt} coarse={c.hidden} /></>}
        </p>
        <h1 lang={title.lang}><UserRun {...title} /></h1>
      </div>
      {c.myAsk && c.standing === 'sealed' ? <Clocks of={c} /> : <LineOfCase of={line} />}
    </header>
  );
};

/** What this page is to its reader now, in one notice. */
const Standing = ({ of: c }: { of: CaseView }) => {
  const { l, now, timeZone } = useHere();
  return (
    <>
      {c.isMine && c.hidden && <Note icon="hid"><Say>{say.pageHiddenMine(l)}</Say></Note>}
      {c.isMine && c.unmaskings.map((u) => <Note key={u.at} kind="stop"><Say>{say.pageOpened(l, { when: whenText(l, new Date(u.at), now, timeZone), reason: u.reason })}</Say></Note>)}
      {!c.asker && !c.isMine && <HiddenStrip />}
      {c.phase === 'withdrawn' && <Note kind="wait">{say.pageWithdrawnNote(l)}</Note>}
      {c.standing === 'open' && c.may.revise && <Note icon="seal"><Say>{say.pageAnswered(l)}</Say></Note>}
      {c.standing === 'sealed' && c.myAsk?.state === 'accepted' && <Note><Say>{say.pageAccepted(l)}</Say></Note>}
      {c.may.edit && c.isMine && <div class="row"><LinkButton small icon="edit" href={`/cases/${c.id}/edit`}>{say.pageEdit(l)}</LinkButton>{c.may.decide && c.opinions.length > 0 && <LinkButton small icon="check" href="#decision">{say.pageDecide(l)}</LinkButton>}{c.may.ask && <LinkButton small icon="ask" href={`/cases/${c.id}/ask`}>{say.pageAskMore(l)}</LinkButton>}</div>}
    </>
  );
};

const Clocks = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  const ask = c.myAsk as NonNullable<CaseView['myAsk']>;
  return (
    <TwoClocks spans={[
      { label: say.clockAccept(l), from: ask.askedAt, until: ask.acceptBy, ...(ask.state === 'accepted' ? { done: say.clockAccepted(l) } : {}) },
      { label: say.clockAnswer(l), from: ask.askedAt, until: ask.answerBy },
    ]} />
  );
};
