import { useHere } from '#web/context.tsx';
import * as say from '#words/sponsorship.ts';

/** From the page of opportunities to those whom one looks out for. */
export const WayHere = () => {
  const { l } = useHere();
  return <p class="above-2"><a href="/looking-out">{say.title(l)}</a></p>;
};
