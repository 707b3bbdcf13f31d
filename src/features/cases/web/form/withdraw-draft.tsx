import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useGo, useLocale } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/cases.ts';
import { useForm } from './form.tsx';

/** A question begun and not wanted any more. Nobody has seen it; what was posted is withdrawn on its own page. */
export const WithdrawDraft = () => {
  const l = useLocale();
  const go = useGo();
  const { is } = useForm();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  if (is.phase !== 'draft') return null;
  const withdraw = async () => {
    setAsked(false);
    const done = await api.post(`/api/cases/${is.id}/withdraw`, {});
    if (!done.ok) return setRefused(done);
    tell(say.formDraftWithdrawn(l));
    go('/cases');
  };
  return (
    <div class="stack near above-5">
      <Button kind="stop" small onClick={() => setAsked(true)}>{say.formWithdrawDraft(l)}</Button>
      {refused && <RefusalNote refused={refused} />}
      <Confirm open={asked} question={say.formWithdrawDraftAsk(l)} act={say.formWithdrawDraft(l)} onYes={() => void withdraw()} onNo={() => setAsked(false)} />
    </div>
  );
};
