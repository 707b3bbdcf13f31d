import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/web.ts';

/** done = solid; now = saffron in a ring; todo = dashed; ended = withdrawn here, a short bar. */
export type Step = {
  readonly state: 'done' | 'now' | 'todo' | 'ended';
  readonly label: ComponentChildren;
  /** A date, a count. */
  readonly detail?: ComponentChildren;
};

/**
 * The line of a case: asked, opinions, decision, outcome. An open end is a debt one can see.
 * `down` stands it upright for the layers of verification. The state is also said in hidden words.
 */
export const StoryLine = ({ label, steps, down = false }: { label: string; steps: readonly Step[]; down?: boolean }) => {
  const l = useLocale();
  const states = { done: say.stateDone(l), now: say.stateNow(l), todo: say.stateTodo(l), ended: say.stateEnded(l) };
  return (
    <ol class={down ? 'story down' : 'story'} aria-label={label}>
      {steps.map((step, i) => (
        <li key={i} class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          {down ? <b>{step.label}</b> : step.label}<span class="vh"> {states[step.state]}</span>
          {step.detail !== undefined && <small>{step.detail}</small>}
        </li>
      ))}
    </ol>
  );
};
