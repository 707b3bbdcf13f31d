// A part of a page whose code comes after the first sight of it. The server renders it whole; the browser keeps the server's elements as they are
// until the code is there, so nothing jumps and the first load stays small.

import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** `fetch` brings the code before it is shown: a part that a tap opens must be there when the network has gone. */
export type Later<P extends object> = ComponentType<P> & { readonly fetch: () => Promise<void> };

let hydrating = true;
/** Called by the entry once the server's document has been taken over: from then on there are no server's elements to keep. */
export const doneHydrating = (): void => { hydrating = false; };

// What is typed before the code is there would be lost when it comes: fields wait, text can be read and links followed.
const still = (element: HTMLElement | null): void => {
  element?.setAttribute('aria-busy', 'true');
  for (const drawn of element?.querySelectorAll('svg [tabindex]') ?? []) drawn.removeAttribute('tabindex'); // a drawing cannot be inert
  for (const form of element?.querySelectorAll<HTMLElement>('.answer, .sheet, fieldset, textarea, input, select, button') ?? []) form.inert = true;
};

/**
 * `now` is the component itself on the server and undefined in the browser:
 * `later(() => import('./facts.tsx').then((m) => m.Facts), import.meta.env.SSR ? (await import('./facts.tsx')).Facts : undefined)`.
 */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>, now?: ComponentType<P>): Later<P> => {
  let loaded: ComponentType<P> | undefined = now;
  let loading: Promise<void> | undefined;
  const fetchIt = (): Promise<void> => {
    loading ??= load().then((part) => { loaded = part; }, () => { loading = undefined; }); // away from the network the page stands without it; tried again at the next sight
    return loading;
  };
  const Part = function Later(props: P): JSX.Element {
    const [, setHere] = useState(loaded !== undefined);
    // Decided at the first render and kept: elements of the server's stay until the code replaces them.
    const [kept] = useState(hydrating && !import.meta.env.SSR);
    useEffect(() => {
      if (loaded !== undefined) return;
      const bring = () => void fetchIt().then(() => { if (loaded !== undefined) setHere(true); });
      bring();
      addEventListener('online', bring); // the network was away when it was wanted
      return () => removeEventListener('online', bring);
    }, []);
    const Here = loaded;
    if (Here !== undefined && !(kept && loading === undefined)) return <div key="here" class="later"><Here {...props} /></div>;
    // While hydrating, preact leaves the children of an element with `__html` alone and writes nothing: the Trusted Types sink is never met.
    return kept ? <div key="kept" class="later" ref={still} dangerouslySetInnerHTML={{ __html: '' }} /> : <div key="kept" class="later waits" aria-busy="true" />;
  };
  return Object.assign(Part, { fetch: fetchIt });
};
