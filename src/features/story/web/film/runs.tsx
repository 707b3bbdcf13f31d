// All runs of the case as stills, labelled by projection; and the way from a frame into the discussion.

import { useEffect, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { CaseView, RunView } from '../../rules/present.ts';
import { viewOf } from './labels.ts';
import { filmLink, referLink } from './links.ts';
import type { Desk } from './use-desk.ts';
import { usePane } from './use-pane.ts';

export const Montage = ({ of: c, desk, onPick }: { of: CaseView; desk: Desk; onPick: (run: number) => void }) => {
  const l = useLocale();
  const shown = useRuns(desk);
  const stills = useAfterFilm(desk);
  if (c.runs.length < 2) return null;
  const pick = (run: number) => (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onPick(run);
  };
  return (
    <nav aria-label={say.filmRuns(l)} dir="ltr">
      <ol class="runs montage">
        {c.runs.map((run, i) => (
          <li key={run.id}>
            <a href={filmLink(c.id, { run: i + 1 })} aria-current={shown.includes(i) ? 'true' : undefined} onClick={pick(i)}>
              {run.t0 && stills ? <img src={run.t0.url} width="128" height="128" alt="" loading="lazy" /> : <span class="nostill" />}
              <bdi class="x">{i + 1} · {viewOf(l, run)}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
};

const PATIENCE_MS = 4000;
/** The stills of all runs are half as heavy as a film: on a thin link they come after it. */
const useAfterFilm = ({ panes, slots }: Desk): boolean => {
  const now = usePane(panes[0]);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return waited || (now !== undefined && (now.ready === now.frames || now.trouble.t1 !== null || slots.length === 0));
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
