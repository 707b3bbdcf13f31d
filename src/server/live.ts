// Live events: one stream a browser, ids and verbs only. The events table is the truth, Last-Event-ID the memory; what wakes a stream is only a hint.

import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Id } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type { House } from './house.ts';
import { eventsAfter, lastEvent } from './live.store.ts';
import { sendRefusal } from './problem.ts';
import { openWakening } from './wakening.ts';

const BEAT_MS = 25_000;
const STREAMS_EACH = 8;

export type Live = { close(): Promise<void> };

/** The streams of all people who look now. */
type Streams = Map<string, Set<() => void>>;

export const openLive = (app: FastifyInstance, house: House, webUrl: string): Live => {
  const streams: Streams = new Map();
  const wake = (person: string) => streams.get(person)?.forEach((poke) => { poke(); });
  const wakening = openWakening(house, webUrl, wake, () => { for (const person of streams.keys()) wake(person); });

  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    const who = request.who;
    if (!who) return sendRefusal(reply, refuse('forbidden', 'web.signInFirst'));
    if ((streams.get(who.id)?.size ?? 0) >= STREAMS_EACH) return sendRefusal(reply, refuse('too-many', 'web.tooMany'));
    const from = Number(request.headers['last-event-id'] ?? (request.query as { after?: string }).after);
    const seq = Number.isSafeInteger(from) && from >= 0 ? from : await house.db.asViewer(who.id, (tx) => lastEvent(tx));
    // Signed out, or no longer who they were: the stream ends with the session.
    const isStillIn = async () => (await app.whoIs(request))?.sessionId === who.sessionId;
    openStream(house, streams, { person: who.id, from: seq, isStillIn }, reply);
  });
  return wakening;
};

type Listener = { readonly person: Id; readonly from: number; isStillIn(): Promise<boolean> };

const openStream = (house: House, streams: Streams, listener: Listener, reply: FastifyReply): void => {
  const { person, from } = listener;
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  raw.write(`retry: 2000\nid: ${from}\n: hamdel\n\n`);
  const poke = pokeOf(house, listener, (text) => raw.write(text), () => raw.end());
  const mine = streams.get(person) ?? new Set();
  streams.set(person, mine.add(poke));
  const beat = setInterval(() => { raw.write(': beat\n\n'); poke(); }, BEAT_MS);
  raw.on('close', () => {
    clearInterval(beat);
    mine.delete(poke);
    if (mine.size === 0) streams.delete(person);
  });
  poke();
};

/** Sends what is new. A poke during a poke makes one more look, never two at once. */
const pokeOf = (house: House, { person, from, isStillIn }: Listener, write: (text: string) => void, end: () => void) => {
  let seq = from;
  let busy = false;
  let again = false;
  const look = async (): Promise<void> => {
    do {
      again = false;
      if (!(await isStillIn())) return end();
      for (const e of await house.db.asViewer(person, (tx) => eventsAfter(tx, seq))) {
        write(`id: ${e.seq}\nevent: ${e.kind}\ndata: ${JSON.stringify({ kind: e.kind, caseId: e.caseId, ...(e.about === null ? {} : { about: e.about }) })}\n\n`);
        seq = e.seq;
      }
    } while (again);
  };
  return () => {
    if (busy) { again = true; return; }
    busy = true;
    look().catch(() => {}).finally(() => { busy = false; }); // the database is away: the next event or beat looks again
  };
};
