// Stages, parts and answers in words.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/network.ts';
import type { PartState, Stage } from '../rules/introduction.ts';
import type { IntroductionView } from '../rules/introduction-view.ts';
import type { How, Whom } from '../rules/limits.ts';

type Words<K extends string> = Readonly<Record<K, (l: Locale) => string>>;
const stages: Words<Stage> = { asked: say.stageAsked, willing: say.stageWilling, agreed: say.stageAgreed, told: say.stageTold, expired: say.stageExpired, 'taken-back': say.stageTakenBack };
const parts: Words<PartState> = { 'to-answer': say.partToAnswer, willing: say.partWilling, passed: say.partPassed, over: say.partOver };
const hows: Words<How> = { met: say.howMet, together: say.howTogether, 'not-now': say.howNotNow };
const whoms: Words<Whom> = { nobody: say.whomNobody, ties: say.whomTies, chosen: say.whomChosen, anybody: say.whomAnybody };
export const howText = (l: Locale, how: How): string => hows[how](l);
export const whomText = (l: Locale, whom: Whom): string => whoms[whom](l);

/** How it stands, for the one who looks. */
export const stateText = (l: Locale, of: IntroductionView): string =>
  of.part === 'asker' || of.open ? stages[of.stage](l) : of.mine === null ? '' : of.part === 'target' && of.mine === 'to-answer' ? say.partWanted(l) : parts[of.mine](l);
