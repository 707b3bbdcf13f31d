import type { Locale } from '#kernel/locale.ts';
import { useHere } from '#web/context.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';

const tabs = [
  { place: 'home', icon: 'home', word: say.placeHome },
  { place: 'cases', icon: 'cases', word: say.placeCases },
  { place: 'ask', icon: 'ask', word: say.placeAsk },
  { place: 'people', icon: 'people', word: say.placePeople },
  { place: 'opportunities', icon: 'opp', word: (l: Locale) => say.placeOpportunitiesShort(l) },
] as const;

/** The places on a phone: a tab for each that has a page, Ask in the middle. */
export const Tabs = () => {
  const { l, me, place, places } = useHere();
  if (me.person === null) return null;
  return (
    <nav class="tabs" aria-label={say.placeLabel(l)}>
      {tabs.map((tab) => {
        const href = places[tab.place];
        return href === undefined ? null : (
          <a key={tab.place} class={tab.place} href={href} aria-current={tab.place === place ? 'page' : undefined}><Icon name={tab.icon} /><span>{tab.word(l)}</span></a>
        );
      })}
    </nav>
  );
};
