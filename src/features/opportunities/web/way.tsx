// The way it has travelled: a tree of hands, for the poster alone.
import { lineText } from '#features/people/web/door.tsx';
import type { Locale } from '#kernel/locale.ts';
import { named, useLocale } from '#web/context.tsx';
import { Say, UserRun } from '#web/text/say.tsx';
import * as say from '#words/opportunities.ts';
import type { HandNode } from '../rules/chain.ts';

const stateText = (l: Locale, { state, handedOn }: HandNode): string => ({
  barred: say.stateBarred, interested: say.stateInterested, 'handed-on': () => say.stateHandedOn(l, { n: handedOn }), nobody: say.stateNobody, seen: say.stateSeen, unopened: say.stateUnopened,
})[state](l);

export const Way = ({ chain }: { chain: readonly HandNode[] }) => {
  const l = useLocale();
  return (
    <div class="way above-3">
      <p><b>{say.wayYou(l)}</b> <span class="meta"><Say>{say.wayTold(l, { n: chain.length })}</Say></span></p>
      <Branch of={chain} />
    </div>
  );
};

const Branch = ({ of }: { of: readonly HandNode[] }) => <ul>{of.map((one) => <Hand key={one.id} of={one} />)}</ul>;

const Hand = ({ of: hand }: { of: HandNode }) => {
  const l = useLocale();
  return (
    <li data-state={hand.state}>
      <span class="dot" aria-hidden="true" />
      {hand.person ? <b><a href={`/people/${hand.person.id}`}><bdi>{named(l, hand.person)}</bdi></a></b> : <b>{say.wayOther(l)}</b>}{' '}
      <span class="meta">{hand.person && <><Say>{lineText(l, hand.person)}</Say> · </>}<Say>{stateText(l, hand)}</Say>{hand.state === 'interested' && hand.handedOn > 0 && <> · <Say>{say.stateHandedOn(l, { n: hand.handedOn })}</Say></>}</span>
      {hand.note !== '' && <p class="meta">«<UserRun text={hand.note} lang={hand.lang} />»</p>}
      {hand.children.length > 0 && <Branch of={hand.children} />}
    </li>
  );
};
