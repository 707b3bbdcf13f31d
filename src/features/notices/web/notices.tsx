// Notices: what happened and where it waits. A sentence and a door; the content stands on the case page.

import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useHere, useReload } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Empty } from '#web/ui/note.tsx';
import * as say from '#words/notices.ts';
import type { NoticeView } from '../rules/view.ts';

const sentences: Record<string, (l: Locale) => string> = {
  asked: say.kindAsked, 'ask-accepted': say.kindAskAccepted, 'ask-declined': say.kindAskDeclined, 'ask-handed-on': say.kindAskHandedOn, 'ask-expired': say.kindAskExpired,
  'opinion-given': say.kindOpinionGiven, 'opinion-revised': say.kindOpinionRevised, remark: say.kindRemark, decided: say.kindDecided, 'outcome-told': say.kindOutcomeTold,
  'case-withdrawn': say.kindCaseWithdrawn, 'name-opened': say.kindNameOpened,
  'group-invited': say.kindGroupInvited, 'tie-proposed': say.kindTieProposed, 'tie-confirmed': say.kindTieConfirmed,
  'reference-asked': say.kindReferenceAsked, 'reference-written': say.kindReferenceWritten, 'reference-revoked': say.kindReferenceRevoked,
  'application-came': say.kindApplicationCame, 'application-decided': say.kindApplicationDecided, 'hiring-named': say.kindHiringNamed,
  'wave-ready': say.kindWaveReady, 'case-untaken': say.kindCaseUntaken, 'ask-released': say.kindAskReleased,
  'introduction-asked': say.kindIntroductionAsked, 'introduction-willing': say.kindIntroductionWilling, 'introduction-wanted': say.kindIntroductionWanted,
  'introduction-agreed': say.kindIntroductionAgreed, 'introduction-letter': say.kindIntroductionLetter, 'introduction-told': say.kindIntroductionTold,
  'opportunity-told': say.kindOpportunityTold, 'interest-shown': say.kindInterestShown, 'opportunity-question': say.kindOpportunityQuestion, 'opportunity-answer': say.kindOpportunityAnswer,
  'opportunity-closed': say.kindOpportunityClosed, 'wish-fits': say.kindWishFits,
  'sponsor-nudge': say.kindSponsorNudge, 'sponsor-asked': say.kindSponsorAsked, 'sponsor-offered': say.kindSponsorOffered, 'sponsor-agreed': say.kindSponsorAgreed, 'sponsor-goal': say.kindSponsorGoal,
  'sponsor-reminder': say.kindSponsorReminder, 'case-thought-of': say.kindCaseThoughtOf,
  verified: say.kindVerified, 'sign-in-code': say.kindSignInCode,
};

/** Where a notice that is about no case leads: by its kind, to the page of what it names. */
const placesOf: Record<string, (about: string) => string> = {
  'group-invited': (id) => `/groups/${id}`,
  'tie-proposed': () => '/ties', 'tie-confirmed': () => '/ties',
  ...Object.fromEntries(['asked', 'willing', 'wanted', 'agreed', 'letter', 'told'].map((what) => [`introduction-${what}`, (id: string) => `/introductions/${id}`])),
  'application-came': (id) => `/opportunities/${id}/candidates`, 'application-decided': () => '/me/applications', 'hiring-named': (id) => `/opportunities/${id}/candidates`,
  'reference-asked': (id) => `/references/${id}/write`, 'reference-written': () => '/me/references', 'reference-revoked': () => '/me/references',
  ...Object.fromEntries(['nudge', 'asked', 'offered', 'agreed', 'goal', 'reminder'].map((kind) => [`sponsor-${kind}`, (id: string) => `/looking-out#${id}`])), 'case-thought-of': (id) => `/looking-out#${id}`,
  ...Object.fromEntries(['opportunity-told', 'interest-shown', 'opportunity-question', 'opportunity-answer', 'opportunity-closed', 'wish-fits'].map((kind) => [kind, (id: string) => `/opportunities/${id}`])),
};
const placeOf = (n: NoticeView): string | undefined => {
  if (n.about !== null) return placesOf[n.kind]?.(n.about);
  if (n.kind === 'case-withdrawn' || n.kind === 'ask-released' || n.caseId === null) return undefined;
  return n.kind === 'wave-ready' || n.kind === 'case-untaken' ? `/coordinator#${n.caseId}` : `/cases/${n.caseId}`;
};

export const title = (l: Locale): string => say.title(l);

export const View = ({ data }: PageProps<{ notices: { notices: NoticeView[]; unread: number } }>) => {
  const { l, acts } = useHere();
  const reload = useReload();
  const { notices, unread } = data.notices;
  const markRead = async (ids: string[] | null) => {
    await api.post('/api/notices/read', { ids });
    await acts.reloadMe();
    await reload();
  };
  return (
    <>
      <div class="split"><h1>{say.title(l)}</h1><span class="meta"><Say>{say.unread(l, { n: unread })}</Say></span></div>
      {unread > 0 && <div class="row"><Button small icon="check" onClick={() => markRead(null)}>{say.markRead(l)}</Button></div>}
      {notices.length === 0 ? <Empty sentence={say.empty(l)} /> : (
        <ul class="list tight">
          {notices.map((n) => {
            const sentence = (sentences[n.kind] ?? say.kindOther)(l);
            const place = placeOf(n);
            return (
              <li key={n.id} class="split">
                <span>{n.readAt === null && <b class="vh">{say.isNew(l)} </b>}{place === undefined ? sentence : <a class={n.readAt === null ? 'unread' : undefined} href={place} onClick={() => void api.post('/api/notices/read', { ids: [n.id] })}>{sentence}</a>}</span>
                <span class="meta"><When at={n.at} coarse /></span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
};
