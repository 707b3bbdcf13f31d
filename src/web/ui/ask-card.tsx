import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import { UserRun, UserText } from '#web/text/say.tsx';
import type { IconName } from '#web/icons.ts';
import * as say from '#words/web.ts';
import { type Span, TwoClocks } from './clocks.tsx';
import { Icon } from './icon.tsx';
import { HiddenStrip } from './strips.tsx';

export type Written = { readonly text: string; readonly lang: string };

/** An ask as it waits on Home: urgency, who and when, title, question, clocks, why me, three ways out (children, always in the same order). */
export const AskCard = ({ urgent = false, urgency, meta, title, href, question, hidden = false, clocks, why, children }: {
  urgent?: boolean;
  urgency: ComponentChildren;
  /** Who, where, and a coarse time. */
  meta: ComponentChildren;
  title: Written;
  href?: string | undefined;
  question?: Written | undefined;
  hidden?: boolean;
  clocks?: readonly Span[] | undefined;
  why?: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <article class="askcard">
    <div class="split"><Urgency urgent={urgent}>{urgency}</Urgency><span class="meta">{meta}</span></div>
    <h3>{href === undefined ? <UserRun {...title} /> : <a href={href}><UserRun {...title} /></a>}</h3>
    {question && <UserText {...question} />}
    {hidden && <HiddenStrip />}
    {clocks && clocks.length > 0 && <TwoClocks spans={clocks} />}
    {why}
    {children && <div class="row">{children}</div>}
  </article>
);

/** The word for how soon; urgent ones in red with a sign. */
export const Urgency = ({ urgent, children }: { urgent: boolean; children: ComponentChildren }) => (
  <span class={urgent ? 'tag urgent' : 'tag'}>{urgent && <Icon name="warn" />}{children}</span>
);

/** Why you were asked: at most four sentences, each with its evidence. Open on the case page, closed on Home. */
export const Why = ({ reasons, open = false, title }: {
  reasons: readonly { icon?: IconName; say: ComponentChildren }[];
  open?: boolean;
  title?: string | undefined;
}) => {
  const l = useLocale();
  return (
    <details class="why" open={open}>
      <summary>{title ?? say.whyTitle(l)}</summary>
      <ul>{reasons.slice(0, 4).map((reason, i) => <li key={i}><Icon name={reason.icon ?? 'check'} /><span>{reason.say}</span></li>)}</ul>
    </details>
  );
};

/** A case in a list: title as link, the second voice, its line. No thumbnail unless the reader may see images. */
export const CaseRow = ({ href, title, meta, story, children }: {
  href: string;
  title: Written;
  meta?: ComponentChildren;
  /** A StoryLine. */
  story?: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <li class="stack near">
    <h3><a href={href}><UserRun {...title} /></a></h3>
    {meta && <p class="meta">{meta}</p>}
    {story}
    {children}
  </li>
);
