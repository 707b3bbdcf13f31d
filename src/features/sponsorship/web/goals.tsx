// What the two have set themselves, and when to look again.

import { useState } from 'preact/hooks';
import { useAct } from '#features/people/web/door.tsx';
import { DayField } from '#features/opportunities/web/door.tsx';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { useKeptHere } from '#web/kept-here.ts';
import { browserRandom } from '#web/random.ts';
import { dayText } from '#web/text/day.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/sponsorship.ts';
import { LIMITS } from '../rules/limits.ts';
import type { SponsorshipView } from '../rules/present.ts';

const day = (l: 'en' | 'fa', iso: string): string => dayText(l, new Date(`${iso}T12:00:00Z`), 'UTC', true);

export const Goals = ({ of: { id, goals } }: { of: SponsorshipView }) => {
  const { l, acts, now } = useHere();
  const [typed, change, clear] = useKeptHere<{ text: string; dueOn: string | null }>(`goal ${id}`, { text: '', dueOn: null });
  const { busy, refused, run } = useAct();
  const done = async (act: () => Parameters<typeof run>[0] extends () => infer A ? A : never) => { if ((await run(act)) !== undefined) await acts.reload(); };
  const add = async () => {
    const body = { id: newId(now, browserRandom), lang: l, text: typed.text, dueOn: typed.dueOn };
    if ((await run(() => api.post(`/api/sponsorships/${id}/goals`, body))) === undefined) return;
    clear();
    await acts.reload();
  };
  return (
    <div class="stack near">
      {goals.length > 0 && (
        <ul class="list tight">
          {goals.map((goal) => (
            <li key={goal.id} class="split">
              <Check checked={goal.doneAt !== null} onValue={(on) => void done(() => (on ? api.post(`/api/sponsorship-goals/${goal.id}/reached`, {}) : api.del(`/api/sponsorship-goals/${goal.id}/reached`)))}>
                <UserRun text={goal.text} lang={goal.lang} />{goal.dueOn !== null && <span class="meta"> · <Say>{say.goalBy(l, { day: day(l, goal.dueOn) })}</Say></span>}
              </Check>
              {goal.mine && <IconButton icon="x" label={say.goalDrop(l)} onClick={() => void done(() => api.del(`/api/sponsorship-goals/${goal.id}`))} />}
            </li>
          ))}
        </ul>
      )}
      {goals.length < LIMITS.goals && (
        <form class="stack near" onSubmit={(event) => { event.preventDefault(); if (typed.text.trim() !== '') void add(); }}>
          <TextField label={say.goalNew(l)} lang={l} value={typed.text} maxLength={LIMITS.goal} onValue={(text) => change({ text })} />
          <DayField label={say.goalDay(l)} value={typed.dueOn} onValue={(dueOn) => change({ dueOn })} />
          <div><Button small type="submit" busy={busy ? say.sending(l) : undefined} notYet={typed.text.trim() === '' ? say.goalFirst(l) : undefined}>{say.goalAdd(l)}</Button></div>
        </form>
      )}
      <RefusalNote refused={refused} />
    </div>
  );
};

const weeksOn = (now: Date, weeks: number): string => new Date(now.getTime() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

/** One tap for the usual spans. */
export const Reminder = ({ of: { id, reminder } }: { of: SponsorshipView }) => {
  const { l, acts, now } = useHere();
  const [busy, setBusy] = useState(false);
  const set = async (dueOn: string | null) => {
    setBusy(true);
    await (dueOn === null ? api.del(`/api/sponsorships/${id}/reminder`) : api.put(`/api/sponsorships/${id}/reminder`, { dueOn, note: '' }));
    setBusy(false);
    await acts.reload();
  };
  if (reminder !== null) return <p class="split"><span><Say>{say.remindedOn(l, { day: day(l, reminder.dueOn) })}</Say></span><Button small kind="bare" onClick={() => void set(null)}>{say.remindNot(l)}</Button></p>;
  return (
    <div class="row" aria-busy={busy}>
      <span class="meta">{say.remindMe(l)}</span>
      {([[4, say.remindMonth], [13, say.remindQuarter], [26, say.remindHalf]] as const).map(([weeks, text]) => <Button key={weeks} small onClick={() => void set(weeksOn(now, weeks))}>{text(l)}</Button>)}
    </div>
  );
};
