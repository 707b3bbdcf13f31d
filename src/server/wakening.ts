// Whom to wake for what was announced. The hint carries nothing and goes out after the commit, not inside it: NOTIFY in a transaction makes commits
// wait for one another. One process of a node hears its own commits at once and the others' through LISTEN.

import { Client } from 'pg';
import type { House } from './house.ts';
import { newestEvent, peopleAfter } from './live.store.ts';

/** Announcements within this time wake together. */
const GATHER_MS = 15;
/** Between hints to other processes of the node. */
const NOTIFY_MS = 150;
/** How far back a look reaches: numbers are given earlier than they are committed. */
const WINDOW = 500;
const RETRY_MS = 500;

export type Wakening = { close(): Promise<void> };

/** `wake` is called for each person with something new; `wakeAll` when hints may have been missed. */
export const openWakening = (house: House, webUrl: string, wake: (person: string) => void, wakeAll: () => void): Wakening => {
  let closed = false;
  let listener: Client | undefined;
  const once = (wait: number, work: () => void) => {
    let waiting = false;
    return () => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => { waiting = false; if (!closed) work(); }, wait).unref();
    };
  };
  const look = lookerOf(house, wake);
  const lookSoon = once(GATHER_MS, () => void look().catch(() => {})); // the database is away: the next hint or beat looks again
  const notifySoon = once(NOTIFY_MS, () => void house.db.pool.query('notify hamdel').catch(() => {}));
  house.db.onAnnounced(() => { lookSoon(); notifySoon(); });

  const listen = async (): Promise<void> => {
    while (!closed) {
      const client = new Client({ connectionString: webUrl, application_name: 'hamdel-live' });
      const gone = new Promise<void>((done) => { client.on('error', () => done()); client.on('end', () => done()); });
      client.on('notification', lookSoon);
      try {
        await client.connect();
        await client.query('listen hamdel');
        listener = client;
        wakeAll(); // what was announced while nobody listened
        await gone;
      } catch { /* the database is away; tried again below */ }
      await client.end().catch(() => {});
      if (!closed) await new Promise((r) => setTimeout(r, RETRY_MS));
    }
  };
  void listen();
  return { close: async () => { closed = true; await listener?.end().catch(() => {}); } };
};

const lookerOf = (house: House, wake: (person: string) => void) => {
  let newest: number | undefined;
  const woken = new Set<number>();
  return async (): Promise<void> => {
    const fresh = await house.db.asNode(async (tx) => {
      newest ??= await newestEvent(tx);
      return peopleAfter(tx, newest - WINDOW);
    });
    for (const { seq, person } of fresh) {
      if (woken.has(seq)) continue;
      woken.add(seq);
      newest = Math.max(newest ?? 0, seq);
      wake(person);
    }
    for (const seq of woken) if (seq < (newest ?? 0) - WINDOW) woken.delete(seq);
  };
};
