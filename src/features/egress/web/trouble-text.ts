// What does not fit in a ledger, as a sentence: on the page and in the terminal.
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/egress.ts';
import type { Trouble } from '../rules/verify.ts';

export const troubleText = (l: Locale, one: Trouble): string => {
  switch (one.kind) {
    case 'missing': return one.from === one.to ? say.troubleMissing(l, { n: one.from }) : say.troubleMissingMany(l, { from: one.from, to: one.to });
    case 'altered': return say.troubleAltered(l, { n: one.seq });
    case 'moved': return say.troubleMoved(l, { n: one.seq, at: one.at });
    case 'twice': return say.troubleTwice(l, { n: one.seq });
    case 'foreign': return say.troubleForeign(l, { at: one.at });
  }
};
