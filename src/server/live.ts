// Live events: one stream a browser, ids and verbs only. The events table is the truth, Last-Event-ID the memory; what wakes a stream is only a hint.
// The hint carries nothing. It goes out after the commit, not inside it: NOTIFY in a transaction makes commits wait for one another.

import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import type { Id } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type { House } from './house.ts';
import { eventsAfter, lastEvent, newestEvent, peopleAfter } from './live.store.ts';
import { sendRefusal } from './problem.ts';

const BEAT_MS = 25_000;
const STREAMS_EACH = 8;
/** Announcements within this time wake together. */
const GATHER_MS = 15;
/** Between hints to other processes of the node. */
const NOTIFY_MS = 150;
/** How far back a scan looks for numbers that were given earlier and committed later. */
const WINDOW = 500;

export type Live = { close(): Promise<void> };

export const openLive = (app: FastifyInstance, house: House, webUrl: string): Live => {
  const streams = new Map<string, Set<() => void>>();
  const wake = (person: string) => streams.get(person)?.forEach((poke) => { poke(); });
  const wakeAll = () => { for (const person of streams.keys()) wake(person); };
  let closed = false;
  let listener: Client | undefined;
  const listen = async (): Promise<void> => {
    while (!closed) {
      const client = new Client({ connectionString: webUrl, application_name: 'hamdel-live' });
      const gone = new Promise<void>((done) => { client.on('error', () => done()); client.on('end', () => done()); });
      client.on('notification', scanSoon);
      try {
        await client.connect();
        await client.query('listen hamdel');
        listener = client;
        wakeAll(); // what was announced while nobody listened
        await gone;
      } catch { /* the database is away; tried again below */ }
      await client.end().catch(() => {});
      if (!closed) await new Promise((r) => setTimeout(r, 500));
    }
  };

  let newest: number | undefined;
  const woken = new Set<number>();
  const scan = async (): Promise<void> => {
    try {
      await house.db.asNode(async (tx) => {
        newest ??= Math.max(0, (await newestEvent(tx)) - WINDOW);
        for (const { seq, person } of await peopleAfter(tx, newest - WINDOW)) {
          if (woken.has(seq)) continue;
          woken.add(seq);
          newest = Math.max(newest, seq);
          wake(person);
        }
        for (const seq of woken) if (seq < newest - WINDOW) woken.delete(seq);
      });
    } catch { /* the database is away; the next hint or beat looks again */ }
  };
  const once = (wait: number, work: () => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return () => { timer ??= setTimeout(() => { timer = undefined; if (!closed) work(); }, wait); };
  };
  const scanSoon = once(GATHER_MS, () => void scan());
  const notifySoon = once(NOTIFY_MS, () => void house.db.pool.query('notify hamdel').catch(() => {}));
  house.db.onAnnounced(() => { if (streams.size > 0) scanSoon(); notifySoon(); });
  void listen();

  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    const who = request.who;
    if (!who) return sendRefusal(reply, refuse('forbidden', 'web.signInFirst'));
    const mine = streams.get(who.id) ?? new Set();
    if (mine.size >= STREAMS_EACH) return sendRefusal(reply, refuse('too-many', 'web.tooMany'));
    const from = Number(request.headers['last-event-id'] ?? (request.query as { after?: string }).after);
    let seq = Number.isSafeInteger(from) && from >= 0 ? from : await house.db.asViewer(who.id as Id, (tx) => lastEvent(tx));
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write(`retry: 2000\nid: ${seq}\n: hamdel\n\n`);
    let busy = false;
    let again = false;
    const poke = async (): Promise<void> => {
      if (busy) { again = true; return; }
      busy = true;
      try {
        do {
          again = false;
          for (const e of await house.db.asViewer(who.id as Id, (tx) => eventsAfter(tx, seq))) {
            raw.write(`id: ${e.seq}\nevent: ${e.kind}\ndata: ${JSON.stringify({ kind: e.kind, caseId: e.caseId })}\n\n`);
            seq = e.seq;
          }
        } while (again);
      } catch { /* the database is away; the next event or beat tries again */ } finally { busy = false; }
    };
    const onPoke = () => void poke();
    mine.add(onPoke);
    streams.set(who.id, mine);
    const beat = setInterval(() => { raw.write(': beat\n\n'); onPoke(); }, BEAT_MS);
    raw.on('close', () => {
      clearInterval(beat);
      mine.delete(onPoke);
      if (mine.size === 0) streams.delete(who.id);
    });
    onPoke();
  });
  return { close: async () => { closed = true; await listener?.end().catch(() => {}); } };
};
