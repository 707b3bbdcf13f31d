import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/web.ts';

/**
 * A heavy part that works with script only (a form, a player): fetched when it comes near the screen, so that the page can be read first.
 * `<Later of={() => import('./answering.tsx').then((m) => m.Answering)} what={say.yourOpinion(l)} props={{ story }} />`
 */
export const Later = <P extends object>({ of, what, props, now = false }: {
  of: () => Promise<ComponentType<P>>;
  /** What is coming, named while it comes. */
  what: string;
  props: P;
  /** Fetch at once: a tap has asked for it. */
  now?: boolean;
}) => {
  const l = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const [Part, setPart] = useState<{ readonly it: ComponentType<P> } | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const fetchPart = () => of().then((it) => setPart({ it }), () => setFailed(true));
    if (now || location.hash !== '' || place.current === null) return void fetchPart();
    const watch = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting !== true) return;
      watch.disconnect();
      void fetchPart();
    }, { rootMargin: '400px' });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [now]);
  if (Part !== undefined) return <Part.it {...props} />;
  return <div ref={place} class="later"><p class="meta"><Say>{failed ? say.laterFailed(l, { what }) : say.laterComing(l, { what })}</Say></p></div>;
};
