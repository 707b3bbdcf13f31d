import { useHere, useLocale, useNow } from '#web/context.tsx';
import { dayText, isoDay, otherDayText } from './day.ts';
import { Say } from './say.tsx';
import { bytesText, leftText, whenText, type WhenStyle } from './when-words.ts';

/** A moment: near ones in words, others as a date of the reader's calendar; the other calendar on hover, and with `both` beside it. */
export const When = ({ at, clock, coarse, both = false }: WhenStyle & { at: string | Date; both?: boolean }) => {
  const { l, timeZone, now } = useHere();
  const date = new Date(at);
  return (
    <time datetime={coarse || !clock ? isoDay(date, timeZone) : date.toISOString()} title={otherDayText(l, date, timeZone)}>
      <Say>{whenText(l, date, now, timeZone, { clock, coarse })}</Say>
      {both && <> <bdi class="meta nb" lang={l === 'fa' ? 'en' : 'fa'}>({otherDayText(l, date, timeZone)})</bdi></>}
    </time>
  );
};

/** A date with its year, in words: "26 November 2026", «۵ آذر ۱۴۰۵». */
export const Day = ({ at }: { at: string | Date }) => {
  const { l, timeZone } = useHere();
  const date = new Date(at);
  return <time datetime={isoDay(date, timeZone)} title={otherDayText(l, date, timeZone)}>{dayText(l, date, timeZone, true)}</time>;
};

/** "22 min left": changes with the frame's clock. */
export const Left = ({ until }: { until: string | Date }) => {
  const { l, timeZone } = useHere();
  return <Say>{leftText(l, new Date(until), useNow(), timeZone)}</Say>;
};

/** A count, a rank, a duration: Persian digits in Persian. Clinical numbers are `X`. */
export const Count = ({ n }: { n: number }) => <>{new Intl.NumberFormat(useLocale() === 'fa' ? 'fa-IR' : 'en-GB').format(n)}</>;

export const Bytes = ({ n }: { n: number }) => <bdi class="nb">{bytesText(useLocale(), n)}</bdi>;
