import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';
import { useEntered } from './after.ts';

export const title = (l: Locale): string => say.linkTitle(l);

/** A button uses the link up, not the visit: programs that open links to look at them would otherwise spend it. */
export const View = ({ params: { token = '' } }: PageProps<Record<string, never>>) => {
  const l = useLocale();
  const entered = useEntered('/');
  const { busy, refused, run } = useAct();
  const enter = async () => {
    if ((await run(() => api.post('/api/session/link', { token }))) !== undefined) await entered();
  };
  return (
    <div class="stack">
      <h1>{say.linkTitle(l)}</h1>
      <p>{say.linkLead(l)}</p>
      <div class="row">
        <Button kind="main" onClick={() => void enter()} busy={busy ? say.signInBusy(l) : undefined}>{say.linkEnter(l)}</Button>
        {refused && <LinkButton href="/sign-in">{say.linkNew(l)}</LinkButton>}
      </div>
      <RefusalNote refused={refused} />
    </div>
  );
};
