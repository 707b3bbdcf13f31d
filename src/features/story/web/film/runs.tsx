// All runs of the case as stills, labelled by projection, and the way from a frame into the discussion.

import { useLocale } from '#web/context.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { CaseView, RunView } from '../../rules/present.ts';
import { carry } from './carry.ts';
import { viewOf } from './labels.ts';
import { filmLink, referLink } from './links.ts';
import type { Desk } from './use-desk.ts';
import { usePane } from './use-pane.ts';

export const Montage = ({ of: c, desk, stills, onPick }: { of: CaseView; desk: Desk; /** They may be fetched now. */ stills: boolean; onPick: (run: number) => void }) => {
  const l = useLocale();
  const shown = useRuns(desk);
  if (c.runs.length < 2) return null;
  const pick = (run: number) => (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onPick(run);
  };
  return (
    <nav class="montageof" aria-label={say.filmRuns(l)} dir="ltr">
      <ol class="runs montage">
        {c.runs.map((run, i) => (
          <li key={run.id}>
            <a href={filmLink(c.id, { run: i + 1 })} draggable onDragStart={carry(i)} aria-current={shown.includes(i) ? 'true' : undefined} onClick={pick(i)}>
              {run.t0 && stills ? <img src={run.t0.url} width="128" height="128" alt="" loading="lazy" /> : <span class="nostill" />}
              <bdi class="x">{i + 1} · {viewOf(l, run)}</bdi>
            </a>
          </li>
        ))}
      </ol>
      {desk.slots.length > 1 && <p class="meta" dir="auto">{say.filmDropHere(l)}</p>}
    </nav>
  );
};

/** On a phone: which of the runs this is, and the ways to the next and the one before. */
export const RunStep = ({ runs, at, onStep }: { runs: readonly RunView[]; at: number; onStep: (by: -1 | 1) => void }) => {
  const l = useLocale();
  if (runs.length < 2) return null;
  return (
    <div class="runstep">
      <button type="button" class="ib" aria-label={say.filmRunPrev(l)} title={say.filmRunPrev(l)} disabled={at === 0} onClick={() => onStep(-1)}><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 15l7-7 7 7" /></svg></button>
      <span>{say.filmRunOf(l, { n: at + 1, all: runs.length })} · <bdi dir="ltr">{viewOf(l, runs[at] as RunView)}</bdi></span>
      <button type="button" class="ib" aria-label={say.filmRunNext(l)} title={say.filmRunNext(l)} disabled={at === runs.length - 1} onClick={() => onStep(1)}><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 9l7 7 7-7" /></svg></button>
    </div>
  );
};

/** Said when another run or another arrangement comes on the screen; what moves by itself says nothing. */
export const Summary = ({ of: c, desk }: { of: CaseView; desk: Desk }) => {
  const l = useLocale();
  const shown = useRuns(desk);
  const [at = 0] = shown.slice(desk.active);
  const others = shown.filter((_, i) => i !== desk.active);
  const run = c.runs[at] as RunView;
  const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');
  const one = (index: number): string => say.filmSummaryRun(l, { n: index + 1, view: viewOf(l, c.runs[index] as RunView) });
  return (
    <p class="vh" role="status">
      {plain(say.filmSummary(l, { n: at + 1, view: viewOf(l, run), frames: run.frames }))}
      {others.length > 0 && ` ${plain(say.filmSummaryBeside(l, { runs: new Intl.ListFormat(l).format(others.map(one)) }))}`}
    </p>
  );
};

const most = 4;
// Hooks stand in a fixed number: there are never more panes than this.
const useRuns = ({ panes, slots }: Desk): number[] => {
  const states = [usePane(panes[0]), usePane(panes[1]), usePane(panes[2]), usePane(panes[3])];
  return slots.slice(0, most).map((slot, i) => states[i]?.run ?? slot.run);
};

export const Refer = ({ caseId, runs, pane }: { caseId: string; runs: readonly RunView[]; pane: ViewerPane | undefined }) => {
  const l = useLocale();
  const now = usePane(pane);
  const run = runs[now?.run ?? 0] as RunView;
  return <p><LinkButton small icon="pin" href={referLink(caseId, { runId: run.id, frame: now?.frame ?? 0 })}>{say.filmRefer(l)}</LinkButton></p>;
};
