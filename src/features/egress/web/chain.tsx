// The whole chain, fetched and recomputed in this browser: nobody's word is taken for it.
import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Note } from '#web/ui/note.tsx';
import * as say from '#words/egress.ts';
import type { Head } from '../rules/ledger.ts';
import type { Trouble } from '../rules/verify.ts';
import { troubleText } from './trouble-text.ts';

type Found = { readonly rows: number; readonly troubles: readonly Trouble[] } | 'away';

const recompute = async (path: string, head: Head): Promise<Found> => {
  const [answer, { readJsonLines }, { verifyLedger }] = await Promise.all([fetch(`${path}/lines`, { credentials: 'same-origin' }).catch(() => undefined), import('../rules/export.ts'), import('../rules/verify.ts')]);
  const read = answer?.ok ? readJsonLines(await answer.text()) : undefined;
  if (read === undefined) return 'away';
  // The head of this page, unless rows have come since.
  const end = read.head !== undefined && read.head.seq > head.seq ? read.head : head;
  return { rows: read.rows.length, troubles: verifyLedger(read.rows, end) };
};

export const Chain = ({ path, head }: { path: string; head: Head }) => {
  const l = useLocale();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found>();
  const check = async () => {
    setBusy(true);
    setFound(await recompute(path, head));
    setBusy(false);
  };
  return (
    <div class="stack near above-3">
      <div><Button id="verify" icon="check" busy={busy ? say.chainBusy(l) : undefined} onClick={() => void check()}>{say.chainCheck(l)}</Button></div>
      {found === 'away' && <Note kind="wait">{say.chainAway(l)}</Note>}
      {found !== undefined && found !== 'away' && (found.troubles.length === 0
        ? <Note><Say>{say.chainSound(l, { n: found.rows })}</Say></Note>
        : <Note kind="stop"><b><Say>{say.chainTrouble(l, { n: found.troubles.length })}</Say></b><ul>{found.troubles.slice(0, 50).map((one, n) => <li key={n}><Say>{troubleText(l, one)}</Say></li>)}</ul></Note>)}
    </div>
  );
};
