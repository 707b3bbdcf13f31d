import { useHere } from '#web/context.tsx';
import { dayOf, gregorianDay, isoDay, monthSpan, monthText, persianDay, weekdayText } from '#web/text/day.ts';
import { Count } from '#web/text/when.tsx';
import * as say from '#words/web.ts';

export type Mark = { readonly at: string | Date; readonly say: string; readonly href?: string };

const DAY = 86_400_000;

/** The month of `at` in the reader's calendar, the other calendar's day below each; week from Saturday. Marks are underlined and said. */
export const CalendarMonth = ({ at, marks = [] }: { at?: string | Date; marks?: readonly Mark[] }) => {
  const { l, now, timeZone } = useHere();
  const middle = new Date(at ?? now);
  const days = daysOfMonth(l, middle, timeZone);
  const first = days[0] ?? middle;
  const blanks = (weekday(first, timeZone) + 1) % 7;
  const cells: (Date | undefined)[] = [...Array.from({ length: blanks }, () => undefined), ...days];
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => Array.from({ length: 7 }, (_, j) => cells[i * 7 + j]));
  const today = isoDay(now, timeZone);
  const other = l === 'fa' ? gregorianDay : persianDay;
  const cell = (day: Date) => {
    const iso = isoDay(day, timeZone);
    const mark = marks.find((one) => isoDay(new Date(one.at), timeZone) === iso);
    const inside = (
      <>
        <Count n={dayOf(l, day, timeZone).day} />
        <small>{l === 'fa' ? other(day, timeZone).day : <Count n={other(day, timeZone).day} />}</small>
        {mark && <span class="vh">{mark.say}</span>}
      </>
    );
    return (
      <td key={iso} class={[iso === today ? 'today' : '', mark ? 'has' : ''].filter(Boolean).join(' ') || undefined} aria-current={iso === today ? 'date' : undefined}>
        {mark?.href === undefined ? <span>{inside}</span> : <a href={mark.href}>{inside}</a>}
      </td>
    );
  };
  return (
    <table class="cal">
      <caption class="vh">{say.calendar(l, { month: monthText(l, middle, timeZone) })}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, i) => new Date(first.getTime() + (i - blanks) * DAY)).map((day, i) => (
            <th key={i} scope="col"><abbr title={weekdayText(l, day, timeZone)}>{weekdayText(l, day, timeZone, l === 'fa' ? 'narrow' : 'short').slice(0, 2)}</abbr></th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map((row, i) => <tr key={i}>{row.map((day, j) => (day === undefined ? <td key={j} /> : cell(day)))}</tr>)}</tbody>
    </table>
  );
};

/** The head above a calendar: the month, and in second voice what the other calendar calls it. */
export const MonthHead = ({ at }: { at?: string | Date }) => {
  const { l, now, timeZone } = useHere();
  const days = daysOfMonth(l, new Date(at ?? now), timeZone);
  const [from, to] = [days[0], days.at(-1)] as [Date, Date];
  const lang = l === 'fa' ? 'en' : 'fa';
  return (
    <h2 class="split">
      <span>{monthText(l, from, timeZone)}</span>
      <bdi class="meta" lang={lang}>{monthSpan(lang, from, to, timeZone)}</bdi>
    </h2>
  );
};

const daysOfMonth = (l: 'en' | 'fa', within: Date, timeZone: string): Date[] => {
  const { month, day } = dayOf(l, within, timeZone);
  const first = within.getTime() - (day - 1) * DAY;
  return Array.from({ length: 31 }, (_, i) => new Date(first + i * DAY)).filter((one) => dayOf(l, one, timeZone).month === month);
};

// 0 = Sunday, by the reader's own day.
const weekday = (at: Date, timeZone: string): number => new Date(`${isoDay(at, timeZone)}T12:00Z`).getUTCDay();
