import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import { UserText } from '#web/text/say.tsx';
import * as say from '#words/web.ts';
import { letterOf } from './letters.ts';

// No colours: opinions are told apart by letter and by the shape around it.
const shapes = ['letter', 'letter sq', 'letter di'];

/** The badge of the opinion that arrived as number `index` (0-based): A in a circle, B in a square, C in a double ring. */
export const LetterBadge = ({ index, plan = false, small = false }: { index: number; plan?: boolean; small?: boolean }) => {
  const l = useLocale();
  const shape = plan ? 'letter plan' : shapes[index % shapes.length];
  return <span class={small ? `k ${shape}` : shape} aria-hidden="true">{letterOf(l, index)}</span>;
};

/** Confidence as five bars and as a number. */
export const Confidence = ({ value }: { value: number }) => {
  const l = useLocale();
  return (
    <span class="conf" role="img" aria-label={say.opinionConfidence(l, { n: value })}>
      {[1, 2, 3, 4, 5].map((n) => <i key={n} class={n <= value ? 'on' : undefined} />)}
      <span aria-hidden="true">{value}/5</span>
    </span>
  );
};

/** The opinions side by side, in order of arrival: three columns, two at four or more. Children are OpinionCards. */
export const Opinions = ({ children, count }: { children: ComponentChildren; count: number }) => (
  <div class={count === 2 || count >= 4 ? 'ops pair' : 'ops'}>{children}</div>
);

/** One opinion: who (a PersonLine), stance as heading, the text, confidence, and that it stood before the decision, for ever. */
export const OpinionCard = ({ index, who, stance, text, confidence, before = true, revision, disclosure, children, fresh = false }: {
  index: number;
  who: ComponentChildren;
  stance: ComponentChildren;
  text: { readonly text: string; readonly lang: string };
  confidence?: number | undefined;
  before?: boolean;
  /** The marked newer version: its number, what was added, a link to version 1. */
  revision?: { readonly n: number; readonly what: ComponentChildren } | undefined;
  /** Given only when there is something to disclose. */
  disclosure?: ComponentChildren;
  /** Structured rows, marks, acts. */
  children?: ComponentChildren;
  /** Just unsealed: the hatch slides away once. */
  fresh?: boolean;
}) => {
  const l = useLocale();
  return (
    <article class={fresh ? 'op unseal' : 'op'} aria-label={say.opinionLabel(l, { letter: letterOf(l, index) })}>
      <div class="row keep"><LetterBadge index={index} />{who}</div>
      <h3 class="stance">{stance}</h3>
      <UserText {...text} />
      {revision && <div class="rev"><b>{say.opinionVersion(l, { n: revision.n })}</b><div>{revision.what}</div></div>}
      {disclosure && <p class="meta">{disclosure}</p>}
      <div class="end">
        <div class="split">{confidence !== undefined && <Confidence value={confidence} />}{before && <span class="meta">{say.opinionBefore(l)}</span>}</div>
        {children}
      </div>
    </article>
  );
};

/** The asker's plan: dashed frame; written before any opinion was read. */
export const PlanBox = ({ title, children }: { title?: ComponentChildren; children: ComponentChildren }) => (
  <section class="plan-box"><h3>{title ?? say.opinionPlan(useLocale())}</h3>{children}</section>
);
