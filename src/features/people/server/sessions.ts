// Opening, knowing and ending sessions. A session known a moment ago is not asked of the database again: 5 s, in this process,
// dropped at once by every act of this process that changes what a person may open.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { after, DAY_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { deviceOf } from '../rules/device.ts';
import { clearSession, SESSION_DAYS, sessionToken, setSession } from './cookie.ts';
import { addSession, endSessionByHash, sessionByHash, type SessionRow, touchSession } from './sessions.store.ts';
import { newToken, tokenHash } from './tokens.ts';

const KNOWN_MS = 5000;
const SEEN_EVERY_MS = 5 * 60_000;
const MOST_KNOWN = 20_000;

type Known = { who: Who; until: number; expiresAt: Date };
type Memory = { byToken: Map<string, Known>; /** People just changed: their transaction may still be open, so nothing of them is remembered for a while. */ changed: Map<string, number> };
const memories = new WeakMap<object, Memory>();
const memoryOf = (house: House): Memory => {
  const kept = memories.get(house) ?? { byToken: new Map(), changed: new Map() };
  memories.set(house, kept);
  return kept;
};
// The age of a memory is this process's matter, not the node's calendar: not the clock that tests move.
const tick = (): number => performance.now();

/** To be called by every act that changes what a person may open (roles, verification, sessions), before or after its commit. */
export const forgetPerson = (house: House, personId: string): void => {
  const memory = memoryOf(house);
  memory.changed.set(personId, tick() + KNOWN_MS);
  for (const [token, { who }] of memory.byToken) if (who.id === personId) memory.byToken.delete(token);
};

const whoOf = (s: SessionRow): Who => ({
  id: s.personId, sessionId: s.id, verified: s.verified, seesCases: s.seesCases, steward: s.roles.includes('steward'), coordinator: s.roles.includes('coordinator'),
});

/** The person behind a request's cookie, or null. */
export const knownWho = async (house: House, request: FastifyRequest): Promise<Who | null> => {
  const token = sessionToken(house, request);
  if (!token || token.length > 64) return null;
  const memory = memoryOf(house);
  const now = house.clock.now();
  const known = memory.byToken.get(token);
  if (known && known.until > tick() && known.expiresAt > now) return known.who;
  memory.byToken.delete(token);
  const row = await house.db.asDoor(async (tx) => {
    const found = await sessionByHash(tx, tokenHash(token), now);
    if (found && now.getTime() - found.seenAt.getTime() > SEEN_EVERY_MS) await touchSession(tx, found.id, now, after(now, SESSION_DAYS * DAY_MS));
    return found;
  });
  if (!row) return null;
  const who = whoOf(row);
  if ((memory.changed.get(who.id) ?? 0) > tick()) return who;
  memory.changed.delete(who.id);
  if (memory.byToken.size >= MOST_KNOWN) memory.byToken.clear();
  memory.byToken.set(token, { who, until: tick() + KNOWN_MS, expiresAt: row.expiresAt });
  return who;
};

/** A fresh session for a person; the one this browser had before ends. The token goes to `admit` after the commit. */
export const openSession = async (house: House, tx: Tx, request: FastifyRequest, personId: Id): Promise<string> => {
  const now = house.clock.now();
  const before = sessionToken(house, request);
  if (before) {
    const other = await endSessionByHash(tx, tokenHash(before), now);
    if (other) forgetPerson(house, other);
  }
  const token = newToken(house.random);
  await addSession(tx, { id: newId(now, house.random), hash: tokenHash(token), personId, device: deviceOf(request.headers['user-agent']), now, expiresAt: after(now, SESSION_DAYS * DAY_MS) });
  return token;
};

/** Gives this browser the cookie of the session that was opened, or passes the refusal on. */
export const admit = (house: House, request: FastifyRequest, reply: FastifyReply, opened: Result<string>): Result<Record<string, never>> => {
  if (!opened.ok) return opened;
  setSession(house, request, reply, opened.value);
  return ok({});
};

/** The cookie slides with the session, or a browser used every day would be signed out after a month. */
export const keepCookie = (house: House, request: FastifyRequest, reply: FastifyReply): void => {
  const token = sessionToken(house, request);
  if (request.who && token) setSession(house, request, reply, token);
};

export const closeSession = async (house: House, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const token = sessionToken(house, request);
  if (token) {
    const personId = await house.db.asDoor((tx) => endSessionByHash(tx, tokenHash(token), house.clock.now()));
    if (personId) forgetPerson(house, personId);
  }
  clearSession(house, request, reply);
};
