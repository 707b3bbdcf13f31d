// Quiet hours: no mail and no ask then, but where a person allows it.

/** Minutes since midnight of "HH:MM[:SS]". */
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

// A formatter costs as much as a thousand questions to it.
const formatters = new Map<string, Intl.DateTimeFormat>();
const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formatters.set(timeZone, known);
  return known;
};

/** Minutes since local midnight, 0…1439. */
export const localMinutes = (now: Date, timeZone: string): number => minutes(formatterOf(timeZone).format(now));

/** Is `now` within a person's quiet hours, in their own zone? A span may cross midnight. */
export const isQuiet = (now: Date, timeZone: string, from: string | null, to: string | null): boolean => {
  if (!from || !to || from === to) return false;
  const at = localMinutes(now, timeZone);
  const [a, b] = [minutes(from), minutes(to)];
  return a < b ? at >= a && at < b : at >= a || at < b;
};
