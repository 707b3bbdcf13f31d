import { useHere } from '#web/context.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Mark } from '#web/ui/mark.tsx';
import { StoryLine } from '#web/ui/story-line.tsx';
import { EmergencyLine } from '#web/ui/strips.tsx';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/web.ts';

export const title = (l: Locale): string => say.landingTitle(l);

/** For who is not signed in: what Hamdel is in five lines, and the two doors. */
export const View = () => {
  const { l } = useHere();
  const lines = [say.landingOne, say.landingTwo, say.landingThree, say.landingFour, say.landingFive];
  return (
    <>
      <div class="hero">
        <Mark />
        <div>
          <h1>{say.landingTitle(l)}</h1>
          <p class="lead">{say.landingLead(l)}</p>
          <div class="row">
            <LinkButton kind="main" href="/sign-in">{say.signIn(l)}</LinkButton>
            <LinkButton href="/join">{say.landingJoin(l)}</LinkButton>
          </div>
        </div>
      </div>
      <div class="cols">
        <section>
          <h2>{say.landingHow(l)}</h2>
          <ol class="list tight above-3">{lines.map((line, i) => <li key={i}>{line(l)}</li>)}</ol>
        </section>
        <aside class="aside">
          <section>
            <StoryLine label={say.landingLine(l)} down steps={[
              { state: 'done', label: say.lineAsked(l) }, { state: 'done', label: say.lineOpinions(l) },
              { state: 'now', label: say.lineDecision(l) }, { state: 'todo', label: say.lineOutcome(l) },
            ]} />
          </section>
        </aside>
      </div>
      <div class="sect"><EmergencyLine /></div>
    </>
  );
};
