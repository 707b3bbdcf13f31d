// A passkey's challenge travels with the browser in a signed cookie of five minutes, and is used once.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '#server/house.ts';
import { cookieName, flags } from './cookie.ts';

const LIFE_S = 300;
const MOST_KEPT = 20_000;
type Purpose = 'sign-in' | 'add';
const used = new WeakMap<object, Map<string, number>>();

const mac = (house: House, text: string): string => createHmac('sha256', house.nodeKey).update(`challenge:${text}`).digest('base64url');

export const keepChallenge = (house: House, request: FastifyRequest, reply: FastifyReply, purpose: Purpose, challenge: string): void => {
  const text = `${purpose}.${challenge}.${Math.floor(house.clock.now().getTime() / 1000) + LIFE_S}`;
  reply.setCookie(cookieName(house, request, 'hamdel-passkey'), `${text}.${mac(house, text)}`, { ...flags(house, request), maxAge: LIFE_S });
};

/** The challenge this browser was given, once; null when there is none, it is too old, or it was used. */
export const takeChallenge = (house: House, request: FastifyRequest, reply: FastifyReply, purpose: Purpose): string | null => {
  const name = cookieName(house, request, 'hamdel-passkey');
  const value = request.cookies[name] ?? '';
  reply.clearCookie(name, flags(house, request));
  const cut = value.lastIndexOf('.');
  const [text, sign] = [value.slice(0, Math.max(cut, 0)), value.slice(cut + 1)];
  const wanted = Buffer.from(mac(house, text));
  const given = Buffer.from(sign);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return null;
  const [kind, challenge, until] = text.split('.');
  const now = house.clock.now().getTime() / 1000;
  if (kind !== purpose || !challenge || Number(until) < now) return null;
  return once(house, challenge, now) ? challenge : null;
};

const once = (house: House, challenge: string, now: number): boolean => {
  const all = used.get(house) ?? new Map<string, number>();
  used.set(house, all);
  for (const [key, until] of all) if (until < now || all.size > MOST_KEPT) all.delete(key);
  if (all.has(challenge)) return false;
  all.set(challenge, now + LIFE_S);
  return true;
};
