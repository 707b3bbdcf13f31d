// When one may be asked: the weekly cap, quiet hours, leave.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { useHere, useLocale, useNow } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { dayText } from '#web/text/day.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import type { ProfileDraft, Typed } from './draft.ts';

export const WhenSection = ({ draft: { value, change } }: { draft: ProfileDraft }) => {
  const l = useLocale();
  const quiet = value.quietFrom !== null;
  return (
    <section class="stack">
      <h2>{say.meWhenTitle(l)}</h2>
      <NumberField label={say.capLabel(l)} hint={say.capHint(l)} value={value.weeklyCap} low={0} high={LIMITS.weeklyCap} example="3" onValue={(n) => typeof n === 'number' && Number.isInteger(n) && change({ weeklyCap: n })} />
      <Check checked={quiet} onValue={(on) => change(on ? { quietFrom: '22:00', quietTo: '07:00' } : { quietFrom: null, quietTo: null })}>{say.quietOn(l)}</Check>
      {quiet && (
        <div class="two">
          <TextField label={say.quietFrom(l)} type="time" value={value.quietFrom ?? ''} onValue={(at) => at && change({ quietFrom: at })} />
          <TextField label={say.quietTo(l)} type="time" value={value.quietTo ?? ''} onValue={(at) => at && change({ quietTo: at })} />
        </div>
      )}
      <Leave value={value.absences} onValue={(absences) => change({ absences })} />
    </section>
  );
};

const Leave = ({ value, onValue }: { value: Typed['absences']; onValue: (value: Typed['absences']) => void }) => {
  const { l } = useHere();
  const now = useNow();
  const [fromDay, setFrom] = useState('');
  const [toDay, setTo] = useState('');
  const turned = fromDay !== '' && toDay !== '' && toDay < fromDay;
  const add = () => {
    if (fromDay === '' || toDay === '' || turned) return;
    onValue([...value, { id: newId(now, browserRandom), fromDay, toDay }]);
    setFrom('');
    setTo('');
  };
  const text = (day: string) => dayText(l, new Date(`${day}T12:00:00Z`), 'UTC', true);
  return (
    <div class="stack">
      <h3>{say.leaveTitle(l)}</h3>
      {value.length > 0 && (
        <ul class="list tight">
          {value.map((a) => {
            const span = say.leaveSpan(l, { from: text(a.fromDay), to: text(a.toDay) });
            return <li key={a.id} class="split"><Say>{span}</Say><Button small label={say.meRemove(l, { what: span })} onClick={() => onValue(value.filter(({ id }) => id !== a.id))}>{say.meRemoveShort(l)}</Button></li>;
          })}
        </ul>
      )}
      {value.length < LIMITS.absences && (
        <>
          <div class="two">
            <TextField label={say.leaveFrom(l)} type="date" value={fromDay} onValue={setFrom} hint={fromDay && text(fromDay)} />
            <TextField label={say.leaveTo(l)} type="date" value={toDay} onValue={setTo} hint={toDay && text(toDay)} error={turned ? say.leaveOrder(l) : undefined} />
          </div>
          {fromDay !== '' && toDay !== '' && <div><Button onClick={add}>{say.leaveAdd(l)}</Button></div>}
        </>
      )}
    </div>
  );
};
