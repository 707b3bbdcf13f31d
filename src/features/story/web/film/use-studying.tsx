// Measuring and the path of marks: what a reader does with a film beyond looking at it.

import type { ViewerPane } from '#features/cases/web/player-door.ts';
import type { CaseView, RunView } from '../../rules/present.ts';
import { FrameMarks } from './frame-marks.tsx';
import type { Authors } from './mark-labels.ts';
import { keeping, useMeasuring } from './measure/use-measuring.ts';
import { MeasureOver, MeasurePanel } from './parts.ts';
import { pathOf } from './path.ts';
import { PathBar } from './path-bar.tsx';
import type { Desk } from './use-desk.ts';
import type { MarkDesk } from './use-mark-desk.ts';
import type { Shown } from './use-marks.ts';
import { pathKey, usePath } from './use-path.ts';

export const useStudying = (c: CaseView, desk: Desk, { marks, chosen, setChosen, keep }: MarkDesk, authors: Authors, focus: () => void) => {
  const indexOf = (runId: string): number => c.runs.findIndex(({ id }) => id === runId);
  const path = usePath(desk, indexOf, ({ note }) => note, ({ id }) => setChosen(id));
  const measuring = useMeasuring();
  const onKeep = c.may.mark ? keeping(measuring, keep) : undefined;
  const play = (own: readonly Shown[]): void => {
    desk.take('auto');
    path.start(own);
    focus();
  };
  const inHand = desk.hand === 'measure';
  return {
    indexOf, play,
    /** Plays the path of the chosen mark's author, or ends it. */
    togglePath: (): void => (path.on ? path.stop() : play(pathOf(marks.all, (marks.all.find(({ id }) => id === chosen) ?? marks.all[0])?.by ?? null))),
    onKeyDownCapture: (event: KeyboardEvent): void => pathKey(event, path),
    /** Over the picture of the pane that is meant. */
    above: inHand ? (on: { box: HTMLElement; pane: ViewerPane; run: RunView }) => <MeasureOver {...on} measuring={measuring} marks={marks.all} onKeep={onKeep} /> : undefined,
    /** Beneath the film: the measuring tools of a run, the path that is played. */
    below: (index: number) => {
      const run = c.runs[index] as RunView;
      return (
        <>
          {inHand && <MeasurePanel pane={desk.main} run={run} film={desk.filmOf(run)} marks={marks.all} authors={authors} measuring={measuring} onKeep={onKeep} onLoad={() => desk.load(index)} onFocus={focus} />}
          <FrameMarks pane={desk.main} run={run} marks={marks.all} authors={authors} />
          <PathBar of={c} path={path} authors={authors} />
        </>
      );
    },
  };
};
