// What stands above each page of the steward: its heading and the way to the others.
import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/stewardship.ts';

const parts = [['/steward', say.tabsQueue], ['/steward/people', say.tabsPeople], ['/steward/invitations', say.tabsInvitations], ['/steward/settings', say.tabsSettings], ['/steward/trail', say.tabsTrail]] as const;

export const StewardFrame = ({ at, title, lead, children }: { at: (typeof parts)[number][0]; title: string; lead?: string; children: ComponentChildren }) => {
  const l = useLocale();
  return (
    <>
      <p class="eyebrow">{say.title(l)}</p>
      <h1>{title}</h1>
      <nav class="tabbed above-3" aria-label={say.tabsLabel(l)}>
        {parts.map(([path, word]) => <a key={path} href={path} aria-current={path === at ? 'page' : undefined}>{word(l)}</a>)}
      </nav>
      {lead && <p class="above-4">{lead}</p>}
      <div class="above-4">{children}</div>
    </>
  );
};
