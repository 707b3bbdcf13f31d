// When a notice becomes a mail, and which sentence it is. Mail is content-free: a subject, a greeting, a link.

/** Kinds that are worth a mail. The others are seen in the page. */
export const mailed = [
  'sign-in-code', 'name-opened', 'asked', 'opinion-given', 'opinion-revised', 'ask-accepted', 'ask-declined', 'ask-handed-on', 'decided', 'outcome-told', 'case-withdrawn',
] as const;
/** Told by mail also when it was read in the page: who reads there may be the one it warns of. */
export const warnings: readonly MailedKind[] = ['sign-in-code', 'name-opened'];
export type MailedKind = (typeof mailed)[number];

/** Minutes since midnight of "HH:MM[:SS]". */
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Is `now` within a person's quiet hours, in their own zone? A span may cross midnight. */
export const isQuiet = (now: Date, timeZone: string, from: string | null, to: string | null): boolean => {
  if (!from || !to || from === to) return false;
  const local = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
  const at = minutes(local);
  const [a, b] = [minutes(from), minutes(to)];
  return a < b ? at >= a && at < b : at >= a || at < b;
};

/** The one kind a mail names: a warning first, then a request, what is told, the rest. */
export const leading = (kinds: readonly string[]): MailedKind | null => mailed.find((k) => kinds.includes(k)) ?? null;
