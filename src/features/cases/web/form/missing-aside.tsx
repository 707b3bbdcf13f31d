import { useEffect, useRef } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { MissingList } from '#web/ui/missing-list.tsx';
import type { Lack } from '../../rules/missing.ts';
import { MISSING } from './draft.ts';
import { goTo, lackPlace } from './lack-place.ts';
import { lackWords } from './lack-words.ts';

/** Follows the form as it is typed; each line leads to its field and puts the cursor there. */
export const MissingAside = ({ lacks }: { lacks: readonly Lack[] }) => {
  const l = useLocale();
  const gaps = (must: boolean) => lacks.filter((one) => one.must === must).map((one) => ({ to: lackPlace(one), say: <span><Say>{lackWords(l, one)}</Say></span> }));
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a[href^="#f-"]');
      if (link === null) return;
      event.preventDefault();
      goTo(link.getAttribute('href')?.slice(1) ?? '');
    };
    aside.current?.addEventListener('click', follow);
    return () => aside.current?.removeEventListener('click', follow);
  }, []);
  return <aside ref={aside} class="missing-side"><MissingList id={MISSING} must={gaps(true)} soft={gaps(false)} /></aside>;
};
