import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/routing.ts';

const parts = [['/coordinator', say.consoleTab], ['/coordinator/rota', say.rotaTab]] as const;

/** What stands above both pages of the coordinator. */
export const CoordinatorFrame = ({ at, title, lead, children }: { at: (typeof parts)[number][0]; title: string; lead: string; children: ComponentChildren }) => {
  const l = useLocale();
  return (
    <>
      <p class="eyebrow">{say.consoleEyebrow(l)}</p>
      <h1>{title}</h1>
      <nav class="tabbed above-3" aria-label={say.consolePages(l)}>
        {parts.map(([path, word]) => <a key={path} href={path} aria-current={path === at ? 'page' : undefined}>{word(l)}</a>)}
      </nav>
      <p class="above-4">{lead}</p>
      <div class="above-4">{children}</div>
    </>
  );
};
