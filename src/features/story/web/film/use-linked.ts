// The pane that is meant leads; the others go in step with it, each at the true rate of its own run.

import { useEffect } from 'preact/hooks';
import { inStep, type PaneState, type Step, type Timed, together, type ViewerPane } from '#features/cases/web/player-door.ts';
import type { RunView } from '../../rules/present.ts';
import type { Linked } from './links.ts';
import type { Pair } from './pairs.ts';
import { factsOf, isAngiogram } from './run-facts.ts';
import { timesOf } from './source.ts';

const timed = (run: RunView): Timed => ({ timesMs: timesOf(run), rWavesMs: factsOf(run).rWavesMs });

/** Two planes shot at once keep frame with frame, whatever was chosen. */
export const stepOf = (biplane: readonly Pair[], a: number, b: number, chosen: Step): Step =>
  biplane.some(([one, other]) => (one === a && other === b) || (one === b && other === a)) ? 'frame' : chosen;

/** Angiograms go with angiograms; a pullback and a still have no time in common with them. */
export const goTogether = (runs: readonly RunView[], a: number, b: number): boolean => isAngiogram(runs[a] as RunView) && isAngiogram(runs[b] as RunView);

export const useLinked = (runs: readonly RunView[], panes: readonly (ViewerPane | undefined)[], active: number, linked: Linked, biplane: readonly Pair[]): void => {
  useEffect(() => {
    const lead = panes[active];
    const others = panes.flatMap((pane, i) => (pane && i !== active ? [pane] : []));
    if (linked === 'no' || !lead || others.length === 0) return;
    const place = (leading: PaneState, following: PaneState): number => {
      if (!goTogether(runs, leading.run, following.run)) return following.frame;
      const [leader, follower] = [timed(runs[leading.run] as RunView), timed(runs[following.run] as RunView)];
      return inStep(stepOf(biplane, leading.run, following.run, linked), leader, leading.frame, follower);
    };
    const inTime = others.filter((pane) => goTogether(runs, lead.state().run, pane.state().run));
    if (inTime.some((pane) => pane.state().playing)) lead.player.play();
    const stops = others.map((pane) => together(lead, pane, place));
    for (const pane of inTime) {
      pane.player.pause();
      pane.player.seek(place(lead.state(), pane.state()));
    }
    return () => { for (const stop of stops) stop(); };
  }, [runs, panes, active, linked, biplane]);
};
