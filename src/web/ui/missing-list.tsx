import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/web.ts';

/** A gap: its words and the id of the field or section that fills it. */
export type Gap = { readonly to: string; readonly say: ComponentChildren };

/** What must be there before it can go (solid squares), and what an expert would ask next (dashed). Each line leads to its field. */
export const MissingList = ({ must, soft = [], id }: { must: readonly Gap[]; soft?: readonly Gap[]; id?: string }) => {
  const l = useLocale();
  const own = useId();
  const head = id ?? own;
  const list = (gaps: readonly Gap[], cls?: string) => (
    <ul class={cls}>{gaps.map((gap) => <li key={gap.to}><a href={`#${gap.to}`}>{gap.say}</a></li>)}</ul>
  );
  return (
    <section class="sheet miss" aria-labelledby={head}>
      <h2 id={head} aria-live="polite">{say.missingListTitle(l, { n: must.length })}</h2>
      {must.length > 0 && list(must)}
      {soft.length > 0 && <><h3>{say.missingListSoft(l)}</h3>{list(soft, 'soft')}</>}
      <p class="meta">{say.missingListNote(l)}</p>
    </section>
  );
};
