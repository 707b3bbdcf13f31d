// How often and when one is asked, changed where one is asked. Each tap is saved at once.

import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Count, Day } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { Availability, AvailabilityView } from '../rules/availability.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import { useAct } from './act.ts';

export const AvailabilityOf = () => {
  const { l } = useHere();
  const { refused, run } = useAct();
  const [mine, setMine] = useState<AvailabilityView>();
  const load = async () => { const found = await api.get<AvailabilityView>('/api/me/availability'); if (found.ok) setMine(found.value); };
  useEffect(() => void load(), []);
  if (mine === undefined) return null;
  const save = async (change: Availability) => { if ((await run(() => api.put('/api/me/availability', change))) !== undefined) await load(); };
  const quiet = mine.quietFrom !== null && mine.quietTo !== null;
  return (
    <section class="stack near">
      <h3>{say.availableTitle(l)}</h3>
      <div class="row">
        <span>{say.availableCap(l)}</span>
        <b aria-live="polite"><Count n={mine.weeklyCap} /></b>
        <Button small onClick={() => void save({ weeklyCap: Math.max(0, mine.weeklyCap - 1) })}>{say.availableFewer(l)}</Button>
        <Button small onClick={() => void save({ weeklyCap: Math.min(LIMITS.weeklyCap, mine.weeklyCap + 1) })}>{say.availableMore(l)}</Button>
      </div>
      <Check checked={quiet} onValue={(on) => void save({ quiet: on ? { from: '22:00', to: '07:00' } : null })}>{say.quietOn(l)}</Check>
      {quiet && (
        <>
          <div class="two">
            <TextField label={say.quietFrom(l)} type="time" value={mine.quietFrom ?? ''} onValue={(from) => from && void save({ quiet: { from, to: mine.quietTo ?? '07:00' } })} />
            <TextField label={say.quietTo(l)} type="time" value={mine.quietTo ?? ''} onValue={(to) => to && void save({ quiet: { from: mine.quietFrom ?? '22:00', to } })} />
          </div>
          <Check checked={mine.wakesForNow} onValue={(wakesForNow) => void save({ wakesForNow })}>{say.availableWakes(l)}</Check>
        </>
      )}
      {mine.awayUntil && <p><Say>{say.availableAway(l)}</Say> <Day at={`${mine.awayUntil}T12:00:00Z`} /> <Button small kind="bare" onClick={() => void save({ awayUntil: null })}>{say.availableBack(l)}</Button></p>}
      <RefusalNote refused={refused} />
      <p><a href="/me">{say.availableFields(l)}</a></p>
    </section>
  );
};
