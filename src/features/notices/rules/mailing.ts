// When a notice becomes a mail, and which sentence it is. Mail is content-free: a subject, a greeting, a link.

/** Kinds that are worth a mail. The others are seen in the page. */
export const mailed = [
  'sign-in-code', 'name-opened', 'asked', 'opinion-given', 'opinion-revised', 'ask-accepted', 'ask-declined', 'ask-handed-on', 'case-untaken', 'wave-ready', 'decided', 'outcome-told', 'case-withdrawn',
  'opportunity-told', 'wish-fits', 'sponsor-nudge', 'sponsor-asked', 'sponsor-offered', 'sponsor-agreed', 'sponsor-reminder', 'case-thought-of',
  'introduction-asked', 'introduction-wanted', 'introduction-willing', 'introduction-agreed', 'introduction-letter', 'introduction-told', 'tie-proposed',
] as const;
/** Told by mail also when it was read in the page: who reads there may be the one it warns of. */
export const warnings: readonly MailedKind[] = ['sign-in-code', 'name-opened'];
export type MailedKind = (typeof mailed)[number];

/** The one kind a mail names: a warning first, then a request, what is told, the rest. */
export const leading = (kinds: readonly string[]): MailedKind | null => mailed.find((k) => kinds.includes(k)) ?? null;
