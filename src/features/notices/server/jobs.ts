// Notices that nobody has read in the page, and warnings, become one content-free mail a person, outside their quiet hours.

import * as words from '#words/notices.ts';
import { after, DAY_MS } from '#kernel/clock.ts';
import type { Locale } from '#kernel/locale.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { isQuiet } from '#features/people/rules/quiet.ts';
import { leading, type MailedKind, warnings } from '../rules/mailing.ts';
import { markMailed, waiting } from './store.ts';

/** A mail waits this long, so that who is looking at the page gets none. */
const GRACE_MS = 60_000;

const subjects: Record<MailedKind, (l: Locale) => string> = {
  asked: words.mailAsked, 'opinion-given': words.mailOpinion, 'opinion-revised': words.mailOpinion, 'ask-accepted': words.mailAnswered, 'ask-declined': words.mailAnswered,
  'ask-handed-on': words.mailAnswered, decided: words.mailDecided, 'outcome-told': words.mailOutcome, 'case-withdrawn': words.mailWithdrawn, 'name-opened': words.mailNameOpened,
  'sign-in-code': words.mailSignInCode, 'wave-ready': words.mailWaveReady, 'case-untaken': words.mailWaveReady,
  'opportunity-told': words.mailOpportunity,
  'sponsor-nudge': words.mailSponsorNudge, 'sponsor-asked': words.mailSponsor, 'sponsor-offered': words.mailSponsor, 'sponsor-agreed': words.mailSponsor, 'sponsor-reminder': words.mailSponsor, 'case-thought-of': words.mailOpportunity,
  'wish-fits': words.mailWish,
  'introduction-asked': words.mailIntroduction, 'introduction-wanted': words.mailIntroduction, 'introduction-willing': words.mailIntroductionGoes, 'introduction-agreed': words.mailIntroductionGoes,
  'introduction-letter': words.mailIntroductionGoes, 'introduction-told': words.mailIntroductionGoes, 'tie-proposed': words.mailTie,
};

export const noticesJobs = (house: House): Record<string, Task> => ({
  'mail-notices': async () => {
    if (!house.mail.works) return;
    const now = house.clock.now();
    const people = await house.db.asNode((tx) => waiting(tx, after(now, -DAY_MS), after(now, -GRACE_MS), warnings));
    for (const person of people) {
      if (isQuiet(now, person.timeZone, person.quietFrom, person.quietTo)) continue;
      const kind = leading(person.kinds);
      const lang: Locale = person.languages.includes('fa') ? 'fa' : 'en';
      // Marked first: a mail that is lost is better than one that comes every minute.
      await house.db.asNode((tx) => markMailed(tx, person.ids, now));
      if (!kind) continue;
      await house.mail.send({ to: person.email, lang, subject: subjects[kind](lang), text: words.mailBody(lang, { link: `${house.origin}/` }) });
    }
  },
});
