// Whom one blocks or mutes: known to oneself alone, and lifted here.

import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useHere } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import * as say from '#words/network.ts';
import type { TiesView } from '../rules/present.ts';

export const Kept = ({ ties: { blocked, muted } }: { ties: TiesView }) => {
  const { l, acts } = useHere();
  const { refused, run } = useAct();
  if (blocked.length + muted.length === 0) return null;
  const lift = async (path: string) => { if ((await run(() => api.del(path))) !== undefined) await acts.reload(); };
  return (
    <section class="stack near">
      <h2>{say.keptTitle(l)}</h2>
      <p class="meta">{say.keptLead(l)}</p>
      <ul class="list tight">
        {blocked.map((p) => <li key={p.id} class="split"><span><b><bdi>{named(l, p)}</bdi></b> <span class="meta">{say.isBlocked(l)}</span></span><Button small onClick={() => void lift(`/api/blocks/${p.id}`)}>{say.unblock(l)}</Button></li>)}
        {muted.map((p) => <li key={p.id} class="split"><span><b><bdi>{named(l, p)}</bdi></b> <span class="meta">{say.isMuted(l)}</span></span><Button small onClick={() => void lift(`/api/mutes/${p.id}`)}>{say.unmute(l)}</Button></li>)}
      </ul>
      <RefusalNote refused={refused} />
    </section>
  );
};
