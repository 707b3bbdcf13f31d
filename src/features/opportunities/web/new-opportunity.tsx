// A new opportunity: its draft is made on the node, and the page becomes that draft's own.
import { useEffect, useRef, useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useGo, useLocale } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import type { Refused } from '#web/refusals.ts';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import * as say from '#words/opportunities.ts';

export const title = (l: Locale): string => say.newTitle(l);

export const View = () => {
  const l = useLocale();
  const go = useRef(useGo());
  go.current = useGo();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    const id = newId(new Date(), browserRandom);
    void api.post('/api/opportunities', { id, lang: l }).then((answer) => (answer.ok ? go.current(`/opportunities/${id}/edit`, { replace: true }) : setRefused(answer)));
  }, []);
  return <><h1>{say.newTitle(l)}</h1>{refused ? <RefusalNote refused={refused} /> : <Note icon="clock">{say.newStarting(l)}</Note>}</>;
};
