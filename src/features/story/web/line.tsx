// The line of a case: asked, opinions, decision, outcome.

import { useLocale } from '#web/context.tsx';
import { When } from '#web/text/when.tsx';
import { type Step, StoryLine } from '#web/ui/story-line.tsx';
import * as say from '#words/story.ts';
import type { CaseLine } from '../rules/lines.ts';

export type LineOf = Pick<CaseLine, 'phase' | 'postedAt' | 'decideBy' | 'decidedAt' | 'opinionsGiven' | 'asksSent' | 'outcomes' | 'hidden'>;

export const LineOfCase = ({ of }: { of: LineOf }) => {
  const l = useLocale();
  const told = of.outcomes.filter((o) => o.at !== null);
  const next = of.outcomes.find((o) => o.at === null);
  const posted = of.postedAt !== null;
  const decided = of.decidedAt !== null || of.phase === 'decided' || of.phase === 'closed';
  const counts = of.asksSent > 0 ? say.lineOf(l, { n: of.opinionsGiven, all: of.asksSent }) : say.lineGiven(l, { n: of.opinionsGiven });
  const steps: Step[] = [
    { state: posted ? 'done' : 'now', label: say.lineAsked(l), detail: of.postedAt ? <When at={of.postedAt} coarse={of.hidden} /> : say.lineDraft(l) },
    { state: decided ? 'done' : posted ? 'now' : 'todo', label: say.lineOpinions(l), detail: posted ? counts : undefined },
    { state: decided ? 'done' : 'todo', label: say.lineDecision(l), detail: of.decidedAt ? <When at={of.decidedAt} coarse={of.hidden} /> : of.decideBy ? <When at={of.decideBy} /> : undefined },
    {
      state: !decided ? 'todo' : next ? 'now' : 'done', label: say.lineOutcome(l),
      detail: told.length > 0 ? <When at={told.at(-1)?.at as string} coarse={of.hidden} /> : next && decided ? <When at={next.dueOn} /> : undefined,
    },
  ];
  if (of.phase === 'withdrawn') {
    const stop = steps.findIndex((s) => s.state === 'now');
    steps.splice(Math.max(1, stop), steps.length, { state: 'ended', label: say.lineWithdrawn(l) });
  }
  return <StoryLine label={say.lineLabel(l)} steps={steps} />;
};
