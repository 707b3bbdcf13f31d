// Live events: one stream a tab, ids and verbs only. What they mean is asked again through the API.
import { useEffect, useRef } from 'preact/hooks';

export type LiveEvent = { readonly kind: string; readonly caseId?: string | null | undefined; readonly about?: string | undefined };
type Listener = (event: LiveEvent) => void;

const listeners = new Map<string, Set<Listener>>();
let source: EventSource | undefined;
let last = '';
let wait = 1000;
let timer: ReturnType<typeof setTimeout> | undefined;
let wanted = false;

const hear = (event: MessageEvent<string>): void => {
  if (event.lastEventId !== '') last = event.lastEventId;
  const said = JSON.parse(event.data) as LiveEvent;
  for (const listener of listeners.get(said.kind) ?? []) listener(said);
};

const connect = (): void => {
  if (!wanted || source !== undefined || document.hidden) return;
  source = new EventSource(last === '' ? '/api/live' : `/api/live?after=${encodeURIComponent(last)}`);
  for (const kind of listeners.keys()) source.addEventListener(kind, hear);
  source.onopen = () => { wait = 1000; };
  source.onerror = () => {
    // The browser would come back every two seconds for ever; a node that restarts deserves more room.
    source?.close();
    source = undefined;
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
    wait = Math.min(60_000, wait * 2);
  };
};

const disconnect = (): void => {
  clearTimeout(timer);
  source?.close();
  source = undefined;
};

/** Called once by the frame with whether somebody is signed in. A hidden tab lets its stream go and picks up from the last event seen. */
export const openLive = (signedIn: boolean): (() => void) => {
  wanted = signedIn;
  const see = () => (document.hidden ? disconnect() : connect());
  connect();
  document.addEventListener('visibilitychange', see);
  return () => {
    document.removeEventListener('visibilitychange', see);
    wanted = false;
    disconnect();
  };
};

/** Calls `fn` for each event of these kinds while the component stands: `useLive(['opinions-changed'], reload)`. */
export const useLive = (kinds: readonly string[], fn: Listener): void => {
  const newest = useRef(fn);
  newest.current = fn;
  useEffect(() => {
    const listener: Listener = (event) => newest.current(event);
    for (const kind of kinds) {
      const set = listeners.get(kind) ?? new Set();
      if (!listeners.has(kind)) source?.addEventListener(kind, hear);
      listeners.set(kind, set.add(listener));
    }
    return () => { for (const kind of kinds) listeners.get(kind)?.delete(listener); };
  }, [kinds.join(' ')]);
};
