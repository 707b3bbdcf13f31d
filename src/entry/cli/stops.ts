/** Thrown where a start is broken off by Ctrl-C. */
export class Interrupted extends Error {}

/** What was started, to be ended in the opposite order. */
export type Stops = {
  add(end: () => Promise<void>): void;
  /** Settles at the first Ctrl-C or SIGTERM. */
  asked: Promise<void>;
  /** The work's value, or Interrupted as soon as a stop is asked for. */
  unlessAsked<T>(work: Promise<T>): Promise<T>;
  all(): Promise<void>;
};

/** Handlers stand before anything is started: a signal in the middle of a start must not leave a database behind. */
export function openStops(): Stops {
  const ends: (() => Promise<void>)[] = [];
  const asked = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
  return {
    add: (end) => void ends.push(end),
    asked,
    unlessAsked: (work) => Promise.race([asked.then(() => Promise.reject(new Interrupted())), work]),
    async all() {
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end().catch((error: Error) => console.error(error.message));
    },
  };
}
