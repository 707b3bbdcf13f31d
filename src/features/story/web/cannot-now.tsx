// Why not, in one tap: too busy until a day, or not one's field. Both end the ask without blame; the first also keeps further asks away until then.

import { useState } from 'preact/hooks';
import { after, DAY_MS } from '#kernel/clock.ts';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import { AvailabilityOf } from '#features/people/web/availability-door.ts';
import * as say from '#words/story.ts';

const spans = [['tomorrow', 1], ['week', 7], ['other', 30]] as const;

export const CannotNow = ({ askId, open, onClose, onDone }: { askId: string; open: boolean; onClose: () => void; onDone: () => void | Promise<void> }) => {
  const { l, now } = useHere();
  const [refused, setRefused] = useState<Refused>();
  const end = async (why: 'busy' | 'topic', said: string, awayUntil?: string) => {
    if (awayUntil !== undefined) {
      const away = await api.put('/api/me/availability', { awayUntil });
      if (!away.ok) return setRefused(away);
    }
    const done = await api.post(`/api/asks/${askId}/decline`, { note: '', why });
    if (!done.ok) return setRefused(done);
    tell(said);
    onClose();
    await onDone();
  };
  return (
    <Dialog open={open} onClose={onClose} title={say.cannotTitle(l)}>
      <p>{say.cannotLead(l)}</p>
      <div class="row">
        {spans.map(([span, days]) => (
          <Button key={span} onClick={() => void end('busy', say.cannotBusyDone(l), after(now, days * DAY_MS).toISOString().slice(0, 10))}><Say>{say.cannotBusy(l, { span })}</Say></Button>
        ))}
      </div>
      <Button onClick={() => void end('topic', say.cannotTopicDone(l))}>{say.cannotTopic(l)}</Button>
      <RefusalNote refused={refused} />
      <AvailabilityOf />
    </Dialog>
  );
};
