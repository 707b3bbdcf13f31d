// Whether the node can be reached: what the last request found, and what the browser says.

let away = false;
const listeners = new Set<() => void>();

export const isAway = (): boolean => away;

/** Called after each request: a broken one says away, an answered one says here. */
export const found = (reached: boolean): void => {
  if (away === !reached) return;
  away = !reached;
  for (const listener of listeners) listener();
};

export const onNet = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Listens to the browser. `online` is only a hint: the next request decides. */
export const watchNet = (): void => {
  addEventListener('offline', () => found(false));
  addEventListener('online', () => found(true));
  if (!navigator.onLine) found(false);
};
