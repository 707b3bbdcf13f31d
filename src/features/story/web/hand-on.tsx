// "Not me, but …": one name for the asker, who asks that person or does not.

import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { named, useLocale } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import { type Picked, PersonPicker } from '#features/people/web/door.tsx';
import * as say from '#words/story.ts';

export const HandOn = ({ askId, open, onClose, onDone }: { askId: string; open: boolean; onClose: () => void; onDone: () => void | Promise<void> }) => {
  const l = useLocale();
  const [person, setPerson] = useState<Picked>();
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<Refused>();
  const send = async () => {
    if (!person) return;
    const done = await api.post(`/api/asks/${askId}/hand-on`, { personId: person.id, note });
    if (!done.ok) return setRefused(done);
    tell(say.pageHanded(l));
    onClose();
    await onDone();
  };
  return (
    <Dialog open={open} onClose={onClose} title={say.pageHandTitle(l)}>
      <p>{say.pageHandLead(l)}</p>
      <PersonPicker label={say.pageHandWho(l)} onPick={setPerson} picked={person} />
      <TextField label={say.pageHandNote(l)} value={note} onValue={setNote} maxLength={500} />
      <RefusalNote refused={refused} />
      {person && <Button kind="main" icon="hand" onClick={send}><Say>{say.pageHandDo(l, { name: named(l, person) })}</Say></Button>}
    </Dialog>
  );
};
