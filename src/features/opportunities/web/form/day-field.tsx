// A day or a deadline typed in either calendar, kept as typed until it is one; both calendars are shown.
import { useState } from 'preact/hooks';
import { momentFrom } from '#features/cases/rules/decide-by.ts';
import { useHere } from '#web/context.tsx';
import { clockText, dayText, isoDay, otherDayText } from '#web/text/day.ts';
import { Say } from '#web/text/say.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/opportunities.ts';
import * as frame from '#words/web.ts';

const example = (l: 'en' | 'fa'): string => (l === 'fa' ? '\u06f1\u06f4\u06f0\u06f6/\u06f7/\u06f1' : '2027-09-23');
const inOwnDigits = (l: 'en' | 'fa', text: string): string => (l === 'fa' ? text.replace(/\d/g, (d) => String.fromCharCode(0x06f0 + Number(d))) : text);
/** As one would type it: the day of the reader's calendar. */
const typedDay = (l: 'en' | 'fa', iso: string): string => {
  if (l === 'en') return iso;
  const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' }).formatToParts(new Date(`${iso}T12:00:00Z`));
  const of = (type: string): string => String(Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10));
  return inOwnDigits(l, `${of('year')}/${of('month')}/${of('day')}`);
};

/** An ISO day. */
export const DayField = ({ label, value, onValue }: { label: string; value: string | null; onValue: (day: string | null) => void }) => {
  const { l } = useHere();
  const [typed, setTyped] = useState(value === null ? '' : typedDay(l, value));
  const at = momentFrom(typed, 'UTC');
  const error = typed.trim() === '' || at ? undefined : <Say>{say.deadlineBad(l, { example: example(l) })}</Say>;
  const type = (text: string) => {
    setTyped(text);
    const day = momentFrom(text, 'UTC');
    onValue(day ? isoDay(day, 'UTC') : null);
  };
  return (
    <div>
      <TextField label={label} hint={<Say>{say.dayHint(l, { example: example(l) })}</Say>} error={error} lang="en" value={typed} onValue={type} maxLength={40} autocomplete="off" />
      {value !== null && <Both at={new Date(`${value}T12:00:00Z`)} zone="UTC" />}
    </div>
  );
};

/** A moment by the clock of `zone`: without a time the end of that day. */
export const DeadlineField = ({ value, zone, onValue }: { value: string | null; zone: string; onValue: (at: string | null) => void }) => {
  const { l, now } = useHere();
  const [typed, setTyped] = useState(value === null ? '' : typedDay(l, isoDay(new Date(value), zone)));
  const momentOf = (text: string): Date | undefined => momentFrom(/[:\u061b]/.test(text) ? text : `${text} 23:59`, zone);
  const at = momentOf(typed);
  const error = typed.trim() === '' ? undefined : !at ? <Say>{say.deadlineBad(l, { example: example(l) })}</Say> : at <= now ? say.deadlineOver(l) : undefined;
  const type = (text: string) => {
    setTyped(text);
    onValue(momentOf(text)?.toISOString() ?? null);
  };
  return (
    <div>
      <TextField label={say.deadline(l)} hint={<Say>{say.deadlineHint(l, { zone: zone.replaceAll('_', ' '), example: example(l) })}</Say>} error={error} lang="en" value={typed} onValue={type} maxLength={40} autocomplete="off" />
      {value !== null && <Both at={new Date(value)} zone={zone} clock />}
    </div>
  );
};

const Both = ({ at, zone, clock = false }: { at: Date; zone: string; clock?: boolean }) => {
  const { l } = useHere();
  return (
    <p class="meta" role="status">
      {dayText(l, at, zone, true)}{clock && <>{frame.comma(l)}<bdi>{clockText(l, at, zone)}</bdi></>} <bdi class="nb" lang={l === 'fa' ? 'en' : 'fa'}>({otherDayText(l, at, zone)})</bdi>
    </p>
  );
};
