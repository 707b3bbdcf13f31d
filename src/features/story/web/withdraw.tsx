import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useLocale, useReload } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/story.ts';

export const WithdrawCase = ({ caseId }: { caseId: string }) => {
  const l = useLocale();
  const reload = useReload();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const withdraw = async () => {
    setAsked(false);
    const done = await api.post(`/api/cases/${caseId}/withdraw`, {});
    if (!done.ok) return setRefused(done);
    tell(say.pageWithdrawn(l));
    await reload();
  };
  return (
    <section class="sect">
      <Button kind="stop" onClick={() => setAsked(true)}>{say.pageWithdraw(l)}</Button>
      <RefusalNote refused={refused} />
      <Confirm open={asked} question={say.pageWithdrawAsk(l)} act={say.pageWithdraw(l)} onYes={withdraw} onNo={() => setAsked(false)} />
    </section>
  );
};
