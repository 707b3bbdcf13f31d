import { useState } from 'preact/hooks';
import { hourOf } from '#kernel/clock.ts';
import type { Locale } from '#kernel/locale.ts';
import { useHere } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { clockText, dayText, otherDayText, weekdayText } from '#web/text/day.ts';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/cases.ts';
import * as frame from '#words/web.ts';
import { momentFrom, type Preset, presets } from '../../rules/decide-by.ts';
import { useForm } from './form.tsx';

const presetWord = (l: Locale, name: Preset, time: string): string =>
  name === 'today' ? say.decideToday(l, { time }) : name === 'tomorrow' ? say.decideTomorrow(l, { time }) : name === 'threeDays' ? say.decideThreeDays(l) : say.decideWeek(l);

/** By when the asker must decide: four taps, or a date typed in either calendar; both calendars are shown. */
export const DecideByField = () => {
  const { l, now, timeZone } = useHere();
  const { value, set } = useForm();
  const [other, setOther] = useState(false);
  const [typed, setTyped] = useState('');
  // Where the name is hidden the node keeps the hour alone (of UTC: Tehran's begins at half past), so that hour is what stands here.
  const kept = (at: Date): Date => (value.hidden ? hourOf(at) : at);
  const told = value.decideBy === null ? undefined : kept(new Date(value.decideBy));
  const offered = presets(now, timeZone).map(({ name, at }) => ({ name, at: kept(at) }));
  const choose = (at: Date | undefined) => set({ decideBy: at?.toISOString() ?? null });
  const moment = momentFrom(typed, timeZone);
  const example = say.decideExample(l);
  const error = typed === '' ? undefined : moment === undefined ? <Say>{say.decideBad(l, { example })}</Say> : moment <= now ? say.decidePast(l) : undefined;
  const type = (text: string) => {
    setTyped(text);
    const at = momentFrom(text, timeZone);
    if (at !== undefined && at > now) choose(at);
  };
  const chosen = offered.some(({ at }) => at.getTime() === told?.getTime());
  return (
    <div id="f-decideBy" class="field wide">
      <span class="lab">{say.fieldDecideBy(l)}</span>
      <div class="or">
        {offered.map(({ name, at }) => (
          <button key={name} type="button" aria-pressed={told?.getTime() === at.getTime()} onClick={() => { setOther(false); choose(at); }}><Say>{presetWord(l, name, clockText(l, at, timeZone))}</Say></button>
        ))}
        <button type="button" aria-pressed={other || (told !== undefined && !chosen)} aria-expanded={other} onClick={() => setOther(!other)}>{say.decideOther(l)}</button>
      </div>
      {other && <TextField label={say.decideTyped(l)} hint={<Say>{say.decideTypedHint(l, { example })}</Say>} error={error} lang="en" value={typed} onValue={type} />}
      {told && (
        <p class="meta" role="status">
          {weekdayText(l, told, timeZone)} {dayText(l, told, timeZone, true)}{frame.comma(l)}<bdi>{clockText(l, told, timeZone)}</bdi> <bdi class="nb" lang={l === 'fa' ? 'en' : 'fa'}>({otherDayText(l, told, timeZone)})</bdi>
        </p>
      )}
    </div>
  );
};
