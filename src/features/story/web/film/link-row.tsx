// How panes go together, where there is a choice or something to say.

import { useLocale } from '#web/context.tsx';
import * as say from '#words/story.ts';
import type { RunView } from '../../rules/present.ts';
import { Choice } from './choice.tsx';
import { factsOf } from './run-facts.ts';
import type { Desk } from './use-desk.ts';
import { goTogether, stepOf } from './use-linked.ts';
import { usePane } from './use-pane.ts';

export const LinkRow = ({ desk, runs }: { desk: Desk; runs: readonly RunView[] }) => {
  const l = useLocale();
  const [first, second] = [usePane(desk.panes[0])?.run, usePane(desk.panes[1])?.run];
  if (desk.linked === 'no' || first === undefined || second === undefined || desk.slots.length < 2) return null;
  if (!goTogether(runs, first, second)) return <p class="hint">{say.filmNotTogether(l)}</p>;
  if (stepOf(desk.biplane, first, second, desk.linked) === 'frame') return <p class="hint">{say.filmPlanes(l)}</p>;
  if ([first, second].some((run) => factsOf(runs[run] as RunView).rWavesMs.length === 0)) return null;
  return (
    <div class="tools more" role="group" aria-label={say.filmLink(l)}>
      <Choice pressed={desk.linked === 'start'} onClick={() => desk.link('start')}>{say.filmLinkStart(l)}</Choice>
      <Choice pressed={desk.linked === 'beat'} onClick={() => desk.link('beat')}>{say.filmLinkBeat(l)}</Choice>
    </div>
  );
};
