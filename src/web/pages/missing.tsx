import { useHere, useReload } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { sayRefusal } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import * as say from '#words/web.ts';

/** In place of a page that is not there, not for this reader, not on this device, or that the node could not make. */
export const Instead = ({ refused }: { refused: Refused }) => {
  const { l } = useHere();
  const reload = useReload();
  const texts: Record<string, [string, string]> = {
    'not-found': [say.missingTitle(l), say.missingLead(l)],
    fault: [say.faultPageTitle(l), say.faultPageLead(l)],
    offline: [say.refusedOfflineTitle(l), say.refusedOfflineLead(l)],
  };
  const [title, lead] = texts[refused.family] ?? [say.refusedTitle(l), sayRefusal(l, refused)];
  return (
    <div class="stack">
        <h1>{title}</h1>
        <p><Say>{lead}</Say></p>
        {refused.fault && <p class="meta"><Say>{say.faultPageTell(l, { code: refused.fault })}</Say></p>}
        <div class="row">
          {(refused.family === 'fault' || refused.family === 'offline') && <Button kind="main" onClick={() => void reload()}>{say.faultPageAgain(l)}</Button>}
          <LinkButton href="/">{say.missingHome(l)}</LinkButton>
        </div>
    </div>
  );
};

/** The title for the browser's tab. */
export const insteadTitle = (l: 'en' | 'fa', { family }: Refused): string =>
  family === 'not-found' ? say.missingTitle(l) : family === 'fault' ? say.faultPageTitle(l) : family === 'offline' ? say.refusedOfflineTitle(l) : say.refusedTitle(l);
