// The words of one reason, told to the asker.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/routing.ts';
import type { WhyView } from '../rules/present.ts';

const whyWord = (l: Locale, { key, term, n }: Pick<WhyView, 'key' | 'term' | 'n'>): string => {
  const of = { term: term?.[l] ?? '' };
  switch (key) {
    case 'topic': return say.whyTopic(l, of);
    case 'parent-topic': return say.whyParentTopic(l, of);
    case 'volume': return say.whyVolume(l, { n });
    case 'reference': return say.whyReference(l);
    case 'answered-like-this': return say.whyAnswered(l, of);
    case 'case-like-this': return say.whyCase(l, of);
    case 'named-for': return say.whyNamedFor(l, of);
    case 'in-time': return say.whyInTime(l);
    case 'active': return say.whyActive(l);
    case 'tie': return say.whyTie(l);
    case 'explores': return say.whyExplores(l);
    default: return say.whyWidened(l);
  }
};

type Reason = Pick<WhyView, 'key' | 'term' | 'n' | 'href'>;
const ofProfile = new Set(['topic', 'parent-topic', 'volume', 'reference']);
const most = 5;

/** Why someone is suggested, told to the asker: what a profile says of one field on one line, and each other reason on its own; with the way to its evidence. */
export const whyLines = (l: Locale, reasons: readonly Reason[]): readonly { readonly text: string; readonly href?: string }[] => {
  const lines = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const at = ofProfile.has(reason.key) ? (reason.term?.en ?? '') : reason.key + (reason.term?.en ?? '');
    lines.set(at, [...(lines.get(at) ?? []), reason]);
  }
  return [...lines.values()].slice(0, most).map((line) => {
    const href = line[0]?.href;
    return { text: line.map((reason) => whyWord(l, reason)).join(' · '), ...(href === undefined ? {} : { href }) };
  });
};
