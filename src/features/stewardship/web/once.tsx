// A code shown once: to read out, to copy as a link, to scan or print.
import { useHere } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { whenText } from '#web/text/when-words.ts';
import { Button } from '#web/ui/button.tsx';
import { tell } from '#web/ui/toast.tsx';
import { ShownOnce } from '#features/people/web/door.tsx';
import * as say from '#words/stewardship.ts';
import type { OneCode } from './answers.ts';

export const CodeOnce = ({ code, name, onDone }: { code: OneCode; name?: string | undefined; onDone: () => void }) => {
  const { l, now, timeZone } = useHere();
  const until = whenText(l, new Date(code.expiresAt), now, timeZone);
  const copy = async () => { await navigator.clipboard?.writeText(code.link).then(() => tell(say.codeCopied(l)), () => undefined); };
  return (
    <ShownOnce title={say.codeTitle(l)} lead={<Say>{name ? say.codeLead(l, { name, until }) : say.codeLeadAny(l, { until })}</Say>}>
      <p><bdi class="code" dir="ltr">{code.code}</bdi></p>
      <img class="qr" alt={say.codeQr(l)} src={`data:image/svg+xml,${encodeURIComponent(code.qr)}`} />
      <p class="address" dir="ltr">{code.link}</p>
      <div class="row">
        <Button icon="link" onClick={() => void copy()}>{say.codeCopy(l)}</Button>
        <Button onClick={() => print()}>{say.codePrint(l)}</Button>
        <Button kind="main" onClick={onDone}>{say.codeClose(l)}</Button>
      </div>
    </ShownOnce>
  );
};
