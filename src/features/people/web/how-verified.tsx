import { useState } from 'preact/hooks';
import { useHere } from '#web/context.tsx';
import { tell } from '#web/ui/toast.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/people.ts';

/** For who waits: the three ways, and the address to send to those who could vouch. */
export const HowToBeVerified = ({ id }: { id: string }) => {
  const { l } = useHere();
  const [address, setAddress] = useState(`/people/${id}`);
  const copy = async () => {
    const whole = new URL(`/people/${id}`, location.href).href;
    setAddress(whole);
    await navigator.clipboard?.writeText(whole).then(() => tell(say.meCopied(l)), () => undefined);
  };
  return (
    <section class="sheet stack">
      <h2>{say.meWaitTitle(l)}</h2>
      <p>{say.meWaitLead(l)}</p>
      <ol class="list tight">
        <li>{say.meWaitLicence(l)}</li>
        <li>{say.meWaitDocument(l)}</li>
        <li>
          <p>{say.meWaitVouch(l)}</p>
          <p class="address above-2" dir="ltr">{address}</p>
          <div class="above-2"><Button small icon="link" onClick={() => void copy()}>{say.meCopy(l)}</Button></div>
        </li>
      </ol>
    </section>
  );
};
