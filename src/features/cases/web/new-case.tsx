// A new question: its draft is made here, on the node or waiting for it, and the page becomes that draft's own.

import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useGo, useLocale, usePerson } from '#web/context.tsx';
import { device } from '#web/device.ts';
import { browserRandom } from '#web/random.ts';
import type { Refused } from '#web/refusals.ts';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { both } from '#web/words.ts';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';
import { blankKey, type CaseForEdit, startOf } from './form/draft.ts';

export const title = (l: Locale): string => say.formNew(l);

const unwritten = (c: CaseForEdit): boolean => c.phase === 'draft' && c.version === 1 && c.runs.length === 0;

export const View = () => {
  const l = useLocale();
  // On a first load the frame's acts come alive after this page's own effect: the newest one is asked for when it is needed.
  const go = useRef(useGo());
  go.current = useGo();
  const { id: personId } = usePerson();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    const open = (id: string) => go.current(`/cases/${id}/edit`, { replace: true });
    const begin = async () => {
      const blank = await device.get<string>('kept', blankKey(personId));
      const known = blank === undefined ? undefined : await api.get<CaseForEdit>(`/api/cases/${blank}`);
      // Only the node's own word counts: what this device kept of it may be older than what was written since.
      if (blank !== undefined && known?.ok && known.asOf === undefined && unwritten(known.value)) return open(blank);
      const id = newId(new Date(), browserRandom);
      const answer = await api.post('/api/cases', { id, lang: l }, { waits: { what: both(say.formStartWhat), open: `/cases/${id}/edit`, id: startOf(id) } });
      if (!answer.ok && answer.waiting !== true) return setRefused(answer);
      await device.put('kept', blankKey(personId), id);
      return open(id);
    };
    void begin();
  }, []);
  return (
    <>
      <h1>{say.formNew(l)}</h1>
      {refused ? <RefusalNote refused={refused} /> : <Note icon="clock">{say.formStarting(l)}</Note>}
    </>
  );
};
