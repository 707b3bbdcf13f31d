// The film of a case on a black page: one or two runs, tools and marks. The still stands in the document itself.

import type { Locale } from '#kernel/locale.ts';
import { useHere, useReload } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { UserRun } from '#web/text/say.tsx';
import { Left } from '#web/text/when.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { LanguageLink } from '#web/ui/lamp.tsx';
import { EmergencyLine } from '#web/ui/strips.tsx';
import * as say from '#words/story.ts';
import * as frame from '#words/web.ts';
import type { CaseView } from '../../rules/present.ts';
import { fieldIn, type Written } from '../said.ts';
import { Viewer } from './viewer.tsx';

const heard = ['opinion-given', 'opinions-changed', 'pictures-arrived', 'case-withdrawn'];

const titleOf = (l: Locale, c: CaseView): Written => fieldIn(l, c.texts, 'title', c.lang) ?? { text: say.homeUntitled(l), lang: l };

export const title = (l: Locale, data: { story: CaseView }): string => say.filmTitle(l, { title: titleOf(l, data.story).text });

export const View = ({ data, query }: PageProps<{ story: CaseView }>) => {
  const c = data.story;
  const { l, me, theme } = useHere();
  const reload = useReload();
  useLive(heard, (event) => { if (event.caseId === c.id) void reload(); });
  return (
    <div class="viewer film" data-theme={theme === 'lab' ? 'lab' : 'dark'} aria-label={say.filmViewer(l)} role="region">
      <Head of={c} />
      {c.runs.length === 0 ? <p class="under">{say.filmNone(l)}</p> : <Viewer of={c} query={query} />}
      <div class="under foot-of-film">
        <EmergencyLine />
        <p class="row meta">{me.demo && <span>{frame.fictional(l)}</span>}<LanguageLink long /></p>
        <noscript><p>{say.filmNoScript(l)}</p></noscript>
      </div>
    </div>
  );
};

/** Close, title, and for an expert who has not answered: what is left, and the way to the opinion. */
const Head = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  const back = `/cases/${c.id}`;
  return (
    <header class="vhead">
      <a class="ib" href={back} aria-label={say.filmClose(l)} title={say.filmClose(l)}><Icon name="x" /></a>
      <h1><UserRun {...titleOf(l, c)} /></h1>
      {c.standing === 'sealed' && c.myAsk && <span class="hurry"><Icon name="clock" /><span><Left until={c.myAsk.state === 'accepted' ? c.myAsk.answerBy : c.myAsk.acceptBy} /></span></span>}
      {c.may.answerAsk && c.myAsk && (c.myAsk.state === 'accepted'
        ? <a class="btn small" href={`${back}#opinion`}><span>{say.filmOpinion(l)}</span></a>
        : <a class="btn small" href={back}><span>{say.filmAnswer(l)}</span></a>)}
    </header>
  );
};
