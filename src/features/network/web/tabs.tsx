import { useHere } from '#web/context.tsx';
import * as say from '#words/network.ts';

/** The pages of the network beside one another. */
export const NetworkTabs = ({ at }: { at: '/ties' | '/ties/import' | '/ties/meet' | '/introductions' }) => {
  const { l } = useHere();
  return (
    <nav class="tabbed above-3" aria-label={say.tabsWhich(l)}>
      <a href="/ties" aria-current={at === '/ties' ? 'page' : undefined}>{say.tiesTitle(l)}</a>
      <a href="/introductions" aria-current={at === '/introductions' ? 'page' : undefined}>{say.introductionsTitle(l)}</a>
      <a href="/ties/meet" aria-current={at === '/ties/meet' ? 'page' : undefined}>{say.tabMeet(l)}</a>
      <a href="/ties/import" aria-current={at === '/ties/import' ? 'page' : undefined}>{say.tabImport(l)}</a>
    </nav>
  );
};
