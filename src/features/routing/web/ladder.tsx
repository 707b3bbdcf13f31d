// For the asker who lets the node ask: what was done, what comes when, and the way back into one's own hands.

import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, useReload } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import { useAct } from '#features/people/web/door.tsx';
import * as say from '#words/routing.ts';
import type { LadderView, StepView } from '../rules/ladder-view.ts';

const ends: Readonly<Record<NonNullable<LadderView['ended']>, (l: Locale) => string>> = { enough: say.ladderEnough, over: say.ladderOver, asker: say.ladderByHand };

const stepWords = (l: Locale, { step, taken, size: n, to, callsCoordinator }: StepView): string =>
  [
    ...(to === 'on-call' ? [taken ? say.ladderOnCallAsked(l) : say.ladderOnCall(l)] : n > 0 ? [taken ? say.ladderAsked(l, { n }) : step === 0 ? say.ladderFirst(l, { n }) : say.ladderMore(l, { n })] : []),
    ...(callsCoordinator ? [taken ? say.ladderCoordinatorTold(l) : say.ladderCoordinator(l)] : []),
  ].join(l === 'fa' ? '؛ ' : '; ');

export const LadderOf = ({ of, caseId }: { of: LadderView; caseId: string }) => {
  const { l } = useHere();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const stop = async () => {
    if ((await run(() => api.del(`/api/cases/${caseId}/ladder`))) === undefined) return;
    tell(say.ladderStopped(l));
    await reload();
  };
  const shown = of.ended ? of.steps.filter(({ taken }) => taken) : of.steps;
  return (
    <Section title={say.ladderTitle(l)} n={<Say>{say.ladderGiven(l, { given: of.given, wanted: of.wanted })}</Say>}>
      {of.ended && <p><Say>{ends[of.ended](l)}</Say></p>}
      {!of.begun && !of.ended && <p class="meta">{say.ladderNotBegun(l)}</p>}
      <ol class="ladder">
        {shown.map((step) => (
          <li key={step.step} class={step.taken ? 'done' : undefined}>
            <Icon name={step.taken ? 'check' : 'clock'} /><span><When at={step.at} clock /> · <Say>{stepWords(l, step)}</Say></span>
          </li>
        ))}
      </ol>
      {of.next && of.next.people.length > 0 && (
        <p class="meta">{say.ladderNext(l)}: {of.next.people.map((one, i) => <span key={one.id}>{i > 0 && (l === 'fa' ? '، ' : ', ')}<a href={`/people/${one.id}`}><bdi>{named(l, one)}</bdi></a></span>)}</p>
      )}
      <RefusalNote refused={refused} />
      {!of.ended && <Button kind="bare" onClick={() => void stop()} busy={busy ? say.ladderStop(l) : undefined}>{say.ladderStop(l)}</Button>}
    </Section>
  );
};
