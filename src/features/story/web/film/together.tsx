// Runs that belong together, each pair one tap away.

import { useLocale } from '#web/context.tsx';
import * as say from '#words/story.ts';
import type { CaseView, RunView } from '../../rules/present.ts';
import { Choice } from './choice.tsx';
import { viewOf } from './labels.ts';
import type { Pair } from './pairs.ts';
import type { Desk } from './use-desk.ts';

/** Two planes of one shot, and the same projection earlier and later: each pair one tap away, side by side. */
export const Together = ({ of: c, desk }: { of: CaseView; desk: Desk }) => {
  const l = useLocale();
  const { biplane, sameView } = desk;
  if (biplane.length + sameView.length === 0) return null;
  const show = ([a, b]: Pair) => (): void => desk.arrange({ run: a + 1, beside: [{ run: b + 1 }], linked: desk.linked });
  const numbers = ([a, b]: Pair) => ({ a: a + 1, b: b + 1 });
  return (
    <section class="together" aria-label={say.filmTogether(l)}>
      <h2>{say.filmTogether(l)}</h2>
      <ul class="row">
        {biplane.map((pair) => <li key={`b${pair}`}><Choice onClick={show(pair)}>{say.filmBiplane(l, numbers(pair))}</Choice></li>)}
        {sameView.map((pair) => <li key={`s${pair}`}><Choice onClick={show(pair)} aside={viewOf(l, c.runs[pair[1]] as RunView)}>{say.filmBeforeAfter(l, numbers(pair))}</Choice></li>)}
      </ul>
      {sameView.length > 0 && <p class="meta">{say.filmSameViewLead(l)}</p>}
    </section>
  );
};
