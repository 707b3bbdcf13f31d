import { useHere } from '#web/context.tsx';
import * as say from '#words/network.ts';

/** The way to all ties, among the tabs of the people's page. */
export const TiesTab = () => {
  const { l } = useHere();
  return <a href="/ties">{say.tiesTitle(l)}</a>;
};
