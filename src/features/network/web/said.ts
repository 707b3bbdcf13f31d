// A ground in words: what, when, where.

import type { Locale } from '#kernel/locale.ts';
import { isolate } from '#kernel/text.ts';
import * as say from '#words/network.ts';
import type { GroundView } from '../rules/present.ts';
import type { TieKind } from '../rules/tie.ts';

const kinds: Readonly<Record<TieKind, (l: Locale) => string>> = {
  'trained-with': say.kindTrainedWith, proctor: say.kindProctor, operated: say.kindOperated, 'co-managed': say.kindCoManaged,
  'co-author': say.kindCoAuthor, group: say.kindGroup, congress: say.kindCongress, mentor: say.kindMentor,
};
export const kindText = (l: Locale, kind: TieKind): string => kinds[kind](l);

const seniors: Partial<Record<TieKind, { me: (l: Locale) => string; other: (l: Locale) => string }>> = {
  proctor: { me: say.kindProctorMe, other: say.kindProctorOther }, mentor: { me: say.kindMentorMe, other: say.kindMentorOther },
};
export const seniorText = (l: Locale, kind: TieKind, senior: 'me' | 'other'): string => seniors[kind]?.[senior](l) ?? kindText(l, kind);

// Years are kept Gregorian and shown in the reader's calendar (tie-form.tsx takes both).
const year = (l: Locale, n: number): string => new Intl.NumberFormat(l === 'fa' ? 'fa-IR' : 'en-GB', { useGrouping: false }).format(l === 'fa' ? n - 621 : n);
const period = (l: Locale, { fromYear, toYear }: GroundView): string =>
  fromYear === null ? (toYear === null ? '' : say.groundUntil(l, { year: year(l, toYear) }))
  : toYear === null ? say.groundSince(l, { year: year(l, fromYear) })
  : fromYear === toYear ? year(l, fromYear) : say.groundFromTo(l, { from: year(l, fromYear), to: year(l, toYear) });

/** "Proctored you · 2021 to 2023 · Lyon". */
export const groundText = (l: Locale, g: GroundView): string =>
  [g.senior === null ? kindText(l, g.kind) : seniorText(l, g.kind, g.senior), period(l, g), g.place && isolate(g.place)].filter(Boolean).join(' · ');
